import { CLEARANCE_LABELS } from '@/lib/domain/clearance-words';
import { type VersionCounts, versionSummary } from '@/lib/domain/other-words';
import { count } from '@/lib/format';
import type { ChangedClaim, VersionChange } from '@/lib/stories/version-change';

/** What a version did, in figures and in a sentence. */
export function VersionFigures({ change }: { change: VersionChange }) {
  const counts = countsOf(change.claims);
  const figures = [
    ['changed', counts.changed],
    ['ambiguous', counts.ambiguous],
    ['lost', counts.lost],
    ['moved', counts.moved],
    ['kept', counts.kept],
  ] as const;
  return (
    <>
      <dl className="num grid grid-cols-5 border-b border-rule-strong">
        {figures.map(([words, n]) => (
          <div key={words} className="flex flex-col-reverse justify-end py-2.5">
            <dt className="text-small text-ink-3">{words}</dt>
            <dd className="font-copy text-head leading-7 font-medium">{n}</dd>
          </div>
        ))}
      </dl>
      <p className="pt-3 text-body" data-summary>
        {versionSummary(counts)}
        {change.clearancesVoided.length > 0 &&
          ` ${fallen(change.clearancesVoided.map((kind) => CLEARANCE_LABELS[kind]))}`}
        {openDecisions(change.claims) > 0 &&
          ` ${count(openDecisions(change.claims), 'claim needs', 'claims need')} you to say where it stands.`}
      </p>
    </>
  );
}

const fallen = (kinds: readonly string[]): string =>
  kinds.length === 1
    ? `The ${kinds[0]?.toLowerCase()} clearance fell with it.`
    : `${kinds.length} clearances fell with it.`;

const openDecisions = (claims: readonly ChangedClaim[]): number =>
  claims.filter(
    ({ kind, settled }) => settled === null && (kind === 'ambiguous' || kind === 'lost'),
  ).length;

/** As the version's own entry in the record counts them, but for claims dropped since. */
function countsOf(claims: readonly ChangedClaim[]): VersionCounts {
  const standing = claims.filter(({ state }) => state !== 'DROPPED');
  const of = (kind: ChangedClaim['kind']) => standing.filter((claim) => claim.kind === kind).length;
  return {
    changed: of('changed'),
    ambiguous: of('ambiguous'),
    lost: of('lost'),
    moved: of('moved'),
    kept: of('kept'),
    reopened: standing.filter(({ wasSignedOff }) => wasSignedOff).length,
    voided: 0,
  };
}
