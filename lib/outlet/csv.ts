import { guardCell } from '@/lib/domain/cell-guard';
import type { Cell, Column } from '@/lib/domain/sheet-columns';
import { isoWithOffset } from '@/lib/outlet/iso-time';

/** Says "UTF-8" to Excel, which would otherwise guess. */
export const BOM = '\ufeff';

/**
 * A table as CSV, a chunk of text for each batch of rows: the next batch is asked for when the last was taken.
 * Times are ISO 8601 with the offset of `zone`; text that a spreadsheet could take for a formula is guarded.
 */
export async function* csvChunks<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  { bom, zone }: { bom: boolean; zone: string },
): AsyncGenerator<string> {
  yield (bom ? BOM : '') + csvLines([columns.map(({ head }) => head)]);
  for await (const rows of batches)
    yield csvLines(rows.map((row) => columns.map(({ cell }) => csvText(cell(row), zone))));
}

const NEEDS_QUOTES = /[",\r\n]/;

/** Finished cells as RFC 4180 lines: commas, quotes where they are needed, CRLF after each. Text is guarded already. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  let lines = '';
  for (const row of rows) {
    let separator = '';
    for (const cell of row) {
      lines += separator;
      lines +=
        typeof cell === 'string' && NEEDS_QUOTES.test(cell)
          ? `"${cell.replaceAll('"', '""')}"`
          : cell;
      separator = ',';
    }
    lines += '\r\n';
  }
  return lines;
}

function csvText(cell: Cell, zone: string): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? guardCell(cell) : isoWithOffset(cell.at, cell.zone ?? zone);
}
