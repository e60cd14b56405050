import { validate as isUuid } from 'uuid';
import { requirePermission } from '@/lib/auth/permission';
import type { Actor, Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import type { Role } from '@/lib/domain/vocabulary';
import { Prisma } from '@/prisma/generated/client';

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  disabledAt: Date | null;
  /** Null: never signed in. */
  lastSeenAt: Date | null;
  createdAt: Date;
  version: number;
};

/** Everybody with an account, those who can sign in first, by name. For administrators. */
export async function listUsers(ctx: Context): Promise<Person[]> {
  requirePermission(ctx, 'see-people');
  return peopleWhere(Prisma.sql`TRUE`);
}

/** One person; null when there is none. For administrators. */
export async function getUser(ctx: Context, userId: string): Promise<Person | null> {
  requirePermission(ctx, 'see-people');
  if (!isUuid(userId)) return null;
  const [user] = await peopleWhere(Prisma.sql`u.id = ${userId}::uuid`);
  return user ?? null;
}

const peopleWhere = (condition: Prisma.Sql): Promise<Person[]> =>
  database().$queryRaw<Person[]>`
    SELECT u.id, u.name, u.email, u.role::text AS role, u.disabled_at AS "disabledAt", u.created_at AS "createdAt",
           u.version, seen.at AS "lastSeenAt"
    FROM "user" u
    LEFT JOIN LATERAL (SELECT max(s.last_seen_at) AS at FROM session s WHERE s.user_id = u.id) seen ON true
    WHERE ${condition}
    ORDER BY u.disabled_at IS NOT NULL, lower(u.name), u.id`;

export type Assignee = { id: string; name: string; role: Role };

/** Who a claim can be given to: active checkers and editors, by name. */
export function listAssignees(_ctx: Context): Promise<Assignee[]> {
  return database().$queryRaw<Assignee[]>`
    SELECT id, name, role::text AS role FROM "user"
    WHERE disabled_at IS NULL AND role IN ('CHECKER', 'EDITOR')
    ORDER BY lower(name), id`;
}

/** Who has this e-mail address, however it is typed; null: nobody. For administrators. */
export async function findUserByEmail(
  ctx: Context,
  email: string,
): Promise<{ id: string; name: string } | null> {
  requirePermission(ctx, 'see-people');
  return database().user.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, name: true },
  });
}

export type Writer = { id: string; name: string };

/** Who a story can be by: active reporters, checkers and editors, by name. */
export function listWriters(_ctx: Context): Promise<Writer[]> {
  return database().$queryRaw<Writer[]>`
    SELECT id, name FROM "user"
    WHERE disabled_at IS NULL AND role IN ('REPORTER', 'CHECKER', 'EDITOR')
    ORDER BY lower(name), id`;
}

/**
 * Who the command line acts as: the active person with this address, or the desk's first editor when none is given;
 * null: there is none. For administrators.
 */
export async function findActor(ctx: Context, email: string | null): Promise<Actor | null> {
  requirePermission(ctx, 'see-people');
  return database().user.findFirst({
    where: {
      disabledAt: null,
      ...(email === null ? { role: 'EDITOR' } : { email: email.trim().toLowerCase() }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, email: true, role: true },
  });
}
