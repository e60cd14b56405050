import { countable, type EvidenceFacts, independentOrigins, withoutOrigin } from './origins';
import type {
  AttributionRole,
  Finding,
  Flag,
  NoteKind,
  SaidFinding,
  SourceKind,
  Visibility,
  Voice,
} from './vocabulary';

export type NoteFacts = {
  id: string;
  kind: NoteKind;
  authorId: string;
  /** Its writer checks for this desk: a checker or an editor. */
  isByChecker: boolean;
  visibility: Visibility;
  /** The note that opened the thread; null: this one does. */
  threadId: string | null;
  isResolved: boolean;
};

/** What the rules of a finding need to know. A claim's row with its evidence and notes fits. */
export type FindingFacts = {
  voice: Voice;
  flags: readonly Flag[];
  finding: Finding;
  said: SaidFinding;
  /** The writer's user id; null: the writer has no account. */
  storyAuthorId: string | null;
  storyLanguage: string;
  attribution: readonly { party: string; role: AttributionRole }[];
  suggestedWording: string | null;
  /** The suggested wording stands in the story's current version. */
  suggestedWordingStands: boolean;
  evidence: readonly EvidenceFacts[];
  notes: readonly NoteFacts[];
};

/**
 * What still stands in the way of the findings as they are, in sentences; empty when the rules are met.
 * Invariants I2 to I7 of docs/domain.md.
 */
export function findingBlockers(claim: FindingFacts): string[] {
  return [
    ...pendingEvidence(claim),
    ...saidBlockers(claim),
    ...(claim.finding === 'NONE'
      ? ['“Is it so?” has no finding yet.']
      : BLOCKERS[claim.finding](claim)),
  ];
}

const BLOCKERS: Record<Exclude<Finding, 'NONE'>, (claim: FindingFacts) => string[]> = {
  VERIFIED: verifiedBlockers,
  VERIFIED_AFTER_CHANGE: (claim) => [...verifiedBlockers(claim), ...changeBlockers(claim)],
  INCORRECT: (claim) => [
    ...(standing(claim).some((each) => each.stance === 'REFUTES' && !each.isResolved)
      ? []
      : ['“Incorrect” needs evidence against the claim. Add it with the stance “Against”.']),
    ...missingWording(claim),
  ],
  MISLEADING: (claim) => [
    ...someEvidence(claim, 'Misleading'),
    ...noteWhy(claim, 'Say in a check note what misleads.'),
  ],
  OUTDATED: (claim) => [...someEvidence(claim, 'Outdated')],
  DISPUTED: (claim) => {
    const evidence = standing(claim);
    return [
      ...(evidence.some(supports) ? [] : ['“Disputed” needs both sides: evidence for is missing.']),
      ...(evidence.some((each) => refutes(each) && !each.isResolved)
        ? []
        : ['“Disputed” needs both sides: evidence against is missing.']),
    ];
  },
  UNVERIFIED: (claim) => noteWhy(claim, '“Unverified” needs a check note of what was tried.'),
  ON_AUTHOR: (claim) => {
    if (claim.storyAuthorId === null)
      return [
        '“On author” needs the author’s own note, and the story names no author with an account.',
      ];
    return claim.notes.some((note) => note.authorId === claim.storyAuthorId)
      ? []
      : ['“On author” needs the author’s own note that vouches for it.'];
  },
  NOT_CHECKABLE: (claim) => noteWhy(claim, '“Not checkable” needs a check note that says why.'),
};

function verifiedBlockers(claim: FindingFacts): string[] {
  const against = claim.evidence.filter(
    (each) => !each.isOwnText && refutes(each) && !each.isResolved,
  );
  return [
    ...proofBlockers(claim),
    ...(against.length === 0
      ? []
      : [
          `${count(against.length, 'piece')} of evidence against ${against.length === 1 ? 'is' : 'are'} unresolved. Say why ${against.length === 1 ? 'it does' : 'they do'} not hold, or change the finding.`,
        ]),
  ];
}

/** I2, I3, I5: is there evidence that can carry “Verified”? */
function proofBlockers(claim: FindingFacts): string[] {
  const supporting = countable(claim.evidence).filter((each) => each.stance === 'SUPPORTS');
  if (supporting.length === 0) {
    if (claim.evidence.some((each) => each.isOwnText && each.stance === 'SUPPORTS'))
      return [
        'The only support is this text itself, or derives from it. Find a source outside it.',
      ];
    return [
      '“Verified” needs a source that supports the claim. Add evidence with the stance “Supports”.',
    ];
  }
  const onTruth = supporting.filter(bearsOnTruth);
  if (onTruth.length === 0)
    return [
      'The evidence shows that it was said, not that it is so. Add evidence of the fact, or mark the speaker as fit to settle it and say why.',
    ];
  const complete = onTruth.filter(isComplete);
  if (complete.length === 0) return [incompleteSentence(onTruth)];
  return originBlockers(claim, complete);
}

/** I3: a central or defamatory claim wants a source fit to settle it, or independent origins. */
function originBlockers(claim: FindingFacts, proof: readonly EvidenceFacts[]): string[] {
  const flag = claim.flags.includes('DEFAMATORY')
    ? 'defamatory'
    : claim.flags.includes('CENTRAL')
      ? 'central'
      : null;
  if (flag === null) return [];
  if (proof.some((each) => each.proximity === 'PRIMARY' && each.authoritative)) return [];

  const wanted = proof.some((each) => each.proximity === 'PRIMARY') ? 2 : 3;
  const origins = independentOrigins(proof).size;
  if (origins >= wanted) return [];
  const unnamed = withoutOrigin(proof).length;
  return [
    `A ${flag} claim needs one primary source fit to settle it, or ${NUMBER_WORDS[wanted]} independent origins${wanted === 3 ? ' while all its sources are second-hand' : ''}. It has ${count(origins, 'origin')}.${unnamed > 0 ? ` ${count(unnamed, 'source')} ${unnamed === 1 ? 'names' : 'name'} no origin: say where ${unnamed === 1 ? 'it goes' : 'they go'} back to.` : ''}`,
  ];
}

/** I6, and that attributed claims answer both questions. */
function saidBlockers(claim: FindingFacts): string[] {
  if (claim.voice === 'OWN')
    return claim.said === 'NONE'
      ? []
      : [
          '“Was it said?” is asked of attributed claims only. Name who says it, or clear the answer.',
        ];
  const speaker = claim.attribution.some((link) => link.role !== 'TRANSLATOR');
  const missing = speaker ? [] : ['The claim is attributed, and nobody is named. Say who says so.'];
  switch (claim.said) {
    case 'NONE':
      return [...missing, '“Was it said?” has no finding yet.'];
    case 'VERBATIM':
      return [...missing, ...verbatimBlockers(claim)];
    case 'TRANSLATION':
      return [...missing, ...translationBlockers(claim)];
    case 'PARAPHRASE':
    case 'ALTERED':
      return [
        ...missing,
        ...(onSaid(claim).length > 0
          ? []
          : [
              '“Was it said?” needs evidence that it was said, with its words and where they stand.',
            ]),
      ];
    case 'MISATTRIBUTED':
    case 'NOT_FOUND':
      return [...missing, ...noteWhy(claim, 'Say in a check note where you looked for the words.')];
  }
}

const OWN_PUBLICATION: readonly SourceKind[] = [
  'OFFICIAL_STATEMENT',
  'OFFICIAL_DOCUMENT',
  'SOCIAL_POST',
  'BOOK',
];
const RECORD_OF_SPEECH: readonly SourceKind[] = ['RECORDING', 'VIDEO', 'TRANSCRIPT'];

/** The words themselves: a recording, a transcript, or what the speaker published. */
const carriesWords = (each: EvidenceFacts): boolean =>
  RECORD_OF_SPEECH.includes(each.sourceKind) ||
  (OWN_PUBLICATION.includes(each.sourceKind) && each.proximity === 'PRIMARY');

function verbatimBlockers(claim: FindingFacts): string[] {
  const words = onSaid(claim).filter(carriesWords);
  if (words.length === 0)
    return [
      '“Word for word” needs a recording, a transcript or the speaker’s own publication, with the words and where they stand.',
    ];
  if (words.some((each) => sameLanguage(each.sourceLanguage, claim.storyLanguage))) return [];
  if (words.some((each) => each.sourceLanguage === null))
    return [
      'Nobody has written down which language the words were said in. Name the language of the source.',
    ];
  return [
    'The words were said in another language. Choose “Said, in translation” and name the translator.',
  ];
}

function translationBlockers(claim: FindingFacts): string[] {
  const said = onSaid(claim);
  if (said.length === 0)
    return [
      '“In translation” needs evidence that it was said, with its words and where they stand.',
    ];
  const named =
    said.some((each) => each.translator !== null) ||
    claim.attribution.some((link) => link.role === 'TRANSLATOR');
  return named ? [] : ['“In translation” needs the translator’s name.'];
}

/** `uk` and `uk-UA` are one language. */
const sameLanguage = (a: string | null, b: string): boolean =>
  a !== null && a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase();

const onSaid = (claim: FindingFacts): EvidenceFacts[] =>
  countable(claim.evidence).filter(
    (each) => each.stance === 'SUPPORTS' && each.layer !== 'TRUE' && isComplete(each),
  );

/** I5: that somebody said it shows that it is so only where the speaker is fit to settle it. */
const bearsOnTruth = (each: EvidenceFacts): boolean => each.layer !== 'SAID' || each.authoritative;

const isComplete = (each: EvidenceFacts): boolean => each.hasExcerpt && each.hasLocator;

function incompleteSentence(evidence: readonly EvidenceFacts[]): string {
  const lacks = [
    evidence.every((each) => !each.hasExcerpt) && 'the words of the source',
    evidence.every((each) => !each.hasLocator) && 'the place where its words stand',
  ].filter((lack) => lack !== false);
  const what = lacks.length === 0 ? 'its words together with their place' : lacks.join(' and ');
  return `The supporting evidence lacks ${what}. Fill that in.`;
}

/** I2: a reporter's evidence waits until a checker has looked at it. */
function pendingEvidence(claim: FindingFacts): string[] {
  const pending = claim.evidence.filter((each) => !each.isAccepted).length;
  if (pending === 0) return [];
  return [
    `${count(pending, 'piece')} of evidence from a reporter ${pending === 1 ? 'waits' : 'wait'} to be accepted or removed.`,
  ];
}

function changeBlockers(claim: FindingFacts): string[] {
  const missing = missingWording(claim);
  if (missing.length > 0) return missing;
  return claim.suggestedWordingStands
    ? []
    : [
        'The suggested wording does not stand in the copy yet. It is verified after change once the text has it.',
      ];
}

const missingWording = (claim: FindingFacts): string[] =>
  claim.suggestedWording === null ? ['Write what the copy should say instead.'] : [];

const someEvidence = (claim: FindingFacts, finding: string): string[] =>
  standing(claim).length > 0
    ? []
    : [`“${finding}” needs at least one source with its words and where they stand.`];

/** A note by a checker or editor that the sheet can print; the writer's own word does not show that somebody checked. */
const noteWhy = (claim: FindingFacts, sentence: string): string[] =>
  claim.notes.some(
    (note) =>
      note.kind === 'CHECK_NOTE' &&
      note.isByChecker &&
      note.visibility !== 'LEGAL' &&
      note.authorId !== claim.storyAuthorId,
  )
    ? []
    : [sentence];

const standing = (claim: FindingFacts): EvidenceFacts[] =>
  countable(claim.evidence).filter((each) => each.hasExcerpt && each.hasLocator);

const supports = (each: EvidenceFacts): boolean =>
  each.stance === 'SUPPORTS' || each.stance === 'SUPPORTS_PART';

const refutes = (each: EvidenceFacts): boolean =>
  each.stance === 'REFUTES' || each.stance === 'REFUTES_PART';

const NUMBER_WORDS: Record<number, string> = { 2: 'two', 3: 'three' };

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
