import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { decodeCursor, encodeCursor } from '@/lib/db/cursor';
import { mayDo } from '@/lib/domain/editorial-permissions';
import { maySeeSource, nameSealer, PROTECTED_ORIGIN, sealSource } from '@/lib/domain/sealed-source';
import type {
  ClaimStatus,
  Confidentiality,
  Derivation,
  SourceKind,
  Stance,
} from '@/lib/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client';

export type SourceRow = {
  id: string;
  kind: SourceKind;
  title: string;
  creator: string | null;
  publisher: string | null;
  url: string | null;
  language: string | null;
  confidentiality: Confidentiality;
  addedById: string;
  publishedAt: Date | null;
  retrievedAt: Date;
  createdAt: Date;
  derivedFromId: string | null;
  derivation: Derivation | null;
  /** Claims that stand on it now. */
  claimCount: number;
};

/** The library, newest first, by pages. `text` is looked for in title, creator, publisher and link. */
export async function listSources(
  ctx: Context,
  request: {
    text?: string | undefined;
    kind?: SourceKind | undefined;
    limit: number;
    cursor: string | null;
  },
): Promise<{ sources: SourceRow[]; nextCursor: string | null }> {
  const conditions = [Prisma.sql`true`];
  if (request.cursor !== null) {
    const [at, id] = decodeCursor('sources', request.cursor, ['time', 'id']);
    conditions.push(Prisma.sql`(so.created_at, so.id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  if (request.kind !== undefined)
    conditions.push(Prisma.sql`so.kind = ${request.kind}::"SourceKind"`);
  if (request.text !== undefined) {
    const pattern = `%${request.text.replace(/[\\%_]/g, '\\$&')}%`;
    // What a person may not see, they cannot find either.
    conditions.push(Prisma.sql`(so.confidentiality <> 'PROTECTED' OR so.added_by_id = ${ctx.actor.id}::uuid
        OR ${ctx.actor.role} = 'EDITOR')`);
    conditions.push(Prisma.sql`(so.title ILIKE ${pattern} OR so.creator ILIKE ${pattern}
        OR so.publisher ILIKE ${pattern} OR so.url ILIKE ${pattern})`);
  }
  const rows = await database().$queryRaw<(SourceRow & { cursor: string[] })[]>`
    SELECT so.id, so.kind::text, so.title, so.creator, so.publisher, so.url, so.language,
      so.confidentiality::text, so.added_by_id AS "addedById", so.published_at AS "publishedAt",
      so.retrieved_at AS "retrievedAt", so.created_at AS "createdAt", so.derived_from_id AS "derivedFromId",
      so.derivation::text,
      (SELECT count(DISTINCT e.claim_id)::int FROM evidence e WHERE e.source_id = so.id AND e.removed_at IS NULL)
        AS "claimCount",
      ARRAY[so.created_at::text, so.id::text] AS cursor
    FROM source so
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY so.created_at DESC, so.id DESC
    LIMIT ${request.limit + 1}`;
  const sources = rows.slice(0, request.limit);
  const last = sources.at(-1);
  return {
    sources: sources.map(({ cursor: _, ...source }) => sealSource(source, ctx.actor)),
    nextCursor:
      rows.length > request.limit && last !== undefined
        ? encodeCursor('sources', last.cursor)
        : null,
  };
}

export type SourceUse = {
  evidenceId: string;
  claimId: string;
  number: number;
  exact: string;
  status: ClaimStatus;
  storyId: string;
  storyHeadline: string;
  stance: Stance;
  excerpt: string | null;
  locator: string | null;
  origin: string | null;
};

/** One source, what it derives from, what derives from it, and every claim it settles; null: there is none. */
export async function getSource(ctx: Context, sourceId: string) {
  const select = {
    id: true,
    kind: true,
    title: true,
    creator: true,
    publisher: true,
    url: true,
    language: true,
    confidentiality: true,
    addedById: true,
    publishedAt: true,
    retrievedAt: true,
    createdAt: true,
    derivedFromId: true,
    derivation: true,
    ownStoryId: true,
    version: true,
  } as const;
  const source = await database().source.findUnique({
    where: { id: sourceId },
    select: {
      ...select,
      addedBy: { select: { name: true } },
      ownStory: { select: { id: true, headline: true } },
      derivedFrom: { select },
      derivatives: { select, orderBy: { createdAt: 'asc' }, take: 200 },
    },
  });
  if (source === null) return null;
  const uses = await database().$queryRaw<SourceUse[]>`
    SELECT e.id AS "evidenceId", c.id AS "claimId", c.number, c.exact, c.status::text, c.story_id AS "storyId",
      s.headline AS "storyHeadline", e.stance::text, e.excerpt, e.locator, o.label AS origin
    FROM evidence e
    JOIN claim c ON c.id = e.claim_id
    JOIN story s ON s.id = c.story_id
    LEFT JOIN origin o ON o.id = e.origin_id
    WHERE e.source_id = ${sourceId}::uuid AND e.removed_at IS NULL
    ORDER BY s.headline, c.number LIMIT 500`;
  const isSealed = !maySeeSource(ctx.actor, source);
  return {
    ...sealSource(source, ctx.actor),
    derivedFrom: source.derivedFrom && sealSource(source.derivedFrom, ctx.actor),
    derivatives: source.derivatives.map((derived) => sealSource(derived, ctx.actor)),
    uses: isSealed ? uses.map(sealerOfUses(source)) : uses,
    /** Its identity is kept from this reader. */
    isSealed,
    may: { edit: mayDo(ctx.actor.role, 'edit-source') && !isSealed },
  };
}

export type SourceView = NonNullable<Awaited<ReturnType<typeof getSource>>>;

/** What a use says of its source, for whoever may not know it. */
function sealerOfUses(source: Parameters<typeof nameSealer>[0]): (use: SourceUse) => SourceUse {
  const seal = nameSealer(source);
  return (use) => ({
    ...use,
    excerpt: seal(use.excerpt),
    locator: seal(use.locator),
    origin: use.origin && PROTECTED_ORIGIN,
  });
}
