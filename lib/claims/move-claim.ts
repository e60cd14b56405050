import type { AuditVerb } from '@/lib/audit/event';
import { chained, record } from '@/lib/audit/record';
import { type ClaimRecord, claimFacts, readClaimToMove } from '@/lib/claims/claim-record';
import {
  asColumns,
  changedFields,
  claimToChange,
  findAssignee,
  staleClaim,
  updateClaimAt,
} from '@/lib/claims/claim-writes';
import { type MoveColumns, moveStatement, type Stamps } from '@/lib/claims/move-statement';
import type { MoveClaim } from '@/lib/claims/schemas';
import type { Context } from '@/lib/context';
import { database, isChainOvertaken, readRows } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { type ClaimChange, decideMove } from '@/lib/domain/claim-moves';
import { claimStatus } from '@/lib/domain/claim-status';
import type { Move } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';

const VERBS: Record<Move, AuditVerb> = {
  take: 'claim.taken',
  assign: 'claim.assigned',
  wait: 'claim.put-on-wait',
  resume: 'claim.resumed',
  find: 'claim.found',
  submit: 'claim.submitted',
  'sign-off': 'claim.signed-off',
  return: 'claim.returned',
  reopen: 'claim.reopened',
  drop: 'claim.dropped',
  restore: 'claim.restored',
};

type Assignee = Awaited<ReturnType<typeof findAssignee>>;

/** How often a move is tried without holding the story's chain, before it is made holding it. */
const QUICK_ATTEMPTS = 4;

/**
 * Make one move of the table in lib/domain/claim-moves.ts; answers the claim as it stands after it.
 *
 * A move that writes nothing but the claim and its event is one statement, which fails as a whole where another event
 * came into the story's chain since the claim was read; it is decided anew then. A decision of the second reader
 * writes a review as well, and goes by a transaction like every other command.
 */
export async function moveClaim(ctx: Context, input: MoveClaim): Promise<ClaimRecord> {
  const assignee =
    input.assigneeId === undefined ? undefined : await findAssignee(database(), input.assigneeId);
  if (input.move !== 'sign-off' && input.move !== 'return')
    for (let attempt = 0; attempt < QUICK_ATTEMPTS; attempt += 1) {
      const moved = await quickMove(ctx, input, assignee);
      if (moved !== null) return moved;
    }
  return inTransaction((tx) => heldMove(tx, ctx, input, assignee));
}

/** Null: something else was written into the story meanwhile. */
async function quickMove(
  ctx: Context,
  input: MoveClaim,
  assignee: Assignee | undefined,
): Promise<ClaimRecord | null> {
  const found = await readClaimToMove(input.claimId);
  if (found === null) throw notOnTheDesk();
  const { claim, head } = found;
  if (claim.version !== input.version) throw await staleClaim(database(), claim.id);
  const { change, entry } = decide(ctx, claim, input, assignee);
  const columns = { ...change, ...stamps(ctx, claim, input.move) };
  try {
    const written = await readRows(moveStatement(ctx, claim, columns, chained(ctx, entry, head)));
    if (written.length === 0) return null;
  } catch (error) {
    if (isChainOvertaken(error)) return null;
    throw error;
  }
  return movedRecord(ctx, claim, columns, assignee);
}

/** The same in a transaction, which a review joins; others wait meanwhile, so it cannot be overtaken. */
async function heldMove(
  tx: Transaction,
  ctx: Context,
  input: MoveClaim,
  assignee: Assignee | undefined,
): Promise<ClaimRecord> {
  // A sign-off is of one version's words: no new version comes in between reading them and signing.
  if (input.move === 'sign-off') await holdWords(tx, input.claimId);
  const claim = await claimToChange(tx, input.claimId);
  if (claim.version !== input.version) throw await staleClaim(tx, claim.id);
  const { change, entry } = decide(ctx, claim, input, assignee);
  if (input.move === 'sign-off' || input.move === 'return')
    await writeReview(tx, ctx, claim, input, change);
  await updateClaimAt(tx, ctx, claim, input.version, {
    ...asColumns(change),
    ...stamps(ctx, claim, input.move),
  });
  await record(tx, ctx, entry);
  return claimToChange(tx, input.claimId);
}

/** The claim first and then its story, as a new version does. */
async function holdWords(tx: Transaction, claimId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM claim WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM story WHERE id = (SELECT story_id FROM claim WHERE id = ${claimId}::uuid) FOR SHARE`;
}

/** What the table says of this move: what it writes and what is recorded of it. Throws why it may not be made. */
function decide(ctx: Context, claim: ClaimRecord, input: MoveClaim, assignee?: Assignee) {
  const decision = decideMove(input.move, claimFacts(claim), ctx.actor, {
    finding: input.finding,
    said: input.said,
    reason: input.reason,
    contentSha256: input.contentSha256,
    assignee,
  });
  if (!decision.ok)
    throw new Refusal(decision.code, decision.reasons.join(' '), { reasons: decision.reasons });
  const entry = {
    chain: claim.storyId,
    verb: VERBS[input.move],
    subject: { type: 'claim' as const, id: claim.id },
    claimId: claim.id,
    ...changedFields(claim, {
      ...decision.change,
      ...(assignee !== undefined && { assigneeName: assignee.name }),
      ...(input.reason !== undefined && { reason: input.reason }),
    }),
    versionSha: claim.contentSha256,
  };
  return { change: decision.change, entry };
}

/** When and on which text a finding or a sign-off was made (I13). */
function stamps(ctx: Context, claim: ClaimRecord, move: Move): Stamps {
  if (move === 'find' || move === 'submit')
    return { checkedAt: ctx.now, checkedSha256: claim.contentSha256 };
  if (move === 'sign-off') return { reviewedAt: ctx.now };
  if (move === 'reopen') return { reviewedAt: null };
  if (move === 'restore') return { reviewedAt: null, mergedIntoId: null };
  return {};
}

/** The claim after its move, without reading it again. */
function movedRecord(
  ctx: Context,
  claim: ClaimRecord,
  { checkerIds, ...columns }: MoveColumns,
  assignee: Assignee | undefined,
): ClaimRecord {
  const moved = {
    ...claim,
    ...columns,
    ...(checkerIds && { checkerIds: [...checkerIds] }),
    version: claim.version + 1,
    updatedAt: ctx.now,
  };
  const names = new Map([
    [claim.assigneeId, claim.assigneeName],
    [claim.checkerId, claim.checkerName],
    [claim.reviewerId, claim.reviewerName],
    [ctx.actor.id, ctx.actor.name],
    ...(assignee === undefined ? [] : [[assignee.id, assignee.name] as const]),
    [null, null],
  ]);
  return {
    ...moved,
    status: claimStatus(moved),
    assigneeName: names.get(moved.assigneeId) ?? null,
    checkerName: names.get(moved.checkerId) ?? null,
    reviewerName: names.get(moved.reviewerId) ?? null,
  };
}

async function writeReview(
  tx: Transaction,
  ctx: Context,
  claim: ClaimRecord,
  input: MoveClaim,
  change: ClaimChange,
): Promise<void> {
  await tx.review.create({
    data: {
      id: newId(),
      claimId: claim.id,
      versionId: claim.versionId,
      sha256: claim.contentSha256,
      exact: claim.exact,
      decision: input.move === 'sign-off' ? 'APPROVE' : 'RETURN',
      finding: claim.finding,
      said: claim.said,
      reviewerId: ctx.actor.id,
      at: ctx.now,
      comment: input.reason ?? null,
      singlePerson: change.singlePerson ?? claim.singlePerson,
    },
    select: { id: true },
  });
}

const notOnTheDesk = (): Refusal =>
  new Refusal('not-found', 'This claim is not on the desk. Go back to the queue.');
