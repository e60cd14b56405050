import { record } from '@/lib/audit/record';
import { endSessionsOf, startSession } from '@/lib/auth/commands';
import { countOwnPasswordAttempt, forgiveOwnPasswordAttempts } from '@/lib/auth/limits';
import { generatePassword, hashPassword, verifyPassword } from '@/lib/auth/password';
import { requirePermission } from '@/lib/auth/permission';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { DESK_CHAIN } from '@/lib/domain/audit-chain';
import { type PasswordOwner, passwordFaults } from '@/lib/domain/password-rules';
import { Refusal } from '@/lib/errors';
import type {
  AddUser,
  ChangeOwnPassword,
  ChangeRole,
  ChooseSingleKeys,
  DisableUser,
  EnableUser,
  ResetPassword,
} from '@/lib/users/schemas';

/**
 * Give a person an account. `madePassword` is the one Stet made up when none was given, to be shown once; else null.
 * `skipLength` lets a password be short, for demo accounts alone.
 */
export async function addUser(
  ctx: Context,
  input: AddUser,
  { skipLength = false }: { skipLength?: boolean } = {},
): Promise<{ id: string; madePassword: string | null }> {
  requirePermission(ctx, 'add-user');
  const { email, name, role } = input;
  const { password, made } = chosenPassword(input.password, input, 'password', skipLength);
  const passwordHash = await hashPassword(password);
  const id = newId();
  await inTransaction(async (tx) => {
    const added = await tx.user.createMany({
      data: { id, email, name, role, passwordHash, createdAt: ctx.now },
      skipDuplicates: true,
    });
    if (added.count === 0)
      throw new Refusal('rule', 'Nobody was added.', {
        fields: {
          email: [
            'This address has an account already. Enable it, or change its role, under People.',
          ],
        },
      });
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'user.added',
      subject: { type: 'user', id },
      before: null,
      after: { email, name, role },
      versionSha: null,
    });
  });
  return { id, madePassword: made };
}

/** Give a person another role. It holds at once, and they sign in again: no page of the old role stays usable. */
export async function changeRole(
  ctx: Context,
  { userId, version, role }: ChangeRole,
): Promise<void> {
  requirePermission(ctx, 'change-role');
  return inTransaction(async (tx) => {
    const user = await userAtVersion(tx, userId, version);
    if (user.role === role) return;
    if (user.role === 'ADMIN') await refuseLastAdmin(tx, userId, 'change their role');
    await updateAtVersion(tx, userId, version, { role });
    const sessionsEnded = await endSessionsOf(tx, userId, ctx.now);
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'user.edited',
      subject: { type: 'user', id: userId },
      before: { role: user.role },
      after: { role, sessionsEnded },
      versionSha: null,
    });
  });
}

/** Shut a person out at once: every session ends and every API token stops working. What they did stays. */
export async function disableUser(ctx: Context, { userId, version }: DisableUser): Promise<void> {
  requirePermission(ctx, 'disable-user');
  return inTransaction(async (tx) => {
    const user = await userAtVersion(tx, userId, version);
    if (user.disabledAt !== null) throw new Refusal('rule', `${user.name} is disabled already.`);
    if (user.role === 'ADMIN') await refuseLastAdmin(tx, userId, 'disable them');
    await updateAtVersion(tx, userId, version, { disabledAt: ctx.now });
    const sessionsEnded = await endSessionsOf(tx, userId, ctx.now);
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'user.disabled',
      subject: { type: 'user', id: userId },
      before: { disabled: false },
      after: { disabled: true, sessionsEnded },
      versionSha: null,
    });
  });
}

/** Let a disabled person in again, with the password, role and tokens they had. */
export async function enableUser(ctx: Context, { userId, version }: EnableUser): Promise<void> {
  requirePermission(ctx, 'enable-user');
  return inTransaction(async (tx) => {
    const user = await userAtVersion(tx, userId, version);
    if (user.disabledAt === null) throw new Refusal('rule', `${user.name} can sign in already.`);
    await updateAtVersion(tx, userId, version, { disabledAt: null });
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'user.enabled',
      subject: { type: 'user', id: userId },
      before: { disabled: true },
      after: { disabled: false },
      versionSha: null,
    });
  });
}

/** Set somebody else's password, or have one made, and end their sessions. */
export async function resetPassword(
  ctx: Context,
  { userId, version, password: given }: ResetPassword,
): Promise<{ madePassword: string | null }> {
  requirePermission(ctx, 'reset-password');
  if (userId === ctx.actor.id)
    throw new Refusal(
      'rule',
      'Change your own password under Your account, with the one you have.',
    );
  const owner = await database().user.findUnique({
    where: { id: userId },
    select: { email: true, name: true },
  });
  if (owner === null) throw nobody();
  const { password, made } = chosenPassword(given, owner, 'password');
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await userAtVersion(tx, userId, version);
    await updateAtVersion(tx, userId, version, { passwordHash });
    await recordPassword(tx, ctx, userId, 'an administrator');
  });
  return { madePassword: made };
}

/**
 * Change the password one has. Ends all of one's sessions and opens one for the browser that asks; answers its
 * reference, for the cookie.
 */
export async function changeOwnPassword(
  ctx: Context,
  { currentPassword, newPassword }: ChangeOwnPassword,
  { userAgent }: { userAgent: string | null },
): Promise<{ reference: string }> {
  const { id } = ctx.actor;
  // An open session on an unwatched desk must not become a place to guess the password.
  await countOwnPasswordAttempt(id);
  const user = await database().user.findUnique({
    where: { id },
    select: { email: true, name: true, passwordHash: true, version: true },
  });
  if (user === null) throw nobody();
  if (!(await verifyPassword(user.passwordHash, currentPassword)))
    throw new Refusal('invalid', 'The password was not changed.', {
      fields: { currentPassword: ['Your current password is another one. Type it again.'] },
    });
  await forgiveOwnPasswordAttempts(id);
  const { password } = chosenPassword(newPassword, user, 'newPassword');
  if (await verifyPassword(user.passwordHash, password))
    throw new Refusal('invalid', 'Choose another password.', {
      fields: { newPassword: ['This is the password you have already.'] },
    });
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    await updateAtVersion(tx, id, user.version, { passwordHash });
    await recordPassword(tx, ctx, id, 'its owner');
    return { reference: await startSession(tx, ctx, userAgent) };
  });
}

/** Turn one's single-key shortcuts on or off. */
export async function chooseSingleKeys(
  ctx: Context,
  { singleKeys }: ChooseSingleKeys,
): Promise<void> {
  await inTransaction(async (tx) => {
    const changed = await tx.user.updateMany({
      where: { id: ctx.actor.id, singleKeys: !singleKeys },
      data: { singleKeys },
    });
    if (changed.count === 0) return;
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'user.edited',
      subject: { type: 'user', id: ctx.actor.id },
      before: { singleKeys: !singleKeys },
      after: { singleKeys },
      versionSha: null,
    });
  });
}

/** The given password if it will do, or a made one; throws with all that is wrong with it, at the form's `field`. */
function chosenPassword(
  given: string | undefined,
  owner: PasswordOwner,
  field: string,
  skipLength = false,
): { password: string; made: string | null } {
  if (given === undefined) {
    const made = generatePassword();
    return { password: made, made };
  }
  const faults = passwordFaults(given, owner, { skipLength });
  if (faults.length > 0)
    throw new Refusal('invalid', 'Choose another password.', { fields: { [field]: faults } });
  return { password: given, made: null };
}

async function recordPassword(
  tx: Transaction,
  ctx: Context,
  userId: string,
  by: 'its owner' | 'an administrator',
): Promise<void> {
  const sessionsEnded = await endSessionsOf(tx, userId, ctx.now);
  await record(tx, ctx, {
    chain: DESK_CHAIN,
    verb: 'user.password-set',
    subject: { type: 'user', id: userId },
    before: null,
    after: { by, sessionsEnded },
    versionSha: null,
  });
}

const nobody = () =>
  new Refusal('not-found', 'This person is not on the desk. Go back to the list of people.');

const stale = () =>
  new Refusal(
    'conflict',
    'Somebody changed this account at the same time. Look at it again, then repeat your change.',
  );

async function userAtVersion(tx: Transaction, userId: string, version: number) {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: { name: true, role: true, disabledAt: true, version: true },
  });
  if (user === null) throw nobody();
  if (user.version !== version) throw stale();
  return user;
}

async function updateAtVersion(
  tx: Transaction,
  id: string,
  version: number,
  change: Parameters<Transaction['user']['updateMany']>[0]['data'],
): Promise<void> {
  const updated = await tx.user.updateMany({
    where: { id, version },
    data: { ...change, version: { increment: 1 } },
  });
  if (updated.count === 0) throw stale();
}

/** Two administrators cannot shut each other out at the same moment: whoever comes second waits here and sees. */
async function refuseLastAdmin(tx: Transaction, userId: string, what: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "user" WHERE role = 'ADMIN' AND disabled_at IS NULL ORDER BY id FOR UPDATE`;
  const isActive = admins.some((admin) => admin.id === userId);
  if (isActive && admins.length === 1)
    throw new Refusal(
      'rule',
      `This is the desk’s last administrator. Make somebody else an administrator first, then ${what}.`,
    );
}
