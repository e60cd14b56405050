import { asJson } from '@/lib/audit/as-json';
import { record } from '@/lib/audit/record';
import { type ClaimRecord, claimFacts, loadClaim } from '@/lib/claims/claim-record';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/db/transaction';
import type { Json } from '@/lib/domain/audit-chain';
import { type ClaimChange, handInWhatWaits, MOVE_RULES } from '@/lib/domain/claim-moves';
import { independentOrigins, sourceCount } from '@/lib/domain/origins';
import type { Role } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/** The claim to change, or a refusal. */
export async function claimToChange(tx: Transaction, claimId: string): Promise<ClaimRecord> {
  const claim = await loadClaim(tx, claimId);
  if (claim === null)
    throw new Refusal('not-found', 'This claim is not on the desk. Go back to the queue.');
  return claim;
}

/**
 * The claim to change, held until the commit: for changes of what hangs on it, which come without a version of the
 * claim and must not lose against each other. A refusal when there is none.
 */
export async function claimToAddTo(tx: Transaction, claimId: string): Promise<ClaimRecord> {
  await tx.$queryRaw`SELECT 1 FROM claim WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  return claimToChange(tx, claimId);
}

/**
 * Write `change` where the claim still is at `version`, and move it one version on.
 * Throws Refusal('conflict') when somebody was faster: nothing is overwritten.
 */
export async function updateClaimAt(
  tx: Transaction,
  ctx: Context,
  claim: Pick<ClaimRecord, 'id'>,
  version: number,
  change: Prisma.ClaimUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.claim.updateMany({
    where: { id: claim.id, version },
    data: { ...change, version: version + 1, updatedAt: ctx.now },
  });
  if (count === 0) throw await staleClaim(tx, claim.id);
}

/** The refusal for a write with a stale version: it names who was faster. */
export async function staleClaim(tx: Transaction, claimId: string): Promise<Refusal> {
  const last = await tx.auditEvent.findFirst({
    // A note changes nothing that could be overwritten.
    where: { claimId, subjectType: { not: 'note' } },
    orderBy: { seq: 'desc' },
    select: { actorName: true },
  });
  const who = last?.actorName ?? 'Somebody';
  return new Refusal(
    'conflict',
    `${who} changed this claim after you opened it. Look at what is there now, then save again; your words are kept.`,
  );
}

/** A domain decision as columns. */
export function asColumns(change: ClaimChange): Prisma.ClaimUncheckedUpdateManyInput {
  const { checkerIds, ...columns } = change;
  return { ...columns, ...(checkerIds && { checkerIds: [...checkerIds] }) };
}

/**
 * After the claim's evidence changed: count sources and origins again and move the claim one version on, so that
 * nobody signs off on evidence they have not seen. With `reopenBecause`, a signed-off claim is reopened (I10).
 * `accepted`: the change counts already, so whoever made it had a hand in what waits for the second reader.
 */
export async function evidenceChanged(
  tx: Transaction,
  ctx: Context,
  before: ClaimRecord,
  { reopenBecause, accepted }: { reopenBecause: string | null; accepted: boolean },
): Promise<void> {
  const after = await claimToChange(tx, before.id);
  const facts = claimFacts(after);
  const reopens = reopenBecause !== null && before.state === 'SIGNED_OFF';
  const change = reopens
    ? MOVE_RULES.reopen.change(facts, ctx.actor, {})
    : accepted
      ? handInWhatWaits(before, ctx.actor.id)
      : {};
  await updateClaimAt(tx, ctx, before, before.version, {
    ...asColumns(change),
    ...(reopens && { reviewedAt: null }),
    sourceCount: sourceCount(facts.evidence),
    originCount: independentOrigins(facts.evidence).size,
  });
  if (reopens)
    await record(tx, ctx, {
      chain: before.storyId,
      verb: 'claim.reopened',
      subject: { type: 'claim', id: before.id },
      claimId: before.id,
      before: asJson({
        state: before.state,
        assigneeId: before.assigneeId,
        checkerIds: before.checkerIds,
        reviewerId: before.reviewerId,
        singlePerson: before.singlePerson,
      }),
      after: asJson({ ...change, reason: reopenBecause }),
      versionSha: before.contentSha256,
    });
}

/** The fields that a change writes, as they were and as they are, for the record. */
export function changedFields(claim: ClaimRecord, after: object): { before: Json; after: Json } {
  const was = Object.fromEntries(
    Object.keys(after).flatMap((field) =>
      field in claim ? [[field, claim[field as keyof ClaimRecord]]] : [],
    ),
  );
  return { before: asJson(was), after: asJson(after) };
}

/** Who may be given a claim, as the moves need them; a refusal when there is no such account. */
export async function findAssignee(
  tx: Transaction,
  userId: string,
): Promise<{ id: string; name: string; role: Role; isDisabled: boolean }> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, role: true, disabledAt: true },
  });
  if (user === null)
    throw new Refusal('invalid', 'This person has no account here. Choose somebody of the list.', {
      fields: { assigneeId: ['Choose somebody of the list.'] },
    });
  return { id: user.id, name: user.name, role: user.role, isDisabled: user.disabledAt !== null };
}
