import {
  CLAIM_COLUMNS,
  EVIDENCE_COLUMNS,
  SECTION_COLUMN,
  SOURCE_COLUMNS,
} from '@/lib/domain/sheet-columns';
import { SECTION_HEADS, SHEET_SECTIONS } from '@/lib/domain/sheet-sections';
import { CLEARANCE_KINDS } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { shortHash } from '@/lib/format';
import { csvChunks } from '@/lib/outlet/csv';
import { jsonRows } from '@/lib/outlet/json-rows';
import { tableSheet, xlsxChunks } from '@/lib/outlet/xlsx';
import { zipChunks } from '@/lib/outlet/zip';
import { FRONT_WIDTHS, frontRows } from '@/lib/sheets/front-page';
import type { SheetReading } from '@/lib/sheets/read-sheet';
import { AUDIT_COLUMNS, OVERRIDE_COLUMNS } from '@/lib/sheets/record-columns';
import { SHEET_PARTS, type SheetFormat, type SheetPart } from '@/lib/sheets/schemas';
import type { SheetFacts } from '@/lib/sheets/sheet-facts';

/** How the file is written, beside what is in it. */
export type FileOptions = { part: SheetPart; bom: boolean; zone: string };

/** The bytes of the sheet in one format, read as they are asked for. */
export const sheetChunks: Readonly<
  Record<SheetFormat, (reading: SheetReading, options: FileOptions) => AsyncIterable<Uint8Array>>
> = {
  xlsx: workbook,
  csv: (reading, options) => encoded(csvPart(reading, options)),
  zip: (reading, options) =>
    zipChunks(
      SHEET_PARTS.map((part) => ({
        name: `${part}.csv`,
        chunks: encoded(csvPart(reading, { ...options, part })),
      })),
      reading.facts.exportedAt,
    ),
  json: (reading, options) => encoded(json(reading, options.zone)),
};

/** What each format is called on the way out. */
export const MEDIA_TYPES: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  zip: 'application/zip',
  json: 'application/json',
};

function csvPart(reading: SheetReading, { part, bom, zone }: FileOptions): AsyncIterable<string> {
  const options = { bom, zone };
  switch (part) {
    case 'claims':
      return csvChunks([SECTION_COLUMN, ...CLAIM_COLUMNS], reading.rows(), options);
    case 'evidence':
      return csvChunks(EVIDENCE_COLUMNS, reading.evidence(), options);
    case 'sources':
      return csvChunks(SOURCE_COLUMNS, one([...reading.sources.values()]), options);
  }
}

function workbook(reading: SheetReading, { zone }: FileOptions): AsyncIterable<Uint8Array> {
  const { facts, sources } = reading;
  const { story, text } = facts;
  return xlsxChunks({
    title: `Verified-claims sheet: ${story.headline}`,
    creator: `${facts.exporter}, Stet ${facts.appVersion}`,
    at: facts.exportedAt,
    zone,
    header: { left: story.headline, right: `${story.slug}, version ${text.number}` },
    footer: { left: `Text ${shortHash(text.sha256, 4)}, ${facts.verdict.headline}` },
    sheets: [
      { kind: 'page', tab: 'Front page', widths: FRONT_WIDTHS, rows: frontRows(facts, zone) },
      ...SHEET_SECTIONS.map((section) =>
        tableSheet(SECTION_HEADS[section].tab, CLAIM_COLUMNS, reading.rows(section)),
      ),
      tableSheet('G Sources', SOURCE_COLUMNS, one([...sources.values()])),
      tableSheet('H Evidence', EVIDENCE_COLUMNS, reading.evidence()),
      tableSheet('K Overrides', OVERRIDE_COLUMNS, one(facts.overrides)),
      tableSheet('K Audit extract', AUDIT_COLUMNS, reading.audit()),
    ],
  });
}

async function* json(reading: SheetReading, zone: string): AsyncGenerator<string> {
  yield `{"sheet":${JSON.stringify(frontFacts(reading.facts))},"sections":[`;
  for (const [at, section] of SHEET_SECTIONS.entries()) {
    const { letter, title } = SECTION_HEADS[section];
    yield `${at === 0 ? '' : ','}{"section":${JSON.stringify(section)},"letter":${JSON.stringify(letter)},"title":${JSON.stringify(title)},"claims":`;
    yield* jsonRows(CLAIM_COLUMNS, reading.rows(section), zone);
    yield '}';
  }
  yield '],"sources":';
  yield* jsonRows(SOURCE_COLUMNS, one([...reading.sources.values()]), zone);
  yield ',"evidence":';
  yield* jsonRows(EVIDENCE_COLUMNS, reading.evidence(), zone);
  yield ',"overrides":';
  yield* jsonRows(OVERRIDE_COLUMNS, one(reading.facts.overrides), zone);
  yield ',"audit":';
  yield* jsonRows(AUDIT_COLUMNS, reading.audit(), zone);
  yield '}';
}

const frontFacts = ({
  story,
  text,
  counts,
  verdict,
  lookedAt,
  audit,
  clearances,
  textChanged,
  ...rest
}: SheetFacts) => ({
  story,
  text,
  verdict,
  counts,
  sentencesLookedAtPercent: lookedAt,
  clearances: Object.fromEntries(
    CLEARANCE_KINDS.map((kind) => {
      const given = clearances.find((clearance) => clearance.kind === kind);
      if (given === undefined) return [toWire(kind), null];
      const { by, at, versionNumber, conditions } = given;
      return [toWire(kind), { by, at, version: versionNumber, conditions }];
    }),
  ),
  /** In how many places; null: nothing is cleared. */
  textChangedSinceClearance: textChanged,
  audit,
  exportedAt: rest.exportedAt,
  exporter: rest.exporter,
  appVersion: rest.appVersion,
  filter: null,
});

async function* one<Row>(rows: readonly Row[]): AsyncGenerator<readonly Row[]> {
  if (rows.length > 0) yield rows;
}

const encoder = new TextEncoder();

async function* encoded(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) yield encoder.encode(text);
}
