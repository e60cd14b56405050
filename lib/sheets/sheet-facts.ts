import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/db/transaction';
import { type Block, parseBlocks } from '@/lib/domain/blocks';
import { changedPlaces } from '@/lib/domain/changed-places';
import { coverageOf } from '@/lib/domain/coverage';
import { findSentences } from '@/lib/domain/sentences';
import { printsNote, sealAll } from '@/lib/domain/sheet-rows';
import {
  type SheetCounts,
  sectionOf,
  sheetCounts,
  type Verdict,
  verdictOf,
} from '@/lib/domain/sheet-sections';
import type { SheetSource } from '@/lib/domain/sheet-sources';
import { diffVersions } from '@/lib/domain/version-diff';
import type {
  ClaimStatus,
  ClearanceKind,
  NoteKind,
  StoryScope,
  Visibility,
} from '@/lib/domain/vocabulary';
import { claimRef } from '@/lib/format';
import packageJson from '@/package.json' with { type: 'json' };

/** The front page: what was checked, in which text, and what is open. */
export type SheetFacts = {
  story: {
    id: string;
    slug: string;
    headline: string;
    /** The byline, or the author's name; null: the story names nobody. */
    by: string | null;
    leadChecker: string | null;
    scope: StoryScope;
    scopeNote: string | null;
  };
  text: { number: number; sha256: string; receivedAt: Date; receivedBy: string };
  counts: SheetCounts;
  verdict: Verdict;
  /** Sentences with a claim in them, in whole per cent; null: the text has none. */
  lookedAt: number | null;
  overrides: OverrideLine[];
  /** Those that stand, the newest first. */
  clearances: SheetClearance[];
  /** In how many places the text changed since the oldest of them; null: none stands. */
  textChanged: number | null;
  /** The end of the story's audit chain when the sheet was read; null: nothing is recorded yet. */
  audit: { events: number; head: string } | null;
  exportedAt: Date;
  exporter: string;
  appVersion: string;
};

/** A clearance that stands. */
export type SheetClearance = {
  kind: ClearanceKind;
  by: string;
  at: Date;
  versionNumber: number;
  conditions: string | null;
};

/** A place where the desk went past its own rule, and who answers for it. */
export type OverrideLine = {
  claimRef: string;
  kind: 'override' | 'single-person';
  at: Date | null;
  by: string;
  reason: string;
};

export type ReadFacts = SheetFacts & { blocks: Block[]; versionId: string };

/**
 * Null: there is no such story. Read in one snapshot with the claims, so that counts equal rows. `sources` are those
 * of the story: what names a protected one of them is struck out of reasons.
 */
export async function readFacts(
  tx: Transaction,
  ctx: Context,
  storyId: string,
  sources: ReadonlyMap<string, SheetSource>,
): Promise<ReadFacts | null> {
  const story = await tx.story.findUnique({
    where: { id: storyId },
    select: {
      id: true,
      slug: true,
      headline: true,
      byline: true,
      scope: true,
      scopeNote: true,
      language: true,
      author: { select: { name: true } },
      leadChecker: { select: { name: true } },
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
  if (story?.currentVersion == null) return null;
  const version = story.currentVersion;
  const blocks = parseBlocks(version.blocks);
  const tallies = await readTallies(tx, storyId, version.id);
  const seal = sealAll(sources);
  const overrides = (await readOverrides(tx, ctx, storyId)).map((line) => ({
    ...line,
    reason: seal(line.reason),
  }));
  const counts = sheetCounts(tallies, overrides.filter(({ kind }) => kind === 'override').length);
  const ranges = await tx.$queryRaw<{ start: number; end: number }[]>`
    SELECT a.start, a."end" FROM anchor a JOIN claim c ON c.id = a.claim_id
    WHERE a.version_id = ${version.id}::uuid AND c.state <> 'DROPPED' AND a.start IS NOT NULL`;
  const sentences = findSentences(version.text, blocks, story.language);
  const chain = await tx.auditChain.findUnique({
    where: { chain: storyId },
    select: { length: true, head: true },
  });
  const cleared = await readStanding(tx, storyId, version);
  return {
    story: {
      id: story.id,
      slug: story.slug,
      headline: story.headline,
      by: story.byline ?? story.author?.name ?? null,
      leadChecker: story.leadChecker?.name ?? null,
      scope: story.scope,
      scopeNote: story.scopeNote,
    },
    text: {
      number: version.number,
      sha256: version.sha256,
      receivedAt: version.createdAt,
      receivedBy: version.createdBy.name,
    },
    counts,
    verdict: verdictOf({
      counts,
      ...openMatters(tallies),
      clearances: cleared.clearances.map(({ kind }) => kind),
      textChanged: cleared.textChanged,
    }),
    lookedAt: coverageOf(version.text, blocks, sentences, ranges).percent,
    overrides,
    ...cleared,
    audit: chain && { events: chain.length, head: chain.head },
    exportedAt: ctx.now,
    exporter: ctx.actor.name,
    appVersion: packageJson.version,
    blocks,
    versionId: version.id,
  };
}

/** The clearances that stand, and how far the text has come since the oldest of them. */
async function readStanding(
  tx: Transaction,
  storyId: string,
  current: { id: string; text: string; blocks: unknown },
): Promise<Pick<SheetFacts, 'clearances' | 'textChanged'>> {
  const rows = await tx.clearance.findMany({
    where: { storyId, voidedAt: null },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: {
      kind: true,
      at: true,
      conditions: true,
      versionId: true,
      by: { select: { name: true } },
      version: { select: { number: true } },
    },
  });
  const clearances = rows.map(({ kind, at, conditions, by, version }) => ({
    kind,
    at,
    conditions,
    by: by.name,
    versionNumber: version.number,
  }));
  const oldest = rows.toSorted((a, b) => a.version.number - b.version.number)[0];
  if (oldest === undefined) return { clearances, textChanged: null };
  if (oldest.versionId === current.id) return { clearances, textChanged: 0 };
  const before = await tx.version.findUniqueOrThrow({
    where: { id: oldest.versionId },
    select: { text: true, blocks: true },
  });
  const textChanged = changedPlaces(
    diffVersions(
      { copy: before.text, blocks: parseBlocks(before.blocks) },
      { copy: current.text, blocks: parseBlocks(current.blocks) },
    ),
  );
  return { clearances, textChanged };
}

type TallyRow = {
  status: ClaimStatus;
  singlePerson: boolean;
  claims: number;
  /** Of these, with the finding “Incorrect”, whether signed off or not. */
  incorrect: number;
  /** Of these, whose words are nowhere in the text, or could be in several places. */
  astray: number;
};

const readTallies = (tx: Transaction, storyId: string, versionId: string): Promise<TallyRow[]> =>
  tx.$queryRaw<TallyRow[]>`
    SELECT c.status::text, c.single_person AS "singlePerson", count(*)::int AS claims,
      count(*) FILTER (WHERE c.finding = 'INCORRECT')::int AS incorrect,
      count(*) FILTER (WHERE a.start IS NULL)::int AS astray
    FROM claim c
    LEFT JOIN anchor a ON a.claim_id = c.id AND a.version_id = ${versionId}::uuid
    WHERE c.story_id = ${storyId}::uuid
    GROUP BY c.status, c.single_person`;

function openMatters(tallies: readonly TallyRow[]) {
  const sum = (rows: readonly TallyRow[], of: 'claims' | 'incorrect' | 'astray') =>
    rows.reduce((total, row) => total + row[of], 0);
  const open = tallies.filter(({ status }) => sectionOf(status) === 'open');
  return {
    openIncorrect: sum(open, 'incorrect'),
    waitingForReader: sum(
      open.filter(({ status }) => status === 'READY'),
      'claims',
    ),
    astray: sum(
      tallies.filter(({ status }) => status !== 'DROPPED'),
      'astray',
    ),
  };
}

/** Override notes that may be printed, and claims that one person checked and signed off. */
async function readOverrides(
  tx: Transaction,
  ctx: Context,
  storyId: string,
): Promise<OverrideLine[]> {
  const notes = await tx.$queryRaw<
    {
      number: number;
      at: Date;
      authorId: string;
      by: string;
      reason: string;
      kind: NoteKind;
      visibility: Visibility;
    }[]
  >`
    SELECT c.number, n.created_at AS at, n.author_id AS "authorId", u.name AS by, n.body AS reason,
      n.kind::text, n.visibility::text
    FROM note n JOIN claim c ON c.id = n.claim_id JOIN "user" u ON u.id = n.author_id
    WHERE c.story_id = ${storyId}::uuid AND n.kind = 'OVERRIDE'
    ORDER BY c.number, n.created_at, n.id`;
  const alone = await tx.$queryRaw<
    { number: number; at: Date | null; by: string | null; reason: string | null }[]
  >`
    SELECT c.number, coalesce(c.reviewed_at, c.checked_at) AS at, coalesce(r.name, k.name, a.name) AS by,
      CASE WHEN c.state = 'SIGNED_OFF' THEN (
        SELECT v.comment FROM review v WHERE v.claim_id = c.id AND v.decision = 'APPROVE'
        ORDER BY v.at DESC, v.id DESC LIMIT 1) END AS reason
    FROM claim c
    LEFT JOIN "user" r ON r.id = c.reviewer_id
    LEFT JOIN "user" k ON k.id = c.checker_id
    LEFT JOIN "user" a ON a.id = c.assignee_id
    WHERE c.story_id = ${storyId}::uuid AND c.single_person AND c.state <> 'DROPPED'
    ORDER BY c.number`;
  return [
    ...notes
      .filter((note) => printsNote(ctx.actor, note))
      .map(({ number, at, by, reason }) => ({
        claimRef: claimRef(number),
        kind: 'override' as const,
        at,
        by,
        reason,
      })),
    ...alone.map(({ number, at, by, reason }) => ({
      claimRef: claimRef(number),
      kind: 'single-person' as const,
      at,
      by: by ?? 'Nobody yet',
      reason:
        reason ??
        'One person did more than one part of the check, because the desk had nobody else.',
    })),
  ];
}
