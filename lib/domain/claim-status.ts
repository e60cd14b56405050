import type { ClaimState, ClaimStatus, Finding, SaidFinding } from './vocabulary';

type Standing = { state: ClaimState; finding: Finding; said: SaidFinding };

/** Said findings that confirm the attribution, whatever is known of its truth. */
const CONFIRMS_ATTRIBUTION: readonly SaidFinding[] = ['VERBATIM', 'TRANSLATION', 'PARAPHRASE'];

/**
 * The badge a person sees: where the work stands until a second person has signed it off, and from then on what
 * came out. Postgres computes the same in `claim.status`; a test compares the two over every combination.
 */
export function claimStatus({ state, finding, said }: Standing): ClaimStatus {
  if (state !== 'SIGNED_OFF') return state;
  if (finding === 'UNVERIFIED' && CONFIRMS_ATTRIBUTION.includes(said)) return 'ATTRIBUTION_ONLY';
  // The database refuses a sign-off without a finding; if one were ever read, it is shown as unproven.
  return finding === 'NONE' ? 'UNVERIFIED' : finding;
}

/** States in which nobody has answered for the claim yet. */
export const OPEN_STATES: readonly ClaimState[] = [
  'MARKED',
  'IN_CHECK',
  'WAITING',
  'READY',
  'REOPENED',
];
