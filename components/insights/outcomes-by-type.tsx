import { Icon } from '@/components/ui/icon';
import { STATUS_LOOKS } from '@/components/ui/status-look';
import { queueHref } from '@/lib/claims/queue-view';
import { STATUS_LABELS, TYPE_LABELS } from '@/lib/domain/labels';
import type { ClaimStatus } from '@/lib/domain/vocabulary';
import type { StatusCount, TypeOutcome } from '@/lib/insights/queries';
import { Count } from './count';

/** What came of each type of claim: a row a type, a column an answer that was given at least once. */
export function OutcomesByType({ types, counts }: Props) {
  const columns = counts.filter(({ status, claims }) => claims > 0 && ANSWERS.has(status));
  if (columns.length === 0)
    return <p className="py-3 text-ink-2">Nothing has been signed off yet.</p>;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-b border-rule-strong align-bottom text-small text-ink-3">
            <th scope="col" className="pb-1.5">
              Type
            </th>
            <th scope="col" className="w-20 pr-4 pb-1.5 text-right">
              Claims
            </th>
            {columns.map(({ status }) => (
              <th key={status} scope="col" className="w-24 pb-1.5 pl-3 text-right">
                <span
                  className={`inline-flex items-center justify-end gap-1 ${STATUS_LOOKS[status].tint}`}
                >
                  <Icon name={STATUS_LOOKS[status].icon} size={14} className="text-(--tint)" />
                  {STATUS_LABELS[status]}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="num">
          {types.map(({ type, claims, statuses }) => (
            <tr key={type} className="h-row border-b border-rule">
              <th scope="row" className="whitespace-nowrap">
                {TYPE_LABELS[type]}
              </th>
              <td className="pr-4 text-right">
                <Count n={claims} href={queueHref({ types: [type] })} />
              </td>
              {columns.map(({ status }) => (
                <td key={status} className="pl-3 text-right">
                  <Count
                    n={statuses.find((count) => count.status === status)?.claims ?? 0}
                    href={queueHref({ types: [type], statuses: [status] })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot className="num">
          <tr className="h-row border-t border-ink font-strong">
            <th scope="row" className="font-strong">
              All types
            </th>
            <td className="pr-4 text-right">
              <Count n={types.reduce((sum, { claims }) => sum + claims, 0)} href="/queue" />
            </td>
            {columns.map(({ status, claims }) => (
              <td key={status} className="pl-3 text-right">
                <Count n={claims} href={queueHref({ statuses: [status] })} />
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type Props = { types: readonly TypeOutcome[]; counts: readonly StatusCount[] };

const ANSWERS: ReadonlySet<ClaimStatus> = new Set<ClaimStatus>([
  'VERIFIED',
  'VERIFIED_AFTER_CHANGE',
  'ATTRIBUTION_ONLY',
  'ON_AUTHOR',
  'DISPUTED',
  'UNVERIFIED',
  'MISLEADING',
  'OUTDATED',
  'INCORRECT',
  'NOT_CHECKABLE',
]);
