import Link from 'next/link';
import { Time } from '@/components/ui/time';
import type { ListedAuditRow } from '@/lib/audit/queries';
import { AUDIT_WORDS } from '@/lib/audit/verb-words';
import { auditChanges } from '@/lib/domain/audit-changes';
import { claimRef } from '@/lib/format';
import { TableFrame } from './table-frame';
import { CELL, HEAD, TABLE } from './table-look';

/** A page of the record: when, who did what to what, and what changed by it. */
export function AuditTable({ rows }: { rows: readonly ListedAuditRow[] }) {
  if (rows.length === 0)
    return <p className="py-6 text-ink-2">Nothing of the kind has happened yet.</p>;
  return (
    <TableFrame label="Audit log">
      <table className={TABLE} aria-label="Audit log">
        <thead className={HEAD}>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What happened</th>
            <th scope="col">About</th>
            <th scope="col">What changed</th>
          </tr>
        </thead>
        <tbody className={CELL}>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="num min-w-24 text-ink-2 md:whitespace-nowrap">
                <Time at={row.at} form="full" />
              </td>
              <td className="min-w-40">
                <b className="font-medium">
                  <bdi>{row.actorName}</bdi>
                </b>{' '}
                {AUDIT_WORDS[row.verb] ?? row.verb}
              </td>
              <td className="max-w-64 min-w-40">
                <About row={row} />
              </td>
              <td className="min-w-48 text-small text-ink-2">
                <Changes row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function About({ row: { claim, story, person } }: { row: ListedAuditRow }) {
  if (story === null) return person === null ? 'The desk' : <bdi>{person}</bdi>;
  return (
    <>
      {claim && (
        <>
          <Link href={`/claims/${claim.id}`} className="link">
            {claimRef(claim.number)}
          </Link>
          ,{' '}
        </>
      )}
      <Link href={`/stories/${story.id}`} className="hover:underline">
        <bdi>{story.headline}</bdi>
      </Link>
    </>
  );
}

const SHOWN_AT_ONCE = 3;

function Changes({ row }: { row: ListedAuditRow }) {
  const changes = auditChanges(row.before, row.after);
  const more = changes.length - SHOWN_AT_ONCE;
  return (
    <>
      <ChangeList changes={changes.slice(0, SHOWN_AT_ONCE)} />
      {more > 0 && (
        <details>
          <summary className="link min-h-6 w-fit list-none">{more} more</summary>
          <ChangeList changes={changes.slice(SHOWN_AT_ONCE)} />
        </details>
      )}
    </>
  );
}

function ChangeList({ changes }: { changes: ReturnType<typeof auditChanges> }) {
  return (
    <ul>
      {changes.map(({ what, from, to }) => (
        <li key={what} className="max-w-96 break-words">
          {what}:{' '}
          {from !== null && (
            <>
              <del className="text-ink-3">
                <bdi>{from}</bdi>
              </del>{' '}
            </>
          )}
          {to === null ? (
            <i>taken out</i>
          ) : (
            <ins className="no-underline">
              <bdi>{to}</bdi>
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
