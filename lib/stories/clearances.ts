import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { clearanceBlockers, mayWithdraw, whyNotClear } from '@/lib/domain/gate';
import { CLEARANCE_KINDS, type ClearanceKind } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import { claimRef } from '@/lib/format';
import type { ClearVersion, WithdrawClearance } from '@/lib/stories/schemas';

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

/** Clear the story's current version: the approval of the whole text by one office. An older one of its kind gives way. */
export function clearVersion(ctx: Context, input: ClearVersion): Promise<{ id: string }> {
  return inTransaction(async (tx) => {
    const story = await holdForClearing(tx, input.storyId);
    const problem = whyNotClear(input.kind, ctx.actor, story.authorId);
    if (problem !== null) throw new Refusal('not-allowed', problem);
    const version = story.currentVersion;
    if (version.sha256 !== input.contentSha256)
      throw new Refusal(
        'conflict',
        'The text changed since you opened it. Read the new version, then clear it.',
      );
    const reasons = clearanceBlockers(await gateClaims(tx, story.id));
    if (reasons.length > 0) throw new Refusal('rule', reasons.join(' '), { reasons });

    const standing = await tx.clearance.findMany({
      where: { storyId: story.id, kind: input.kind, voidedAt: null },
      select: { id: true, versionId: true, by: { select: { name: true } } },
    });
    const same = standing.find(({ versionId }) => versionId === version.id);
    if (same !== undefined) {
      const sentence = `${same.by.name} has given this clearance for version ${version.number} already.`;
      throw new Refusal('rule', sentence, { reasons: [sentence] });
    }
    await tx.clearance.updateMany({
      where: { id: { in: standing.map(({ id }) => id) } },
      data: { voidedAt: ctx.now, voidedReason: `Version ${version.number} was cleared after it.` },
    });
    const id = newId();
    await tx.clearance.create({
      data: {
        id,
        storyId: story.id,
        versionId: version.id,
        kind: input.kind,
        byId: ctx.actor.id,
        at: ctx.now,
        conditions: input.conditions ?? null,
      },
      select: { id: true },
    });
    await record(tx, ctx, {
      chain: story.id,
      verb: 'clearance.given',
      subject: { type: 'clearance', id },
      before: null,
      after: { kind: input.kind, version: version.number, conditions: input.conditions ?? null },
      versionSha: version.sha256,
    });
    return { id };
  });
}

/** Take a clearance back, with the reason; it stays on record. */
export function withdrawClearance(
  ctx: Context,
  { clearanceId, reason }: WithdrawClearance,
): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const clearance = await tx.clearance.findUnique({
      where: { id: clearanceId },
      select: { storyId: true, kind: true, byId: true, version: { select: { sha256: true } } },
    });
    if (clearance === null)
      throw new Refusal('not-found', 'There is no such clearance. Look at the story again.');
    if (!mayWithdraw(ctx.actor, clearance.byId))
      throw new Refusal(
        'not-allowed',
        'Only whoever gave a clearance, or an editor, withdraws it.',
      );
    const { count } = await tx.clearance.updateMany({
      where: { id: clearanceId, voidedAt: null },
      data: { voidedAt: ctx.now, voidedReason: `${ctx.actor.name} withdrew it: ${reason}` },
    });
    if (count === 0)
      throw new Refusal(
        'conflict',
        'This clearance does not stand any more. Look at the story again.',
      );
    await record(tx, ctx, {
      chain: clearance.storyId,
      verb: 'clearance.withdrawn',
      subject: { type: 'clearance', id: clearanceId },
      before: { kind: clearance.kind },
      after: { kind: clearance.kind, reason },
      versionSha: clearance.version.sha256,
    });
    return { storyId: clearance.storyId };
  });
}

/** Every clearance of a story, those that fell included, the newest first. */
export const listClearances = (_ctx: Context, storyId: string): Promise<ClearanceView[]> =>
  readClearances(database(), storyId);

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

async function gateClaims(tx: Transaction, storyId: string) {
  const claims = await tx.claim.findMany({
    where: { storyId },
    orderBy: { number: 'asc' },
    select: { number: true, state: true, finding: true },
  });
  return claims.map(({ number, ...claim }) => ({ ...claim, ref: claimRef(number) }));
}

/** Its claims first and then the story, as every move does: neither changes while the text is being cleared. */
async function holdForClearing(tx: Transaction, storyId: string) {
  await tx.$queryRaw`SELECT 1 FROM claim WHERE story_id = ${storyId}::uuid ORDER BY id FOR SHARE`;
  await tx.$queryRaw`SELECT 1 FROM story WHERE id = ${storyId}::uuid FOR NO KEY UPDATE`;
  const story = await tx.story.findUnique({
    where: { id: storyId },
    select: {
      id: true,
      authorId: true,
      currentVersion: { select: { id: true, number: true, sha256: true } },
    },
  });
  if (story?.currentVersion == null)
    throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
  return { ...story, currentVersion: story.currentVersion };
}
