import type { Actor } from '@/lib/context';
import { database, readRows } from '@/lib/db/client';
import type { Role, TokenScope } from '@/lib/domain/vocabulary';
import { sha256 } from '@/lib/sha256';
import { Prisma } from '@/prisma/generated/client';

const MINUTE = 60_000;

/** A session ends by itself after so long without a request, and after so long in any case. */
export const IDLE_MS = 12 * 60 * MINUTE;
export const ABSOLUTE_MS = 7 * 24 * 60 * MINUTE;

export type OpenSession = {
  id: string;
  actor: Actor;
  /** What the person chose in Settings: single-key shortcuts on or off. */
  singleKeys: boolean;
};

type PersonRow = { userId: string; name: string; email: string; role: Role };

const actorOf = (row: PersonRow): Actor => ({
  id: row.userId,
  name: row.name,
  email: row.email,
  role: row.role,
});

/**
 * The session that a cookie's reference stands for; null when it has ended, lain idle or run out, or when its person
 * was disabled. The role is the one the person has now.
 */
export async function findSession(reference: string, now: Date): Promise<OpenSession | null> {
  const [row] = await readRows<
    PersonRow & { id: string; singleKeys: boolean; lastSeenAt: Date }
  >(Prisma.sql`
    SELECT s.id, s.last_seen_at AS "lastSeenAt", u.id AS "userId", u.name, u.email, u.role::text AS role,
           u.single_keys AS "singleKeys"
    FROM session s JOIN "user" u ON u.id = s.user_id
    WHERE s.token_hash = ${sha256(reference)} AND s.ended_at IS NULL AND s.expires_at > ${now}
      AND s.last_seen_at > ${new Date(now.getTime() - IDLE_MS)} AND u.disabled_at IS NULL`);
  if (row === undefined) return null;
  if (isMinuteOld(row.lastSeenAt, now)) {
    await database().session.updateMany({
      where: { id: row.id, lastSeenAt: { lt: now } },
      data: { lastSeenAt: now },
    });
  }
  return { id: row.id, actor: actorOf(row), singleKeys: row.singleKeys };
}

/** Who an API token acts as; null when it is unknown or revoked, or its person was disabled. */
export async function findToken(
  token: string,
  now: Date,
): Promise<{ actor: Actor; scope: TokenScope } | null> {
  const [row] = await readRows<
    PersonRow & { id: string; scope: TokenScope; lastUsedAt: Date | null }
  >(Prisma.sql`
    SELECT t.id, t.scope::text AS scope, t.last_used_at AS "lastUsedAt", u.id AS "userId", u.name, u.email,
           u.role::text AS role
    FROM api_token t JOIN "user" u ON u.id = t.user_id
    WHERE t.token_hash = ${sha256(token)} AND t.revoked_at IS NULL AND u.disabled_at IS NULL`);
  if (row === undefined) return null;
  if (row.lastUsedAt === null || isMinuteOld(row.lastUsedAt, now)) {
    await database().apiToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } });
  }
  return { actor: actorOf(row), scope: row.scope };
}

/** True while accounts of the demo desk can sign in; their password is no secret, so the sign-in form may name it. */
export async function hasDemoAccounts(): Promise<boolean> {
  const demo = await database().user.findFirst({
    where: { email: { endsWith: '@stet.example' }, disabledAt: null },
    select: { id: true },
  });
  return demo !== null;
}

/** Noting when somebody was last here is worth a write a minute, not one a request. */
const isMinuteOld = (at: Date, now: Date): boolean => now.getTime() - at.getTime() >= MINUTE;
