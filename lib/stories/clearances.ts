import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { clearanceBlockers, mayWithdraw, whyNotClear } from '@/lib/domain/gate';
import { Refusal } from '@/lib/errors';
import { gateClaims } from '@/lib/stories/clearance-list';
import type { ClearVersion, WithdrawClearance } from '@/lib/stories/schemas';

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
