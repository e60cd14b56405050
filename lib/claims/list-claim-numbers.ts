import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';

/** The numbers of these claims, by id: what a sentence about several of them calls each. Unknown ids are absent. */
export async function listClaimNumbers(
  _ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const claims = await database().claim.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, number: true },
  });
  return new Map(claims.map(({ id, number }) => [id, number]));
}
