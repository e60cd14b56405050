import { asJson } from '@/lib/audit/as-json';
import type { AuditVerb } from '@/lib/audit/event';
import { record } from '@/lib/audit/record';
import { type ClaimRecord, claimFacts } from '@/lib/claims/claim-record';
import { asColumns, claimToChange, staleClaim, updateClaimAt } from '@/lib/claims/claim-writes';
import type {
  AttributionInput,
  EditClaim,
  MarkClaim,
  MoveClaim,
  QuantityInput,
} from '@/lib/claims/schemas';
import { suggestWording } from '@/lib/claims/wording-suggestion';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Json } from '@/lib/domain/audit-chain';
import { parseBlocks } from '@/lib/domain/blocks';
import {
  assigneeProblem,
  type ClaimChange,
  decideMove,
  handInWhatWaits,
  isSinglePerson,
  whyNotTheWriter,
} from '@/lib/domain/claim-moves';
import { firstGuessAtType } from '@/lib/domain/claim-type';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { describeRange, locateQuote, rangeProblem, refuseQuote } from '@/lib/domain/text-anchor';
import type { Move, Role } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/** Mark words of the story's current version as a claim. */
export async function markClaim(
  ctx: Context,
  input: MarkClaim,
): Promise<{ id: string; number: number }> {
  if (!mayDo(ctx.actor.role, 'mark-claim'))
    throw new Refusal('not-allowed', whyNotDo('mark-claim'));
  return inTransaction(async (tx) => {
    const story = await tx.story.findUnique({
      where: { id: input.storyId },
      select: {
        id: true,
        dueAt: true,
        currentVersion: { select: { id: true, text: true, sha256: true, blocks: true } },
      },
    });
    if (!story?.currentVersion)
      throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
    const version = story.currentVersion;
    if (input.contentSha256 !== undefined && input.contentSha256 !== version.sha256)
      throw newerText();

    const located = locateQuote(version.text, input.quote, input.start);
    if (!located.ok) {
      const blocks = parseBlocks(version.blocks);
      const sentence = refuseQuote(version.text, blocks, input.quote, located, input.start);
      throw new Refusal('invalid', sentence, { fields: { quote: [sentence] } });
    }
    const problem = rangeProblem(version.text, located.range);
    if (problem !== null) throw new Refusal('invalid', problem, { fields: { quote: [problem] } });
    const anchor = describeRange(version.text, located.range);

    const { nextClaimNumber, currentVersionId } = await tx.story.update({
      where: { id: story.id },
      data: { nextClaimNumber: { increment: 1 }, updatedAt: ctx.now },
      select: { nextClaimNumber: true, currentVersionId: true },
    });
    // The story is held from here on; a version that came in before that has not seen this claim.
    if (currentVersionId !== version.id) throw newerText();
    const number = nextClaimNumber - 1;
    const claimId = newId();
    const claim = {
      exact: anchor.exact,
      restatement: input.restatement ?? null,
      type: input.type ?? firstGuessAtType(anchor.exact),
      voice: input.claimant === undefined ? ('OWN' as const) : ('ATTRIBUTED' as const),
      flags: input.flags ?? [],
    };
    await tx.claim.create({
      data: {
        id: claimId,
        storyId: story.id,
        number,
        ...claim,
        dueAt: story.dueAt,
        markedById: ctx.actor.id,
        createdAt: ctx.now,
        updatedAt: ctx.now,
        anchors: { create: { id: newId(), versionId: version.id, ...anchor, createdAt: ctx.now } },
        ...(input.claimant !== undefined && {
          attributions: {
            create: { id: newId(), position: 0, party: input.claimant, role: 'SPEAKER' as const },
          },
        }),
      },
      select: { id: true },
    });
    await record(tx, ctx, {
      chain: story.id,
      verb: 'claim.marked',
      subject: { type: 'claim', id: claimId },
      claimId,
      before: null,
      after: {
        ...claim,
        number,
        start: anchor.start,
        end: anchor.end,
        claimant: input.claimant ?? null,
      },
      versionSha: version.sha256,
    });
    return { id: claimId, number };
  });
}

const newerText = (): Refusal =>
  new Refusal(
    'conflict',
    'A newer version of the text came in while you were reading. Reload, then mark the words again.',
  );

/** Fields that say what was checked: on a signed-off claim they change only after it is reopened. */
const CHECKED_FIELDS = [
  'restatement',
  'type',
  'voice',
  'polarity',
  'flags',
  'asOf',
  'timeZone',
  'place',
  'suggestedWording',
  'quantities',
  'attribution',
] as const satisfies readonly (keyof EditClaim)[];

const changesWhatIsChecked = (input: EditClaim): boolean =>
  CHECKED_FIELDS.some((field) => input[field] !== undefined);

/** Change what is said about the claim; its words and findings have their own commands. */
export function editClaim(ctx: Context, input: EditClaim): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const claim = await claimToChange(tx, input.claimId);
    refuseEdit(ctx, claim, input);
    const assignee = await newAssignee(tx, ctx, claim, input);
    const { claimId, version, quantities, attribution, assigneeId, ...fields } = input;
    const given = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Prisma.ClaimUncheckedUpdateManyInput;
    const speaks = attribution === undefined ? undefined : attribution.length > 0;
    const voice =
      input.voice ?? (speaks === undefined ? undefined : speaks ? 'ATTRIBUTED' : undefined);

    const change = {
      ...given,
      ...(voice !== undefined && { voice }),
      // "Was it said?" is not asked of our own assertions.
      ...(voice === 'OWN' && claim.said !== 'NONE' && { said: 'NONE' as const }),
      ...(assignee !== undefined && {
        assigneeId: assignee.id,
        singlePerson: isSinglePerson(claim, assignee.id),
      }),
    };
    const hand = changesWhatIsChecked(input) ? handInWhatWaits(claim, ctx.actor.id) : {};
    await updateClaimAt(tx, ctx, claim, version, { ...change, ...asColumns(hand) });
    if (quantities !== undefined) await replaceQuantities(tx, claimId, quantities);
    if (attribution !== undefined) await replaceAttribution(tx, claimId, attribution);
    if (input.suggestedWording !== undefined)
      await suggestWording(tx, ctx, claim, input.suggestedWording);
    await record(tx, ctx, {
      chain: claim.storyId,
      verb: assignee === undefined ? 'claim.edited' : 'claim.reassigned',
      subject: { type: 'claim', id: claimId },
      claimId,
      ...changedFields(claim, {
        ...change,
        ...hand,
        ...(quantities !== undefined && { quantities }),
        ...(attribution !== undefined && { attribution }),
        ...(assignee !== undefined && { assigneeName: assignee.name }),
      }),
      versionSha: claim.contentSha256,
    });
    return { storyId: claim.storyId };
  });
}

function refuseEdit(ctx: Context, claim: ClaimRecord, input: EditClaim): void {
  const isOwnMark = claim.markedById === ctx.actor.id && claim.state === 'MARKED';
  const mayEdit =
    mayDo(ctx.actor.role, 'edit-claim') || (isOwnMark && mayDo(ctx.actor.role, 'mark-claim'));
  if (!mayEdit) throw new Refusal('not-allowed', whyNotDo('edit-claim'));
  if (!changesWhatIsChecked(input)) return;
  const isWriter = claim.state === 'MARKED' ? null : whyNotTheWriter(claim, ctx.actor.id);
  if (isWriter !== null) throw new Refusal('not-allowed', isWriter);
  if (claim.state === 'SIGNED_OFF' || claim.state === 'DROPPED') {
    const sentence =
      claim.state === 'SIGNED_OFF'
        ? 'This claim is signed off. Reopen it with a reason before you change what was checked.'
        : 'This claim is dropped. Restore it before you change it.';
    throw new Refusal('rule', sentence, { reasons: [sentence] });
  }
}

/** Who gets the claim when the edit hands it on; undefined: it stays where it is. */
async function newAssignee(
  tx: Transaction,
  ctx: Context,
  claim: ClaimRecord,
  { assigneeId }: EditClaim,
): Promise<{ id: string; name: string } | undefined> {
  if (assigneeId === undefined) return undefined;
  if (!mayDo(ctx.actor.role, 'hand-on-claim'))
    throw new Refusal('not-allowed', whyNotDo('hand-on-claim'));
  if (claim.state !== 'IN_CHECK' && claim.state !== 'WAITING') {
    const sentence = 'Only a claim in check can be handed on. Assign it instead.';
    throw new Refusal('rule', sentence, { reasons: [sentence] });
  }
  const assignee = await findAssignee(tx, assigneeId);
  const problem = assigneeProblem(claimFacts(claim), { assignee });
  if (problem !== null)
    throw new Refusal(problem.code, problem.sentence, { reasons: [problem.sentence] });
  return assignee;
}

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

/** Make one move of the table in lib/domain/claim-moves.ts. */
export function moveClaim(ctx: Context, input: MoveClaim): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    // A sign-off is of one version's words: no new version comes in between reading them and signing.
    if (input.move === 'sign-off') await holdWords(tx, input.claimId);
    const claim = await claimToChange(tx, input.claimId);
    if (claim.version !== input.version) throw await staleClaim(tx, claim.id);
    const assignee =
      input.assigneeId === undefined ? undefined : await findAssignee(tx, input.assigneeId);
    const decision = decideMove(input.move, claimFacts(claim), ctx.actor, {
      finding: input.finding,
      said: input.said,
      reason: input.reason,
      contentSha256: input.contentSha256,
      assignee,
    });
    if (!decision.ok)
      throw new Refusal(decision.code, decision.reasons.join(' '), { reasons: decision.reasons });

    if (input.move === 'sign-off' || input.move === 'return')
      await writeReview(tx, ctx, claim, input, decision.change);
    await updateClaimAt(tx, ctx, claim, input.version, {
      ...asColumns(decision.change),
      ...stamps(ctx, claim, input.move),
    });
    await record(tx, ctx, {
      chain: claim.storyId,
      verb: VERBS[input.move],
      subject: { type: 'claim', id: claim.id },
      claimId: claim.id,
      ...changedFields(claim, {
        ...decision.change,
        ...(assignee !== undefined && { assigneeName: assignee.name }),
        ...(input.reason !== undefined && { reason: input.reason }),
      }),
      versionSha: claim.contentSha256,
    });
    return { storyId: claim.storyId };
  });
}

/** The claim first and then its story, as a new version does. */
async function holdWords(tx: Transaction, claimId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM claim WHERE id = ${claimId}::uuid FOR NO KEY UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM story WHERE id = (SELECT story_id FROM claim WHERE id = ${claimId}::uuid) FOR SHARE`;
}

/** When and on which text a finding or a sign-off was made (I13). */
function stamps(
  ctx: Context,
  claim: ClaimRecord,
  move: Move,
): Prisma.ClaimUncheckedUpdateManyInput {
  if (move === 'find' || move === 'submit')
    return { checkedAt: ctx.now, checkedSha256: claim.contentSha256 };
  if (move === 'sign-off') return { reviewedAt: ctx.now };
  if (move === 'reopen') return { reviewedAt: null };
  if (move === 'restore') return { reviewedAt: null, mergedIntoId: null };
  return {};
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

async function findAssignee(
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

async function replaceQuantities(
  tx: Transaction,
  claimId: string,
  quantities: readonly QuantityInput[],
): Promise<void> {
  await tx.quantity.deleteMany({ where: { claimId } });
  await tx.quantity.createMany({
    data: quantities.map((quantity, position) => ({
      id: newId(),
      claimId,
      position,
      value: quantity.value ?? null,
      unit: quantity.unit ?? null,
      qualifier: quantity.qualifier ?? 'EXACT',
      low: quantity.low ?? null,
      high: quantity.high ?? null,
      ofWhat: quantity.ofWhat ?? null,
    })),
  });
}

async function replaceAttribution(
  tx: Transaction,
  claimId: string,
  attribution: readonly AttributionInput[],
): Promise<void> {
  await tx.attribution.deleteMany({ where: { claimId } });
  await tx.attribution.createMany({
    data: attribution.map((link, position) => ({
      id: newId(),
      claimId,
      position,
      party: link.party,
      role: link.role,
      verb: link.verb ?? null,
      ground: link.ground ?? 'ON_RECORD',
    })),
  });
}

/** The fields that a change writes, as they were and as they are, for the record. */
function changedFields(claim: ClaimRecord, after: object): { before: Json; after: Json } {
  const was = Object.fromEntries(
    Object.keys(after).flatMap((field) =>
      field in claim ? [[field, claim[field as keyof ClaimRecord]]] : [],
    ),
  );
  return { before: asJson(was), after: asJson(after) };
}
