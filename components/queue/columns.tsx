'use client';

import { columnsFor, selectColumn, type TableColumn } from '@/components/data-table';
import { Avatar } from '@/components/ui/avatar';
import { FlagBadge } from '@/components/ui/flag-badge';
import { Icon } from '@/components/ui/icon';
import { FLAG_LABELS, STATUS_LABELS, TYPE_LABELS } from '@/lib/domain/labels';
import { count, countOrNone } from '@/lib/format';
import type { WrittenDue, WrittenRow, WrittenTime } from './queue-row';
import { STATUS_SIGNS } from './status-sign';

const column = columnsFor<WrittenRow>();

/** The queue's columns; those that can be sorted carry the name of their sort. */
export const QUEUE_COLUMNS: readonly TableColumn<WrittenRow>[] = column.columns([
  selectColumn<WrittenRow>(({ ref }) => ref, 'q-x'),
  column.display({
    id: 'ref',
    header: 'Ref',
    meta: { className: 'q-ref' },
    cell: ({ row }) => row.original.ref,
  }),
  column.display({
    id: 'claim',
    header: 'Claim',
    meta: { className: 'q-cl' },
    cell: ({ row: { original: claim } }) => (
      <a href={`/claims/${claim.id}`} className="words" dir="auto" data-row-link="">
        {claim.words}
      </a>
    ),
  }),
  column.display({
    id: 'story',
    header: 'Story',
    meta: { className: 'q-sto' },
    cell: ({ row: { original: claim } }) => (
      <a href={`/stories/${claim.storyId}`} dir="auto" tabIndex={-1}>
        {claim.story}
      </a>
    ),
  }),
  column.accessor('type', {
    header: 'Type',
    meta: { className: 'q-type' },
    cell: ({ row }) => TYPE_LABELS[row.original.type],
  }),
  column.accessor('status', {
    header: 'Status',
    meta: { className: 'q-sts' },
    cell: ({ row: { original: claim } }) => (
      <span className={STATUS_SIGNS[claim.status]}>{STATUS_LABELS[claim.status]}</span>
    ),
  }),
  column.display({
    id: 'evidence',
    header: 'Evidence',
    meta: { className: 'q-ev num' },
    cell: ({ row }) => evidence(row.original),
  }),
  column.display({
    id: 'flags',
    header: 'Flags',
    meta: { className: 'q-flg' },
    cell: ({ row }) => flags(row.original),
  }),
  column.display({
    id: 'who',
    header: 'Who',
    meta: { className: 'q-who' },
    cell: ({ row }) => <Avatar name={row.original.who} me={row.original.isMine} />,
  }),
  column.accessor('dueAt', {
    id: 'due',
    header: 'Due',
    meta: { className: 'q-due num' },
    cell: ({ row: { original: claim } }) => claim.due && dueCell(claim.due),
  }),
  column.accessor('updatedAt', {
    id: 'updated',
    header: 'Updated',
    meta: { className: 'q-upd num' },
    cell: ({ row: { original: claim } }) => timeCell(claim.updated),
  }),
]);

const timeCell = ({ iso, words }: WrittenTime) => <time dateTime={iso}>{words}</time>;

function dueCell(due: WrittenDue) {
  if (due.late === null) return timeCell(due);
  return (
    <span className="late">
      {timeCell(due)}
      {due.late}
    </span>
  );
}

/** Several may be cut short in the column: the whole list stands on hover. */
function flags({ flags }: WrittenRow) {
  if (flags.length === 0) return null;
  const badges = flags.map((flag) => <FlagBadge key={flag} flag={flag} />);
  if (flags.length < 2) return badges;
  return <span title={flags.map((flag) => FLAG_LABELS[flag]).join(', ')}>{badges}</span>;
}

/** Both counts. Central and defamatory claims need a second origin: one that stands on fewer is marked. */
function evidence(claim: WrittenRow) {
  if (claim.sources === 0) return <span className="text-ink-3">No sources</span>;
  const isThin =
    claim.origins < 2 &&
    claim.flags.some((flag) => flag === 'CENTRAL' || flag === 'DEFAMATORY') &&
    claim.status !== 'DROPPED';
  const sources = count(claim.sources, 'source');
  const origins = countOrNone(claim.origins, 'origin').toLowerCase();
  if (!isThin) return `${sources} · ${origins}`;
  return (
    <>
      {`${sources} · `}
      <span className="q-thin" title="This claim needs a second origin">
        {`${origins} `}
        <Icon name="warn" size={14} />
      </span>
    </>
  );
}
