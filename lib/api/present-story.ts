import type { z } from 'zod';
import type {
  AddedVersionShape,
  ClearanceShape,
  CoverageShape,
  ImportedShape,
  StoryRowShape,
  StoryShape,
  VersionRowShape,
  VersionShape,
} from '@/lib/api/story-shapes';
import { CLAIM_STATUSES } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import type { AddedVersion } from '@/lib/stories/add-version';
import type { ClearanceView } from '@/lib/stories/clearance-list';
import type { ImportedStory } from '@/lib/stories/create-story';
import type { getVersion, StatusCounts, StoryDesk, StoryRow } from '@/lib/stories/queries';
import type { VersionRow } from '@/lib/stories/versions';

export const presentImported = (story: ImportedStory): z.output<typeof ImportedShape> => story;

export const presentStoryRow = (story: StoryRow): z.output<typeof StoryRowShape> => ({
  id: story.id,
  slug: story.slug,
  headline: story.headline,
  byline: story.byline,
  dueAt: story.dueAt?.toISOString() ?? null,
  risk: toWire(story.risk),
  version: { id: story.versionId, number: story.versionNumber, sha256: story.versionSha256 },
  counts: presentCounts(story.counts),
  total: story.total,
  updatedAt: story.updatedAt.toISOString(),
  authorName: story.authorName,
  leadCheckerName: story.leadCheckerName,
});

export function presentStory(story: StoryDesk): z.output<typeof StoryShape> {
  const { current, coverage } = story;
  return {
    id: story.id,
    slug: story.slug,
    headline: story.headline,
    byline: story.byline,
    language: story.language,
    dueAt: story.dueAt?.toISOString() ?? null,
    risk: toWire(story.risk),
    scope: toWire(story.scope),
    scopeNote: story.scopeNote,
    author: story.author,
    leadChecker: story.leadChecker,
    version: {
      id: current.id,
      number: current.number,
      sha256: current.sha256,
      createdAt: current.createdAt.toISOString(),
      createdBy: current.createdBy,
    },
    counts: presentCounts(story.counts),
    total: story.claims.length,
    coverage: {
      percent: coverage.percent,
      claimed: coverage.claimed,
      sentences: coverage.counted,
    },
    clearances: story.clearances.map(presentClearance),
    revision: story.version,
    createdAt: story.createdAt.toISOString(),
    updatedAt: story.updatedAt.toISOString(),
  };
}

export const presentClearance = (clearance: ClearanceView): z.output<typeof ClearanceShape> => ({
  id: clearance.id,
  kind: toWire(clearance.kind),
  by: { id: clearance.byId, name: clearance.by },
  at: clearance.at.toISOString(),
  version: clearance.versionNumber,
  conditions: clearance.conditions,
  voidedAt: clearance.voidedAt?.toISOString() ?? null,
  voidedReason: clearance.voidedReason,
});

export const presentVersion = (
  version: NonNullable<Awaited<ReturnType<typeof getVersion>>>,
): z.output<typeof VersionShape> => ({
  id: version.id,
  number: version.number,
  sha256: version.sha256,
  copy: version.text,
  blocks: version.blocks.map((block) => ({ ...block, kind: toWire(block.kind) })),
  reason: version.reason,
  createdAt: version.createdAt.toISOString(),
  createdBy: version.createdBy.name,
});

export const presentVersionRow = (version: VersionRow): z.output<typeof VersionRowShape> => ({
  id: version.id,
  number: version.number,
  sha256: version.sha256,
  reason: version.reason,
  createdAt: version.createdAt.toISOString(),
  createdBy: version.createdBy,
  characters: version.characters,
});

export const presentAdded = (added: AddedVersion): z.output<typeof AddedVersionShape> => ({
  version: { id: added.id, number: added.number, sha256: added.sha256 },
  anchors: added.claims.map(({ id, ref, state, from, to }) => ({
    claimId: id,
    ref,
    state: toWire(state),
    from: { exact: from.exact, start: from.start, end: from.end },
    to: to && { exact: to.exact, start: to.start, end: to.end },
  })),
});

/** Sentence by sentence; blocks that are left out of coverage follow in their place as set aside. */
export function presentCoverage({ blocks, coverage }: StoryDesk): z.output<typeof CoverageShape> {
  const sentences = coverage.sentences.map(({ start, end, block, claimed }) => ({
    start,
    end,
    kind: toWire(blocks[block]?.kind ?? 'BODY'),
    state: claimed ? ('claimed' as const) : ('unlooked-at' as const),
  }));
  const setAside = blocks
    .filter((block) => block.excluded)
    .map(({ start, end, kind }) => ({
      start,
      end,
      kind: toWire(kind),
      state: 'set-aside' as const,
      reason: 'It is not part of the article’s text.',
    }));
  return {
    percent: coverage.percent,
    items: [...sentences, ...setAside].sort((a, b) => a.start - b.start),
  };
}

/** Every status, those without a claim as 0. */
const presentCounts = (counts: StatusCounts) =>
  Object.fromEntries(
    CLAIM_STATUSES.map((status) => [toWire(status), counts[status] ?? 0]),
  ) as z.output<typeof StoryShape>['counts'];
