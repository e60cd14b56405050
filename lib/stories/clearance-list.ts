import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import { clearanceBlockers, mayWithdraw, whyNotClear } from '@/lib/domain/gate';
import { CLEARANCE_KINDS, type ClearanceKind } from '@/lib/domain/vocabulary';
import { claimRef } from '@/lib/format';

/** A clearance that was given; `voidedAt` null: it stands. */
export type ClearanceView = {
  id: string;
  kind: ClearanceKind;
  byId: string;
  by: string;
  at: Date;
  /** Number of the version that was cleared. */
  versionNumber: number;
  conditions: string | null;
  voidedAt: Date | null;
  voidedReason: string | null;
};

/** Every clearance of a story, those that fell included, the newest first. */
export const listClearances = async (
  ctx: Context,
  storyId: string,
): Promise<(ClearanceView & { mayWithdraw: boolean })[]> =>
  (await readClearances(database(), storyId)).map((clearance) => ({
    ...clearance,
    mayWithdraw: clearance.voidedAt === null && mayWithdraw(ctx.actor, clearance.byId),
  }));

export async function readClearances(tx: Transaction, storyId: string): Promise<ClearanceView[]> {
  const rows = await tx.clearance.findMany({
    where: { storyId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      kind: true,
      byId: true,
      at: true,
      conditions: true,
      voidedAt: true,
      voidedReason: true,
      by: { select: { name: true } },
      version: { select: { number: true } },
    },
  });
  return rows.map(({ by, version, ...row }) => ({
    ...row,
    by: by.name,
    versionNumber: version.number,
  }));
}

/** What stands in the way of clearing the story as it is, and which clearances are the reader's to give. */
export async function clearingOf(
  ctx: Context,
  story: { id: string; authorId: string | null },
): Promise<{ blockers: string[]; mayGive: ClearanceKind[] }> {
  return {
    blockers: clearanceBlockers(await gateClaims(database(), story.id)),
    mayGive: CLEARANCE_KINDS.filter(
      (kind) => whyNotClear(kind, ctx.actor, story.authorId) === null,
    ),
  };
}

/** The claims as the gate looks at them, in the order of their numbers. */
export async function gateClaims(tx: Transaction, storyId: string) {
  const claims = await tx.claim.findMany({
    where: { storyId },
    orderBy: { number: 'asc' },
    select: { number: true, state: true, finding: true },
  });
  return claims.map(({ number, ...claim }) => ({ ...claim, ref: claimRef(number) }));
}
