import { asJson } from '@/lib/audit/as-json';
import type { AuditEntry } from '@/lib/audit/event';
import type { Json } from '@/lib/domain/audit-chain';
import type { ClaimChange } from '@/lib/domain/claim-moves';
import { movedPastOthers } from '@/lib/domain/moved-order';
import {
  type VersionCounts,
  type WordsEffect,
  whyClearancesFall,
  withOtherWords,
} from '@/lib/domain/other-words';
import type { RangeDescription, TextRange } from '@/lib/domain/text-anchor';
import type { AnchorState, ClaimState, Finding, SaidFinding } from '@/lib/domain/vocabulary';
import { claimRef } from '@/lib/format';
import { type FoundAgain, placeKey } from '@/lib/stories/find-again';
import type { VersionBase } from '@/lib/stories/version-base';

/** A claim in a new version: where it stood, where it stands, and what that does to it. */
export type FoundClaim = {
  id: string;
  /** "C-014". */
  ref: string;
  state: AnchorState;
  reason: string;
  candidates: readonly TextRange[];
  /** Where it stood last, and in which version; that is an older one than the last for a claim without a place. */
  from: { exact: string; start: number; end: number; number: number };
  /** Null: it has no place in the new text. */
  to: RangeDescription | null;
  effect: WordsEffect;
  /** As the claim was before. */
  was: { state: ClaimState; finding: Finding; said: SaidFinding; exact: string; version: number };
  /** It stands where it stood, or is only shifted by what changed before it. */
  isKept: boolean;
  /** Its row changes: other words, another state, a finding gone. */
  isTouched: boolean;
};

const UNTOUCHED: WordsEffect = { change: {}, voids: null };

export function foundClaims(base: VersionBase, found: FoundAgain): FoundClaim[] {
  const kept = keptPlaces(base, found);
  return base.claims.map((claim) => {
    const placement = found.claims.get(placeKey(claim));
    if (placement === undefined) throw new Error(`Claim ${claim.id} was not looked for.`);
    const { state, to, reason, candidates } = placement;
    // The guard of a sign-off compares the very words: other ones never stay signed off.
    const stands =
      placement.verdictStands &&
      to !== null &&
      (claim.state !== 'SIGNED_OFF' || to.exact === claim.exact);
    const effect = stands ? UNTOUCHED : withOtherWords(claim, to?.exact ?? null);
    const { exact, version, finding, said } = claim;
    return {
      id: claim.id,
      ref: claimRef(claim.number),
      state,
      reason,
      candidates: state === 'AMBIGUOUS' ? candidates : [],
      from: {
        exact: claim.placeExact,
        start: claim.start,
        end: claim.end,
        number: claim.placeNumber,
      },
      to,
      effect,
      was: { state: claim.state, finding, said, exact, version },
      isKept: kept.has(claim.id),
      isTouched: !stands || to.exact !== exact,
    };
  });
}

/** The claims with the same words that nothing was moved past. */
function keptPlaces(base: VersionBase, found: FoundAgain): ReadonlySet<string> {
  const standing = base.claims.flatMap((claim) => {
    const { state, to } = found.claims.get(placeKey(claim)) ?? { state: 'LOST', to: null };
    return to !== null && (state === 'ATTACHED' || state === 'MOVED')
      ? [{ id: claim.id, from: { start: claim.start, end: claim.end }, to }]
      : [];
  });
  const moved = movedPastOthers(standing);
  return new Set(standing.filter((_, at) => moved[at] === false).map(({ id }) => id));
}

export function versionCounts(claims: readonly FoundClaim[]): VersionCounts {
  const standing = claims.filter(({ was }) => was.state !== 'DROPPED');
  const of = (state: AnchorState) => standing.filter((claim) => claim.state === state).length;
  return {
    changed: of('CHANGED'),
    ambiguous: of('AMBIGUOUS'),
    lost: of('LOST'),
    moved: standing.filter(isMoved).length,
    kept: standing.filter(({ isKept }) => isKept).length,
    reopened: standing.filter(({ effect }) => effect.voids === 'sign-off').length,
    voided: standing.filter(({ effect }) => effect.voids === 'finding').length,
  };
}

const isMoved = ({ state, isKept }: FoundClaim): boolean =>
  !isKept && (state === 'MOVED' || state === 'ATTACHED');

export const fallenRefs = (claims: readonly FoundClaim[]): string[] =>
  claims.filter(({ effect }) => effect.voids === 'sign-off').map(({ ref }) => ref);

type Outcome = {
  storyId: string;
  version: { id: string; number: number; sha256: string };
  claims: readonly FoundClaim[];
  counts: VersionCounts;
  clearances: readonly { id: string; kind: string }[];
  before: object;
  after: object;
};

/** The record of a new version: itself, each claim that it touched or moved, and each clearance that fell. */
export function versionEntries(outcome: Outcome): AuditEntry[] {
  const { storyId, version, claims } = outcome;
  const chain = storyId;
  const versionSha = version.sha256;
  return [
    {
      chain,
      verb: 'version.added',
      subject: { type: 'version', id: version.id },
      before: asJson(outcome.before),
      after: asJson({ ...outcome.after, claims: outcome.counts }),
      versionSha,
    },
    ...claims.filter(isTold).map(
      (claim): AuditEntry => ({
        chain,
        verb: verbOf(claim),
        subject: { type: 'claim', id: claim.id },
        claimId: claim.id,
        ...fieldsOf(claim, version.number),
        versionSha,
      }),
    ),
    ...outcome.clearances.map(
      ({ id, kind }): AuditEntry => ({
        chain,
        verb: 'clearance.voided',
        subject: { type: 'clearance', id },
        before: { kind },
        after: { kind, reason: whyClearancesFall(version.number, fallenRefs(claims)) },
        versionSha,
      }),
    ),
  ];
}

/** What stands where it stood is not news of the claim; the version's own entry counts it. */
const isTold = (claim: FoundClaim): boolean => claim.isTouched || !claim.isKept;

function verbOf({ effect, state }: FoundClaim): AuditEntry['verb'] {
  if (effect.voids === 'sign-off') return 'claim.reopened';
  if (state === 'LOST' || state === 'AMBIGUOUS') return 'claim.unplaced';
  return state === 'CHANGED' ? 'claim.reworded' : 'claim.relocated';
}

function fieldsOf(claim: FoundClaim, number: number): { before: Json; after: Json } {
  const { was, from, to, effect } = claim;
  const changed = Object.keys(effect.change) as (keyof ClaimChange)[];
  const before = Object.fromEntries(
    changed.flatMap((field) => (field in was ? [[field, was[field as keyof typeof was]]] : [])),
  );
  return {
    before: asJson({ ...before, exact: was.exact, start: from.start, end: from.end }),
    after: asJson({
      ...effect.change,
      exact: to?.exact ?? was.exact,
      start: to?.start ?? null,
      end: to?.end ?? null,
      anchor: claim.state,
      versionNumber: number,
      reason: sentenceOf(claim, number),
    }),
  };
}

/** Why, for the claim's history and the sheet: the version by number, what was found, and what fell with it. */
export function sentenceOf({ effect, reason }: FoundClaim, number: number): string {
  const fell = effect.voids === 'finding' ? ' The finding was on other words, and is void.' : '';
  return `Version ${number}: ${reason}${fell}`;
}
