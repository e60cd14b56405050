import { record } from '@/lib/audit/record';
import type { ClaimRecord } from '@/lib/claims/claim-record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';

/**
 * The wording a checker writes on a claim is a suggested change of its words: made when the wording is, and closed when
 * another takes its place or it is cleared (`wording` null). Nothing while the claim has no place in the text.
 */
export async function suggestWording(
  tx: Transaction,
  ctx: Context,
  claim: ClaimRecord,
  wording: string | null,
): Promise<void> {
  const { anchor } = claim;
  const open = await tx.suggestedChange.findMany({
    where: { claimId: claim.id, decision: 'OPEN' },
    select: { id: true, after: true, versionId: true },
  });
  const isMadeAlready = (each: (typeof open)[number]) =>
    each.after === wording && each.versionId === claim.versionId;
  const outdated = open.filter((each) => !isMadeAlready(each));
  if (outdated.length > 0)
    await tx.suggestedChange.updateMany({
      where: { id: { in: outdated.map(({ id }) => id) } },
      data: {
        decision: 'REJECTED',
        decidedById: ctx.actor.id,
        decidedAt: ctx.now,
        decisionNote:
          wording === null ? 'The wording was cleared.' : 'Another wording took its place.',
      },
    });
  if (wording === null || wording === claim.exact || open.some(isMadeAlready)) return;
  if (anchor?.start == null || anchor.end === null) return;
  const id = newId();
  const words = { start: anchor.start, end: anchor.end, before: claim.exact, after: wording };
  await tx.suggestedChange.create({
    data: {
      id,
      storyId: claim.storyId,
      claimId: claim.id,
      versionId: claim.versionId,
      ...words,
      proposedById: ctx.actor.id,
      createdAt: ctx.now,
    },
    select: { id: true },
  });
  await record(tx, ctx, {
    chain: claim.storyId,
    verb: 'suggestion.made',
    subject: { type: 'suggestion', id },
    claimId: claim.id,
    before: null,
    after: words,
    versionSha: claim.contentSha256,
  });
}
