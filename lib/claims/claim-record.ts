import type { Transaction } from '@/lib/db/transaction';
import type { ClaimFacts } from '@/lib/domain/claim-moves';
import type { EvidenceFacts } from '@/lib/domain/origins';
import { SEALED_TITLE } from '@/lib/domain/sealed-source';
import { standsIn, type TextRange } from '@/lib/domain/text-anchor';
import type {
  AnchorState,
  AttributionRole,
  ClaimState,
  ClaimStatus,
  ClaimType,
  Confidentiality,
  Derivation,
  Finding,
  Flag,
  Ground,
  Layer,
  NoteKind,
  Polarity,
  Proximity,
  Qualifier,
  ReviewDecision,
  Role,
  SaidFinding,
  SourceKind,
  Stance,
  Visibility,
  Voice,
} from '@/lib/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client';

/**
 * A claim with all that hangs on it, read in one statement. Commands decide on it; queries make the view from it.
 * Times inside the lists are ISO 8601 strings, because Postgres hands the lists over as JSON.
 */
export type ClaimRecord = {
  id: string;
  storyId: string;
  storySlug: string;
  storyHeadline: string;
  storyLanguage: string;
  storyAuthorId: string | null;
  number: number;
  exact: string;
  restatement: string | null;
  type: ClaimType;
  voice: Voice;
  polarity: Polarity;
  asOf: Date | null;
  timeZone: string | null;
  place: string | null;
  priority: number;
  flags: Flag[];
  state: ClaimState;
  finding: Finding;
  said: SaidFinding;
  status: ClaimStatus;
  suggestedWording: string | null;
  /** The copy, where the suggested wording may stand in it; null where it cannot. */
  copyWithSuggestion: string | null;
  reviewBy: Date | null;
  dueAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  checkerId: string | null;
  checkerName: string | null;
  checkedAt: Date | null;
  checkedSha256: string | null;
  checkerIds: string[];
  reviewerId: string | null;
  reviewerName: string | null;
  reviewedAt: Date | null;
  singlePerson: boolean;
  droppedFrom: ClaimState | null;
  sourceCount: number;
  originCount: number;
  version: number;
  markedById: string;
  markedByName: string;
  createdAt: Date;
  updatedAt: Date;
  /** The story's current version. */
  versionId: string;
  versionNumber: number;
  contentSha256: string;
  anchor: ClaimAnchor | null;
  /** The claim this one was split from; null: it was marked. */
  splitFromId: string | null;
  /** The claim that carries this one's words since they were merged; null otherwise. */
  mergedIntoId: string | null;
  quantities: QuantityRecord[];
  attribution: AttributionRecord[];
  /** Oldest first; removed evidence included, with `removedAt`. */
  evidence: EvidenceRecord[];
  /** Oldest first, whatever their visibility. */
  notes: NoteRecord[];
  /** Oldest first. */
  reviews: ReviewRecord[];
  /** Active checkers and editors, besides the story's author. */
  deskCheckerIds: string[];
};

/** How a claim stands in the current version. Without a place (AMBIGUOUS, LOST) `start` and `end` are null. */
export type ClaimAnchor = {
  state: AnchorState;
  start: number | null;
  end: number | null;
  prefix: string;
  suffix: string;
  /** Why it was found so, in a sentence; null for the version it was marked in. */
  reason: string | null;
  /** The places a person chooses from; null unless AMBIGUOUS. */
  candidates: TextRange[] | null;
};

export type QuantityRecord = {
  value: string | null;
  unit: string | null;
  qualifier: Qualifier;
  low: string | null;
  high: string | null;
  ofWhat: string | null;
};

export type AttributionRecord = {
  party: string;
  role: AttributionRole;
  verb: string | null;
  ground: Ground;
};

export type EvidenceRecord = {
  id: string;
  stance: Stance;
  layer: Layer;
  proximity: Proximity;
  authoritative: boolean;
  authorityReason: string | null;
  excerpt: string | null;
  locator: string | null;
  translator: string | null;
  asOf: string | null;
  retrievedAt: string;
  addedById: string;
  addedByName: string;
  createdAt: string;
  acceptedAt: string | null;
  acceptedByName: string | null;
  removedAt: string | null;
  removedByName: string | null;
  removedReason: string | null;
  resolvedAt: string | null;
  resolvedByName: string | null;
  resolution: string | null;
  origin: { id: string; label: string } | null;
  source: {
    id: string;
    kind: SourceKind;
    title: string;
    creator: string | null;
    publisher: string | null;
    url: string | null;
    language: string | null;
    confidentiality: Confidentiality;
    addedById: string;
    derivedFromId: string | null;
    /** Without the name where that source is protected, whoever reads. */
    derivedFromTitle: string | null;
    derivation: Derivation | null;
    publishedAt: string | null;
  };
  rootSourceId: string;
  isOwnText: boolean;
};

export type NoteRecord = {
  id: string;
  threadId: string | null;
  kind: NoteKind;
  body: string;
  visibility: Visibility;
  authorId: string;
  authorName: string;
  authorRole: Role;
  createdAt: string;
  resolvedAt: string | null;
  resolvedByName: string | null;
};

export type ReviewRecord = {
  id: string;
  decision: ReviewDecision;
  reviewerId: string;
  reviewerName: string;
  at: string;
  comment: string | null;
  finding: Finding;
  said: SaidFinding;
  sha256: string;
  exact: string;
  singlePerson: boolean;
};

/** Null: there is no such claim. */
export async function loadClaim(tx: Transaction, claimId: string): Promise<ClaimRecord | null> {
  const [claim] = await loadClaims(tx, Prisma.sql`c.id = ${claimId}::uuid`);
  return claim ?? null;
}

/** The claims that `where` picks (the claim is `c`, its story `s`), in the order of their numbers. */
export function loadClaims(tx: Transaction, where: Prisma.Sql): Promise<ClaimRecord[]> {
  return tx.$queryRaw<ClaimRecord[]>`
    SELECT c.id, c.story_id AS "storyId", c.number, c.exact, c.restatement, c.type::text, c.voice::text,
      c.polarity::text, c.as_of AS "asOf", c.time_zone AS "timeZone", c.place, c.priority, c.flags::text[] AS flags,
      c.state::text, c.finding::text, c.said::text, c.status::text, c.suggested_wording AS "suggestedWording",
      c.review_by AS "reviewBy", c.due_at AS "dueAt", c.assignee_id AS "assigneeId", c.checker_id AS "checkerId",
      c.checked_at AS "checkedAt", c.checked_sha256 AS "checkedSha256", c.checker_ids AS "checkerIds",
      c.reviewer_id AS "reviewerId", c.reviewed_at AS "reviewedAt", c.single_person AS "singlePerson",
      c.dropped_from::text AS "droppedFrom", c.source_count AS "sourceCount", c.origin_count AS "originCount",
      c.version, c.marked_by_id AS "markedById", c.created_at AS "createdAt", c.updated_at AS "updatedAt",
      c.split_from_id AS "splitFromId", c.merged_into_id AS "mergedIntoId", s.slug AS "storySlug", s.headline AS "storyHeadline", s.language AS "storyLanguage",
      s.author_id AS "storyAuthorId",
      v.id AS "versionId", v.number AS "versionNumber", v.sha256 AS "contentSha256",
      CASE WHEN strpos(v.text, c.suggested_wording) > 0 THEN v.text END AS "copyWithSuggestion",
      assignee.name AS "assigneeName", checker.name AS "checkerName", reviewer.name AS "reviewerName",
      marker.name AS "markedByName",
      (SELECT json_build_object('state', a.state, 'start', a.start, 'end', a."end", 'prefix', a.prefix,
                                'suffix', a.suffix, 'reason', a.reason, 'candidates', a.candidates)
         FROM anchor a WHERE a.claim_id = c.id AND a.version_id = v.id) AS anchor,
      (SELECT coalesce(json_agg(json_build_object('value', trim_scale(q.value)::text, 'unit', q.unit,
                'qualifier', q.qualifier, 'low', trim_scale(q.low)::text, 'high', trim_scale(q.high)::text,
                'ofWhat', q.of_what) ORDER BY q.position), '[]')
         FROM quantity q WHERE q.claim_id = c.id) AS quantities,
      (SELECT coalesce(json_agg(json_build_object('party', t.party, 'role', t.role, 'verb', t.verb,
                'ground', t.ground) ORDER BY t.position), '[]')
         FROM attribution t WHERE t.claim_id = c.id) AS attribution,
      ${EVIDENCE} AS evidence,
      (SELECT coalesce(json_agg(json_build_object('id', n.id, 'threadId', n.thread_id, 'kind', n.kind,
                'body', n.body, 'visibility', n.visibility, 'authorId', n.author_id, 'authorName', nu.name, 'authorRole', nu.role,
                'createdAt', ${iso('n.created_at')}, 'resolvedAt', ${iso('n.resolved_at')},
                'resolvedByName', nr.name) ORDER BY n.created_at, n.id), '[]')
         FROM note n JOIN "user" nu ON nu.id = n.author_id LEFT JOIN "user" nr ON nr.id = n.resolved_by_id
         WHERE n.claim_id = c.id) AS notes,
      (SELECT coalesce(json_agg(json_build_object('id', r.id, 'decision', r.decision, 'reviewerId', r.reviewer_id,
                'reviewerName', ru.name, 'at', ${iso('r.at')}, 'comment', r.comment, 'finding', r.finding,
                'said', r.said, 'sha256', r.sha256, 'exact', r.exact, 'singlePerson', r.single_person)
                ORDER BY r.at, r.id), '[]')
         FROM review r JOIN "user" ru ON ru.id = r.reviewer_id WHERE r.claim_id = c.id) AS reviews,
      ARRAY(SELECT d.id FROM "user" d WHERE d.role IN ('CHECKER', 'EDITOR') AND d.disabled_at IS NULL
              AND d.id IS DISTINCT FROM s.author_id) AS "deskCheckerIds"
    FROM claim c
    JOIN story s ON s.id = c.story_id
    JOIN version v ON v.id = s.current_version_id
    JOIN "user" marker ON marker.id = c.marked_by_id
    LEFT JOIN "user" assignee ON assignee.id = c.assignee_id
    LEFT JOIN "user" checker ON checker.id = c.checker_id
    LEFT JOIN "user" reviewer ON reviewer.id = c.reviewer_id
    WHERE ${where}
    ORDER BY c.number`;
}

/** A timestamp inside JSON, as JavaScript writes it. */
function iso(column: string): Prisma.Sql {
  return Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

// A source that derives from others is followed to its first ancestor; a loop is walked once.
const EVIDENCE = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('id', e.id, 'stance', e.stance, 'layer', e.layer,
    'proximity', e.proximity, 'authoritative', e.authoritative, 'authorityReason', e.authority_reason,
    'excerpt', e.excerpt, 'locator', e.locator, 'translator', e.translator, 'asOf', ${iso('e.as_of')},
    'retrievedAt', ${iso('e.retrieved_at')}, 'addedById', e.added_by_id, 'addedByName', ea.name,
    'createdAt', ${iso('e.created_at')}, 'acceptedAt', ${iso('e.accepted_at')}, 'acceptedByName', ec.name,
    'removedAt', ${iso('e.removed_at')}, 'removedByName', er.name, 'removedReason', e.removed_reason,
    'resolvedAt', ${iso('e.resolved_at')}, 'resolvedByName', es.name, 'resolution', e.resolution,
    'origin', CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'label', o.label) END,
    'source', json_build_object('id', so.id, 'kind', so.kind, 'title', so.title, 'creator', so.creator,
      'publisher', so.publisher, 'url', so.url, 'language', so.language, 'confidentiality', so.confidentiality,
      'addedById', so.added_by_id, 'derivedFromId', so.derived_from_id,
      'derivedFromTitle', CASE WHEN parent.confidentiality = 'PROTECTED' THEN ${SEALED_TITLE} ELSE parent.title END,
      'derivation', so.derivation, 'publishedAt', ${iso('so.published_at')}),
    'rootSourceId', coalesce(line.root, so.id),
    'isOwnText', coalesce(line.own, so.own_story_id = c.story_id, false)) ORDER BY e.created_at, e.id), '[]')
  FROM evidence e
  JOIN source so ON so.id = e.source_id
  JOIN "user" ea ON ea.id = e.added_by_id
  LEFT JOIN origin o ON o.id = e.origin_id
  LEFT JOIN source parent ON parent.id = so.derived_from_id
  LEFT JOIN "user" ec ON ec.id = e.accepted_by_id
  LEFT JOIN "user" er ON er.id = e.removed_by_id
  LEFT JOIN "user" es ON es.id = e.resolved_by_id
  LEFT JOIN LATERAL (
    WITH RECURSIVE line AS (
      SELECT so.id, so.derived_from_id, so.own_story_id, 1 AS depth
      UNION ALL
      SELECT p.id, p.derived_from_id, p.own_story_id, line.depth + 1
      FROM line JOIN source p ON p.id = line.derived_from_id
    ) CYCLE id SET is_loop USING path
    SELECT (array_agg(id ORDER BY depth DESC))[1] AS root,
           coalesce(bool_or(own_story_id = c.story_id), false) AS own
    FROM line WHERE NOT is_loop
  ) line ON so.derived_from_id IS NOT NULL
  WHERE e.claim_id = c.id)`;

/** What the rules need to know, out of the record. */
export function claimFacts(claim: ClaimRecord): ClaimFacts {
  return {
    ...claim,
    anchorState: claim.anchor?.state ?? null,
    suggestedWordingStands: suggestionStands(claim),
    evidence: claim.evidence.filter((each) => each.removedAt === null).map(evidenceFacts),
    notes: claim.notes.map((note) => ({
      id: note.id,
      kind: note.kind,
      authorId: note.authorId,
      isByChecker: note.authorRole === 'CHECKER' || note.authorRole === 'EDITOR',
      visibility: note.visibility,
      threadId: note.threadId,
      isResolved: note.resolvedAt !== null,
    })),
  };
}

/** As whole words: "8 of 24" does not stand in "18 of 24". */
const suggestionStands = ({ copyWithSuggestion, suggestedWording }: ClaimRecord): boolean =>
  copyWithSuggestion !== null &&
  suggestedWording !== null &&
  standsIn(copyWithSuggestion, suggestedWording);

const evidenceFacts = (evidence: EvidenceRecord): EvidenceFacts => ({
  id: evidence.id,
  sourceId: evidence.source.id,
  sourceKind: evidence.source.kind,
  sourceLanguage: evidence.source.language,
  rootSourceId: evidence.rootSourceId,
  isOwnText: evidence.isOwnText,
  originId: evidence.origin?.id ?? null,
  stance: evidence.stance,
  layer: evidence.layer,
  proximity: evidence.proximity,
  authoritative: evidence.authoritative,
  hasExcerpt: evidence.excerpt !== null,
  hasLocator: evidence.locator !== null,
  translator: evidence.translator,
  isAccepted: evidence.acceptedAt !== null,
  isResolved: evidence.resolvedAt !== null,
});
