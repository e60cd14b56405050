import { FindingBadge, SaidBadge, StatusBadge } from '@/components/ui/status-badge';
import { FLAG_LABELS, SAID_LABELS } from '@/lib/domain/labels';
import type { SheetRow } from '@/lib/domain/sheet-rows';
import { SECTION_HEADS, SHEET_SECTIONS, type SheetSection } from '@/lib/domain/sheet-sections';
import { count, shortHash } from '@/lib/format';
import type { SheetFacts } from '@/lib/sheets/sheet-facts';
import { Paper, SectionTitle, TableFrame } from './paper';
import { paperTime } from './paper-time';

/** The claims by section; sections without a claim are on the front page alone. */
export function ClaimPages({ facts, rows, zone, left }: Props) {
  const sections = SHEET_SECTIONS.map((section) => ({
    section,
    claims: rows.filter((row) => row.section === section),
  })).filter(({ claims }) => claims.length > 0);
  if (sections.length === 0) return null;
  return (
    <Paper label="Claims" facts={facts}>
      {sections.map(({ section, claims }) => (
        <Section
          key={section}
          section={section}
          claims={claims}
          total={facts.counts.sections[section]}
          zone={zone}
        />
      ))}
      {left > 0 && (
        <p className="mt-5 text-body">
          {count(left, 'more claim')} {left === 1 ? 'does' : 'do'} not fit this preview. The
          exported file has every one.
        </p>
      )}
    </Paper>
  );
}

type Props = {
  facts: SheetFacts;
  rows: readonly SheetRow[];
  zone: string;
  /** Claims that are not among `rows`. */
  left: number;
};

// Widths are classes: the content security policy takes no style attribute.
const HEADS: readonly [words: string, width: string, end?: boolean][] = [
  ['Ref', 'w-[5.5%]'],
  ['Where', 'w-[7%]'],
  ['Exact words', 'w-[19%]'],
  ['Who says so', 'w-[11.5%]'],
  ['Was it said?', 'w-[9.5%]'],
  ['Is it so?', 'w-[10.5%]'],
  ['Sources, best locator', 'w-[14%]'],
  ['Origins', 'w-[5.5%]', true],
  ['Checked', 'w-[9%]'],
  ['Second read', 'w-[8.5%]'],
];

type SectionProps = {
  section: SheetSection;
  claims: readonly SheetRow[];
  total: number;
  zone: string;
};

function Section({ section, claims, total, zone }: SectionProps) {
  const { letter, title, note } = SECTION_HEADS[section];
  return (
    <>
      <SectionTitle
        id={`section-${section}`}
        letter={letter}
        title={title}
        beside={note === null ? count(total, 'claim') : `${count(total, 'claim')}. ${note}`}
        isAlarm={section === 'incorrect'}
      />
      <TableFrame label={`Claims: ${title}`}>
        <table className="sheet-table" aria-label={title}>
          <colgroup>
            {HEADS.map(([words, width]) => (
              <col key={words} className={width} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {HEADS.map(([words, , end]) => (
                <th key={words} scope="col" className={end ? 'text-right' : ''}>
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          {claims.map((claim) => (
            <ClaimLines key={claim.id} claim={claim} zone={zone} />
          ))}
        </table>
      </TableFrame>
    </>
  );
}

function ClaimLines({ claim, zone }: { claim: SheetRow; zone: string }) {
  const more = moreOf(claim);
  return (
    <tbody>
      <tr className={more.length > 0 ? 'sheet-led' : ''}>
        <td className="num whitespace-nowrap">{claim.ref}</td>
        <td className="num">{claim.where || '–'}</td>
        <td className="font-copy text-words leading-4.5">{claim.exact}</td>
        <td>{claim.claimant ?? 'Own voice'}</td>
        <td>{claim.voice === 'OWN' ? '–' : <Said claim={claim} />}</td>
        <td>
          <Finding claim={claim} />
        </td>
        <td>{sourcesOf(claim)}</td>
        <td className="num text-right">{claim.originNames.length}</td>
        <td className="num">
          <Person name={claim.checkedBy} at={claim.checkedAt} zone={zone} />
        </td>
        <td className="num">
          <Person name={claim.reviewedBy} at={claim.reviewedAt} zone={zone} />
        </td>
      </tr>
      {more.length > 0 && (
        <tr>
          <td colSpan={2} />
          <td colSpan={HEADS.length - 2} className="sheet-more">
            <dl className="grid grid-cols-[7.5rem_1fr] gap-x-3">
              {more.map(([term, text]) => (
                <div key={`${term} ${text}`} className="contents">
                  <dt className="text-ink-3">{term}</dt>
                  <dd className="whitespace-pre-line">{text}</dd>
                </div>
              ))}
            </dl>
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** What the line above has no room for, and only what there is. */
function moreOf(claim: SheetRow): [term: string, text: string][] {
  const flags = [
    ...claim.flags.map((flag) => FLAG_LABELS[flag]),
    ...(claim.singlePerson ? ['Single-person check'] : []),
  ];
  const moved =
    claim.isUnchanged === false && claim.checkedText !== null
      ? `The words are not those that were checked in text ${shortHash(claim.checkedText)}.`
      : null;
  const lines: (readonly [string, string | null])[] = [
    ['Restated', claim.restatement],
    ['Figure', figureOf(claim)],
    ['Change', claim.change && `“${claim.change.before}” → “${claim.change.after}”`],
    ['Best excerpt', claim.best?.excerpt ? `“${claim.best.excerpt}”` : null],
    ['Origins', claim.originNames.join('; ') || null],
    ['Against', claim.against.join('\n') || null],
    ['Flags', flags.join(', ') || null],
    ['Changed since', moved],
    ['Open query', claim.openQueries.join('\n') || null],
    ['Reason or note', claim.notes.join('\n') || null],
  ];
  return lines.filter((line): line is [string, string] => line[1] !== null);
}

function figureOf({ value, unit, qualifier, scope }: SheetRow): string | null {
  if (value === null) return scope;
  const words = [qualifier === 'exactly' ? null : qualifier, String(value), unit];
  return [words.filter((word) => word !== null).join(' '), scope]
    .filter((part) => part !== null)
    .join(', ');
}

function sourcesOf({ sources, best }: SheetRow): string {
  if (sources.length === 0) return 'None';
  const list = sources.join(', ');
  if (best?.locator == null) return list;
  return sources.length === 1
    ? `${list}, ${best.locator}`
    : `${list}; ${best.source}: ${best.locator}`;
}

function Said({ claim }: { claim: SheetRow }) {
  return claim.said === 'NONE' ? (
    <span className="text-ink-3">{SAID_LABELS.NONE}</span>
  ) : (
    <SaidBadge said={claim.said} size={14} />
  );
}

/** Signed off: the badge. Before that, what has been found so far and where the work stands. */
function Finding({ claim }: { claim: SheetRow }) {
  if (claim.section !== 'open' && claim.section !== 'dropped')
    return <StatusBadge status={claim.status} size={14} />;
  return (
    <>
      <StatusBadge status={claim.status} size={14} />
      {claim.finding !== 'NONE' && (
        <span className="mt-0.5 block">
          So far: <FindingBadge finding={claim.finding} size={14} />
        </span>
      )}
    </>
  );
}

function Person({ name, at, zone }: { name: string | null; at: Date | null; zone: string }) {
  if (name === null) return '–';
  return (
    <>
      {name}
      {at !== null && <span className="block text-ink-3">{paperTime(at, zone)}</span>}
    </>
  );
}
