/**
 * The desk's vocabulary, once. The database's enums mirror these lists (`lib/db/vocabulary.ts` fails to compile
 * when they drift) and the public API writes the same words in lower-case kebab (`wire-words.ts`).
 */

export const ROLES = ['VIEWER', 'REPORTER', 'CHECKER', 'EDITOR', 'LAWYER', 'ADMIN'] as const;
export type Role = (typeof ROLES)[number];

/** Where the work on a claim stands. */
export const CLAIM_STATES = [
  'MARKED',
  'IN_CHECK',
  'WAITING',
  'READY',
  'SIGNED_OFF',
  'REOPENED',
  'DROPPED',
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** What came out for "is it so?". */
export const FINDINGS = [
  'NONE',
  'VERIFIED',
  'VERIFIED_AFTER_CHANGE',
  'INCORRECT',
  'MISLEADING',
  'DISPUTED',
  'OUTDATED',
  'UNVERIFIED',
  'ON_AUTHOR',
  'NOT_CHECKABLE',
] as const;
export type Finding = (typeof FINDINGS)[number];

/** What came out for "was it said?"; asked of attributed claims only. */
export const SAID_FINDINGS = [
  'NONE',
  'VERBATIM',
  'TRANSLATION',
  'PARAPHRASE',
  'ALTERED',
  'MISATTRIBUTED',
  'NOT_FOUND',
] as const;
export type SaidFinding = (typeof SAID_FINDINGS)[number];

/** The badge people see and filter by: computed from state and findings, never typed. See `claim-status.ts`. */
export const CLAIM_STATUSES = [
  'MARKED',
  'IN_CHECK',
  'WAITING',
  'READY',
  'REOPENED',
  'VERIFIED',
  'VERIFIED_AFTER_CHANGE',
  'ATTRIBUTION_ONLY',
  'ON_AUTHOR',
  'DISPUTED',
  'UNVERIFIED',
  'MISLEADING',
  'OUTDATED',
  'INCORRECT',
  'NOT_CHECKABLE',
  'DROPPED',
] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const CLAIM_TYPES = [
  'NUMERIC',
  'DATE_TIME',
  'QUOTE',
  'STATEMENT',
  'EVENT',
  'PROPERTY',
  'CAUSAL',
  'IDENTITY',
  'PLACE',
  'LEGAL',
  'VISUAL',
  'PLAN',
  'NOT_CHECKABLE',
] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

/** OWN: our text asserts it. ATTRIBUTED: our text says that somebody asserts it. */
export const VOICES = ['OWN', 'ATTRIBUTED'] as const;
export type Voice = (typeof VOICES)[number];

export const POLARITIES = ['AFFIRMED', 'NEGATED'] as const;
export type Polarity = (typeof POLARITIES)[number];

export const FLAGS = ['CENTRAL', 'DEFAMATORY', 'SENSITIVE', 'ANONYMOUS_SOURCE', 'MINOR'] as const;
export type Flag = (typeof FLAGS)[number];

export const QUALIFIERS = [
  'EXACT',
  'ABOUT',
  'AT_LEAST',
  'UP_TO',
  'MORE_THAN',
  'LESS_THAN',
  'RANGE',
  'ORDINAL',
  'VAGUE',
] as const;
export type Qualifier = (typeof QUALIFIERS)[number];

export const BLOCK_KINDS = [
  'HEADLINE',
  'STANDFIRST',
  'SUBHEAD',
  'BODY',
  'LIST_ITEM',
  'QUOTE',
  'CAPTION',
  'TABLE_ROW',
  'FURNITURE',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const ANCHOR_STATES = ['ATTACHED', 'MOVED', 'CHANGED', 'AMBIGUOUS', 'LOST'] as const;
export type AnchorState = (typeof ANCHOR_STATES)[number];

export const ATTRIBUTION_ROLES = ['SPEAKER', 'DOCUMENT', 'AGENCY', 'OUTLET', 'TRANSLATOR'] as const;
export type AttributionRole = (typeof ATTRIBUTION_ROLES)[number];

export const GROUNDS = ['ON_RECORD', 'BACKGROUND', 'OFF_RECORD'] as const;
export type Ground = (typeof GROUNDS)[number];

export const SOURCE_KINDS = [
  'OFFICIAL_STATEMENT',
  'OFFICIAL_DOCUMENT',
  'COURT',
  'DATASET',
  'INTERVIEW',
  'RECORDING',
  'TRANSCRIPT',
  'IMAGE',
  'VIDEO',
  'SOCIAL_POST',
  'NEWS_REPORT',
  'AGENCY_WIRE',
  'RESEARCH',
  'BOOK',
  'EXPERT',
  'OWN_OBSERVATION',
  'OTHER',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const CONFIDENTIALITIES = ['OPEN', 'INTERNAL', 'NOT_FOR_ATTRIBUTION', 'PROTECTED'] as const;
export type Confidentiality = (typeof CONFIDENTIALITIES)[number];

export const DERIVATIONS = ['COPIES', 'QUOTES', 'TRANSLATES', 'REWRITES'] as const;
export type Derivation = (typeof DERIVATIONS)[number];

export const STANCES = [
  'SUPPORTS',
  'SUPPORTS_PART',
  'REFUTES',
  'REFUTES_PART',
  'CONTEXT',
  'NO_INFORMATION',
] as const;
export type Stance = (typeof STANCES)[number];

/** SAID: it shows that the claimant said so. TRUE: it shows that it is so. BOTH: both. */
export const LAYERS = ['SAID', 'TRUE', 'BOTH'] as const;
export type Layer = (typeof LAYERS)[number];

export const PROXIMITIES = ['PRIMARY', 'SECONDARY', 'TERTIARY'] as const;
export type Proximity = (typeof PROXIMITIES)[number];

export const NOTE_KINDS = [
  'CHECK_NOTE',
  'QUERY_AUTHOR',
  'QUERY_EDITOR',
  'REPLY',
  'LEGAL',
  'HANDOVER',
  'OVERRIDE',
] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export const VISIBILITIES = ['TEAM', 'REVIEWERS', 'LEGAL'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const REVIEW_DECISIONS = ['APPROVE', 'RETURN'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

export const STORY_SCOPES = ['FULL', 'PARTIAL'] as const;
export type StoryScope = (typeof STORY_SCOPES)[number];

export const RISKS = ['LOW', 'NORMAL', 'HIGH'] as const;
export type Risk = (typeof RISKS)[number];

export const TOKEN_SCOPES = ['READ', 'WRITE'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** The moves of a claim, in the order buttons stand. */
export const MOVES = [
  'take',
  'assign',
  'wait',
  'resume',
  'find',
  'submit',
  'sign-off',
  'return',
  'reopen',
  'drop',
  'restore',
] as const;
export type Move = (typeof MOVES)[number];

export const SUGGESTION_DECISIONS = ['OPEN', 'ACCEPTED', 'REJECTED'] as const;
export type SuggestionDecision = (typeof SUGGESTION_DECISIONS)[number];

/** What a clearance approves a version for. */
export const CLEARANCE_KINDS = ['RESEARCH', 'LEGAL', 'EDITOR'] as const;
export type ClearanceKind = (typeof CLEARANCE_KINDS)[number];

/** Why a stretch of the copy holds nothing to check. */
export const SET_ASIDE_REASONS = ['OPINION', 'COMMON_KNOWLEDGE', 'ON_AUTHOR', 'SCENE'] as const;
export type SetAsideReason = (typeof SET_ASIDE_REASONS)[number];

/** What copy came in as. */
export const INTAKE_KINDS = ['PASTE', 'URL', 'HTML', 'DOCX', 'PDF', 'MARKDOWN', 'TEXT'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];
