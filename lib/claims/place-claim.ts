import { asJson } from '@/lib/audit/as-json';
import type { AuditVerb } from '@/lib/audit/event';
import { record } from '@/lib/audit/record';
import { type ClaimRecord, claimFacts } from '@/lib/claims/claim-record';
import { asColumns, claimToAddTo, staleClaim, updateClaimAt } from '@/lib/claims/claim-writes';
import { moveClaim } from '@/lib/claims/commands';
import type { AcceptNewWords, ChooseAnchor, CutClaim, RespanClaim } from '@/lib/claims/schemas';
import type { Context } from '@/lib/context';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { type ClaimChange, whyNotTheWriter } from '@/lib/domain/claim-moves';
import {
  backToChecking,
  chosenPlace,
  parseCandidates,
  respanProblem,
} from '@/lib/domain/claim-place';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { type WordsEffect, withOtherWords } from '@/lib/domain/other-words';
import { describeRange, type TextRange } from '@/lib/domain/text-anchor';
import { Refusal } from '@/lib/errors';
import { Prisma } from '@/prisma/generated/client';

/** A person says which words of the current version a claim stands for. What comes of it is one claim's change. */

/** Choose one of the places that fit a claim whose words could be in several. */
export function chooseAnchor(ctx: Context, input: ChooseAnchor): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const claim = await claimToPlace(tx, ctx, input);
    const anchor = placeOf(claim);
    const chosen = chosenPlace(anchor, input.start);
    if ('problem' in chosen) throw rule(chosen.problem);
    const reason = `${ctx.actor.name} chose it among ${anchor?.candidates.length ?? 0} places.`;
    await standAt(tx, ctx, claim, chosen.range, { verb: 'claim.placed', reason });
    return { storyId: claim.storyId };
  });
}

/** Mark which words of the current version the claim stands for from now on; a verdict on the old ones is void. */
export function respanClaim(ctx: Context, input: RespanClaim): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const claim = await claimToPlace(tx, ctx, input);
    refuseOtherText(claim, input.contentSha256);
    const problem = respanProblem(await textOf(tx, claim), placeOf(claim), input);
    if (problem !== null) throw new Refusal('invalid', problem, { fields: { start: [problem] } });
    const reason = `${ctx.actor.name} marked these words.`;
    await standAt(tx, ctx, claim, input, { verb: 'claim.placed', reason });
    return { storyId: claim.storyId };
  });
}

/** “Same claim, new words”: the words that a new version brought are its own, and it goes back to checking. */
export function acceptNewWords(ctx: Context, input: AcceptNewWords): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const claim = await claimToPlace(tx, ctx, input);
    if (claim.anchor?.state !== 'CHANGED')
      throw rule('Its words did not change with this version, so there is nothing to accept.');
    const change = backToChecking(claimFacts(claim), ctx.actor, claim.checkerId);
    await updateClaimAt(tx, ctx, claim, claim.version, asColumns(change));
    await recordPlace(tx, ctx, claim, 'claim.words-accepted', change, { exact: claim.exact });
    return { storyId: claim.storyId };
  });
}

/** The claim's words were cut from the text: dropped with that reason, and kept. */
export const cutClaim = (
  ctx: Context,
  { claimId, version }: CutClaim,
): Promise<{ storyId: string }> =>
  moveClaim(ctx, { claimId, version, move: 'drop', reason: 'Cut from the text.' });

/** The claim, held until the commit with the version it stands in, for whoever may say where it stands. */
export async function claimToPlace(
  tx: Transaction,
  ctx: Context,
  { claimId, version }: { claimId: string; version: number },
): Promise<ClaimRecord> {
  const claim = await claimToAddTo(tx, claimId);
  const isOwnMark = claim.markedById === ctx.actor.id && claim.state === 'MARKED';
  if (!mayDo(ctx.actor.role, 'place-claim') && !(isOwnMark && mayDo(ctx.actor.role, 'mark-claim')))
    throw new Refusal('not-allowed', whyNotDo('place-claim'));
  const isWriter = claim.state === 'MARKED' ? null : whyNotTheWriter(claim, ctx.actor.id);
  if (isWriter !== null) throw new Refusal('not-allowed', isWriter);
  if (claim.version !== version) throw await staleClaim(tx, claim.id);
  if (claim.state === 'DROPPED')
    throw rule('This claim is dropped. Restore it before you say where it stands.');
  return claim;
}

/** A range counts characters of one text: one marked on an older text is refused. */
export function refuseOtherText(claim: ClaimRecord, contentSha256: string | undefined): void {
  if (contentSha256 !== undefined && contentSha256 !== claim.contentSha256)
    throw new Refusal(
      'conflict',
      'A newer version of the text came in while you were reading. Reload, then mark the words again.',
    );
}

export const placeOf = ({ anchor }: ClaimRecord) =>
  anchor && { ...anchor, candidates: parseCandidates(anchor.candidates) };

export async function textOf(tx: Transaction, { versionId }: ClaimRecord): Promise<string> {
  const { text } = await tx.version.findUniqueOrThrow({
    where: { id: versionId },
    select: { text: true },
  });
  return text;
}

/** Write the claim's new place: its anchor, its words, and what other words do to its verdict. */
export async function standAt(
  tx: Transaction,
  ctx: Context,
  claim: ClaimRecord,
  range: TextRange,
  told: { verb: AuditVerb; reason: string; more?: object },
): Promise<void> {
  const anchor = describeRange(await textOf(tx, claim), range);
  const hadPlace = claim.anchor?.start != null;
  const isSame = anchor.exact === claim.exact;
  await tx.anchor.update({
    where: { claimId_versionId: { claimId: claim.id, versionId: claim.versionId } },
    data: {
      ...anchor,
      state: isSame ? 'MOVED' : 'CHANGED',
      reason: told.reason,
      candidates: Prisma.DbNull,
    },
    select: { id: true },
  });
  // The same words, found again by a person, are those that were judged; other words, or another place, are not.
  const effect: WordsEffect =
    isSame && !hadPlace ? { change: {}, voids: null } : withOtherWords(claim, anchor.exact);
  const back = backToChecking(
    claimFacts({ ...claim, anchor: { ...anchor, state: 'MOVED', reason: null, candidates: null } }),
    ctx.actor,
    claim.checkerId,
  );
  const change: ClaimChange = { ...effect.change, ...back };
  await updateClaimAt(tx, ctx, claim, claim.version, {
    exact: anchor.exact,
    ...asColumns(change),
    ...(effect.voids === 'sign-off' && { reviewedAt: null }),
    ...(effect.voids === 'finding' && { checkedAt: null, checkedSha256: null }),
  });
  const verb = effect.voids === 'sign-off' ? 'claim.reopened' : told.verb;
  await recordPlace(tx, ctx, claim, verb, change, {
    exact: anchor.exact,
    start: anchor.start,
    end: anchor.end,
    reason: reasonOf(effect, told.reason),
    ...told.more,
  });
}

const reasonOf = ({ voids }: WordsEffect, reason: string): string =>
  voids === 'finding' ? `${reason} The finding was on other words, and is void.` : reason;

async function recordPlace(
  tx: Transaction,
  ctx: Context,
  claim: ClaimRecord,
  verb: AuditVerb,
  change: ClaimChange,
  more: object,
): Promise<void> {
  const after = { ...change, ...more };
  const was = { ...claim, start: claim.anchor?.start ?? null, end: claim.anchor?.end ?? null };
  const before = Object.fromEntries(
    Object.keys(after).flatMap((field) =>
      field in was && field !== 'reason' ? [[field, was[field as keyof typeof was]]] : [],
    ),
  );
  await record(tx, ctx, {
    chain: claim.storyId,
    verb,
    subject: { type: 'claim', id: claim.id },
    claimId: claim.id,
    before: asJson(before),
    after: asJson(after),
    versionSha: claim.contentSha256,
  });
}

const rule = (sentence: string): Refusal => new Refusal('rule', sentence, { reasons: [sentence] });
