import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction } from '@/lib/db/transaction';
import {
  applyChanges,
  changeProblem,
  firstOverlap,
  overlapSentence,
} from '@/lib/domain/apply-changes';
import { mayDecideChange, mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { Refusal } from '@/lib/errors';
import { type AddedVersion, addVersion } from '@/lib/stories/add-version';
import { textOf } from '@/lib/stories/find-again';
import type { ApplySuggestions, DecideSuggestion, SuggestChange } from '@/lib/stories/schemas';

/** Suggest other words for a stretch of the story's current version. */
export function suggestChange(ctx: Context, input: SuggestChange): Promise<{ id: string }> {
  if (!mayDo(ctx.actor.role, 'suggest-change'))
    throw new Refusal('not-allowed', whyNotDo('suggest-change'));
  return inTransaction(async (tx) => {
    // Held, so that no version comes in between reading the words and keeping the suggestion beside them.
    await tx.$queryRaw`SELECT 1 FROM story WHERE id = ${input.storyId}::uuid FOR SHARE`;
    const story = await tx.story.findUnique({
      where: { id: input.storyId },
      select: { currentVersion: { select: { id: true, text: true, sha256: true } } },
    });
    if (story?.currentVersion == null)
      throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
    const { id: versionId, text, sha256 } = story.currentVersion;
    if (input.contentSha256 !== undefined && input.contentSha256 !== sha256)
      throw new Refusal(
        'conflict',
        'A newer version of the text came in while you were reading. Reload, then mark the words again.',
      );
    const { start, end, after } = input;
    const problem = changeProblem(text, { start, end }, after);
    if (problem !== null) throw new Refusal('invalid', problem, { fields: { after: [problem] } });
    if (input.claimId !== undefined) {
      const claim = await tx.claim.findUnique({
        where: { id: input.claimId },
        select: { storyId: true },
      });
      if (claim?.storyId !== input.storyId)
        throw new Refusal('invalid', 'This claim is not of this story.', {
          fields: { claimId: ['Choose a claim of this story.'] },
        });
    }
    const id = newId();
    const words = { start, end, before: text.slice(start, end), after };
    await tx.suggestedChange.create({
      data: {
        id,
        storyId: input.storyId,
        claimId: input.claimId ?? null,
        versionId,
        ...words,
        reason: input.reason ?? null,
        proposedById: ctx.actor.id,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await record(tx, ctx, {
      chain: input.storyId,
      verb: 'suggestion.made',
      subject: { type: 'suggestion', id },
      ...(input.claimId !== undefined && { claimId: input.claimId }),
      before: null,
      after: { ...words, reason: input.reason ?? null },
      versionSha: sha256,
    });
    return { id };
  });
}

/** Accept a suggested change or turn it down: for the story's author and editors. Until it is written in, it may be decided again. */
export function decideSuggestion(
  ctx: Context,
  { suggestionId, decision, note }: DecideSuggestion,
): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const suggestion = await tx.suggestedChange.findUnique({
      where: { id: suggestionId },
      select: {
        storyId: true,
        claimId: true,
        versionId: true,
        start: true,
        end: true,
        before: true,
        after: true,
        decision: true,
        resultId: true,
        story: { select: { authorId: true, currentVersionId: true } },
        base: { select: { sha256: true } },
      },
    });
    if (suggestion === null)
      throw new Refusal('not-found', 'There is no such suggestion. Look at the story again.');
    const { storyId, story } = suggestion;
    if (!mayDecideChange(ctx.actor, story.authorId))
      throw new Refusal('not-allowed', 'Only the story’s author and editors decide on a change.');
    if (suggestion.resultId !== null)
      throw rule('This change is written into the text already. Suggest another one instead.');
    if (decision === 'ACCEPTED') {
      if (suggestion.versionId !== story.currentVersionId)
        throw rule(
          'The words to change are not in the text any more. Turn it down, or suggest anew.',
        );
      const accepted = await tx.suggestedChange.findMany({
        where: {
          storyId,
          versionId: suggestion.versionId,
          decision: 'ACCEPTED',
          resultId: null,
          id: { not: suggestionId },
        },
        select: { start: true, end: true, before: true, after: true },
      });
      const touching = accepted.find(
        ({ start, end }) => start < suggestion.end && end > suggestion.start,
      );
      if (touching !== undefined) throw rule(overlapSentence([touching, suggestion]));
    }
    const { count } = await tx.suggestedChange.updateMany({
      where: {
        id: suggestionId,
        resultId: null,
        versionId: suggestion.versionId,
        decision: { equals: suggestion.decision, not: decision },
      },
      data: {
        decision,
        decidedById: ctx.actor.id,
        decidedAt: ctx.now,
        decisionNote: note ?? null,
      },
    });
    if (count === 0)
      throw new Refusal(
        'conflict',
        'This change was decided meanwhile. Look at it again before you decide.',
      );
    await record(tx, ctx, {
      chain: storyId,
      verb: decision === 'ACCEPTED' ? 'suggestion.accepted' : 'suggestion.rejected',
      subject: { type: 'suggestion', id: suggestionId },
      ...(suggestion.claimId !== null && { claimId: suggestion.claimId }),
      before: { decision: suggestion.decision },
      after: {
        decision,
        before: suggestion.before,
        after: suggestion.after,
        note: note ?? null,
      },
      versionSha: suggestion.base.sha256,
    });
    return { storyId };
  });
}

/**
 * Write every accepted change into the copy, at exactly its words: the next version. Refused when none is accepted, or
 * two touch the same words.
 */
export async function applySuggestions(
  ctx: Context,
  { storyId }: ApplySuggestions,
): Promise<AddedVersion> {
  if (!mayDo(ctx.actor.role, 'add-version'))
    throw new Refusal('not-allowed', whyNotDo('add-version'));
  const story = await database().story.findUnique({
    where: { id: storyId },
    select: { currentVersion: { select: { id: true, sha256: true } } },
  });
  if (story?.currentVersion == null)
    throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
  const { id: versionId, sha256 } = story.currentVersion;
  const accepted = await database().suggestedChange.findMany({
    where: { storyId, versionId, decision: 'ACCEPTED', resultId: null },
    orderBy: { start: 'asc' },
    select: { id: true, start: true, end: true, before: true, after: true },
  });
  if (accepted.length === 0)
    throw rule('No change is accepted and still to be written in. Accept one first.');
  const pair = firstOverlap(accepted);
  if (pair !== null) throw rule(overlapSentence(pair));
  const { copy, blocks } = await textOf(versionId);
  const next = applyChanges(copy, blocks, accepted);
  return addVersion(ctx, {
    storyId,
    copy: next.copy,
    blocks: next.blocks,
    contentSha256: sha256,
    reason: accepted.length === 1 ? 'A suggested change' : `${accepted.length} suggested changes`,
    resultOf: accepted.map(({ id }) => id),
  });
}

const rule = (sentence: string): Refusal => new Refusal('rule', sentence, { reasons: [sentence] });
