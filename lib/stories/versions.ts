import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { decodeCursor, encodeCursor } from '@/lib/db/cursor';
import { Refusal } from '@/lib/errors';
import { Prisma } from '@/prisma/generated/client';

/** A version without its text. */
export type VersionRow = {
  id: string;
  number: number;
  sha256: string;
  reason: string | null;
  createdAt: Date;
  createdBy: string;
  /** Unicode code points of its text. */
  characters: number;
};

/** The versions of a story, the newest first, by pages. A refusal when there is no such story. */
export async function listVersions(
  _ctx: Context,
  request: { storyId: string; limit: number; cursor: string | null },
): Promise<{ versions: VersionRow[]; nextCursor: string | null }> {
  const { storyId, limit, cursor } = request;
  const before =
    cursor === null
      ? Prisma.empty
      : Prisma.sql`AND v.number < ${Number(decodeCursor('versions', cursor, ['int'])[0])}`;
  const rows = await database().$queryRaw<VersionRow[]>`
    SELECT v.id, v.number, v.sha256, v.reason, v.created_at AS "createdAt", u.name AS "createdBy",
      char_length(v.text) AS characters
    FROM version v JOIN "user" u ON u.id = v.created_by_id
    WHERE v.story_id = ${storyId}::uuid ${before}
    ORDER BY v.number DESC LIMIT ${limit + 1}`;
  if (rows.length === 0 && cursor === null)
    throw new Refusal('not-found', 'This story is not on the desk. Look at its id again.');
  const versions = rows.slice(0, limit);
  const last = versions.at(-1);
  return {
    versions,
    nextCursor:
      rows.length > limit && last !== undefined
        ? encodeCursor('versions', [String(last.number)])
        : null,
  };
}
