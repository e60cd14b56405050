import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unguardCell } from '@/lib/domain/cell-guard';
import type { Cell, Column } from '@/lib/domain/sheet-columns';
import { BOM, csvChunks } from '@/lib/outlet/csv';
import { isoWithOffset } from '@/lib/outlet/iso-time';

const column = (at: number): Column<readonly Cell[]> => ({
  key: `c${at}`,
  head: `Column ${at}`,
  width: 10,
  cell: (row) => row[at] ?? null,
});

async function* batches(...rows: (readonly Cell[])[][]) {
  yield* rows;
}

async function csv(rows: (readonly Cell[])[], options = { bom: false, zone: 'UTC' }) {
  const columns = [0, 1, 2].map(column);
  let text = '';
  for await (const chunk of csvChunks(columns, batches(rows), options)) text += chunk;
  return text;
}

it('separates with commas, ends lines with CRLF, and quotes only what needs it', async () => {
  expect(await csv([['18 of 24', 'said, he “said”', 'a "quote"\nover two lines']])).toBe(
    'Column 0,Column 1,Column 2\r\n18 of 24,"said, he “said”","a ""quote""\nover two lines"\r\n',
  );
});

it('begins with a byte order mark when asked to', async () => {
  expect((await csv([], { bom: true, zone: 'UTC' })).startsWith(BOM)).toBe(true);
  expect((await csv([])).startsWith('Column')).toBe(true);
});

it('writes numbers as numbers, sign and all, and guards text that begins like a formula', async () => {
  expect(await csv([[-5, '=1+1', '-5%']])).toContain("\r\n-5,'=1+1,-5%\r\n");
});

it('writes times with the offset of their zone, or of the file’s', async () => {
  const at = new Date('2023-05-04T11:47:09.500Z');
  const rows = [[{ at, zone: null }, { at, zone: 'Europe/Kyiv' }, null]];
  expect(await csv(rows, { bom: false, zone: 'Europe/London' })).toContain(
    '\r\n2023-05-04T12:47:09+01:00,2023-05-04T14:47:09+03:00,\r\n',
  );
});

it('knows offsets behind Greenwich, of half hours, and on either side of a change', () => {
  const at = (text: string, zone: string) => isoWithOffset(new Date(text), zone);
  expect(at('2023-05-04T11:47:00Z', 'America/St_Johns')).toBe('2023-05-04T09:17:00-02:30');
  expect(at('2023-10-29T00:59:59Z', 'Europe/London')).toBe('2023-10-29T01:59:59+01:00');
  expect(at('2023-10-29T01:00:00Z', 'Europe/London')).toBe('2023-10-29T01:00:00+00:00');
  expect(at('2023-05-04T11:47:00Z', 'Nowhere/Town')).toBe('2023-05-04T11:47:00+00:00');
});

it('is read back by another program as it was, once the guard is taken off', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc.string({
      unit: fc.constantFrom('=', '-', '5', '%', "'", '"', ',', '\r', '\n', ' ', '＝', 'a'),
    }),
  );
  const rows = fc.sample(fc.tuple(cell, cell, cell), { numRuns: 1_500, seed: 4 });
  const read: string[][] = parse(await csv(rows), { record_delimiter: '\r\n' });
  expect(read.slice(1).map((row) => row.map(unguardCell))).toEqual(rows);
});
