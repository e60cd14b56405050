import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { type Block, blockIndexAt, blockLabels, parseBlocks } from '@/lib/domain/blocks';
import { whyNotTheWriter } from '@/lib/domain/claim-moves';
import { parseCandidates } from '@/lib/domain/claim-place';
import { mayDo } from '@/lib/domain/editorial-permissions';
import { movedPastOthers } from '@/lib/domain/moved-order';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { AnchorState, ClaimState, ClaimStatus, ClearanceKind } from '@/lib/domain/vocabulary';

/** How a version found a claim, as people say it. `settled`: somebody has decided since, or it was dropped. */
export type ChangeKind = 'changed' | 'ambiguous' | 'lost' | 'moved' | 'kept';

export type ChangedClaim = {
  id: string;
  number: number;
  kind: ChangeKind;
  /** Why, in a sentence; null: nothing is recorded. */
  reason: string | null;
  state: ClaimState;
  status: ClaimStatus;
  version: number;
  /** The words in the last version that had them, and here; `to` null: it has no place here. */
  from: TextRange & { exact: string; number: number };
  to: (TextRange & { exact: string }) | null;
  /** "¶ 3"; "" without a place. */
  block: string;
  /** Places to choose from, with where they are. */
  candidates: (TextRange & { block: string })[];
  /** What somebody decided about it in this version, after it came in; null: nothing yet. */
  settled: 'accepted' | 'placed' | 'dropped' | null;
  /** Whether its sign-off fell with this version. */
  wasSignedOff: boolean;
  /** What the reader may decide; all false in a version that is not the current one. */
  may: { accept: boolean; choose: boolean; cut: boolean };
};

export type VersionText = {
  id: string;
  number: number;
  copy: string;
  blocks: Block[];
  sha256: string;
  reason: string | null;
  createdAt: Date;
  createdBy: string;
};

export type VersionChange = {
  story: { id: string; headline: string; language: string };
  version: VersionText;
  /** The version before; null for the first. */
  before: VersionText | null;
  isCurrent: boolean;
  /** What needs a decision first, then what changed, moved and was kept; in the order of the text. */
  claims: ChangedClaim[];
  /** Clearances that fell with it. */
  clearancesVoided: ClearanceKind[];
};

/** A version against the one before it, with what became of each claim; null: there is no such version. */
export async function getVersionChange(
  ctx: Context,
  storyId: string,
  number: number,
): Promise<VersionChange | null> {
  const story = await database().story.findUnique({
    where: { id: storyId },
    select: { id: true, headline: true, language: true, authorId: true, currentVersionId: true },
  });
  if (story === null) return null;
  const version = await versionText(storyId, number);
  if (version === null) return null;
  const isCurrent = version.id === story.currentVersionId;
  const rows = await readClaims(storyId, version);
  const moved = movedClaims(rows);
  const labels = blockLabels(version.blocks);
  const blockAt = (start: number) => labels[blockIndexAt(version.blocks, start)] ?? '';
  const mayPlace = isCurrent && mayDo(ctx.actor.role, 'place-claim');
  const claims = rows.map((row): ChangedClaim => {
    const kind = KINDS[row.anchor] ?? (moved.has(row.id) ? 'moved' : 'kept');
    const to =
      row.start === null || row.end === null
        ? null
        : { start: row.start, end: row.end, exact: row.exact };
    const may =
      mayPlace &&
      row.state !== 'DROPPED' &&
      (row.state === 'MARKED' ||
        whyNotTheWriter({ ...row, storyAuthorId: story.authorId }, ctx.actor.id) === null);
    return {
      id: row.id,
      number: row.number,
      kind,
      reason: row.reason,
      state: row.state,
      status: row.status,
      version: row.version,
      from: {
        start: row.fromStart,
        end: row.fromEnd,
        exact: row.fromExact,
        number: row.fromNumber,
      },
      to,
      block: to === null ? '' : blockAt(to.start),
      candidates: parseCandidates(row.candidates).map((place) => ({
        ...place,
        block: blockAt(place.start),
      })),
      settled: row.state === 'DROPPED' ? 'dropped' : row.settled,
      wasSignedOff: row.wasSignedOff,
      may: {
        accept: may && kind === 'changed' && row.settled === null,
        choose: may && kind === 'ambiguous',
        cut: may && kind !== 'moved' && kind !== 'kept' && row.settled === null,
      },
    };
  });
  // They fall in the moment in which the version comes in.
  const fallen = await database().clearance.findMany({
    where: { storyId, voidedAt: version.createdAt, versionId: { not: version.id } },
    orderBy: { kind: 'asc' },
    select: { kind: true },
  });
  return {
    story: { id: story.id, headline: story.headline, language: story.language },
    version,
    before: number === 1 ? null : await versionText(storyId, number - 1),
    isCurrent,
    clearancesVoided: fallen.map(({ kind }) => kind),
    claims: claims.toSorted((a, b) => rank(a) - rank(b) || placeOf(a) - placeOf(b)),
  };
}

const KINDS: Partial<Record<AnchorState, ChangeKind>> = {
  CHANGED: 'changed',
  AMBIGUOUS: 'ambiguous',
  LOST: 'lost',
};

const ORDER: readonly ChangeKind[] = ['changed', 'ambiguous', 'lost', 'moved', 'kept'];
const rank = ({ kind }: ChangedClaim): number => ORDER.indexOf(kind);
const placeOf = ({ to, from }: ChangedClaim): number => to?.start ?? from.start;

type Row = {
  id: string;
  number: number;
  state: ClaimState;
  status: ClaimStatus;
  version: number;
  singlePerson: boolean;
  anchor: AnchorState;
  exact: string;
  start: number | null;
  end: number | null;
  reason: string | null;
  candidates: unknown;
  fromStart: number;
  fromEnd: number;
  fromExact: string;
  fromNumber: number;
  settled: 'accepted' | 'placed' | null;
  wasSignedOff: boolean;
};

/** Claims that were there when the version came in; those marked in it later are no news of it. */
const readClaims = (storyId: string, version: VersionText): Promise<Row[]> =>
  database().$queryRaw<Row[]>`
    SELECT c.id, c.number, c.state::text, c.status::text, c.version, c.single_person AS "singlePerson",
      a.state::text AS anchor, a.exact, a.start, a."end", a.reason, a.candidates,
      p.start AS "fromStart", p."end" AS "fromEnd", p.exact AS "fromExact", p.number AS "fromNumber",
      CASE WHEN e.verbs && ARRAY['claim.placed', 'claim.split'] THEN 'placed'
           WHEN 'claim.words-accepted' = ANY (e.verbs) THEN 'accepted' END AS settled,
      coalesce('claim.reopened' = ANY (e.verbs), false) AS "wasSignedOff"
    FROM claim c
    JOIN anchor a ON a.claim_id = c.id AND a.version_id = ${version.id}::uuid
    JOIN LATERAL (
      SELECT o.start, o."end", o.exact, v.number FROM anchor o JOIN version v ON v.id = o.version_id
      WHERE o.claim_id = c.id AND v.number < ${version.number} AND o.start IS NOT NULL
      ORDER BY v.number DESC LIMIT 1
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT array_agg(h.verb) AS verbs FROM audit_event h
      WHERE h.claim_id = c.id AND h.version_sha256 = ${version.sha256}
        AND (h.verb IN ('claim.placed', 'claim.split', 'claim.words-accepted')
             OR h.verb = 'claim.reopened' AND h.after ->> 'versionNumber' = ${String(version.number)})
    ) e ON a.state NOT IN ('ATTACHED')
    WHERE c.story_id = ${storyId}::uuid
    ORDER BY c.number`;

/** As lib/stories/version-outcome.ts tells them: the same words, past others. */
function movedClaims(rows: readonly Row[]): ReadonlySet<string> {
  const standing = rows.flatMap(({ id, anchor, start, end, fromStart, fromEnd }) =>
    (anchor === 'ATTACHED' || anchor === 'MOVED') && start !== null && end !== null
      ? [{ id, from: { start: fromStart, end: fromEnd }, to: { start, end } }]
      : [],
  );
  const moved = movedPastOthers(standing);
  return new Set(standing.filter((_, at) => moved[at] === true).map(({ id }) => id));
}

async function versionText(storyId: string, number: number): Promise<VersionText | null> {
  const version = await database().version.findUnique({
    where: { storyId_number: { storyId, number } },
    select: {
      id: true,
      number: true,
      text: true,
      blocks: true,
      sha256: true,
      reason: true,
      createdAt: true,
      createdBy: { select: { name: true } },
    },
  });
  if (version === null) return null;
  const { text, blocks, createdBy, ...rest } = version;
  return { ...rest, copy: text, blocks: parseBlocks(blocks), createdBy: createdBy.name };
}
