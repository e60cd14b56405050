import { Icon } from '@/components/ui/icon';
import type { ClaimView, EvidenceView } from '@/lib/claims/queries';
import { count } from '@/lib/format';
import { EvidenceItem } from './evidence-item';

/** The evidence of a claim under the origins it goes back to: ten outlets with one origin are one. `level`: of its headings. */
export function EvidenceList({ claim, level }: { claim: ClaimView; level: 3 | 4 }) {
  const Heading = level === 3 ? 'h3' : 'h4';
  const standing = claim.evidence.filter(({ removedAt }) => removedAt === null);
  const removed = claim.evidence.filter(({ removedAt }) => removedAt !== null);
  return (
    <>
      {standing.length === 0 ? (
        <p className="text-ink-3">
          No evidence yet.
          {claim.may.attachEvidence &&
            ' Add the source that settles it, with its words and where they stand.'}
        </p>
      ) : (
        groupsByOrigin(standing).map(({ key, label, isFirstHand, items }) => (
          <section key={key} className="mt-2 first:mt-0" aria-label={label ?? 'No origin named'}>
            <Heading className="mb-1 flex items-center gap-2 font-normal">
              <Icon
                name="origin"
                size={14}
                className={label === null && !isFirstHand ? 'text-ochre' : 'text-ink-3'}
              />
              {label !== null ? (
                <span dir="auto">
                  <span className="font-medium">{label}</span>
                  {items.length > 1 && (
                    <span className="text-small text-ink-3">
                      {' '}
                      {count(items.length, 'source')}, counted once
                    </span>
                  )}
                </span>
              ) : isFirstHand ? (
                <span className="text-ink-2">First-hand, no origin named</span>
              ) : (
                <span className="text-ochre">
                  No origin named: say where {items.length === 1 ? 'it goes' : 'they go'} back to
                </span>
              )}
            </Heading>
            <ul>
              {items.map((evidence) => (
                <li key={evidence.id} className="border-t border-rule py-2">
                  <EvidenceItem evidence={evidence} claim={claim} />
                </li>
              ))}
            </ul>
          </section>
        ))
      )}
      {removed.length > 0 && (
        <details className="mt-2">
          <summary className="py-1 text-small text-ink-3">
            {count(removed.length, 'piece')} removed
          </summary>
          <ul>
            {removed.map(({ id, source, removedByName, removedReason }) => (
              <li key={id} className="border-t border-rule py-1.5 text-small text-ink-3">
                <s>{source.title}</s>
                <span className="block">
                  {removedByName}: {removedReason}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** "4 sources, 1 origin", in ochre where the claim wants more than one. */
export function EvidenceCount({ claim }: { claim: ClaimView }) {
  if (claim.sources === 0) return null;
  const wantsMore =
    claim.origins < 2 && claim.flags.some((flag) => flag === 'CENTRAL' || flag === 'DEFAMATORY');
  return (
    <span className="num font-normal text-ink-3">
      {count(claim.sources, 'source')},{' '}
      {wantsMore ? (
        <span className="inline-flex items-baseline gap-1 font-strong text-ochre">
          <Icon name="origin" size={13} className="self-center" />
          {count(claim.origins, 'origin')}
        </span>
      ) : (
        count(claim.origins, 'origin')
      )}
    </span>
  );
}

/** Named origins first, in the order they were first brought; then what names none, first-hand before second-hand. */
function groupsByOrigin(evidence: readonly EvidenceView[]): Group[] {
  const groups = new Map<string, Group>();
  for (const each of evidence) {
    const isFirstHand = each.origin === null && each.proximity === 'PRIMARY';
    const key = each.origin?.id ?? (isFirstHand ? 'first-hand' : 'none');
    const label = each.origin?.label ?? null;
    const group = groups.get(key) ?? { key, label, isFirstHand, items: [] };
    group.items.push(each);
    groups.set(key, group);
  }
  const rank = ({ label, isFirstHand }: Group) => (label !== null ? 0 : isFirstHand ? 1 : 2);
  return [...groups.values()].toSorted((a, b) => rank(a) - rank(b));
}

type Group = { key: string; label: string | null; isFirstHand: boolean; items: EvidenceView[] };
