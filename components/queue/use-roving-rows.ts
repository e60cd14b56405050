'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';

/**
 * Moves through the rows of a table by keyboard: J and K, or the arrow keys inside it, Home and End. One row at a time
 * is in the tab order, the one the reader was on last (roving tabindex, ARIA practices). Rows carry `data-row`, and
 * what may be focused in them `data-row-link` or is their tick box. It writes to the elements themselves: moving the
 * mark by rendering would draw the table again at every key.
 *
 * `rows` is whatever changes when the rows do. Returns what tells which row the reader is on.
 */
export function useRovingRows(
  table: RefObject<HTMLTableElement | null>,
  rows: unknown,
  { onTick }: { onTick: (rowId: string) => void },
) {
  const current = useRef<string | null>(null);

  // Before this runs, and without JavaScript, every row is in the tab order.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows have new elements
  useEffect(() => {
    const element = table.current;
    if (element === null) return;
    mark(element, current.current);
    const onFocus = ({ target }: FocusEvent) => {
      const row = rowOf(target);
      if (row === null) return;
      current.current = row.dataset['row'] ?? null;
      mark(element, current.current, true);
    };
    const onKey = (event: KeyboardEvent) => {
      const step = STEPS[event.key];
      if (step === undefined || rowOf(event.target) === null || event.altKey || event.ctrlKey)
        return;
      event.preventDefault();
      move(element, current.current, step);
    };
    element.addEventListener('focusin', onFocus);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('keydown', onKey);
    };
  }, [table, rows]);

  const step = (by: Step) => table.current && move(table.current, current.current, by);
  useShortcuts([
    { keys: 'j', does: 'Next claim', run: () => step(1) },
    { keys: 'k', does: 'Claim before', run: () => step(-1) },
    {
      keys: 'x',
      does: 'Select the claim',
      run: () => current.current !== null && onTick(current.current),
    },
    {
      keys: 'Enter',
      does: 'Open the claim',
      run: () => linkOf(table.current?.querySelector('tr[data-current]') ?? null)?.click(),
    },
  ]);
}

/** So many rows on, or to an end. */
type Step = number;
const STEPS: Readonly<Record<string, Step>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const rowsOf = (table: HTMLTableElement) => [
  ...table.querySelectorAll<HTMLTableRowElement>('tr[data-row]'),
];

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('tr[data-row]') : null;

const linkOf = (row: Element | null): HTMLElement | null =>
  row?.querySelector<HTMLElement>('[data-row-link]') ?? null;

/** Puts this row, or the first, into the tab order and takes the others out; `seen` also draws the ring. */
function mark(table: HTMLTableElement, rowId: string | null, seen = false): void {
  const rows = rowsOf(table);
  const stop = rows.find((row) => row.dataset['row'] === rowId) ?? rows[0];
  for (const row of rows) {
    row.toggleAttribute('data-current', seen && row === stop);
    for (const control of row.querySelectorAll<HTMLElement>('[data-row-link], .tick-box'))
      control.tabIndex = row === stop ? 0 : -1;
  }
}

function move(table: HTMLTableElement, from: string | null, step: Step): void {
  const rows = rowsOf(table);
  const at = rows.findIndex((row) => row.dataset['row'] === from);
  const isOn = rowOf(document.activeElement) !== null || table.querySelector('[data-current]');
  const next =
    at < 0 || !isOn ? Math.max(at, 0) : Math.min(Math.max(at + step, 0), rows.length - 1);
  const row = rows[next];
  if (!row) return;
  linkOf(row)?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}
