import { type ClaimChange, type ClaimFacts, decideMove, type MoveActor } from './claim-moves';
import { rangeProblem, type TextRange } from './text-anchor';
import type { AnchorState } from './vocabulary';

/** How a claim stands in a version, as far as these rules ask. */
export type StandingAnchor = {
  state: AnchorState;
  start: number | null;
  end: number | null;
  candidates: readonly TextRange[] | null;
};

/** The most claims that one is split into at once. */
export const MOST_PARTS = 10;

/** The places a person chooses from, as stored beside an AMBIGUOUS anchor. Throws when they are damaged. */
export function parseCandidates(stored: unknown): TextRange[] {
  if (stored === null || stored === undefined) return [];
  if (!Array.isArray(stored)) throw new Error('Stored candidates are not a list.');
  return stored.map((each: unknown) => {
    if (typeof each !== 'object' || each === null)
      throw new Error('A stored candidate is damaged.');
    const { start, end }: { start?: unknown; end?: unknown } = each;
    if (typeof start !== 'number' || typeof end !== 'number' || !(start < end))
      throw new Error('A stored candidate is damaged.');
    return { start, end };
  });
}

/** The candidate that starts at `start`; or why it cannot be chosen, in a sentence. */
export function chosenPlace(
  anchor: StandingAnchor | null,
  start: number,
): { range: TextRange } | { problem: string } {
  if (anchor?.state !== 'AMBIGUOUS')
    return { problem: 'There is nothing to choose: this claim has one place, or none.' };
  const range = (anchor.candidates ?? []).find((place) => place.start === start);
  return range === undefined
    ? {
        problem:
          'This is none of the places that fit. Choose one of those listed, or mark the words.',
      }
    : { range };
}

/** Why the claim cannot be moved to this range of the copy, in a sentence; null when it can. */
export function respanProblem(
  copy: string,
  anchor: StandingAnchor | null,
  range: TextRange,
): string | null {
  const problem = rangeProblem(copy, range);
  if (problem !== null) return problem;
  return anchor?.start === range.start && anchor.end === range.end
    ? 'These are the words it stands for already. Mark others, or leave it as it is.'
    : null;
}

/** Why the claim cannot be split into these ranges, in a sentence; null when it can. */
export function splitProblem(
  copy: string,
  anchor: StandingAnchor | null,
  ranges: readonly TextRange[],
): string | null {
  if (anchor?.start == null || anchor.end === null)
    return 'This claim has no place in the text. Say where its words are first.';
  if (ranges.length < 2) return 'Mark at least two parts of its words.';
  if (ranges.length > MOST_PARTS) return `Split it into ${MOST_PARTS} parts at most.`;
  for (const range of ranges) {
    const problem = rangeProblem(copy, range);
    if (problem !== null) return problem;
    if (range.start < anchor.start || range.end > anchor.end)
      return 'Every part must lie within the words of the claim. Mark other words as a claim of their own.';
  }
  const keys = new Set(ranges.map(({ start, end }) => `${start} ${end}`));
  return keys.size < ranges.length ? 'Two of the parts are the same words.' : null;
}

/** Why one claim cannot be merged into the other, in a sentence; null when it can. */
export function mergeProblem(
  claim: { id: string; storyId: string; state: ClaimFacts['state'] },
  into: { id: string; storyId: string; state: ClaimFacts['state'] },
): string | null {
  if (claim.id === into.id) return 'A claim cannot be merged into itself. Choose another.';
  if (claim.storyId !== into.storyId) return 'Only claims of one story can be merged.';
  if (claim.state === 'DROPPED') return 'This claim is dropped. Restore it before you merge it.';
  return into.state === 'DROPPED'
    ? 'The other claim is dropped. Restore it first, or choose another.'
    : null;
}

/**
 * Somebody has said which words a reopened claim stands for: it goes back to checking. A checker takes it; an editor
 * gives it to whoever checked it last (`lastCheckerId`; null: nobody). Empty when it is not reopened, or there is nobody to give it to.
 */
export function backToChecking(
  claim: ClaimFacts,
  actor: MoveActor,
  lastCheckerId: string | null,
): ClaimChange {
  if (claim.state !== 'REOPENED') return {};
  if (actor.role === 'CHECKER') return changeOf(decideMove('take', claim, actor, {}));
  if (lastCheckerId === null || !claim.deskCheckerIds.includes(lastCheckerId)) return {};
  const assignee = { id: lastCheckerId, role: 'CHECKER' as const, isDisabled: false };
  return changeOf(decideMove('assign', claim, actor, { assignee }));
}

const changeOf = (decision: ReturnType<typeof decideMove>): ClaimChange =>
  decision.ok ? decision.change : {};
