import { z } from 'zod';
import { id, named, natural, PersonShape, page, sha256, text, time, words } from '@/lib/api/shapes';
import {
  ANCHOR_STATES,
  ATTRIBUTION_ROLES,
  CLAIM_STATES,
  CLAIM_STATUSES,
  CLAIM_TYPES,
  CONFIDENTIALITIES,
  FINDINGS,
  FLAGS,
  GROUNDS,
  LAYERS,
  MOVES,
  NOTE_KINDS,
  POLARITIES,
  PROXIMITIES,
  QUALIFIERS,
  REVIEW_DECISIONS,
  SAID_FINDINGS,
  SOURCE_KINDS,
  STANCES,
  VISIBILITIES,
  VOICES,
} from '@/lib/domain/vocabulary';

const claimRow = {
  id,
  /** C-014. */
  ref: text,
  number: z.int().positive(),
  story: z.object({ id, headline: text, slug: text }),
  exact: text,
  type: words(CLAIM_TYPES),
  state: words(CLAIM_STATES),
  status: words(CLAIM_STATUSES),
  flags: z.array(words(FLAGS)),
  /** 1 first … 3 last. */
  priority: z.int(),
  assignee: PersonShape.nullable(),
  dueAt: time.nullable(),
  updatedAt: time,
  /** Sources, and independent origins behind them. */
  sources: natural,
  origins: natural,
  singlePerson: z.boolean(),
  version: z.int().positive(),
};

export const ClaimRowShape = named('ClaimRow', z.object(claimRow));
export const ClaimPageShape = named('ClaimPage', page(ClaimRowShape));

/** A number; text where a number would lose digits. */
const figure = z.union([z.number(), text]).nullable();

export const EvidenceShape = named(
  'Evidence',
  z.object({
    id,
    stance: words(STANCES),
    layer: words(LAYERS),
    proximity: words(PROXIMITIES),
    authoritative: z.boolean(),
    authorityReason: text.nullable(),
    excerpt: text.nullable(),
    locator: text.nullable(),
    translator: text.nullable(),
    asOf: time.nullable(),
    retrievedAt: time,
    /** Where it goes back to; null: nobody has said. */
    origin: text.nullable(),
    source: z.object({
      id,
      title: text,
      kind: words(SOURCE_KINDS),
      url: text.nullable(),
      publisher: text.nullable(),
      language: text.nullable(),
      confidentiality: words(CONFIDENTIALITIES),
    }),
    addedBy: PersonShape,
    addedAt: time,
    accepted: z.boolean(),
    removed: z.boolean(),
    removedReason: text.nullable(),
    /** Why evidence against the claim does not stand in its way; null: it stands. */
    resolution: text.nullable(),
  }),
);

export const AttachedShape = named(
  'AttachedEvidence',
  EvidenceShape.extend({ claimId: id, claimVersion: z.int().positive() }),
);

export const NoteShape = named(
  'Note',
  z.object({
    id,
    claimId: id,
    /** The note that opened the thread; null: this one did. */
    threadId: id.nullable(),
    kind: words(NOTE_KINDS),
    body: text,
    visibility: words(VISIBILITIES),
    author: PersonShape,
    createdAt: time,
    resolvedAt: time.nullable(),
    resolvedBy: text.nullable(),
  }),
);

export const ClaimShape = named(
  'Claim',
  z.object({
    ...claimRow,
    storyId: id,
    restatement: text.nullable(),
    voice: words(VOICES),
    polarity: words(POLARITIES),
    /** UTF-16 offsets into the current version; null: the words are not in it. */
    start: natural.nullable(),
    end: natural.nullable(),
    anchor: z
      .object({
        state: words(ANCHOR_STATES),
        exact: text,
        prefix: text,
        suffix: text,
        /** Null, with `end`: it has no place in the current version. */
        start: natural.nullable(),
        end: natural.nullable(),
        /** Why it was found so, in a sentence; null for the version it was marked in. */
        reason: text.nullable(),
        /** The places to choose from when it is ambiguous; else empty. */
        candidates: z.array(z.object({ start: natural, end: natural })),
      })
      .nullable(),
    /** The claim it was split from, and the one it was merged into. */
    splitFromId: id.nullable(),
    mergedIntoId: id.nullable(),
    finding: words(FINDINGS),
    said: words(SAID_FINDINGS),
    suggestedWording: text.nullable(),
    asOf: time.nullable(),
    timeZone: text.nullable(),
    place: text.nullable(),
    reviewBy: time.nullable(),
    quantities: z.array(
      z.object({
        value: figure,
        low: figure,
        high: figure,
        unit: text.nullable(),
        qualifier: words(QUALIFIERS),
        ofWhat: text.nullable(),
      }),
    ),
    attribution: z.array(
      z.object({
        party: text,
        role: words(ATTRIBUTION_ROLES),
        verb: text.nullable(),
        ground: words(GROUNDS),
      }),
    ),
    evidence: z.array(EvidenceShape),
    originLabels: z.array(text),
    notes: z.array(NoteShape),
    openQueries: natural,
    reviews: z.array(
      z.object({
        id,
        decision: words(REVIEW_DECISIONS),
        reviewer: PersonShape,
        at: time,
        comment: text.nullable(),
        finding: words(FINDINGS),
        said: words(SAID_FINDINGS),
        sha256,
        exact: text,
        singlePerson: z.boolean(),
      }),
    ),
    markedBy: PersonShape,
    checker: PersonShape.nullable(),
    checkedAt: time.nullable(),
    /** SHA-256 of the text the finding was made on. */
    checkedSha256: sha256.nullable(),
    reviewer: PersonShape.nullable(),
    reviewedAt: time.nullable(),
    /** SHA-256 of the story's current version: what a sign-off says it read. */
    contentSha256: sha256,
    versionNumber: z.int().positive(),
    /** The moves you can make now. */
    moves: z.array(z.enum(MOVES)),
    /** The moves that are yours in this state, with what still stands in the way of each. */
    offeredMoves: z.array(z.object({ move: z.enum(MOVES), blockers: z.array(text) })),
    /** What stands in the way of the next step towards sign-off, whoever looks. */
    blockers: z.array(text),
    createdAt: time,
  }),
);
