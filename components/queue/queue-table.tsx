'use client';

import './queue.css';
import './status-signs.css';
import type { RowSelectionState } from '@tanstack/react-table';
import { useMemo, useRef, useState } from 'react';
import { DataTable } from '@/components/data-table';
import { useReader } from '@/components/frame/reader';
import { useShortcuts } from '@/components/frame/shortcuts';
import { type QueueView, queueHref, SORTS } from '@/lib/claims/queue-view';
import { QUEUE_COLUMNS } from './columns';
import { type BulkPowers, QueueFoot } from './queue-foot';
import { type QueueRow, writtenRow } from './queue-row';
import { useRovingRows } from './use-roving-rows';

/** A page of claims, and the foot that acts on those ticked. */
export function QueueTable({ claims, view, nextHref, people, powers }: Props) {
  const [selection, setSelection] = useState<RowSelectionState>({});
  const table = useRef<HTMLTableElement>(null);
  const sorting = useMemo(
    () => [{ id: view.sort, desc: view.descending }],
    [view.sort, view.descending],
  );
  const { zone, now } = useReader();
  const rows = useMemo(
    () => claims.map((claim) => writtenRow(claim, zone, now)),
    [claims, zone, now],
  );
  const selected = claims.filter(({ id }) => selection[id]);
  useRovingRows(table, claims, {
    onTick: (id) =>
      setSelection(({ [id]: ticked, ...others }) => (ticked ? others : { ...others, [id]: true })),
  });
  useShortcuts([{ keys: 'Escape', does: 'Clear the selection', run: () => setSelection({}) }]);

  return (
    <>
      <div className="relative min-h-0 flex-1 overflow-auto bg-paper">
        <DataTable
          ref={table}
          label="Claims"
          className="q-table"
          columns={QUEUE_COLUMNS}
          rows={rows}
          rowId={idOf}
          sorting={sorting}
          sortHref={(column) => sortHref(view, column)}
          selection={selection}
          onSelect={setSelection}
        />
      </div>
      <QueueFoot
        selected={selected}
        onClear={() => setSelection({})}
        people={people}
        powers={powers}
        shown={claims.length}
        firstHref={view.cursor === null ? null : queueHref({ cursor: null }, view)}
        nextHref={nextHref}
      />
    </>
  );
}

type Props = {
  claims: readonly QueueRow[];
  view: QueueView;
  /** Null: this is the last page. */
  nextHref: string | null;
  /** Who claims can be given to. */
  people: readonly { id: string; name: string }[];
  powers: BulkPowers;
};

const idOf = ({ id }: QueueRow): string => id;

/** Where a press on a column's head leads: its own order, or the other way round when it is that already. */
function sortHref(view: QueueView, column: string): string {
  const sort = (Object.keys(SORTS) as QueueView['sort'][]).find((name) => name === column);
  if (sort === undefined) return queueHref({}, view);
  const descending = view.sort === sort ? !view.descending : SORTS[sort].descending;
  return queueHref({ sort, descending }, view);
}
