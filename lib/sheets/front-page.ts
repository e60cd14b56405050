import { CLEARANCE_LABELS } from '@/lib/domain/clearance-words';
import { SCOPE_LABELS } from '@/lib/domain/labels';
import { reasonSentence, SECTION_HEADS, SHEET_SECTIONS } from '@/lib/domain/sheet-sections';
import { CLEARANCE_KINDS } from '@/lib/domain/vocabulary';
import { count } from '@/lib/format';
import type { PageCell } from '@/lib/outlet/xlsx';
import type { STYLE } from '@/lib/outlet/xlsx-parts';
import type { SheetClearance, SheetFacts } from '@/lib/sheets/sheet-facts';

/** What stands there while nobody has given a clearance. */
export const NOT_GIVEN = 'Not given';

/** Who gives clearance, in the order they sign, and the one that stands; null: not given. */
export const clearanceLines = ({ clearances }: SheetFacts) =>
  CLEARANCE_KINDS.map((kind) => ({
    who: CLEARANCE_LABELS[kind],
    given: clearances.find((clearance) => clearance.kind === kind) ?? null,
  }));

/** "No", "Yes (2 places)", or that nothing has been cleared. */
export function textChangedWords({ textChanged }: SheetFacts): string {
  if (textChanged === null) return 'No clearance has been given yet';
  return textChanged === 0 ? 'No' : `Yes (${count(textChanged, 'place')})`;
}

/** The figures of the front page with their words, in the order they print. */
export const countLines = ({ counts }: SheetFacts): [words: string, n: number][] => [
  ['Marked', counts.marked],
  ['Signed off', counts.signedOff],
  ['Open', counts.open],
  ['Incorrect', counts.incorrect],
  ['Disputed', counts.disputed],
  ['On author', counts.onAuthor],
  ['Single-person', counts.singlePerson],
  ['Overrides', counts.overrides],
  ['Dropped', counts.dropped],
];

/** "Full text", or which part. */
export const scopeWords = ({ story }: SheetFacts): string =>
  story.scopeNote === null
    ? SCOPE_LABELS[story.scope]
    : `${SCOPE_LABELS[story.scope]}: ${story.scopeNote}`;

/** The widths of the front page's columns in a workbook, in characters. */
export const FRONT_WIDTHS = [36, 68, 46] as const;

/** Room to sign in, in a workbook: the words alone would make the line too low. */
const TO_SIGN = `\n${NOT_GIVEN}`;

/** The front page as rows of a workbook. `zone`: the one that times are written in. */
export function frontRows(facts: SheetFacts, zone: string): PageCell[][] {
  const { story, text, verdict, counts, audit } = facts;
  const alarm = verdict.answer === 'blocked' ? 'alarm' : 'strong';
  return [
    [cell('Verified-claims sheet', 'title')],
    [cell(story.headline, 'strong')],
    [],
    [cell(verdict.headline, alarm), cell(reasonSentence(verdict.reasons), 'text')],
    [],
    line('Story', story.slug),
    line('Headline', story.headline),
    line('By', story.by),
    line('Lead checker', story.leadChecker),
    line('Scope', scopeWords(facts)),
    line('Version of the text', text.number),
    [cell('Text received', 'label'), at(text.receivedAt, zone)],
    line('Brought in by', text.receivedBy),
    line('SHA-256 of the text', text.sha256),
    line('Text changed since clearance', textChangedWords(facts)),
    [],
    [cell('Claims', 'head'), cell(null, 'head')],
    ...countLines(facts).map(([words, n]) => line(words, n)),
    line('Sentences looked at', facts.lookedAt === null ? null : `${facts.lookedAt} %`),
    [],
    [cell('Sections', 'head'), cell(null, 'head')],
    ...SHEET_SECTIONS.map((section) => {
      const { letter, title, note } = SECTION_HEADS[section];
      const name = letter === null ? title : `${letter} ${title}`;
      return [...line(name, counts.sections[section]), cell(note, 'label')];
    }),
    [],
    [cell('Clearance', 'head'), cell('Name and signature', 'head'), cell('Date', 'head')],
    ...clearanceLines(facts).map(({ who, given }) => [
      cell(who, 'label'),
      cell(given === null ? TO_SIGN : givenWords(given), 'line'),
      given === null ? cell(null, 'line') : at(given.at, zone),
    ]),
    [],
    [cell('This file', 'head'), cell(null, 'head')],
    [cell('Exported (UTC)', 'label'), at(facts.exportedAt, 'UTC')],
    ...(zone === 'UTC' ? [] : [[cell(`Exported (${zone})`, 'label'), at(facts.exportedAt, zone)]]),
    line('Exported by', facts.exporter),
    line('Stet', facts.appVersion),
    line('Filter', 'All claims'),
    line('Times', `In ${zone}, unless a zone stands beside them`),
    line('Entries in the story’s record', audit?.events ?? 0),
    line('Hash of the last entry', audit?.head ?? null),
  ];
}

/** Who gave it for which version, and on what conditions. */
export const givenWords = ({ by, versionNumber, conditions }: SheetClearance): string =>
  `${by}, for version ${versionNumber}${conditions === null ? '' : `. On condition: ${conditions}`}`;

const cell = (value: PageCell['cell'], style: keyof typeof STYLE): PageCell => ({
  cell: value,
  style,
});

const line = (words: string, value: string | number | null): PageCell[] => [
  cell(words, 'label'),
  cell(value ?? '–', typeof value === 'number' ? 'figure' : 'text'),
];

const at = (moment: Date, zone: string): PageCell => cell({ at: moment, zone }, 'time');
