import { type ClaimRecord, loadClaims } from '@/lib/claims/claim-record';
import { type ClaimView, claimView } from '@/lib/claims/queries';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { decodeCursor, encodeCursor } from '@/lib/db/cursor';
import { type Block, blockIndexAt, blockLabels, parseBlocks } from '@/lib/domain/blocks';
import { type Coverage, coverageOf } from '@/lib/domain/coverage';
import { mayDo } from '@/lib/domain/editorial-permissions';
import { findSentences } from '@/lib/domain/sentences';
import type { ClaimStatus, ClaimType, Flag, Risk, StoryScope } from '@/lib/domain/vocabulary';
import { type ClearanceView, readClearances } from '@/lib/stories/clearance-list';
import { Prisma } from '@/prisma/generated/client';

/** A claim as the desk shows it in the text and in the list beside it. */
export type DeskClaim = {
  id: string;
  number: number;
  exact: string;
  /** Null, with `end`: the claim has no place in this version. */
  start: number | null;
  end: number | null;
  /** "Headline", "¶ 3"; `NO_PLACE` without one. */
  block: string;
  type: ClaimType;
  status: ClaimStatus;
  flags: Flag[];
  assigneeId: string | null;
  assigneeName: string | null;
  sourceCount: number;
  originCount: number;
  version: number;
};

export type StoryDetails = {
  id: string;
  slug: string;
  headline: string;
  language: string;
  dueAt: Date | null;
  risk: Risk;
  scope: StoryScope;
  scopeNote: string | null;
  byline: string | null;
  author: { id: string; name: string } | null;
  leadChecker: { id: string; name: string } | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
  /** The current text: which number it has, its hash, and when it came in. */
  current: { id: string; number: number; sha256: string; createdAt: Date; createdBy: string };
};

export type StoryDesk = StoryDetails & {
  copy: string;
  blocks: (Block & { label: string })[];
  coverage: Coverage;
  /** Those without a place first, then in the order of the text; dropped claims last. */
  claims: DeskClaim[];
  counts: StatusCounts;
  /** The clearances that stand, the newest first. */
  clearances: ClearanceView[];
  may: { mark: boolean; edit: boolean; exportSheet: boolean; addVersion: boolean };
};

/** Where claims are listed whose words are nowhere in the version, or could be in several places. */
export const NO_PLACE = 'Not found in this version';

/** Claims by status; statuses without a claim are absent. */
export type StatusCounts = Partial<Record<ClaimStatus, number>>;

/** A story with its current text and every claim in it; null: there is none. */
export async function getStoryDesk(ctx: Context, storyId: string): Promise<StoryDesk | null> {
  const story = await findStory(storyId);
  if (story?.currentVersion == null) return null;
  const { text, blocks: storedBlocks } = story.currentVersion;
  const blocks = parseBlocks(storedBlocks);
  const labels = blockLabels(blocks);
  const rows = await database().$queryRaw<Omit<DeskClaim, 'block'>[]>`
    SELECT c.id, c.number, a.exact, a.start, a."end", c.type::text, c.status::text, c.flags::text[] AS flags,
      c.assignee_id AS "assigneeId", u.name AS "assigneeName", c.source_count AS "sourceCount",
      c.origin_count AS "originCount", c.version
    FROM claim c
    JOIN anchor a ON a.claim_id = c.id AND a.version_id = ${story.currentVersion.id}::uuid
    LEFT JOIN "user" u ON u.id = c.assignee_id
    WHERE c.story_id = ${storyId}::uuid
    ORDER BY c.state = 'DROPPED', a.start NULLS FIRST, a."end" DESC, c.number`;
  const clearances = await readClearances(database(), storyId);
  const claims = rows.map((claim) => ({
    ...claim,
    block: claim.start === null ? NO_PLACE : (labels[blockIndexAt(blocks, claim.start)] ?? ''),
  }));
  const standing = claims.flatMap(({ status, start, end }) =>
    status === 'DROPPED' || start === null || end === null ? [] : [{ start, end }],
  );
  return {
    ...details(story),
    copy: text,
    blocks: blocks.map((block, i) => ({ ...block, label: labels[i] ?? '' })),
    coverage: coverageOf(text, blocks, findSentences(text, blocks, story.language), standing),
    claims,
    counts: countByStatus(claims),
    clearances: clearances.filter(({ voidedAt }) => voidedAt === null),
    may: {
      mark: mayDo(ctx.actor.role, 'mark-claim'),
      edit: mayDo(ctx.actor.role, 'edit-story'),
      exportSheet: mayDo(ctx.actor.role, 'export-sheet'),
      addVersion: mayDo(ctx.actor.role, 'add-version'),
    },
  };
}

/** A story's details without its text; null: there is none. */
export async function getStory(_ctx: Context, storyId: string): Promise<StoryDetails | null> {
  const story = await findStory(storyId);
  return story?.currentVersion == null ? null : details(story);
}

/** One version's text; null: the story has no such version. */
export async function getVersion(_ctx: Context, storyId: string, number: number) {
  const version = await database().version.findUnique({
    where: { storyId_number: { storyId, number } },
    select: {
      id: true,
      number: true,
      text: true,
      sha256: true,
      blocks: true,
      reason: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
  });
  return version && { ...version, blocks: parseBlocks(version.blocks) };
}

/** Every claim of a story as the actor may see it, in the order of their numbers: what the sheet is made of. */
export async function listStoryClaims(ctx: Context, storyId: string): Promise<ClaimView[]> {
  const claims: ClaimRecord[] = await loadClaims(
    database(),
    Prisma.sql`c.story_id = ${storyId}::uuid`,
  );
  return claims.map((claim) => claimView(ctx, claim));
}

export type StoryRow = {
  id: string;
  slug: string;
  headline: string;
  byline: string | null;
  authorName: string | null;
  leadCheckerName: string | null;
  dueAt: Date | null;
  updatedAt: Date;
  risk: Risk;
  versionId: string;
  versionNumber: number;
  versionSha256: string;
  counts: StatusCounts;
  total: number;
};

/** Stories, those changed last first, by pages. `text` is looked for in headline and slug. */
export async function listStories(
  _ctx: Context,
  request: { text?: string | undefined; limit: number; cursor: string | null },
): Promise<{ stories: StoryRow[]; nextCursor: string | null }> {
  const conditions = [Prisma.sql`s.current_version_id IS NOT NULL`];
  if (request.cursor !== null) {
    const [at, id] = decodeCursor('stories', request.cursor, ['time', 'id']);
    conditions.push(Prisma.sql`(s.updated_at, s.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  if (request.text !== undefined)
    conditions.push(
      Prisma.sql`(s.headline ILIKE ${like(request.text)} OR s.slug ILIKE ${like(request.text)})`,
    );
  const rows = await database().$queryRaw<(StoryRow & { cursor: string[] })[]>`
    SELECT s.id, s.slug, s.headline, s.byline, author.name AS "authorName", leader.name AS "leadCheckerName",
      s.due_at AS "dueAt", s.updated_at AS "updatedAt", s.risk::text, v.id AS "versionId",
      v.number AS "versionNumber", v.sha256 AS "versionSha256",
      coalesce(tally.counts, '{}') AS counts, coalesce(tally.total, 0) AS total,
      ARRAY[s.updated_at::text, s.id::text] AS cursor
    FROM (SELECT s.* FROM story s WHERE ${Prisma.join(conditions, ' AND ')}
          ORDER BY s.updated_at DESC, s.id DESC LIMIT ${request.limit + 1}) s
    JOIN version v ON v.id = s.current_version_id
    LEFT JOIN "user" author ON author.id = s.author_id
    LEFT JOIN "user" leader ON leader.id = s.lead_checker_id
    LEFT JOIN LATERAL (
      SELECT json_object_agg(status, n) AS counts, sum(n)::int AS total
      FROM (SELECT status, count(*)::int AS n FROM claim WHERE story_id = s.id GROUP BY status) by_status
    ) tally ON true
    ORDER BY s.updated_at DESC, s.id DESC`;
  const stories = rows.slice(0, request.limit);
  const last = stories.at(-1);
  return {
    stories: stories.map(({ cursor: _, ...story }) => story),
    nextCursor:
      rows.length > request.limit && last !== undefined
        ? encodeCursor('stories', last.cursor)
        : null,
  };
}

/** A pattern that finds `text` anywhere, its own wildcards taken literally. */
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

const findStory = (storyId: string) =>
  database().story.findUnique({
    where: { id: storyId },
    include: {
      author: { select: { id: true, name: true } },
      leadChecker: { select: { id: true, name: true } },
      currentVersion: {
        select: {
          id: true,
          number: true,
          sha256: true,
          text: true,
          blocks: true,
          createdAt: true,
          createdBy: { select: { name: true } },
        },
      },
    },
  });

function details(story: NonNullable<Awaited<ReturnType<typeof findStory>>>): StoryDetails {
  const version = story.currentVersion;
  if (version === null) throw new Error(`Story ${story.id} has no text.`);
  return {
    id: story.id,
    slug: story.slug,
    headline: story.headline,
    language: story.language,
    dueAt: story.dueAt,
    risk: story.risk,
    scope: story.scope,
    scopeNote: story.scopeNote,
    byline: story.byline,
    author: story.author,
    leadChecker: story.leadChecker,
    version: story.version,
    createdAt: story.createdAt,
    updatedAt: story.updatedAt,
    current: {
      id: version.id,
      number: version.number,
      sha256: version.sha256,
      createdAt: version.createdAt,
      createdBy: version.createdBy.name,
    },
  };
}

const countByStatus = (claims: readonly { status: ClaimStatus }[]): StatusCounts => {
  const counts: StatusCounts = {};
  for (const { status } of claims) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
