'use client';

import {
  type Cell,
  type Column,
  type ColumnDef,
  createColumnHelper,
  flexRender,
  type Row,
  type RowData,
  type RowSelectionState,
  rowSelectionFeature,
  rowSortingFeature,
  type SortingState,
  type Table,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { memo, type ReactNode, type Ref } from 'react';
import './data-table.css';
import { Icon } from '@/components/ui/icon';

/** How a column looks beyond its cells; read by the table below. */
type ColumnLook = {
  /** Class of the column's header and cells. */
  className?: string;
};

/** Sorting and selection as state alone: the rows arrive sorted, and never more than a page of them. */
const features = tableFeatures({
  rowSortingFeature,
  rowSelectionFeature,
  columnMeta: {} as ColumnLook,
});
type Features = typeof features;

/** A column as data: what it is called, what its cells hold, how it looks. Made with `columnsFor`. */
export type TableColumn<Data extends RowData> = ColumnDef<Features, Data>;

/** Makes the columns of a kind of row. Keep them outside of components: the table watches for new ones. */
export const columnsFor = <Data extends RowData>() => createColumnHelper<Features, Data>();

/**
 * Any columns, any rows, as a table. It knows nothing of what it shows and changes nothing: sorting is a link to an
 * address, selection is the caller's state. Keep `columns` and `rows` the same between renders that change neither.
 */
export function DataTable<Data extends RowData>({
  label,
  columns,
  rows,
  rowId,
  sorting = NO_SORTING,
  sortHref,
  selection = NO_SELECTION,
  onSelect,
  className = '',
  ref,
}: Props<Data>) {
  const table = useTable({
    features,
    columns: columns as TableColumn<Data>[],
    data: rows as Data[],
    getRowId: rowId,
    manualSorting: true,
    state: { sorting, rowSelection: selection },
    onRowSelectionChange: (change) =>
      onSelect?.(typeof change === 'function' ? change(selection) : change),
  });
  return (
    <table ref={ref} aria-label={label} className={className}>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => (
              <th
                key={header.id}
                scope="col"
                className={header.column.columnDef.meta?.className}
                aria-sort={ariaSort(header.column)}
              >
                <Heading
                  href={header.column.getCanSort() ? sortHref?.(header.column.id) : undefined}
                  sorted={header.column.getIsSorted()}
                >
                  {flexRender(header.column.columnDef.header, header.getContext())}
                </Heading>
              </th>
            ))}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => (
          <BodyRow key={row.id} row={row} isSelected={row.getIsSelected()} />
        ))}
      </tbody>
    </table>
  );
}

type Props<Data extends RowData> = {
  label: string;
  columns: readonly TableColumn<Data>[];
  rows: readonly Data[];
  rowId: (row: Data) => string;
  sorting?: SortingState;
  /** Where sorting by this column leads; columns with `enableSorting: false` are never asked for. */
  sortHref?: (columnId: string) => string;
  selection?: RowSelectionState;
  onSelect?: (selection: RowSelectionState) => void;
  className?: string;
  ref?: Ref<HTMLTableElement>;
};

const NO_SORTING: SortingState = [];
const NO_SELECTION: RowSelectionState = {};

function ariaSort<Data extends RowData>(column: Column<Features, Data>) {
  const sorted = column.getIsSorted();
  return sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending';
}

function Heading({ href, sorted, children }: HeadingProps) {
  if (href === undefined) return children;
  return (
    <a href={href} className={sorted === false ? undefined : 'text-ink'}>
      {children}
      {sorted !== false && <Icon name={sorted === 'asc' ? 'arrow-up' : 'arrow-down'} size={12} />}
    </a>
  );
}
type HeadingProps = {
  href: string | undefined;
  sorted: false | 'asc' | 'desc';
  children: ReactNode;
};

/** Drawn again only for new data or another tick: ticking one row of fifty must not draw the others. */
const BodyRow = memo(function BodyRow<Data extends RowData>({ row, isSelected }: RowProps<Data>) {
  return (
    <tr data-row={row.id} data-selected={isSelected ? '' : undefined}>
      {row.getAllCells().map((cell) => (
        <td key={cell.column.id} className={cell.column.columnDef.meta?.className}>
          {content(cell)}
        </td>
      ))}
    </tr>
  );
}) as <Data extends RowData>(props: RowProps<Data>) => ReactNode;
/**
 * What a cell holds. A page has five hundred cells, so their definitions are called and not rendered as components of
 * their own (one that needs hooks returns a component), and with the cell's own context made here: `getContext` would
 * remember each for a second reading that does not come.
 */
function content<Data extends RowData>(cell: Cell<Features, Data>): ReactNode {
  const { column, row, table } = cell;
  const { cell: definition } = column.columnDef;
  if (typeof definition !== 'function') return definition;
  const getValue = <Value,>() => cell.getValue<Value>();
  return definition({ cell, column, row, table, getValue, renderValue: getValue });
}

type RowProps<Data extends RowData> = { row: Row<Features, Data>; isSelected: boolean };

/** A tick box for each row and one for all of them; goes first among the columns of a table with a selection. */
export const selectColumn = <Data extends RowData>(
  nameOf: (row: Data) => string,
  className: string,
): TableColumn<Data> => ({
  id: 'select',
  enableSorting: false,
  meta: { className },
  header: ({ table }) => <SelectAll table={table} />,
  cell: ({ row }) => (
    <input
      type="checkbox"
      className="tick-box"
      aria-label={`Select ${nameOf(row.original)}`}
      checked={row.getIsSelected()}
      onChange={row.getToggleSelectedHandler()}
    />
  ),
});

function SelectAll<Data extends RowData>({ table }: { table: Table<Features, Data> }) {
  return (
    <input
      type="checkbox"
      className="tick-box"
      aria-label="Select all"
      checked={table.getIsAllRowsSelected()}
      ref={(box) => {
        if (box) box.indeterminate = table.getIsSomeRowsSelected() && !table.getIsAllRowsSelected();
      }}
      onChange={table.getToggleAllRowsSelectedHandler()}
    />
  );
}
