import type { Transaction } from '@/lib/db/transaction';
import type { WordedClaim } from '@/lib/domain/other-words';
import type { SetAsideReason, SuggestionDecision } from '@/lib/domain/vocabulary';

/** What a new version has to find again: the story's current text with all that is anchored in it. */
export type VersionBase = {
  story: { id: string; headline: string; language: string; version: number };
  current: { id: string; number: number; sha256: string };
  claims: BaseClaim[];
  /** What was set aside in the current version and stands. */
  setAsides: BaseSetAside[];
  /** Of the current version, not decided or not written into the copy yet. */
  suggestions: BaseSuggestion[];
};

export type BaseClaim = WordedClaim & {
  id: string;
  number: number;
  exact: string;
  version: number;
  /** Where it stood last, in which version: the current one, but for a claim that lost its place. */
  placeVersionId: string;
  placeNumber: number;
  start: number;
  end: number;
  placeExact: string;
};

export type BaseSetAside = {
  id: string;
  start: number;
  end: number;
  exact: string;
  reason: SetAsideReason;
  byId: string;
  at: Date;
};

export type BaseSuggestion = {
  id: string;
  claimId: string | null;
  start: number;
  end: number;
  before: string;
  after: string;
  decision: SuggestionDecision;
};

/** Null: there is no such story. `tx` may be the database itself, for a look before the story is held. */
export async function readVersionBase(
  tx: Transaction,
  storyId: string,
): Promise<VersionBase | null> {
  const story = await tx.story.findUnique({
    where: { id: storyId },
    select: {
      id: true,
      headline: true,
      language: true,
      version: true,
      currentVersion: { select: { id: true, number: true, sha256: true } },
    },
  });
  if (story?.currentVersion == null) return null;
  const { currentVersion: current, ...details } = story;
  const claims = await tx.$queryRaw<BaseClaim[]>`
    SELECT c.id, c.number, c.exact, c.version, c.state::text, c.finding::text, c.said::text,
      c.dropped_from::text AS "droppedFrom", c.suggested_wording AS "suggestedWording",
      p.version_id AS "placeVersionId", p.number AS "placeNumber", p.start, p."end", p.exact AS "placeExact"
    FROM claim c
    JOIN LATERAL (
      SELECT a.version_id, v.number, a.start, a."end", a.exact
      FROM anchor a JOIN version v ON v.id = a.version_id
      WHERE a.claim_id = c.id AND a.start IS NOT NULL
      ORDER BY v.number DESC LIMIT 1
    ) p ON true
    WHERE c.story_id = ${storyId}::uuid
    ORDER BY c.number`;
  const setAsides = await tx.setAside.findMany({
    where: { versionId: current.id, undoneAt: null },
    orderBy: { start: 'asc' },
    select: { id: true, start: true, end: true, exact: true, reason: true, byId: true, at: true },
  });
  const suggestions = await tx.suggestedChange.findMany({
    where: { versionId: current.id, decision: { not: 'REJECTED' }, resultId: null },
    orderBy: { start: 'asc' },
    select: {
      id: true,
      claimId: true,
      start: true,
      end: true,
      before: true,
      after: true,
      decision: true,
    },
  });
  return { story: details, current, claims, setAsides, suggestions };
}
