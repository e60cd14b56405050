import { z } from 'zod';
import { id, named, natural, PersonShape, page, sha256, text, time, words } from '@/lib/api/shapes';
import {
  ANCHOR_STATES,
  BLOCK_KINDS,
  CLAIM_STATUSES,
  CLEARANCE_KINDS,
  RISKS,
  STORY_SCOPES,
} from '@/lib/domain/vocabulary';
import { toWire, type WireWord } from '@/lib/domain/wire-words';

const VersionName = z.object({ id, number: z.int().positive(), sha256 });

export const ImportedShape = named(
  'ImportedStory',
  z.object({ id, slug: text, version: VersionName }),
);

const CountsShape = named(
  'StatusCounts',
  z.object(
    Object.fromEntries(CLAIM_STATUSES.map((status) => [toWire(status), natural])) as Record<
      WireWord<(typeof CLAIM_STATUSES)[number]>,
      typeof natural
    >,
  ),
);

const storyRow = {
  id,
  slug: text,
  headline: text,
  byline: text.nullable(),
  dueAt: time.nullable(),
  risk: words(RISKS),
  version: VersionName,
  counts: CountsShape,
  /** All its claims, dropped ones included. */
  total: natural,
  updatedAt: time,
};

export const StoryRowShape = named(
  'StoryRow',
  z.object({ ...storyRow, authorName: text.nullable(), leadCheckerName: text.nullable() }),
);
export const StoryPageShape = named('StoryPage', page(StoryRowShape));

export const ClearanceShape = named(
  'Clearance',
  z.object({
    id,
    kind: words(CLEARANCE_KINDS),
    by: PersonShape,
    at: time,
    /** Number of the version that was cleared. */
    version: z.int().positive(),
    conditions: text.nullable(),
    /** Since when it stands no more, and why; null: it stands. */
    voidedAt: time.nullable(),
    voidedReason: text.nullable(),
  }),
);
export const ClearanceListShape = named(
  'Clearances',
  z.object({ items: z.array(ClearanceShape), blockers: z.array(text) }),
);

export const StoryShape = named(
  'Story',
  z.object({
    ...storyRow,
    version: VersionName.extend({ createdAt: time, createdBy: text }),
    language: text,
    scope: words(STORY_SCOPES),
    scopeNote: text.nullable(),
    author: PersonShape.nullable(),
    leadChecker: PersonShape.nullable(),
    /** Share of sentences that hold a claim; `percent` null: the copy has no sentences. */
    coverage: z.object({ percent: z.int().nullable(), claimed: natural, sentences: natural }),
    /** Those that stand, the newest first. */
    clearances: z.array(ClearanceShape),
    /** Counts the changes of the details above, for If-Match; the text has `version`. */
    revision: z.int().positive(),
    createdAt: time,
  }),
);

const blockKind = words(BLOCK_KINDS);
const anchorState = words(ANCHOR_STATES);

export const VersionShape = named(
  'Version',
  VersionName.extend({
    copy: text,
    blocks: z.array(
      z.object({ kind: blockKind, start: natural, end: natural, excluded: z.boolean() }),
    ),
    reason: text.nullable(),
    createdAt: time,
    createdBy: text,
  }),
);

export const VersionRowShape = named(
  'VersionRow',
  VersionName.extend({
    reason: text.nullable(),
    createdAt: time,
    createdBy: text,
    characters: natural,
  }),
);
export const VersionPageShape = named('VersionPage', page(VersionRowShape));

const wordsAt = z.object({ exact: text, start: natural, end: natural });

/** A new version, and where each claim of the story stands in it. */
export const AddedVersionShape = named(
  'AddedVersion',
  z.object({
    version: VersionName,
    anchors: z.array(
      z.object({
        claimId: id,
        ref: text,
        state: anchorState,
        /** Where it stood last: in the version before, or in the last one that had its words. */
        from: wordsAt,
        /** Null: its words are nowhere in it, or a person has to choose among several places. */
        to: wordsAt.nullable(),
      }),
    ),
  }),
);

export const CoverageShape = named(
  'Coverage',
  z.object({
    percent: z.int().nullable(),
    items: z.array(
      z.object({
        start: natural,
        end: natural,
        kind: blockKind,
        state: z.enum(['claimed', 'set-aside', 'unlooked-at']),
        reason: text.optional(),
      }),
    ),
  }),
);

const rows = z.array(z.record(text, z.unknown()));

/** The sheet as JSON; its rows have the columns of the other formats under their keys. */
export const SheetShape = named(
  'Sheet',
  z.object({
    sheet: z.record(text, z.unknown()),
    sections: z.array(
      z.object({ section: text, letter: text.nullable(), title: text, claims: rows }),
    ),
    sources: rows,
    evidence: rows,
    overrides: rows,
    audit: rows,
  }),
);
