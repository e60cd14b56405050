import { CsvError, parse } from 'csv-parse/sync';
import { CLAIM_TYPES, type ClaimType, FLAGS, type Flag } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import { decodeText } from '@/lib/intake/decode-text';

/** One row of a list of claims: words of a story to mark, and what is known of them. */
export type ClaimRow = {
  /** Of the file, from 1, the names of the columns included. */
  line: number;
  quote: string;
  /** UTF-16 offset into the copy; null: the words stand there once. */
  start: number | null;
  restatement: string | null;
  type: ClaimType | null;
  claimant: string | null;
  flags: Flag[];
  source: {
    title: string;
    url: string | null;
    excerpt: string | null;
    locator: string | null;
  } | null;
};

const COLUMNS = {
  quote: ['quote', 'claim', 'claim words', 'words', 'exact', 'exact words', 'text'],
  start: ['start', 'offset', 'from'],
  restatement: ['restatement', 'restated', 'stand-alone sentence'],
  type: ['type', 'claim type', 'kind'],
  claimant: ['claimant', 'who says so', 'speaker', 'attributed to'],
  flags: ['flags', 'flag'],
  title: ['source', 'source title', 'title'],
  url: ['link', 'url', 'source link', 'source url'],
  excerpt: ['excerpt', 'source excerpt', 'quote in source'],
  locator: ['locator', 'where', 'where in the source', 'page'],
} as const;
type Column = keyof typeof COLUMNS;

const LARGEST = 5_000_000;
const MOST_ROWS = 5_000;

/**
 * The claims in a CSV file (RFC 4180; comma, semicolon or tab). The first line names the columns, in any order; only
 * the claim's words are needed. Columns it does not know are left out.
 * @throws Refusal `invalid` with a sentence that names the line
 */
export function readClaimsCsv(bytes: Uint8Array): ClaimRow[] {
  if (bytes.length === 0) throw refused('This file is empty. Choose another.');
  if (bytes.length > LARGEST) throw refused('This file is larger than 5 MB. Bring it in in parts.');
  const decoded = decodeText(bytes);
  if (decoded === null) throw refused('This is no CSV file: it holds no text.');
  const [head, ...rows] = recordsOf(decoded.text);
  if (head === undefined) throw refused('There is nothing in this file but blank lines.');
  const columns = columnsOf(head.record);
  if (rows.length === 0)
    throw refused('There is no claim under the names of the columns. Add one claim a line.');
  if (rows.length > MOST_ROWS)
    throw refused(`The file has ${rows.length} claims; at most ${MOST_ROWS} are read at once.`);
  return rows.map(({ record, line }) => rowOf(columns, record, line));
}

const LF = 0x0a;
const CR = 0x0d;

type CsvRecord = { record: string[]; line: number };

function recordsOf(text: string): CsvRecord[] {
  const delimiter = delimiterOf(text);
  try {
    const found: unknown[] = parse(text, {
      delimiter,
      bom: true,
      info: true,
      relax_column_count_less: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 200_000,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    const file = Buffer.from(text);
    let at = 0;
    let line = 1;
    // csv-parse says at which byte a record ends; it began on the first line that is not blank after the one before.
    const goTo = (end: number, through: (byte: number) => boolean): void => {
      for (; at < end && through(file[at] ?? 0); at++)
        if (file[at] === LF || (file[at] === CR && file[at + 1] !== LF)) line++;
    };
    return (found as { record: string[]; info: { bytes: number } }[]).map(({ record, info }) => {
      goTo(file.length, (byte) => byte === LF || byte === CR);
      const begins = line;
      goTo(info.bytes, () => true);
      return { record, line: begins };
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(csvSentence(error));
  }
}

/** The mark that parts the columns of the first line. */
function delimiterOf(text: string): string {
  const first = /^\ufeff?[^\r\n]*/.exec(text)?.[0] ?? '';
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: first.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ',';
}

function csvSentence(error: CsvError): string {
  const line = 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : 1;
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `A quotation mark is opened at or before line ${line} and never closed. Close it, or write two where one is meant.`;
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return `Line ${line} has a quotation mark in the middle of a field. Put the field in quotation marks and write two for each inside it.`;
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
      return `Line ${line} has more fields than there are columns. Put fields that hold a comma in quotation marks.`;
    case 'CSV_MAX_RECORD_SIZE':
      return `The claim at line ${line} is longer than any claim can be. Look for a quotation mark that is not closed.`;
    default:
      return `Line ${line} cannot be read as CSV. Save the list again as CSV (UTF-8).`;
  }
}

function columnsOf(head: readonly string[]): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [at, given] of head.entries()) {
    const name = given
      .trim()
      .toLowerCase()
      .replace(/[_\s]+/g, ' ');
    for (const [column, names] of Object.entries(COLUMNS) as [Column, readonly string[]][])
      if (names.includes(name)) {
        if (columns.has(column))
          throw refused(`Line 1 names the column for ${name} twice. Take one of them out.`);
        columns.set(column, at);
      }
  }
  if (!columns.has('quote'))
    throw refused(
      'Line 1 must name the columns, one of them “quote” for the exact words of the claim: quote, start, restatement, type, claimant, flags, source, link, excerpt, locator.',
    );
  return columns;
}

function rowOf(columns: ReadonlyMap<Column, number>, record: string[], line: number): ClaimRow {
  const field = (column: Column): string | null => {
    const at = columns.get(column);
    const value = at === undefined ? '' : (record[at] ?? '').trim();
    return value === '' ? null : value;
  };
  const quote = field('quote');
  if (quote === null) throw refused(`Line ${line} has no words of a claim in it.`);
  const start = field('start');
  if (start !== null && !/^\d{1,9}$/.test(start))
    throw refused(
      `Line ${line}: “${start}” is no place in the copy. Give a whole number or nothing.`,
    );
  const url = field('url');
  if (url !== null && !isWebAddress(url))
    throw refused(`Line ${line}: “${url.slice(0, 80)}” is no whole link. Begin it with https://.`);
  const title = field('title') ?? url;
  return {
    line,
    quote,
    start: start === null ? null : Number(start),
    restatement: field('restatement'),
    type: wordOf(CLAIM_TYPES, field('type'), 'type', line),
    claimant: field('claimant'),
    flags: (field('flags') ?? '')
      .split(/[,;|]/)
      .map((flag) => wordOf(FLAGS, flag.trim() === '' ? null : flag, 'flag', line))
      .filter((flag) => flag !== null),
    source:
      title === null ? null : { title, url, excerpt: field('excerpt'), locator: field('locator') },
  };
}

function wordOf<Word extends string>(
  words: readonly Word[],
  given: string | null,
  what: string,
  line: number,
): Word | null {
  if (given === null) return null;
  const word = given
    .trim()
    .toUpperCase()
    .replace(/[\s-]+/g, '_');
  const known = words.find((candidate) => candidate === word);
  if (known === undefined)
    throw refused(
      `Line ${line}: “${given.trim().slice(0, 40)}” is no ${what}. Use one of: ${words.map((each) => each.toLowerCase().replaceAll('_', '-')).join(', ')}.`,
    );
  return known;
}

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { file: [sentence] } });
