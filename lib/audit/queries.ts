import { validate as isUuid } from 'uuid';
import type { AuditEntry, AuditVerb } from '@/lib/audit/event';
import { EVENT_SOURCE, type EventSource, sealEvent } from '@/lib/audit/sealed-event';
import { requirePermission } from '@/lib/auth/permission';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { decodeCursor, encodeCursor } from '@/lib/db/cursor';
import type { Json } from '@/lib/domain/audit-chain';
import { Refusal } from '@/lib/errors';
import { Prisma } from '@/prisma/generated/client';

export type AuditRow = {
  id: string;
  at: Date;
  /** Null: Stet itself. */
  actorId: string | null;
  actorName: string;
  verb: AuditVerb;
  subjectType: AuditEntry['subject']['type'];
  subjectId: string;
  before: Json;
  after: Json;
  /** SHA-256 of the story's text at that moment; null for the desk's own events. */
  versionSha: string | null;
  /** Its place in its chain, 1 first. */
  seq: number;
};

export type ListedAuditRow = AuditRow & {
  story: { id: string; headline: string } | null;
  claim: { id: string; number: number } | null;
  /** Whose account, or whose session or token, it was; null for other subjects. */
  person: string | null;
};

export type AuditFilter = { verb?: AuditVerb | undefined; actorId?: string | undefined };

const ORDER = 'audit';

// The log must stay readable when somebody has tampered with it, so what it holds is not trusted to be an id.
const UUID = '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$';

/**
 * The record, the newest event first, a page at a time. For editors and administrators.
 * `cursor` is the last page's `nextCursor`; null there means the end.
 */
export async function listAudit(
  ctx: Context,
  { verb, actorId }: AuditFilter,
  cursor?: string,
  limit = 50,
): Promise<{ items: ListedAuditRow[]; nextCursor: string | null }> {
  requirePermission(ctx, 'read-audit');
  const before = cursor === undefined ? undefined : lastIdOf(cursor);
  const conditions = [
    Prisma.sql`TRUE`,
    ...(verb === undefined ? [] : [Prisma.sql`verb = ${verb}`]),
    ...(actorId === undefined ? [] : [Prisma.sql`actor_id = ${actorId}::uuid`]),
    ...(before === undefined ? [] : [Prisma.sql`id < ${before}::uuid`]),
  ];
  // Keys are made in order of time, so the primary key is the order of the record.
  const rows = await database().$queryRaw<
    (AuditRow & {
      storyId: string | null;
      headline: string | null;
      claimId: string | null;
      claimNumber: number | null;
      person: string | null;
      source: EventSource;
    })[]
  >`
    SELECT e.id, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName", e.verb,
           e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.before, e.after,
           e.version_sha256 AS "versionSha", e.seq, s.id AS "storyId", s.headline,
           c.id AS "claimId", c.number AS "claimNumber", p.name AS person,
           ${EVENT_SOURCE.SELECTED}
    FROM (SELECT * FROM audit_event WHERE ${Prisma.join(conditions, ' AND ')}
          ORDER BY id DESC LIMIT ${limit + 1}) e
    LEFT JOIN story s ON s.id = CASE WHEN e.chain ~ ${UUID} THEN e.chain::uuid END
    LEFT JOIN claim c ON c.id = e.claim_id
    ${EVENT_SOURCE.JOINED}
    LEFT JOIN "user" p ON p.id = CASE
      WHEN e.subject_type = 'user' THEN e.subject_id
      WHEN e.after ->> 'userId' ~ ${UUID} THEN (e.after ->> 'userId')::uuid END
    ORDER BY e.id DESC`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ storyId, headline, claimId, claimNumber, ...row }) => ({
      ...sealEvent(row, ctx.actor),
      story: storyId === null || headline === null ? null : { id: storyId, headline },
      claim: claimId === null || claimNumber === null ? null : { id: claimId, number: claimNumber },
    })),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(ORDER, [last.id]) : null,
  };
}

function lastIdOf(cursor: string): string {
  const [id = ''] = decodeCursor(ORDER, cursor, ['id']);
  if (!isUuid(id))
    throw new Refusal('invalid', 'This page link is damaged. Start from the first page.');
  return id;
}

/** Who may stand in the record, by name, to filter it by. For editors and administrators. */
export async function listAuditActors(ctx: Context): Promise<{ id: string; name: string }[]> {
  requirePermission(ctx, 'read-audit');
  return database().$queryRaw<{ id: string; name: string }[]>`
    SELECT id, name FROM "user" ORDER BY lower(name), id`;
}

/**
 * All that happened to a claim, the oldest first unless asked otherwise; [] when there is no such claim. Without
 * what would tell `ctx.actor` who a source is that they may not know; `listAudit` as well.
 */
export async function claimHistory(
  ctx: Context,
  claimId: string,
  order: 'oldest-first' | 'newest-first' = 'oldest-first',
): Promise<AuditRow[]> {
  if (!isUuid(claimId)) return [];
  const found = await database().$queryRaw<(AuditRow & { source: EventSource })[]>`
    SELECT e.id, e.at, e.actor_id AS "actorId", e.actor_name AS "actorName", e.verb,
           e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.before, e.after,
           e.version_sha256 AS "versionSha", e.seq, ${EVENT_SOURCE.SELECTED}
    FROM audit_event e
    ${EVENT_SOURCE.JOINED}
    WHERE e.claim_id = ${claimId}::uuid ORDER BY e.seq`;
  const rows = found.map((row) => sealEvent(row, ctx.actor));
  return order === 'oldest-first' ? rows : rows.reverse();
}
