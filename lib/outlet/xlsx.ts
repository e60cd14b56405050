import { looksLikeFormula } from '@/lib/domain/cell-guard';
import type { Cell, Column } from '@/lib/domain/sheet-columns';
import { wallClock } from '@/lib/outlet/iso-time';
import {
  contentTypesXml,
  coreXml,
  PACKAGE_RELS,
  STYLE,
  STYLES_XML,
  workbookRels,
  workbookXml,
} from '@/lib/outlet/xlsx-parts';
import { columnName, xmlAttribute, xmlText } from '@/lib/outlet/xlsx-text';
import { type ZipEntry, zipChunks } from '@/lib/outlet/zip';

/*
 * SpreadsheetML (ECMA-376, part 1) as small as Excel and LibreOffice take it. Text is inline, so that a sheet is
 * written row by row and nothing is held for a table of shared strings at the end.
 */

/** Cells of a page that is not a table, with how each looks. */
export type PageCell = { cell: Cell; style: keyof typeof STYLE };

export type XlsxSheet = {
  /** At most 31 characters, without []:*?/\ */
  tab: string;
  /** Widths of the columns, in characters. */
  widths: readonly number[];
} & (
  | {
      kind: 'table';
      heads: readonly string[];
      batches: AsyncIterable<readonly (readonly Cell[])[]>;
    }
  | { kind: 'page'; rows: readonly (readonly PageCell[])[] }
);

export type Workbook = {
  title: string;
  creator: string;
  at: Date;
  /** The IANA zone whose wall clock times are written in, unless a cell names its own. */
  zone: string;
  /** Printed at the head and foot of every page; the page number is added. */
  header: { left: string; right: string };
  footer: { left: string };
  sheets: readonly XlsxSheet[];
};

/** A table of `rows` under `columns`: frozen head, filter, and the head again on every printed page. */
export const tableSheet = <Row>(
  tab: string,
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): XlsxSheet => ({
  kind: 'table',
  tab,
  widths: columns.map(({ width }) => width),
  heads: columns.map(({ head }) => head),
  batches: cellsOf(columns, batches),
});

async function* cellsOf<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Cell[][]> {
  for await (const rows of batches) yield rows.map((row) => columns.map(({ cell }) => cell(row)));
}

/** The workbook's bytes, a chunk for every batch of rows. */
export const xlsxChunks = (book: Workbook): AsyncGenerator<Uint8Array> =>
  zipChunks(entries(book), book.at);

async function* entries(book: Workbook): AsyncGenerator<ZipEntry> {
  const tabs = book.sheets.map(({ tab }) => tab);
  yield part('[Content_Types].xml', contentTypesXml(tabs.length));
  yield part('_rels/.rels', PACKAGE_RELS);
  yield part('docProps/core.xml', coreXml(book.title, book.creator, book.at));
  yield part('xl/styles.xml', STYLES_XML);
  yield part('xl/_rels/workbook.xml.rels', workbookRels(tabs.length));
  // Where each filter ends is known once its rows are written, and the workbook part names it: it comes last.
  const ranges: (string | null)[] = [];
  for (const [at, sheet] of book.sheets.entries())
    yield {
      name: `xl/worksheets/sheet${at + 1}.xml`,
      chunks: encoded(
        sheetXml(sheet, book, at === 0, (range) => {
          ranges[at] = range;
        }),
      ),
    };
  yield part('xl/workbook.xml', workbookXml(tabs, ranges));
}

const part = (name: string, xml: string): ZipEntry => ({ name, chunks: encoded([xml]) });

const encoder = new TextEncoder();

async function* encoded(
  texts: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield encoder.encode(text);
}

async function* sheetXml(
  sheet: XlsxSheet,
  book: Workbook,
  isFirst: boolean,
  onRange: (range: string | null) => void,
): AsyncGenerator<string> {
  const isTable = sheet.kind === 'table';
  const pane = isTable
    ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
    : '';
  yield [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isTable ? '' : ' showGridLines="0"'}${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    '<sheetData>',
  ].join('');
  let rows = 0;
  if (sheet.kind === 'page') {
    yield sheet.rows.map((cells) => rowXml(++rows, cells, sheet.widths, book.zone)).join('');
    onRange(null);
  } else {
    yield rowXml(
      ++rows,
      sheet.heads.map((head) => ({ cell: head, style: 'head' as const })),
      sheet.widths,
      book.zone,
    );
    for await (const batch of sheet.batches)
      yield batch.map((cells) => tableRowXml(++rows, cells, sheet.widths, book.zone)).join('');
    onRange(`$A$1:$${columnName(sheet.heads.length - 1)}$${rows}`);
  }
  yield [
    '</sheetData>',
    isTable ? `<autoFilter ref="A1:${columnName(sheet.heads.length - 1)}${rows}"/>` : '',
    '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${paperFor(sheet.widths)}" orientation="landscape" fitToWidth="1" fitToHeight="${isTable ? 0 : 1}"/>`,
    `<headerFooter>${headerFooter(book, sheet.tab)}</headerFooter>`,
    '</worksheet>',
  ].join('');
}

/** Printed words may hold no more than 255 characters in all, and "&" begins a code. */
function headerFooter({ header, footer }: Workbook, tab: string): string {
  const words = (text: string, limit: number) =>
    xmlAttribute(
      [...text]
        .slice(0, limit)
        .join('')
        .replaceAll('&', '&&')
        .replace(/[\r\n]+/g, ' '),
    );
  return (
    `<oddHeader>&amp;L${words(header.left, 90)}&amp;C${words(tab, 31)}&amp;R${words(header.right, 60)}</oddHeader>` +
    `<oddFooter>&amp;L${words(footer.left, 120)}&amp;RPage &amp;P of &amp;N</oddFooter>`
  );
}

/** A4 while it stays readable one page wide, else A3. */
const paperFor = (widths: readonly number[]): 8 | 9 =>
  widths.reduce((total, width) => total + width, 0) > 200 ? 8 : 9;

function rowXml(
  row: number,
  cells: readonly PageCell[],
  widths: readonly number[],
  zone: string,
): string {
  let lines = 1;
  let xml = '';
  for (const [at, { cell, style }] of cells.entries()) {
    lines = Math.max(lines, linesOf(cell, widths[at] ?? 1));
    xml += cellXml(columnName(at), row, cell, style, zone);
  }
  const isTitle = cells.some(({ style }) => style === 'title');
  return rowOf(row, isTitle ? TITLE_POINTS : heightOf(lines), xml);
}

function tableRowXml(
  row: number,
  cells: readonly Cell[],
  widths: readonly number[],
  zone: string,
): string {
  let lines = 1;
  let xml = '';
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? null;
    lines = Math.max(lines, linesOf(cell, widths[at] ?? 1));
    xml += cellXml(columnName(at), row, cell, 'text', zone);
  }
  return rowOf(row, heightOf(lines), xml);
}

const rowOf = (row: number, points: number, cells: string): string =>
  `<row r="${row}" ht="${points}" customHeight="1">${cells}</row>`;

const TITLE_POINTS = 26;
const LINE_POINTS = 12;
/** No row may be higher. */
const HIGHEST_POINTS = 409;

const heightOf = (lines: number): number => Math.min(HIGHEST_POINTS, lines * LINE_POINTS + 3);

/** Lines this text takes when wrapped; programs measure wrapped rows differently on opening, or not at all. */
function linesOf(cell: Cell, width: number): number {
  if (typeof cell !== 'string') return 1;
  if (cell.length <= width && !cell.includes('\n')) return 1;
  let lines = 0;
  // Whole words wrap, so a line is rarely full.
  for (const line of cell.split('\n'))
    lines += Math.max(1, Math.ceil((line.length * 1.12) / width));
  return lines;
}

/** Days from 30 December 1899 to the epoch: how spreadsheets count time. */
const EPOCH_SERIAL = 25_569;
const DAY_MS = 86_400_000;

function cellXml(
  column: string,
  row: number,
  cell: Cell,
  style: keyof typeof STYLE,
  zone: string,
): string {
  if (cell === null || cell === '') return '';
  const at = `${column}${row}`;
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? `<c r="${at}" s="${style === 'text' ? STYLE.number : STYLE[style]}"><v>${cell}</v></c>`
      : '';
  if (typeof cell !== 'string') {
    const local = wallClock(cell.at, cell.zone ?? zone);
    return `<c r="${at}" s="${STYLE.time}"><v>${local.getTime() / DAY_MS + EPOCH_SERIAL}</v></c>`;
  }
  // Inline text is never read as a formula; the quote prefix keeps it so when somebody edits the cell.
  const look = style === 'text' && looksLikeFormula(cell) ? STYLE.quoted : STYLE[style];
  return `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cell)}</t></is></c>`;
}
