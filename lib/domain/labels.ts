/**
 * The words people read for the vocabulary, in plain newsroom English. Every list has a full Record, so a word added
 * to the vocabulary does not compile until it has a label. Labels may change; the vocabulary's meaning may not.
 */
import type {
  AnchorState,
  AttributionRole,
  BlockKind,
  ClaimState,
  ClaimStatus,
  ClaimType,
  Confidentiality,
  Derivation,
  Finding,
  Flag,
  Ground,
  IntakeKind,
  Layer,
  Move,
  NoteKind,
  Polarity,
  Proximity,
  Qualifier,
  ReviewDecision,
  Risk,
  Role,
  SaidFinding,
  SourceKind,
  Stance,
  StoryScope,
  TokenScope,
  Visibility,
  Voice,
} from './vocabulary';
import { toWire, type WireWord } from './wire-words';

type Labels<Word extends string> = Readonly<Record<Word, string>>;

export const ROLE_LABELS: Labels<Role> = {
  VIEWER: 'Viewer',
  REPORTER: 'Reporter',
  CHECKER: 'Checker',
  EDITOR: 'Editor',
  LAWYER: 'Lawyer',
  ADMIN: 'Administrator',
};

/** The badge people see and filter by. */
export const STATUS_LABELS: Labels<ClaimStatus> = {
  MARKED: 'Marked',
  IN_CHECK: 'In check',
  WAITING: 'Waiting',
  READY: 'Second read',
  REOPENED: 'Reopened',
  VERIFIED: 'Verified',
  VERIFIED_AFTER_CHANGE: 'Verified after change',
  ATTRIBUTION_ONLY: 'Attribution only',
  ON_AUTHOR: 'On author',
  DISPUTED: 'Disputed',
  UNVERIFIED: 'Unverified',
  MISLEADING: 'Misleading',
  OUTDATED: 'Outdated',
  INCORRECT: 'Incorrect',
  NOT_CHECKABLE: 'Not checkable',
  DROPPED: 'Dropped',
};

/** One sentence for each status, for the list of keys and for first-time readers. */
export const STATUS_MEANINGS: Labels<ClaimStatus> = {
  MARKED: 'Nobody has taken it yet.',
  IN_CHECK: 'A checker is working on it.',
  WAITING: 'An answer from outside the desk is due.',
  READY: 'Checked, and waiting for a second person.',
  REOPENED: 'It was signed off, and something it rests on has changed.',
  VERIFIED: 'It is so, and a second person agrees.',
  VERIFIED_AFTER_CHANGE: 'It is so since the copy was changed.',
  ATTRIBUTION_ONLY: 'It was said; whether it is so stays open. The attribution must stay in print.',
  ON_AUTHOR: 'The writer saw it and vouches by name.',
  DISPUTED: 'Good sources contradict each other.',
  UNVERIFIED: 'Looked for, and not settled.',
  MISLEADING: 'Right as far as it goes, and leads the reader wrong.',
  OUTDATED: 'It was so, and is no longer.',
  INCORRECT: 'It is not so. It blocks publication.',
  NOT_CHECKABLE: 'Opinion, prediction or taste.',
  DROPPED: 'No longer in the copy, or marked twice.',
};

/** Where the work stands; said of a move, where the badge would be too broad. */
export const STATE_LABELS: Labels<ClaimState> = {
  MARKED: 'Marked',
  IN_CHECK: 'In check',
  WAITING: 'Waiting',
  READY: 'Second read',
  SIGNED_OFF: 'Signed off',
  REOPENED: 'Reopened',
  DROPPED: 'Dropped',
};

/** Answers to "Is it so?". */
export const FINDING_LABELS: Labels<Finding> = {
  NONE: 'No finding yet',
  VERIFIED: 'Verified',
  VERIFIED_AFTER_CHANGE: 'Verified after change',
  INCORRECT: 'Incorrect',
  MISLEADING: 'Misleading',
  DISPUTED: 'Disputed',
  OUTDATED: 'Outdated',
  UNVERIFIED: 'Unverified',
  ON_AUTHOR: 'On author',
  NOT_CHECKABLE: 'Not checkable',
};

/** Answers to "Was it said?". */
export const SAID_LABELS: Labels<SaidFinding> = {
  NONE: 'No finding yet',
  VERBATIM: 'Said, word for word',
  TRANSLATION: 'Said, in translation',
  PARAPHRASE: 'Said, in other words',
  ALTERED: 'Said, but altered',
  MISATTRIBUTED: 'Not this speaker',
  NOT_FOUND: 'Not found',
};

export const TYPE_LABELS: Labels<ClaimType> = {
  NUMERIC: 'Numeric',
  DATE_TIME: 'Date, time',
  QUOTE: 'Quote',
  STATEMENT: 'Statement',
  EVENT: 'Event',
  PROPERTY: 'Property',
  CAUSAL: 'Causal',
  IDENTITY: 'Identity',
  PLACE: 'Place',
  LEGAL: 'Legal',
  VISUAL: 'Visual',
  PLAN: 'Plan',
  NOT_CHECKABLE: 'Not checkable',
};

export const VOICE_LABELS: Labels<Voice> = {
  OWN: 'In our own voice',
  ATTRIBUTED: 'Attributed',
};

export const POLARITY_LABELS: Labels<Polarity> = {
  AFFIRMED: 'Says it is so',
  NEGATED: 'Says it is not so',
};

export const FLAG_LABELS: Labels<Flag> = {
  CENTRAL: 'Central',
  DEFAMATORY: 'Defamatory',
  SENSITIVE: 'Sensitive',
  ANONYMOUS_SOURCE: 'Anonymous source',
  MINOR: 'Minor',
};

export const QUALIFIER_LABELS: Labels<Qualifier> = {
  EXACT: 'exactly',
  ABOUT: 'about',
  AT_LEAST: 'at least',
  UP_TO: 'up to',
  MORE_THAN: 'more than',
  LESS_THAN: 'less than',
  RANGE: 'between',
  ORDINAL: 'in order',
  VAGUE: 'vague',
};

export const BLOCK_LABELS: Labels<BlockKind> = {
  HEADLINE: 'Headline',
  STANDFIRST: 'Standfirst',
  SUBHEAD: 'Subhead',
  BODY: 'Paragraph',
  LIST_ITEM: 'List',
  QUOTE: 'Quote',
  CAPTION: 'Caption',
  TABLE_ROW: 'Table row',
  FURNITURE: 'Page furniture',
};

export const INTAKE_LABELS: Labels<IntakeKind> = {
  PASTE: 'Pasted text',
  URL: 'Web page',
  HTML: 'Saved web page',
  DOCX: 'Word document',
  PDF: 'PDF',
  MARKDOWN: 'Markdown',
  TEXT: 'Text file',
};

export const ANCHOR_LABELS: Labels<AnchorState> = {
  ATTACHED: 'Kept',
  MOVED: 'Moved',
  CHANGED: 'Changed',
  AMBIGUOUS: 'Ambiguous',
  LOST: 'Lost',
};

export const ATTRIBUTION_ROLE_LABELS: Labels<AttributionRole> = {
  SPEAKER: 'Speaker',
  DOCUMENT: 'Document',
  AGENCY: 'Agency',
  OUTLET: 'Outlet',
  TRANSLATOR: 'Translator',
};

export const GROUND_LABELS: Labels<Ground> = {
  ON_RECORD: 'On the record',
  BACKGROUND: 'Background',
  OFF_RECORD: 'Off the record',
};

export const SOURCE_KIND_LABELS: Labels<SourceKind> = {
  OFFICIAL_STATEMENT: 'Official statement',
  OFFICIAL_DOCUMENT: 'Official document',
  COURT: 'Court record',
  DATASET: 'Data set',
  INTERVIEW: 'Interview',
  RECORDING: 'Recording',
  TRANSCRIPT: 'Transcript',
  IMAGE: 'Image',
  VIDEO: 'Video',
  SOCIAL_POST: 'Social post',
  NEWS_REPORT: 'News report',
  AGENCY_WIRE: 'Agency wire',
  RESEARCH: 'Research',
  BOOK: 'Book',
  EXPERT: 'Expert',
  OWN_OBSERVATION: 'Own observation',
  OTHER: 'Other',
};

export const CONFIDENTIALITY_LABELS: Labels<Confidentiality> = {
  OPEN: 'Open',
  INTERNAL: 'Inside the desk only',
  NOT_FOR_ATTRIBUTION: 'Not for attribution',
  PROTECTED: 'Protected',
};

/** Read before the source it derives from: "quotes S-11". */
export const DERIVATION_LABELS: Labels<Derivation> = {
  COPIES: 'copies',
  QUOTES: 'quotes',
  TRANSLATES: 'translates',
  REWRITES: 'rewrites',
};

export const STANCE_LABELS: Labels<Stance> = {
  SUPPORTS: 'Supports',
  SUPPORTS_PART: 'In part',
  REFUTES: 'Against',
  REFUTES_PART: 'Against in part',
  CONTEXT: 'Context',
  NO_INFORMATION: 'No information',
};

/** What the evidence shows: that it was said, that it is so, or both. */
export const LAYER_LABELS: Labels<Layer> = {
  SAID: 'It was said',
  TRUE: 'It is so',
  BOTH: 'Said and so',
};

export const PROXIMITY_LABELS: Labels<Proximity> = {
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  TERTIARY: 'Tertiary',
};

export const NOTE_KIND_LABELS: Labels<NoteKind> = {
  CHECK_NOTE: 'Check note',
  QUERY_AUTHOR: 'Query to author',
  QUERY_EDITOR: 'Query to editor',
  REPLY: 'Reply',
  LEGAL: 'Legal',
  HANDOVER: 'Handover',
  OVERRIDE: 'Override',
};

export const VISIBILITY_LABELS: Labels<Visibility> = {
  TEAM: 'Everybody on the desk',
  REVIEWERS: 'Checkers and editors',
  LEGAL: 'Lawyers and editors',
};

export const REVIEW_DECISION_LABELS: Labels<ReviewDecision> = {
  APPROVE: 'Signed off',
  RETURN: 'Returned',
};

export const SCOPE_LABELS: Labels<StoryScope> = {
  FULL: 'Full text',
  PARTIAL: 'Part of the text',
};

export const RISK_LABELS: Labels<Risk> = {
  LOW: 'Low',
  NORMAL: 'Normal',
  HIGH: 'High',
};

export const TOKEN_SCOPE_LABELS: Labels<TokenScope> = {
  READ: 'Read only',
  WRITE: 'Read and write',
};

/** The words on a move's button. */
export const MOVE_LABELS: Labels<Move> = {
  take: 'Take',
  assign: 'Assign',
  wait: 'Wait for answer',
  resume: 'Resume',
  find: 'Save finding',
  submit: 'Submit for review',
  'sign-off': 'Sign off',
  return: 'Return',
  reopen: 'Reopen',
  drop: 'Drop',
  restore: 'Restore',
};

/** Options for a select, in the vocabulary's order, with the words as forms send them. Select's defaultValue: `toWire(word)`. */
export const optionsOf = <Word extends string>(
  words: readonly Word[],
  labels: Labels<Word>,
): { value: WireWord<Word>; label: string }[] =>
  words.map((word) => ({ value: toWire(word), label: labels[word] }));
