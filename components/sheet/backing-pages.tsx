import { SET_ASIDE_LABELS } from '@/lib/domain/set-aside-rules';
import {
  type Cell,
  type Column,
  EVIDENCE_COLUMNS,
  type EvidenceLine,
  SOURCE_COLUMNS,
} from '@/lib/domain/sheet-columns';
import { type SheetSource, sourceLabel } from '@/lib/domain/sheet-sources';
import { count, shortHash } from '@/lib/format';
import { setAsideWords } from '@/lib/sheets/coverage-words';
import type { SheetPreview } from '@/lib/sheets/queries';
import { Paper, SectionTitle, TableFrame } from './paper';
import { paperTime } from './paper-time';

/** What the claims rest on: sources, evidence, and the desk's own record. */
export function BackingPages({ sheet, zone }: { sheet: SheetPreview; zone: string }) {
  const { facts, sources, evidence, audit } = sheet;
  const earlier = (facts.audit?.events ?? 0) - audit.length;
  return (
    <>
      {sources.length > 0 && (
        <Paper label="Sources and evidence" facts={facts}>
          <SectionTitle letter="G" title="Sources" beside={count(sources.length, 'source')} />
          <TableFrame label="Sources">
            <Table
              label="Sources"
              heads={[
                'Ref',
                'Source',
                'Kind',
                'Publisher',
                'Published',
                'Derives from',
                'Evidence for',
              ]}
              widths={['w-[6%]', 'w-[36%]', 'w-[13%]', 'w-[14%]', 'w-[10%]', 'w-[10%]', 'w-[11%]']}
              rows={sources.map((source) => ({ key: source.id, cells: sourceCells(source, zone) }))}
            />
          </TableFrame>
          <SectionTitle
            letter="H"
            title="Evidence"
            beside={count(evidence.length, 'piece of evidence', 'pieces of evidence')}
          />
          <TableFrame label="Evidence">
            <Table
              label="Evidence"
              heads={[
                'Claim',
                'Source',
                'Stance',
                'Excerpt',
                'Where',
                'Origin',
                'Standing',
                'Accepted',
              ]}
              widths={[
                'w-[6%]',
                'w-[6%]',
                'w-[11%]',
                'w-[31%]',
                'w-[13%]',
                'w-[13%]',
                'w-[10%]',
                'w-[10%]',
              ]}
              rows={evidence.map((line) => ({
                key: line.evidence.id,
                cells: evidenceCells(line, zone),
              }))}
            />
          </TableFrame>
        </Paper>
      )}
      <Paper label="Overrides and record" facts={facts}>
        <SectionTitle
          letter="K"
          title="Overrides and audit extract"
          beside={
            facts.overrides.length === 0
              ? 'No override, no single-person check.'
              : count(facts.overrides.length, 'entry', 'entries')
          }
        />
        {facts.overrides.length > 0 && (
          <TableFrame label="Overrides">
            <Table
              label="Overrides"
              heads={['Claim', 'What', 'By', 'At', 'Reason']}
              widths={['w-[6%]', 'w-[14%]', 'w-[14%]', 'w-[14%]', 'w-[52%]']}
              rows={facts.overrides.map(({ claimRef, kind, by, at, reason }) => ({
                key: `${claimRef} ${kind} ${at?.toISOString()}`,
                cells: [
                  claimRef,
                  kind === 'override' ? 'Override' : 'Single-person check',
                  by,
                  at === null ? '–' : paperTime(at, zone),
                  reason,
                ],
              }))}
            />
          </TableFrame>
        )}
        {facts.setAsides.length > 0 && (
          <>
            <SectionTitle letter="K" title="Set aside" beside={setAsideWords(facts.setAsides)} />
            <TableFrame label="Set aside">
              <Table
                label="Set aside"
                heads={['Where', 'Words', 'Reason', 'By', 'At']}
                widths={['w-[10%]', 'w-[48%]', 'w-[14%]', 'w-[14%]', 'w-[14%]']}
                rows={facts.setAsides.map(({ where, words, reason, by, at }, index) => ({
                  key: String(index),
                  cells: [where, words, SET_ASIDE_LABELS[reason], by, paperTime(at, zone)],
                }))}
              />
            </TableFrame>
          </>
        )}
        <TableFrame label="Audit extract">
          <Table
            label="Audit extract"
            heads={['No.', 'At', 'Who', 'What', 'Claim', 'Text', 'Hash of the entry']}
            widths={['w-[5%]', 'w-[15%]', 'w-[16%]', 'w-[26%]', 'w-[8%]', 'w-[12%]', 'w-[18%]']}
            rows={audit.map((line) => ({
              key: String(line.seq),
              cells: [
                String(line.seq),
                paperTime(line.at, zone),
                line.by,
                line.what,
                line.claimRef ?? '–',
                line.versionSha === null ? '–' : shortHash(line.versionSha),
                shortHash(line.hash, 4),
              ],
            }))}
          />
        </TableFrame>
        {earlier > 0 && (
          <p className="mt-3 text-small text-ink-3">
            {count(earlier, 'earlier entry', 'earlier entries')}{' '}
            {earlier === 1 ? 'stands' : 'stand'} in the exported file.
          </p>
        )}
      </Paper>
    </>
  );
}

type TableProps = {
  label: string;
  heads: readonly string[];
  /** A class for each column. */
  widths: readonly string[];
  rows: readonly { key: string; cells: readonly string[] }[];
};

function Table({ label, heads, widths, rows }: TableProps) {
  return (
    <table className="sheet-table" aria-label={label}>
      <colgroup>
        {widths.map((width, at) => (
          <col key={heads[at]} className={width} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, at) => (
              <td key={heads[at]} className="num whitespace-pre-line">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A cell of the exported file, by its column's key, in words. */
function wordsOf<Row>(columns: readonly Column<Row>[], row: Row, zone: string) {
  const cells = new Map(columns.map(({ key, cell }) => [key, written(cell(row), zone)]));
  return (key: string): string => cells.get(key) ?? '–';
}

function written(cell: Cell, zone: string): string {
  if (cell === null || cell === '') return '–';
  if (typeof cell === 'object') return paperTime(cell.at, cell.zone ?? zone);
  return String(cell);
}

function sourceCells(source: SheetSource, zone: string): string[] {
  const words = wordsOf(SOURCE_COLUMNS, source, zone);
  const title = source.isProtected
    ? sourceLabel(source)
    : [source.title, source.creator, source.url].filter((part) => part !== null).join('\n');
  return [
    source.ref,
    title,
    words('kind'),
    words('publisher'),
    words('publishedAt'),
    words('derivesFrom'),
    words('usedIn'),
  ];
}

function evidenceCells(line: EvidenceLine, zone: string): string[] {
  const words = wordsOf(EVIDENCE_COLUMNS, line, zone);
  const accepted = line.evidence.acceptedByName;
  const standing = line.evidence.removedAt === null ? words('standing') : words('reason');
  return [
    line.claimRef,
    line.source.ref,
    `${words('stance')}\n${words('layer')}, ${words('proximity').toLowerCase()}`,
    words('excerpt'),
    words('locator'),
    words('origin'),
    standing,
    accepted === null ? '–' : `${accepted}\n${words('acceptedAt')}`,
  ];
}
