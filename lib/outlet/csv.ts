import { stringify } from 'csv-stringify/sync';
import { guardCell } from '@/lib/domain/cell-guard';
import type { Cell, Column } from '@/lib/domain/sheet-columns';
import { isoWithOffset } from '@/lib/outlet/iso-time';

/** RFC 4180: commas, CRLF, quotes where they are needed. */
const FORMAT = { record_delimiter: '\r\n', delimiter: ',', quote: '"', escape: '"' };

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

/** Rows of finished cells as CSV lines, each with its line end; text cells must be guarded already. */
export const csvLines = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.length === 0
    ? ''
    : stringify(
        rows.map((row) => [...row]),
        FORMAT,
      );

function csvText(cell: Cell, zone: string): string | number {
  if (cell === null) return '';
  if (typeof cell === 'number') return cell;
  return typeof cell === 'string' ? guardCell(cell) : isoWithOffset(cell.at, cell.zone ?? zone);
}
