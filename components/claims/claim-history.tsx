import { Time } from '@/components/ui/time';
import type { AuditRow } from '@/lib/audit/queries';
import { historyLine } from './history-words';

/** Everything that happened to the claim, in the order it is given. */
export function ClaimHistory({ history }: { history: readonly AuditRow[] }) {
  return (
    <ol className="mt-1.5">
      {history.map((row) => {
        const { did, details } = historyLine(row);
        return (
          <li key={row.id} className="grid grid-cols-[68px_minmax(0,1fr)] py-1 text-ink-2">
            <Time at={row.at} className="num text-ink-3" />
            <span>
              <b className="font-medium text-ink">{row.actorName}</b> {did}
              {details.map((detail) => (
                <span key={detail} className="block text-small text-ink-3" dir="auto">
                  {detail}
                </span>
              ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
