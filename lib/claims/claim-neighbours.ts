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
