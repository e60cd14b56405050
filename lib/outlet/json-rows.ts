import type { Cell, Column } from '@/lib/domain/sheet-columns';
import { isoWithOffset } from '@/lib/outlet/iso-time';

/** A table as a JSON list of objects by the columns' keys, a chunk for each batch. Text is as it is, unguarded. */
export async function* jsonRows<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  zone: string,
): AsyncGenerator<string> {
  let begun = '[';
  for await (const rows of batches) {
    const objects = rows.map((row) =>
      JSON.stringify(
        Object.fromEntries(columns.map(({ key, cell }) => [key, jsonValue(cell(row), zone)])),
      ),
    );
    if (objects.length === 0) continue;
    yield `${begun}${objects.join(',')}`;
    begun = ',';
  }
  yield begun === '[' ? '[]' : ']';
}

const jsonValue = (cell: Cell, zone: string): string | number | null =>
  cell !== null && typeof cell === 'object' ? isoWithOffset(cell.at, cell.zone ?? zone) : cell;
