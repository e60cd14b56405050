import { record } from '@/lib/audit/record';
import { type Attempt, clearOldAttempts, countAttempt, forgiveAttempt } from '@/lib/auth/limits';
import { verifyPassword } from '@/lib/auth/password';
import { ABSOLUTE_MS } from '@/lib/auth/queries';
import { newReference } from '@/lib/auth/secret-reference';
import type { Actor, Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { DESK_CHAIN } from '@/lib/domain/audit-chain';
import { Refusal } from '@/lib/errors';
import { sha256 } from '@/lib/sha256';

/** The one answer to every failed sign-in, whatever was wrong. */
export const WRONG_SIGN_IN =
  'That e-mail and password do not match. Check both and try again; whoever runs your desk can set a new password.';

export type Credentials = {
  email: string;
  password: string;
  network: string | null;
  userAgent: string | null;
};

/**
 * Check an e-mail address and a password and open a session. `reference` is for the cookie alone: only its hash is
 * kept. Throws a refusal, the same for every wrong pair, or one with a waiting time after too many.
 */
export async function signIn(
  { email: typed, password, network, userAgent }: Credentials,
  now: Date,
): Promise<{ reference: string; actor: Actor }> {
  const email = typed.trim().toLowerCase();
  const attempt: Attempt = { email, network };
  await countAttempt(attempt);
  const user = await findByEmail(email);
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === null || !isRight || user.disabledAt !== null)
    throw new Refusal('not-allowed', WRONG_SIGN_IN);

  const actor = { id: user.id, name: user.name, email: user.email, role: user.role };
  const { passwordHash } = user;
  const reference = await inTransaction(async (tx) => {
    // Held until the commit, so that a password change or a disablement at this moment ends this session too.
    const [still] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "user" WHERE id = ${actor.id}::uuid AND disabled_at IS NULL
        AND password_hash = ${passwordHash} FOR SHARE`;
    if (still === undefined) throw new Refusal('not-allowed', WRONG_SIGN_IN);
    return startSession(tx, { actor, now }, userAgent);
  });
  await forgiveAttempt(attempt);
  await clearOldAttempts(now);
  return { reference, actor };
}

/** Open a session for a person whose password was just checked; answers the reference for the cookie. */
export async function startSession(
  tx: Transaction,
  ctx: Context,
  userAgent: string | null,
): Promise<string> {
  const reference = newReference();
  const session = await tx.session.create({
    data: {
      id: newId(),
      tokenHash: sha256(reference),
      userId: ctx.actor.id,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + ABSOLUTE_MS),
      userAgent: userAgent?.slice(0, 200) ?? null,
    },
    select: { id: true },
  });
  await record(tx, ctx, {
    chain: DESK_CHAIN,
    verb: 'session.started',
    subject: { type: 'session', id: session.id },
    before: null,
    after: { userId: ctx.actor.id },
    versionSha: null,
  });
  return reference;
}

/** End the session behind a cookie's reference, and with it every copy of the cookie. Ended already: nothing happens. */
export async function endSession(reference: string, now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.session.findUnique({
      where: { tokenHash: sha256(reference) },
      select: {
        id: true,
        user: { select: { id: true, name: true, email: true, role: true } },
      },
    });
    if (session === null) return;
    const ended = await tx.session.updateMany({
      where: { id: session.id, endedAt: null },
      data: { endedAt: now },
    });
    if (ended.count === 0) return;
    await record(
      tx,
      { actor: session.user, now },
      {
        chain: DESK_CHAIN,
        verb: 'session.ended',
        subject: { type: 'session', id: session.id },
        before: null,
        after: { userId: session.user.id },
        versionSha: null,
      },
    );
  });
}

/** End all of a person's sessions, within the change that asks for it; answers how many were open. */
export async function endSessionsOf(tx: Transaction, userId: string, now: Date): Promise<number> {
  const ended = await tx.session.updateMany({
    where: { userId, endedAt: null, expiresAt: { gt: now } },
    data: { endedAt: now },
  });
  return ended.count;
}

/** Null also for what cannot be an address, which Postgres may not even be able to hold. */
async function findByEmail(email: string) {
  if (email.length > 254 || !/^[\x21-\x7e]+$/.test(email)) return null;
  return await database().user.findUnique({
    where: { email },
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      passwordHash: true,
      disabledAt: true,
    },
  });
}
