import Link from 'next/link';
import { Bar } from '@/components/ui/share-bar';
import { StatusBadge } from '@/components/ui/status-badge';
import { STATUS_LOOKS } from '@/components/ui/status-look';
import { OPEN_STATUSES, queueHref } from '@/lib/claims/queue-view';
import type { ClaimStatus } from '@/lib/domain/vocabulary';
import { number } from '@/lib/format';
import type { StatusCount } from '@/lib/insights/queries';
import { Count } from './count';

/** How many claims wear each badge: work to do on the left, answers on the right. */
export function StatusCounts({ counts }: { counts: readonly StatusCount[] }) {
  const open = counts.filter(({ status }) => isOpen(status));
  const answered = counts.filter(({ status }) => !isOpen(status));
  const most = Math.max(1, ...counts.map(({ claims }) => claims));
  return (
    <div className="grid gap-x-14 gap-y-6 md:grid-cols-2">
      <StatusTable caption="Work to do" counts={open} most={most} />
      <StatusTable caption="Answered for" counts={answered} most={most} />
    </div>
  );
}

const isOpen = (status: ClaimStatus): boolean => OPEN_STATUSES.includes(status);

function StatusTable({ caption, counts, most }: TableProps) {
  const statuses = counts.map(({ status }) => status);
  const claims = counts.reduce((total, count) => total + count.claims, 0);
  return (
    <table className="w-full table-fixed border-collapse self-start">
      <caption className="border-b border-rule-strong pb-1.5 text-left">
        <span className="font-strong">{caption}</span>{' '}
        <Link href={queueHref({ statuses })} className="num ml-1 py-1 text-ink-3 hover:underline">
          {number(claims)}
          <span className="sr-only"> claims, show them</span>
        </Link>
      </caption>
      <colgroup>
        <col className="w-44" />
        <col />
        <col className="w-14" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th>Status</th>
          <th>Share</th>
          <th>Claims</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ status, claims: n }) => (
          <tr key={status} className="h-row border-b border-rule">
            <th scope="row">
              <StatusBadge status={status} className={n === 0 ? 'text-ink-3!' : ''} />
            </th>
            <td className="px-3">
              <Bar share={n / most} tint={STATUS_LOOKS[status].tint} />
            </td>
            <td className="num text-right">
              <Count n={n} href={queueHref({ statuses: [status] })} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type TableProps = { caption: string; counts: readonly StatusCount[]; most: number };
