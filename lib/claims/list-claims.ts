import type { Context } from '@/lib/context';
import { readRows } from '@/lib/db/client';
import { decodeCursor, encodeCursor, type KeyKind } from '@/lib/db/cursor';
import {
  CLAIM_STATUSES,
  CLAIM_TYPES,
  type ClaimState,
  type ClaimStatus,
  type ClaimType,
  type Flag,
} from '@/lib/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client';

/** The orders the queue can be read in; each has its index. */
export const CLAIM_SORTS = ['due', 'updated', 'status', 'type', 'priority', 'newest'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];

export type ClaimFilter = {
  storyId?: string | undefined;
  statuses?: readonly ClaimStatus[] | undefined;
  states?: readonly ClaimState[] | undefined;
  types?: readonly ClaimType[] | undefined;
  /** A user's id, or 'nobody'. */
  assignee?: string | undefined;
  flag?: Flag | undefined;
  /** Only claims due before this moment and not signed off or dropped. */
  overdueAt?: Date | undefined;
  /** Words to find in the exact words and the restatement, or a ref: "C-014". */
  text?: string | undefined;
};

export type ClaimPageRequest = {
  filter: ClaimFilter;
  sort: ClaimSort;
  descending: boolean;
  limit: number;
  /** From the page before; null: the first page. */
  cursor: string | null;
};

export type ClaimRow = {
  id: string;
  number: number;
  exact: string;
  storyId: string;
  storyHeadline: string;
  storySlug: string;
  type: ClaimType;
  state: ClaimState;
  status: ClaimStatus;
  flags: Flag[];
  sourceCount: number;
  originCount: number;
  assigneeId: string | null;
  assigneeName: string | null;
  dueAt: Date | null;
  updatedAt: Date;
  priority: number;
  singlePerson: boolean;
  version: number;
};

export type ClaimPage = { claims: ClaimRow[]; nextCursor: string | null };

type Key = { column: Prisma.Sql; type: Prisma.Sql; kind: KeyKind };

const DUE: Key = {
  column: Prisma.sql`coalesce(c.due_at, 'infinity'::timestamptz)`,
  type: Prisma.sql`timestamptz`,
  kind: 'time',
};
const ID: Key = { column: Prisma.sql`c.id`, type: Prisma.sql`uuid`, kind: 'id' };

/** The columns of each order; the id last makes it total. */
const SORT_KEYS: Record<ClaimSort, readonly Key[]> = {
  due: [DUE, ID],
  updated: [{ column: Prisma.sql`c.updated_at`, type: Prisma.sql`timestamptz`, kind: 'time' }, ID],
  status: [
    { column: Prisma.sql`c.status`, type: Prisma.sql`"ClaimStatus"`, kind: CLAIM_STATUSES },
    DUE,
    ID,
  ],
  type: [{ column: Prisma.sql`c.type`, type: Prisma.sql`"ClaimType"`, kind: CLAIM_TYPES }, DUE, ID],
  priority: [{ column: Prisma.sql`c.priority`, type: Prisma.sql`int`, kind: 'int' }, DUE, ID],
  newest: [ID],
};

/**
 * A page of the queue. Pages are keyset ranges over an index, so the thousandth costs what the first does.
 * A search reads at most SEARCH_LIMIT hits before it sorts them.
 */
export async function listClaims(_ctx: Context, request: ClaimPageRequest): Promise<ClaimPage> {
  const rows = await readRows<ClaimRow & { cursor: string[] }>(claimPageStatement(request));
  const claims = rows.slice(0, request.limit);
  const last = claims.at(-1);
  const hasMore = rows.length > request.limit && last !== undefined;
  return {
    claims: claims.map(({ cursor: _, ...claim }) => claim),
    nextCursor: hasMore ? encodeCursor(sortName(request), last.cursor) : null,
  };
}

/** One row more than the page holds, so that it is known whether there is a next one. Throws for a damaged cursor. */
export function claimPageStatement(request: ClaimPageRequest): Prisma.Sql {
  const keys = SORT_KEYS[request.sort];
  const direction = request.descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const order = Prisma.join(keys.map((key) => Prisma.sql`${key.column} ${direction}`));
  const conditions = after(keys, request);
  const where =
    conditions.length === 0 ? Prisma.empty : Prisma.sql`WHERE ${Prisma.join(conditions, ' AND ')}`;
  const keyText = Prisma.join(keys.map((key) => Prisma.sql`${key.column}::text`));

  return Prisma.sql`
    SELECT page.id, page.number, page.exact, page.story_id AS "storyId", s.headline AS "storyHeadline",
      s.slug AS "storySlug", page.type::text, page.state::text, page.status::text, page.flags::text[] AS flags,
      page.source_count AS "sourceCount", page.origin_count AS "originCount", page.assignee_id AS "assigneeId",
      u.name AS "assigneeName", page.due_at AS "dueAt", page.updated_at AS "updatedAt", page.priority,
      page.single_person AS "singlePerson", page.version, page.cursor
    FROM (
      SELECT c.id, c.number, c.exact, c.story_id, c.type, c.state, c.status, c.flags, c.source_count,
        c.origin_count, c.assignee_id, c.due_at, c.updated_at, c.priority, c.single_person, c.version,
        ARRAY[${keyText}] AS cursor, row_number() OVER (ORDER BY ${order}) AS position
      FROM ${matchingClaims(request.filter)} ${where}
      ORDER BY ${order}
      LIMIT ${request.limit + 1}
    ) page
    JOIN story s ON s.id = page.story_id
    LEFT JOIN "user" u ON u.id = page.assignee_id
    ORDER BY page.position`;
}

/** How many of each status, and in all, capped: nobody reads "1,000+" as a figure to quote. */
export const COUNT_LIMIT = 1_000;

/** Claims that match, counted up to COUNT_LIMIT + 1. */
export async function countClaims(_ctx: Context, filter: ClaimFilter): Promise<number> {
  const [row] = await readRows<{ n: number }>(Prisma.sql`
    SELECT count(*)::int AS n FROM (
      SELECT 1 FROM ${matchingClaims(filter)} LIMIT ${COUNT_LIMIT + 1}
    ) capped`);
  return row?.n ?? 0;
}

/** Hits read for a search before they are sorted; a commoner word is better narrowed than paged through. */
const SEARCH_LIMIT = 2_000;

/**
 * The claims that `filter` matches, as `c`; of a search at most `most`, null: every one. The rest of the filter is
 * asked before hits are counted off, so that a common word does not use them up on claims of other stories.
 */
export function matchingClaims(
  filter: ClaimFilter,
  most: number | null = SEARCH_LIMIT,
): Prisma.Sql {
  const conditions = [...textConditions(filter.text), ...filterConditions(filter)];
  if (conditions.length === 0) return Prisma.sql`claim c`;
  // Without a limit Postgres takes the inner select for conditions of the outer one.
  const limit =
    most === null || filter.text === undefined ? Prisma.empty : Prisma.sql`LIMIT ${most}`;
  return Prisma.sql`(SELECT * FROM claim c WHERE ${Prisma.join(conditions, ' AND ')} ${limit}) c`;
}

const REF = /^C-?0*(\d{1,9})$/i;

/** A ref, or all words, the last as a beginning, so that a search narrows while it is typed. */
function textConditions(text = ''): Prisma.Sql[] {
  const asked = text.trim();
  if (asked === '') return [];
  const number = asked.match(REF)?.[1];
  if (number !== undefined) return [Prisma.sql`c.number = ${Number(number)}`];
  const words = asked.match(/[\p{L}\p{N}]+/gu)?.slice(0, 12) ?? [];
  // What holds no word stands in no claim; to take it for “everything” would answer another question.
  if (words.length === 0) return [Prisma.sql`false`];
  const query = `${words.map((word) => `'${word}'`).join(' & ')}:*`;
  return [Prisma.sql`c.search @@ to_tsquery('simple', ${query})`];
}

/** What the claim `c` must fulfil beside the search; empty: nothing. */
function filterConditions(filter: ClaimFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (filter.storyId !== undefined)
    conditions.push(Prisma.sql`c.story_id = ${filter.storyId}::uuid`);
  if (filter.statuses !== undefined)
    conditions.push(oneOf(Prisma.sql`c.status`, filter.statuses, Prisma.sql`"ClaimStatus"`));
  if (filter.states !== undefined)
    conditions.push(oneOf(Prisma.sql`c.state`, filter.states, Prisma.sql`"ClaimState"`));
  if (filter.types !== undefined)
    conditions.push(oneOf(Prisma.sql`c.type`, filter.types, Prisma.sql`"ClaimType"`));
  if (filter.assignee === 'nobody') conditions.push(Prisma.sql`c.assignee_id IS NULL`);
  else if (filter.assignee !== undefined)
    conditions.push(Prisma.sql`c.assignee_id = ${filter.assignee}::uuid`);
  if (filter.flag !== undefined)
    conditions.push(Prisma.sql`c.flags @> ARRAY[${filter.flag}]::"Flag"[]`);
  if (filter.overdueAt !== undefined)
    conditions.push(
      Prisma.sql`coalesce(c.due_at, 'infinity'::timestamptz) < ${filter.overdueAt} AND c.state NOT IN ('SIGNED_OFF', 'DROPPED')`,
    );
  return conditions;
}

const oneOf = (column: Prisma.Sql, words: readonly string[], type: Prisma.Sql): Prisma.Sql =>
  words.length === 1
    ? Prisma.sql`${column} = ${words[0]}::${type}`
    : Prisma.sql`${column} = ANY (${[...words]}::${type}[])`;

function after(keys: readonly Key[], request: ClaimPageRequest): Prisma.Sql[] {
  if (request.cursor === null) return [];
  const values = decodeCursor(
    sortName(request),
    request.cursor,
    keys.map((key) => key.kind),
  );
  const columns = Prisma.join(keys.map((key) => key.column));
  const bounds = Prisma.join(keys.map((key, i) => Prisma.sql`${values[i]}::${key.type}`));
  const comparison = request.descending ? Prisma.sql`<` : Prisma.sql`>`;
  return [Prisma.sql`(${columns}) ${comparison} (${bounds})`];
}

const sortName = (request: ClaimPageRequest): string =>
  `${request.sort}${request.descending ? '-' : '+'}`;
