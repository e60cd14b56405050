import {
  CLAIM_STATUSES,
  CLEARANCE_KINDS,
  type ClaimStatus,
  type ClearanceKind,
} from './vocabulary';

/** The parts of the verified-claims sheet that hold claims, in the order they print. */
export const SHEET_SECTIONS = [
  'verified',
  'attribution-only',
  'changed',
  'doubtful',
  'incorrect',
  'on-author',
  'open',
  'not-checkable',
  'dropped',
] as const;
export type SheetSection = (typeof SHEET_SECTIONS)[number];

/** Every claim stands in exactly one section: the one of its status. */
const SECTION_OF: Readonly<Record<ClaimStatus, SheetSection>> = {
  VERIFIED: 'verified',
  ATTRIBUTION_ONLY: 'attribution-only',
  VERIFIED_AFTER_CHANGE: 'changed',
  DISPUTED: 'doubtful',
  UNVERIFIED: 'doubtful',
  MISLEADING: 'doubtful',
  OUTDATED: 'doubtful',
  INCORRECT: 'incorrect',
  ON_AUTHOR: 'on-author',
  MARKED: 'open',
  IN_CHECK: 'open',
  WAITING: 'open',
  READY: 'open',
  REOPENED: 'open',
  NOT_CHECKABLE: 'not-checkable',
  DROPPED: 'dropped',
};

export const sectionOf = (status: ClaimStatus): SheetSection => SECTION_OF[status];

/** The statuses whose claims stand in `section`. */
export const statusesIn = (section: SheetSection): ClaimStatus[] =>
  CLAIM_STATUSES.filter((status) => SECTION_OF[status] === section);

export type SectionHead = {
  /** The letter desks file it under; null for what is not part of the signed sheet. */
  letter: string | null;
  title: string;
  /** What the reader must know of these claims; null: the title says it. */
  note: string | null;
  /** At most 31 characters, without []:*?/\, for the tab of a workbook. */
  tab: string;
};

export const SECTION_HEADS: Readonly<Record<SheetSection, SectionHead>> = {
  verified: { letter: 'A', title: 'Verified', note: null, tab: 'A Verified' },
  'attribution-only': {
    letter: 'B',
    title: 'Attribution only',
    note: 'The attribution must stay in print.',
    tab: 'B Attribution only',
  },
  changed: {
    letter: 'C',
    title: 'Changed after check',
    note: 'Verified as the copy stands since the change.',
    tab: 'C Changed after check',
  },
  doubtful: {
    letter: 'D',
    title: 'Disputed, unverified, misleading or outdated',
    note: 'An editor decides whether and how each may run.',
    tab: 'D Disputed or unverified',
  },
  incorrect: {
    letter: 'E',
    title: 'Incorrect, not yet changed',
    note: 'Blocks publication.',
    tab: 'E Incorrect',
  },
  'on-author': {
    letter: 'F',
    title: 'On author',
    note: 'The writer vouches by name.',
    tab: 'F On author',
  },
  open: {
    letter: null,
    title: 'Still open',
    note: 'Nobody has signed these off; a finding shown here is not final.',
    tab: 'Still open',
  },
  'not-checkable': { letter: null, title: 'Not checkable', note: null, tab: 'Not checkable' },
  dropped: {
    letter: null,
    title: 'Dropped',
    note: 'No longer in the copy, or marked twice.',
    tab: 'Dropped',
  },
};

export type SheetCounts = {
  /** Every claim that has not been dropped. */
  marked: number;
  signedOff: number;
  open: number;
  incorrect: number;
  disputed: number;
  onAuthor: number;
  singlePerson: number;
  overrides: number;
  dropped: number;
  sections: Readonly<Record<SheetSection, number>>;
};

/** What the counts are made of: as many claims of one kind. */
export type Tally = { status: ClaimStatus; singlePerson: boolean; claims: number };

/** The figures of the front page, from the claims themselves, so that each equals the rows behind it. */
export function sheetCounts(tallies: readonly Tally[], overrides: number): SheetCounts {
  const sum = (counts: (tally: Tally) => boolean): number =>
    tallies.reduce((total, tally) => (counts(tally) ? total + tally.claims : total), 0);
  const inSection = (section: SheetSection) => sum(({ status }) => SECTION_OF[status] === section);
  const sections = Object.fromEntries(
    SHEET_SECTIONS.map((section) => [section, inSection(section)]),
  ) as Record<SheetSection, number>;
  const standing = sum(({ status }) => status !== 'DROPPED');
  return {
    marked: standing,
    signedOff: standing - sections.open,
    open: sections.open,
    incorrect: sections.incorrect,
    disputed: sum(({ status }) => status === 'DISPUTED'),
    onAuthor: sections['on-author'],
    singlePerson: sum(({ status, singlePerson }) => singlePerson && status !== 'DROPPED'),
    overrides,
    dropped: sections.dropped,
    sections,
  };
}

export type Verdict = {
  answer: 'blocked' | 'not-cleared' | 'cleared';
  /** The answer to “may this run?”, in a few words. */
  headline: string;
  /** Why, a clause each without a full stop, the gravest first. */
  reasons: readonly string[];
};

export type VerdictFacts = {
  counts: SheetCounts;
  /** Open claims whose finding so far is that it is not so. */
  openIncorrect: number;
  /** Open claims that only wait for a second reader. */
  waitingForReader: number;
  /** Claims whose words no longer stand in the text where they were marked. */
  astray: number;
  /** The clearances that stand. */
  clearances: readonly ClearanceKind[];
  /** In how many places the text changed since the oldest of them; null: none stands. */
  textChanged: number | null;
};

/**
 * May this text run? Blocked while a claim is open, incorrect or astray. Otherwise the desk is done, and it is for
 * the people named under Clearance to say so: the sheet never clears a text by itself, an editor does.
 */
export function verdictOf({
  counts,
  openIncorrect,
  waitingForReader,
  astray,
  clearances,
  textChanged,
}: VerdictFacts): Verdict {
  const inWork = counts.open - waitingForReader;
  const blocking = [
    counts.incorrect > 0 &&
      `${claims(counts.incorrect)} found incorrect ${stands(counts.incorrect)} in the text`,
    openIncorrect > 0 &&
      `${claims(openIncorrect)} ${looks(openIncorrect)} incorrect and ${waits(openIncorrect)} to be signed off`,
    astray > 0 &&
      `${claims(astray)} no longer ${stands(astray)} in the text as ${astray === 1 ? 'it was' : 'they were'} marked`,
    counts.marked === 0 && 'no claim has been marked',
    inWork > 0 && `${claims(inWork)} ${inWork === 1 ? 'is' : 'are'} still being checked`,
    waitingForReader > 0 &&
      `${claims(waitingForReader)} ${waits(waitingForReader)} for a second reader`,
  ].filter((reason) => reason !== false);
  const doubtful = counts.sections.doubtful;
  const toDecide =
    doubtful > 0
      ? [
          `an editor must decide on ${claims(doubtful)} that ${doubtful === 1 ? 'does' : 'do'} not hold as written`,
        ]
      : [];
  if (blocking.length > 0)
    return {
      answer: 'blocked',
      headline: 'Not clear for publication.',
      reasons: [...blocking, ...toDecide],
    };
  const given = CLEARANCE_KINDS.filter((kind) => clearances.includes(kind));
  if (given.includes('EDITOR'))
    return {
      answer: 'cleared',
      headline: 'Cleared for publication.',
      reasons: [
        'every claim is signed off',
        `${given.map((kind) => OFFICES[kind]).join(' and ')} cleared it`,
        ...(textChanged !== null && textChanged > 0
          ? [
              `the text changed since in ${textChanged === 1 ? 'one place' : `${textChanged} places`}, outside of signed-off words`,
            ]
          : []),
      ],
    };
  return {
    answer: 'not-cleared',
    headline: 'Checked, and not cleared yet.',
    reasons: [
      `every claim is signed off`,
      ...toDecide,
      given.length === 0
        ? 'no clearance has been given'
        : `${given.map((kind) => OFFICES[kind]).join(' and ')} cleared it, the editor has not yet`,
    ],
  };
}

const OFFICES: Readonly<Record<ClearanceKind, string>> = {
  RESEARCH: 'research',
  LEGAL: 'the lawyer',
  EDITOR: 'the editor',
};

/** The reasons as one sentence: "One claim … , two claims … and …". */
export function reasonSentence(reasons: readonly string[]): string {
  const last = reasons.at(-1);
  if (last === undefined) return '';
  const joined = reasons.length === 1 ? last : `${reasons.slice(0, -1).join(', ')} and ${last}`;
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)}.`;
}

const NUMBER_WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
];
const claims = (n: number): string => `${NUMBER_WORDS[n] ?? n} ${n === 1 ? 'claim' : 'claims'}`;
const stands = (n: number): string => (n === 1 ? 'stands' : 'stand');
const waits = (n: number): string => (n === 1 ? 'waits' : 'wait');
const looks = (n: number): string => (n === 1 ? 'looks' : 'look');
