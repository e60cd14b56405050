import { type ClaimChange, reopened } from './claim-moves';
import { standsIn } from './text-anchor';
import type { ClaimState, Finding, SaidFinding } from './vocabulary';

/** What is known of a claim when its words change under it. */
export type WordedClaim = {
  state: ClaimState;
  droppedFrom: ClaimState | null;
  finding: Finding;
  said: SaidFinding;
  suggestedWording: string | null;
};

/** What other words do to a claim. */
export type WordsEffect = {
  /** What the claim's row takes on; empty: nothing but the words. */
  change: ClaimChange;
  /** What other words made void: the sign-off, a finding nobody had signed off, or neither. */
  voids: 'sign-off' | 'finding' | null;
};

const NOTHING: WordsEffect = { change: {}, voids: null };

/** Who made it goes with the finding: it was made on words that are gone. */
const FINDING_VOID: ClaimChange = {
  finding: 'NONE',
  said: 'NONE',
  checkerId: null,
  checkerIds: [],
};

/**
 * What happens to a claim whose words are others now, or nowhere (I5 and I9 of docs/domain.md: a sign-off covers exact
 * words). Signed off: reopened, the finding kept to be read. In work: a finding on the old words is void, and what
 * waited for the second reader goes back to the checker; only “verified after change” stays when the new words are the
 * suggested ones it was made for. `words`: the claim's words now; null: it has no place.
 */
export function withOtherWords(claim: WordedClaim, words: string | null): WordsEffect {
  switch (claim.state) {
    case 'SIGNED_OFF':
      return { change: reopened(), voids: 'sign-off' };
    case 'READY':
    case 'IN_CHECK':
    case 'WAITING':
      return inWork(claim, claim.state, words);
    case 'DROPPED':
      // A dropped claim may be restored to where it stood, and must not come back with a verdict on other words.
      return whileDropped(claim, words);
    case 'MARKED':
    case 'REOPENED':
      return NOTHING;
  }
}

function inWork(claim: WordedClaim, state: ClaimState, words: string | null): WordsEffect {
  const hasFinding = claim.finding !== 'NONE' || claim.said !== 'NONE';
  if (!hasFinding || isTheChangeAskedFor(claim, words)) return NOTHING;
  return {
    change: { ...FINDING_VOID, ...(state === 'READY' && { state: 'IN_CHECK' as const }) },
    voids: 'finding',
  };
}

function whileDropped(claim: WordedClaim, words: string | null): WordsEffect {
  const from = claim.droppedFrom;
  if (from !== 'READY' && from !== 'IN_CHECK' && from !== 'WAITING') return NOTHING;
  const { change, voids } = inWork(claim, from, words);
  const { state, ...rest } = change;
  return { change: { ...rest, ...(state !== undefined && { droppedFrom: state }) }, voids };
}

const isTheChangeAskedFor = (claim: WordedClaim, words: string | null): boolean =>
  claim.finding === 'VERIFIED_AFTER_CHANGE' &&
  claim.suggestedWording !== null &&
  words !== null &&
  standsIn(words, claim.suggestedWording);

/** How many claims of a story, dropped ones aside, a new version found how, as people say it; and what fell with it. */
export type VersionCounts = {
  changed: number;
  ambiguous: number;
  lost: number;
  /** The same words, past others: a mere shift is kept. */
  moved: number;
  kept: number;
  /** Claims whose sign-off fell. */
  reopened: number;
  /** Claims in work whose finding fell. */
  voided: number;
};

/** "1 claim reopened, 2 moved, 27 stand": what a new version did, for the person who brought it in. */
export function versionSummary(counts: VersionCounts): string {
  const changed = counts.changed + counts.ambiguous + counts.lost;
  const total = changed + counts.moved + counts.kept;
  if (total === 0) return 'The story has no claims yet.';
  const parts = [
    counts.reopened > 0 && `${claims(counts.reopened)} reopened`,
    changed - counts.reopened > 0 &&
      `${counts.reopened > 0 ? `${changed - counts.reopened} more` : claims(changed)} changed`,
    counts.ambiguous + counts.lost > 0 && `${counts.ambiguous + counts.lost} without a place`,
    counts.moved > 0 && `${counts.moved} moved`,
    counts.kept > 0 && `${counts.kept} ${counts.kept === 1 ? 'stands' : 'stand'}`,
  ].filter((part) => part !== false);
  return `${parts.join(', ')}.`;
}

/** Why clearances fall with a new version, naming the claims whose sign-off fell with it. `refs`: "C-004", … */
export const whyClearancesFall = (number: number, refs: readonly string[]): string =>
  `Version ${number} changed words that were signed off: ${listed(refs)}.`;

const MOST_NAMED = 8;

/** "C-001, C-002 and C-003". */
export function listed(words: readonly string[]): string {
  const named =
    words.length > MOST_NAMED
      ? [...words.slice(0, MOST_NAMED), `${words.length - MOST_NAMED} more`]
      : [...words];
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}

const claims = (n: number): string => `${n} ${n === 1 ? 'claim' : 'claims'}`;
