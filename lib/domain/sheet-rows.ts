import { mayReadNote } from './editorial-permissions';
import {
  ATTRIBUTION_ROLE_LABELS,
  GROUND_LABELS,
  NOTE_KIND_LABELS,
  QUALIFIER_LABELS,
} from './labels';
import { independentOrigins } from './origins';
import { PROTECTED_ORIGIN } from './sealed-source';
import type {
  SheetClaim,
  SheetEvidence,
  SheetNote,
  SheetQuantity,
  SheetReview,
} from './sheet-claim';
import { type SheetSection, sectionOf } from './sheet-sections';
import type { SheetSource } from './sheet-sources';
import type {
  ClaimStatus,
  ClaimType,
  Finding,
  Flag,
  Proximity,
  Role,
  SaidFinding,
  Stance,
  Voice,
} from './vocabulary';

/** One line of the sheet: what a stranger needs to repeat the check of one claim. Null: nothing is recorded. */
export type SheetRow = {
  id: string;
  ref: string;
  section: SheetSection;
  where: string;
  exact: string;
  restatement: string | null;
  type: ClaimType;
  voice: Voice;
  /** "Yuriy Ihnat (speaker, said) → Suspilne (outlet)"; null: in our own voice. */
  claimant: string | null;
  /** The figure when the claim has one; a text when it has several or a range. */
  value: number | string | null;
  unit: string | null;
  qualifier: string | null;
  asOf: Date | null;
  timeZone: string | null;
  scope: string | null;
  said: SaidFinding;
  finding: Finding;
  status: ClaimStatus;
  /** What may be printed, once signed off; null before, and where nothing may. */
  approvedWording: string | null;
  change: { before: string; after: string } | null;
  /** "S-01 Port register", each once, in the order they came in. */
  sources: readonly string[];
  best: { source: string; excerpt: string | null; locator: string | null } | null;
  /** Evidence at first hand is among what counts; null: there is no evidence. */
  isPrimary: boolean | null;
  originNames: readonly string[];
  against: readonly string[];
  flags: readonly Flag[];
  singlePerson: boolean;
  openQueries: readonly string[];
  checkedBy: string | null;
  checkedAt: Date | null;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  /** Whether the words are still those that were checked; null: nobody has checked them. */
  isUnchanged: boolean | null;
  /** SHA-256 of the text they were checked in. */
  checkedText: string | null;
  notes: readonly string[];
};

export type SheetReader = { id: string; role: Role };

/** What goes on paper: what the exporter may read, and notes for the lawyer in the lawyer's own copy alone. */
export const printsNote = (
  reader: SheetReader,
  note: Pick<SheetNote, 'kind' | 'visibility' | 'authorId'>,
): boolean =>
  mayReadNote(reader, note) &&
  (reader.role === 'LAWYER' || (note.kind !== 'LEGAL' && note.visibility !== 'LEGAL'));

/** The claim as a line of the sheet. `sources` are those of the story, without protected identities. */
export function sheetRow(
  claim: SheetClaim,
  sources: ReadonlyMap<string, SheetSource>,
  reader: SheetReader,
): SheetRow {
  const evidence = claim.evidence.filter((each) => each.removedAt === null);
  const counted = evidence.filter((each) => each.acceptedAt !== null && !each.isOwnText);
  const best = bestEvidence(claim.finding, evidence);
  const approval = claim.reviews.findLast((review) => review.decision === 'APPROVE');
  const isSignedOff = claim.state === 'SIGNED_OFF';
  const seal = sealAll(sources);
  return {
    id: claim.id,
    ref: claim.ref,
    section: sectionOf(claim.status),
    where: claim.where,
    exact: claim.exact,
    restatement: claim.restatement,
    type: claim.type,
    voice: claim.voice,
    claimant: claimantOf(claim),
    ...figuresOf(claim.quantities),
    asOf: claim.asOf,
    timeZone: claim.timeZone,
    scope: scopeOf(claim),
    said: claim.said,
    finding: claim.finding,
    status: claim.status,
    approvedWording: isSignedOff ? approvedWording(claim) : null,
    change: changeOf(claim),
    sources: [...new Set(evidence.map((each) => sourceLine(each, sources)))],
    best: best && {
      source: refOf(best, sources),
      ...wordsOf(best, sources),
    },
    isPrimary: counted.length === 0 ? null : counted.some((each) => each.proximity === 'PRIMARY'),
    originNames: originNames(claim, counted, sources),
    against: evidence.filter(isAgainst).map((each) => against(each, sources)),
    flags: claim.flags,
    singlePerson: claim.singlePerson,
    openQueries: claim.notes
      .filter((note) => claim.openQueryIds.includes(note.id) && printsNote(reader, note))
      .map((note) => seal(noteLine(note))),
    checkedBy: claim.checkerName,
    checkedAt: claim.checkedAt,
    reviewedBy: isSignedOff ? claim.reviewerName : null,
    reviewedAt: isSignedOff ? claim.reviewedAt : null,
    ...sinceCheck(claim, isSignedOff ? approval : undefined),
    notes: notesOf(claim, reader).map(seal),
  };
}

/** Notes are of a claim, not of one source: what names any protected source of the story is struck out. */
export function sealAll(sources: ReadonlyMap<string, SheetSource>): (text: string) => string {
  const sealers = [...sources.values()].filter(({ isProtected }) => isProtected);
  return (text) => sealers.reduce((sealed, source) => source.seal(sealed), text);
}

function claimantOf({ voice, attribution }: SheetClaim): string | null {
  if (attribution.length === 0) return voice === 'OWN' ? null : 'Nobody is named';
  return attribution
    .map(({ party, role, verb, ground }) => {
      const facts = [
        ATTRIBUTION_ROLE_LABELS[role].toLowerCase(),
        verb,
        ground === 'ON_RECORD' ? null : GROUND_LABELS[ground].toLowerCase(),
      ].filter((fact) => fact !== null);
      return `${party} (${facts.join(', ')})`;
    })
    .join(' → ');
}

/** Excel and LibreOffice keep 15 significant digits; a longer figure stays text, to the digit. */
const SAFE_DIGITS = 15;

function figuresOf(quantities: readonly SheetQuantity[]) {
  const [only] = quantities;
  if (only === undefined) return { value: null, unit: null, qualifier: null };
  const figures = quantities.map(figure);
  const isOne = quantities.length === 1 && only.value !== null && only.qualifier !== 'RANGE';
  const digits = figures[0]?.replace(/[^\d]/g, '').replace(/^0+/, '').length ?? 0;
  return {
    value: isOne && digits <= SAFE_DIGITS ? Number(only.value) : figures.join('; '),
    unit: listed(quantities.map(({ unit }) => unit ?? '–')),
    qualifier: listed(quantities.map(({ qualifier }) => QUALIFIER_LABELS[qualifier])),
  };
}

const figure = ({ value, low, high }: SheetQuantity): string =>
  low !== null || high !== null ? `${low ?? '…'}–${high ?? '…'}` : (value ?? '–');

/** One word where all are the same, else each in its place. */
const listed = (words: readonly string[]): string | null => {
  const text = new Set(words).size === 1 ? words[0] : words.join('; ');
  return text === undefined || text === '–' ? null : text;
};

function scopeOf({ place, quantities }: SheetClaim): string | null {
  const parts = [place, ...quantities.map(({ ofWhat }) => ofWhat)].filter((part) => part !== null);
  return parts.length === 0 ? null : [...new Set(parts)].join('; ');
}

/** The findings with which the words may stand as they are. */
const MAY_STAND: readonly Finding[] = [
  'VERIFIED',
  'VERIFIED_AFTER_CHANGE',
  'ON_AUTHOR',
  'NOT_CHECKABLE',
];

function approvedWording(claim: SheetClaim): string | null {
  if (MAY_STAND.includes(claim.finding) || claim.status === 'ATTRIBUTION_ONLY') return claim.exact;
  return claim.suggestedWording;
}

function changeOf(claim: SheetClaim): SheetRow['change'] {
  if (claim.formerWords !== null) return { before: claim.formerWords, after: claim.exact };
  return claim.suggestedWording === null
    ? null
    : { before: claim.exact, after: claim.suggestedWording };
}

const STANCE_ORDER: readonly Stance[] = [
  'SUPPORTS',
  'SUPPORTS_PART',
  'REFUTES',
  'REFUTES_PART',
  'CONTEXT',
  'NO_INFORMATION',
];
const PROXIMITY_ORDER: readonly Proximity[] = ['PRIMARY', 'SECONDARY', 'TERTIARY'];

/**
 * The evidence to read first: what carries the finding (for “Incorrect” what stands against the claim), accepted,
 * with its words, at first hand; the older of equals. Null: none stands.
 */
export function bestEvidence(
  finding: Finding,
  evidence: readonly SheetEvidence[],
): SheetEvidence | null {
  const carries = (each: SheetEvidence): number => {
    const isFirst = finding === 'INCORRECT' ? isAgainst(each) : !isAgainst(each);
    return (isFirst ? 0 : STANCE_ORDER.length) + STANCE_ORDER.indexOf(each.stance);
  };
  const keys = (each: SheetEvidence): number[] => [
    Number(each.isOwnText),
    carries(each),
    Number(each.acceptedAt === null),
    Number(each.excerpt === null),
    PROXIMITY_ORDER.indexOf(each.proximity),
    Number(!each.authoritative),
    Number(each.locator === null),
  ];
  const sorted = evidence
    .map((each) => ({ each, keys: keys(each) }))
    .sort((a, b) => {
      const at = a.keys.findIndex((key, i) => key !== b.keys[i]);
      return at < 0 ? 0 : (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
    });
  return sorted[0]?.each ?? null;
}

const isAgainst = ({ stance }: SheetEvidence): boolean =>
  stance === 'REFUTES' || stance === 'REFUTES_PART';

const refOf = (evidence: SheetEvidence, sources: ReadonlyMap<string, SheetSource>): string =>
  sources.get(evidence.source.id)?.ref ?? 'S-?';

const sourceLine = (evidence: SheetEvidence, sources: ReadonlyMap<string, SheetSource>): string => {
  const source = sources.get(evidence.source.id);
  return source === undefined ? 'S-?' : `${source.ref} ${source.title}`;
};

const wordsOf = (evidence: SheetEvidence, sources: ReadonlyMap<string, SheetSource>) => {
  const source = sources.get(evidence.source.id);
  return {
    excerpt: source ? source.seal(evidence.excerpt) : evidence.excerpt,
    locator: source ? source.seal(evidence.locator) : evidence.locator,
  };
};

/** As many names as `independentOrigins` counts. */
function originNames(
  claim: SheetClaim,
  counted: readonly SheetEvidence[],
  sources: ReadonlyMap<string, SheetSource>,
): string[] {
  return [...independentOrigins(claim.standing)].map((key) => {
    const of = counted.filter((each) => `origin:${each.origin?.id}` === key);
    const open = of.find((each) => sources.get(each.source.id)?.isProtected !== true);
    if (open?.origin) return open.origin.label;
    if (of.length > 0) return PROTECTED_ORIGIN;
    const first = counted.find((each) => `source:${each.rootSourceId}` === key);
    return first === undefined ? 'Origin not named' : refOf(first, sources);
  });
}

function against(evidence: SheetEvidence, sources: ReadonlyMap<string, SheetSource>): string {
  const { excerpt, locator } = wordsOf(evidence, sources);
  const words = excerpt === null ? '' : `: “${excerpt}”`;
  const place = locator === null ? '' : ` (${locator})`;
  const source = sources.get(evidence.source.id);
  const resolution = source ? source.seal(evidence.resolution) : evidence.resolution;
  const answer =
    evidence.resolvedAt === null ? '' : ` Answered: ${resolution ?? 'no reason recorded'}`;
  const part = evidence.stance === 'REFUTES_PART' ? ' in part' : '';
  const pending = evidence.acceptedAt === null ? ', not accepted yet' : '';
  return `${refOf(evidence, sources)}${part}${pending}${words}${place}.${answer}`;
}

function sinceCheck(
  claim: SheetClaim,
  approval: SheetReview | undefined,
): Pick<SheetRow, 'isUnchanged' | 'checkedText'> {
  const sha256 = approval?.sha256 ?? claim.checkedSha256;
  if (sha256 === null) return { isUnchanged: null, checkedText: null };
  const words = approval?.exact ?? claim.lastCheck?.exact;
  return {
    isUnchanged:
      claim.anchor?.start != null && claim.lastCheck?.stands === true && words === claim.exact,
    checkedText: sha256,
  };
}

function notesOf(claim: SheetClaim, reader: SheetReader): string[] {
  const returned = claim.state === 'SIGNED_OFF' ? undefined : claim.reviews.at(-1);
  return [
    ...(claim.stateReason === null ? [] : [`Reason: ${claim.stateReason}`]),
    ...(returned?.decision === 'RETURN' && returned.comment !== null
      ? [`${returned.reviewerName}, returned: ${returned.comment}`]
      : []),
    ...claim.notes
      .filter(
        (note) =>
          note.kind !== 'HANDOVER' &&
          !claim.openQueryIds.includes(note.id) &&
          printsNote(reader, note),
      )
      .map(noteLine),
  ];
}

const noteLine = ({ authorName, kind, body }: SheetNote): string =>
  `${authorName}, ${NOTE_KIND_LABELS[kind].toLowerCase()}: ${body}`;
