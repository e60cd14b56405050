import { listed } from './other-words';
import type { ClaimState, ClearanceKind, Finding, Role } from './vocabulary';

/** A claim as far as the gate before publication asks. */
export type GateClaim = { ref: string; state: ClaimState; finding: Finding };

const CLEARERS: Readonly<Record<ClearanceKind, readonly Role[]>> = {
  RESEARCH: ['CHECKER', 'EDITOR'],
  LEGAL: ['LAWYER'],
  EDITOR: ['EDITOR'],
};

const WHO: Readonly<Record<ClearanceKind, string>> = {
  RESEARCH: 'Only checkers and editors clear a text for research.',
  LEGAL: 'Only a lawyer clears a text legally.',
  EDITOR: 'Only an editor gives the editor’s clearance.',
};

/** Why this person may not give a clearance of that kind, in a sentence; null when they may. */
export function whyNotClear(
  kind: ClearanceKind,
  actor: { id: string; role: Role },
  storyAuthorId: string | null,
): string | null {
  if (!CLEARERS[kind].includes(actor.role)) return WHO[kind];
  return actor.id === storyAuthorId ? 'You wrote this story. Somebody else must clear it.' : null;
}

/** Who may take a clearance back: whoever gave it, and editors. */
export const mayWithdraw = (actor: { id: string; role: Role }, byId: string): boolean =>
  actor.id === byId || actor.role === 'EDITOR';

/**
 * What stands in the way of clearing a text, in sentences naming the claims; empty when nothing does. A claim found
 * incorrect blocks as long as it stands; what is misleading, disputed or outdated is for the editor who clears to decide.
 */
export function clearanceBlockers(claims: readonly GateClaim[]): string[] {
  const standing = claims.filter(({ state }) => state !== 'DROPPED');
  if (standing.length === 0) return ['No claim has been marked. Mark what can be checked first.'];
  const unsigned = standing.filter(({ state }) => state !== 'SIGNED_OFF');
  const incorrect = standing.filter(
    ({ state, finding }) => state === 'SIGNED_OFF' && finding === 'INCORRECT',
  );
  return [
    incorrect.length > 0 &&
      `${refs(incorrect)} ${incorrect.length === 1 ? 'is' : 'are'} incorrect and still in the text. Change the words, or cut them.`,
    unsigned.length > 0 &&
      `${refs(unsigned)} ${unsigned.length === 1 ? 'is' : 'are'} not signed off yet.`,
  ].filter((reason) => reason !== false);
}

const refs = (claims: readonly GateClaim[]): string => listed(claims.map(({ ref }) => ref));
