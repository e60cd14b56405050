'use client';

import { columnsFor, DataTable, type TableColumn } from '@/components/data-table';
import { Icon } from '@/components/ui/icon';
import { Time } from '@/components/ui/time';
import { CONFIDENTIALITY_LABELS, SOURCE_KIND_LABELS } from '@/lib/domain/labels';
import { count } from '@/lib/format';
import type { SourceRow } from '@/lib/sources/queries';

/** The library, a line for each source. */
export function SourcesTable({ sources }: { sources: readonly ListedSource[] }) {
  return (
    <DataTable
      label="Sources"
      className="list-table"
      columns={COLUMNS}
      rows={sources}
      rowId={({ id }) => id}
    />
  );
}

export type ListedSource = Pick<
  SourceRow,
  | 'id'
  | 'kind'
  | 'title'
  | 'creator'
  | 'publisher'
  | 'confidentiality'
  | 'publishedAt'
  | 'createdAt'
  | 'claimCount'
> & { isDerived: boolean };

const column = columnsFor<ListedSource>();
const COLUMNS: readonly TableColumn<ListedSource>[] = column.columns([
  column.display({
    id: 'title',
    header: 'Source',
    cell: ({ row: { original: source } }) => (
      <>
        <a href={`/sources/${source.id}`} className="l-name words" dir="auto">
          {source.title}
        </a>
        <span className="block text-small text-ink-3">
          {[source.creator, source.publisher].filter(Boolean).join(', ')}
        </span>
      </>
    ),
  }),
  column.display({
    id: 'kind',
    header: 'Kind',
    meta: { className: 'l-line l-quiet' },
    cell: ({ row }) => SOURCE_KIND_LABELS[row.original.kind],
  }),
  column.display({
    id: 'standing',
    header: 'Standing',
    meta: { className: 'l-line l-quiet' },
    cell: ({ row }) => <Standing source={row.original} />,
  }),
  column.display({
    id: 'published',
    header: 'Published',
    meta: { className: 'l-line num l-wide' },
    cell: ({ row }) =>
      row.original.publishedAt && <Time at={row.original.publishedAt} form="day" />,
  }),
  column.display({
    id: 'claims',
    header: 'Settles',
    meta: { className: 'l-line num' },
    cell: ({ row: { original: source } }) =>
      source.claimCount === 0 ? (
        <span className="text-ink-3">Nothing yet</span>
      ) : (
        count(source.claimCount, 'claim')
      ),
  }),
  column.display({
    id: 'added',
    header: 'Added',
    meta: { className: 'l-end num' },
    cell: ({ row }) => <Time at={row.original.createdAt} form="relative" />,
  }),
]);

function Standing({ source }: { source: ListedSource }) {
  return (
    <>
      {source.confidentiality !== 'OPEN' && (
        <span className="sign mr-3">
          <Icon name="lock" size={14} />
          {CONFIDENTIALITY_LABELS[source.confidentiality]}
        </span>
      )}
      {source.isDerived && (
        <span className="sign">
          <Icon name="fork" size={14} />
          Derived
        </span>
      )}
    </>
  );
}
