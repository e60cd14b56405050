import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';

export type ClaimNeighbours = {
  /** Ids of the claims with the next lower and the next higher number in the story; null at either end. */
  previousId: string | null;
  nextId: string | null;
  /** The claim is the `place`th of `total` by number, 1 first. */
  place: number;
  total: number;
};

/** Claims that came from this one or went into it: by splitting and merging. */
export type ClaimRelative = {
  id: string;
  number: number;
  how: 'split-from' | 'split-into' | 'merged-into' | 'merged-from';
};

/** The claims this one was split from or into, and those that were merged with it, by number. */
export const claimRelatives = (
  _ctx: Context,
  claim: { id: string; splitFromId: string | null; mergedIntoId: string | null },
): Promise<ClaimRelative[]> =>
  database().$queryRaw<ClaimRelative[]>`
    SELECT id, number,
      CASE WHEN id = ${claim.splitFromId}::uuid THEN 'split-from'
           WHEN id = ${claim.mergedIntoId}::uuid THEN 'merged-into'
           WHEN split_from_id = ${claim.id}::uuid THEN 'split-into'
           ELSE 'merged-from' END AS how
    FROM claim
    WHERE story_id = (SELECT story_id FROM claim WHERE id = ${claim.id}::uuid)
      AND (id IN (${claim.splitFromId}::uuid, ${claim.mergedIntoId}::uuid)
           OR split_from_id = ${claim.id}::uuid OR merged_into_id = ${claim.id}::uuid)
    ORDER BY number`;

/** Where a claim stands among its story's claims, by number. */
export async function claimNeighbours(
  _ctx: Context,
  { storyId, number }: { storyId: string; number: number },
): Promise<ClaimNeighbours> {
  const [row] = await database().$queryRaw<ClaimNeighbours[]>`
    SELECT (SELECT id FROM claim WHERE story_id = ${storyId}::uuid AND number < ${number}
              ORDER BY number DESC LIMIT 1) AS "previousId",
           (SELECT id FROM claim WHERE story_id = ${storyId}::uuid AND number > ${number}
              ORDER BY number LIMIT 1) AS "nextId",
           count(*) FILTER (WHERE number <= ${number})::int AS place, count(*)::int AS total
    FROM claim WHERE story_id = ${storyId}::uuid`;
  return row ?? { previousId: null, nextId: null, place: 1, total: 1 };
}
