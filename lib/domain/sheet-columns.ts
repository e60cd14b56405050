import {
  CONFIDENTIALITY_LABELS,
  DERIVATION_LABELS,
  FINDING_LABELS,
  FLAG_LABELS,
  LAYER_LABELS,
  PROXIMITY_LABELS,
  SAID_LABELS,
  SOURCE_KIND_LABELS,
  STANCE_LABELS,
  STATUS_LABELS,
  TYPE_LABELS,
} from './labels';
import { wordsWithoutNames } from './sealed-source';
import type { SheetEvidence } from './sheet-claim';
import type { SheetRow } from './sheet-rows';
import { SECTION_HEADS } from './sheet-sections';
import type { SheetSource } from './sheet-sources';
import type { Layer } from './vocabulary';

/** A moment; `zone` is the IANA zone to write it in, null: the zone the file is written in. */
export type CellTime = { at: Date; zone: string | null };

/** What a cell of any format holds; null: nothing. */
export type Cell = string | number | CellTime | null;

/** A column of every format: CSV and workbook take `head`, JSON takes `key`. */
export type Column<Row> = {
  key: string;
  head: string;
  /** In characters, for a workbook. */
  width: number;
  cell: (row: Row) => Cell;
};

const time = (at: Date | string | null, zone: string | null = null): Cell =>
  at === null ? null : { at: typeof at === 'string' ? new Date(at) : at, zone };

/** Several things in one cell, a line each; null for none. */
const lines = (texts: readonly string[]): string | null =>
  texts.length === 0 ? null : texts.join('\n');

const yesNo = (is: boolean | null): string | null => (is === null ? null : is ? 'Yes' : 'No');

/** Everything of one claim, in the order a reader asks. */
export const CLAIM_COLUMNS: readonly Column<SheetRow>[] = [
  { key: 'ref', head: 'Ref', width: 7, cell: (row) => row.ref },
  { key: 'where', head: 'Where', width: 8, cell: (row) => row.where || null },
  { key: 'exact', head: 'Exact words', width: 26, cell: (row) => row.exact },
  { key: 'restatement', head: 'Restatement', width: 20, cell: (row) => row.restatement },
  { key: 'type', head: 'Type', width: 9, cell: (row) => TYPE_LABELS[row.type] },
  {
    key: 'claimant',
    head: 'Claimant and chain',
    width: 16,
    cell: (row) => row.claimant ?? 'Own voice',
  },
  { key: 'value', head: 'Value', width: 7, cell: (row) => row.value },
  { key: 'unit', head: 'Unit', width: 10, cell: (row) => row.unit },
  { key: 'qualifier', head: 'Qualifier', width: 8, cell: (row) => row.qualifier },
  {
    key: 'asOf',
    head: 'As of',
    width: 16,
    cell: (row) => time(row.asOf, row.timeZone),
  },
  { key: 'timeZone', head: 'Zone', width: 9, cell: (row) => row.timeZone },
  { key: 'scope', head: 'Scope', width: 11, cell: (row) => row.scope },
  {
    key: 'said',
    head: 'Was it said?',
    width: 11,
    cell: (row) => (row.voice === 'OWN' ? null : SAID_LABELS[row.said]),
  },
  { key: 'finding', head: 'Is it so?', width: 11, cell: (row) => FINDING_LABELS[row.finding] },
  { key: 'status', head: 'Status', width: 11, cell: (row) => STATUS_LABELS[row.status] },
  {
    key: 'approvedWording',
    head: 'Approved wording',
    width: 20,
    cell: (row) => row.approvedWording,
  },
  {
    key: 'change',
    head: 'Change',
    width: 20,
    cell: (row) => row.change && `“${row.change.before}” → “${row.change.after}”`,
  },
  { key: 'sources', head: 'Sources', width: 24, cell: (row) => row.sources.join('; ') || null },
  {
    key: 'bestExcerpt',
    head: 'Best excerpt',
    width: 28,
    cell: (row) => row.best?.excerpt ?? null,
  },
  {
    key: 'bestLocator',
    head: 'Where in the source',
    width: 13,
    cell: (row) =>
      row.best && [row.best.source, row.best.locator].filter((part) => part !== null).join(', '),
  },
  { key: 'primary', head: 'Primary?', width: 9, cell: (row) => yesNo(row.isPrimary) },
  { key: 'origins', head: 'Origins', width: 7, cell: (row) => row.originNames.length },
  {
    key: 'originNames',
    head: 'Names of the origins',
    width: 15,
    cell: (row) => lines(row.originNames),
  },
  { key: 'against', head: 'Evidence against', width: 20, cell: (row) => lines(row.against) },
  {
    key: 'flags',
    head: 'Flags',
    width: 10,
    cell: (row) =>
      [
        ...row.flags.map((flag) => FLAG_LABELS[flag]),
        ...(row.singlePerson ? ['Single-person check'] : []),
      ].join(', ') || null,
  },
  { key: 'openQuery', head: 'Open query', width: 16, cell: (row) => lines(row.openQueries) },
  { key: 'checkedBy', head: 'Checked by', width: 10, cell: (row) => row.checkedBy },
  { key: 'checkedAt', head: 'Checked at', width: 16, cell: (row) => time(row.checkedAt) },
  { key: 'reviewedBy', head: 'Reviewed by', width: 10, cell: (row) => row.reviewedBy },
  { key: 'reviewedAt', head: 'Reviewed at', width: 16, cell: (row) => time(row.reviewedAt) },
  {
    key: 'unchanged',
    head: 'Unchanged since',
    width: 11,
    cell: (row) => yesNo(row.isUnchanged),
  },
  {
    key: 'checkedText',
    head: 'SHA-256 of the text checked',
    width: 23,
    cell: (row) => row.checkedText,
  },
  { key: 'notes', head: 'Reason or note', width: 30, cell: (row) => lines(row.notes) },
];

/** In one file with all sections, each claim says which it stands in. */
export const SECTION_COLUMN: Column<SheetRow> = {
  key: 'section',
  head: 'Section',
  width: 24,
  cell: ({ section }) => {
    const { letter, title } = SECTION_HEADS[section];
    return letter === null ? title : `${letter} ${title}`;
  },
};

type LineEvidence = SheetEvidence & {
  layer: Layer;
  authorityReason: string | null;
  translator: string | null;
  asOf: string | null;
  retrievedAt: string;
  addedByName: string;
  createdAt: string;
  acceptedByName: string | null;
  removedByName: string | null;
  removedReason: string | null;
  resolvedByName: string | null;
};

/** One piece of evidence with the claim it belongs to, as it may be printed. */
export type EvidenceLine = { claimRef: string; evidence: LineEvidence; source: SheetSource };

/** The line without what would give a protected source away: its origin, why it is fit to settle the claim, names. */
export function evidenceLine(
  claimRef: string,
  evidence: LineEvidence,
  source: SheetSource,
): EvidenceLine {
  const sealed = source.isProtected ? wordsWithoutNames(evidence, source.seal) : evidence;
  return { claimRef, source, evidence: { ...sealed, source: { id: source.id } } };
}

/** "Counts", "Waits to be accepted", "Removed", "This text itself": what a piece of evidence is worth now. */
function standingOf({ evidence }: EvidenceLine): string {
  if (evidence.removedAt !== null) return 'Removed';
  if (evidence.isOwnText) return 'Does not count: this text itself';
  return evidence.acceptedAt === null ? 'Waits to be accepted' : 'Counts';
}

/** Why it was removed, or why evidence against does not stand in the way. */
function reasonOf({ evidence }: EvidenceLine): string | null {
  const { removedAt, removedByName, removedReason, resolvedAt, resolvedByName, resolution } =
    evidence;
  if (removedAt !== null) return `Removed by ${removedByName}: ${removedReason}`;
  return resolvedAt === null ? null : `Answered by ${resolvedByName}: ${resolution}`;
}

export const EVIDENCE_COLUMNS: readonly Column<EvidenceLine>[] = [
  { key: 'claim', head: 'Claim', width: 7, cell: (line) => line.claimRef },
  { key: 'source', head: 'Source', width: 7, cell: ({ source }) => source.ref },
  {
    key: 'sourceTitle',
    head: 'Title of the source',
    width: 26,
    cell: ({ source }) => source.title,
  },
  {
    key: 'stance',
    head: 'Stance',
    width: 10,
    cell: ({ evidence }) => STANCE_LABELS[evidence.stance],
  },
  {
    key: 'layer',
    head: 'Shows that',
    width: 10,
    cell: ({ evidence }) => LAYER_LABELS[evidence.layer],
  },
  {
    key: 'proximity',
    head: 'Proximity',
    width: 10,
    cell: ({ evidence }) => PROXIMITY_LABELS[evidence.proximity],
  },
  {
    key: 'authoritative',
    head: 'Fit to settle it?',
    width: 8,
    cell: ({ evidence }) => yesNo(evidence.authoritative),
  },
  {
    key: 'authorityReason',
    head: 'Why',
    width: 18,
    cell: ({ evidence }) => evidence.authorityReason,
  },
  {
    key: 'excerpt',
    head: 'Excerpt',
    width: 44,
    cell: ({ evidence }) => evidence.excerpt,
  },
  {
    key: 'locator',
    head: 'Where in the source',
    width: 16,
    cell: ({ evidence }) => evidence.locator,
  },
  { key: 'translator', head: 'Translator', width: 12, cell: ({ evidence }) => evidence.translator },
  {
    key: 'origin',
    head: 'Origin',
    width: 20,
    cell: ({ evidence }) => evidence.origin?.label ?? null,
  },
  { key: 'asOf', head: 'As of', width: 16, cell: ({ evidence }) => time(evidence.asOf) },
  {
    key: 'retrievedAt',
    head: 'Retrieved at',
    width: 16,
    cell: ({ evidence }) => time(evidence.retrievedAt),
  },
  { key: 'standing', head: 'Standing', width: 12, cell: standingOf },
  { key: 'reason', head: 'Reason', width: 22, cell: reasonOf },
  { key: 'addedBy', head: 'Added by', width: 12, cell: ({ evidence }) => evidence.addedByName },
  { key: 'addedAt', head: 'Added at', width: 16, cell: ({ evidence }) => time(evidence.createdAt) },
  {
    key: 'acceptedBy',
    head: 'Accepted by',
    width: 12,
    cell: ({ evidence }) => evidence.acceptedByName,
  },
  {
    key: 'acceptedAt',
    head: 'Accepted at',
    width: 16,
    cell: ({ evidence }) => time(evidence.acceptedAt),
  },
];

export const SOURCE_COLUMNS: readonly Column<SheetSource>[] = [
  { key: 'ref', head: 'Ref', width: 7, cell: (source) => source.ref },
  {
    key: 'kind',
    head: 'Kind',
    width: 14,
    cell: ({ kind }) => kind && SOURCE_KIND_LABELS[kind],
  },
  { key: 'title', head: 'Title', width: 34, cell: (source) => source.title },
  { key: 'creator', head: 'Creator', width: 18, cell: (source) => source.creator },
  { key: 'publisher', head: 'Publisher', width: 18, cell: (source) => source.publisher },
  { key: 'url', head: 'Link', width: 30, cell: (source) => source.url },
  { key: 'publishedAt', head: 'Published', width: 16, cell: (source) => time(source.publishedAt) },
  { key: 'retrievedAt', head: 'Retrieved', width: 16, cell: (source) => time(source.retrievedAt) },
  { key: 'language', head: 'Language', width: 9, cell: (source) => source.language },
  {
    key: 'confidentiality',
    head: 'Confidentiality',
    width: 14,
    cell: ({ confidentiality }) => CONFIDENTIALITY_LABELS[confidentiality],
  },
  { key: 'knownTo', head: 'Known to', width: 18, cell: (source) => source.knownTo },
  { key: 'derivesFrom', head: 'Derives from', width: 16, cell: derivationOf },
  {
    key: 'usedIn',
    head: 'Evidence for',
    width: 20,
    cell: ({ usedIn }) => usedIn.join(', ') || null,
  },
];

/** "quotes S-11"; "This text itself". */
export function derivationOf({ derivation, derivedFrom, isOwnText }: SheetSource): string | null {
  if (derivation !== null && derivedFrom !== null)
    return `${DERIVATION_LABELS[derivation]} ${derivedFrom}`;
  return isOwnText ? 'this text itself' : null;
}
