import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { ATTEMPTS } from '@/lib/auth/limits';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { ROLES, type Role } from '@/lib/domain/vocabulary';
import {
  addUser,
  changeOwnPassword,
  changeRole,
  chooseSingleKeys,
  disableUser,
  enableUser,
  resetPassword,
} from '@/lib/users/commands';
import { listAssignees, listUsers } from '@/lib/users/queries';
import { asSystem, openTestDesk, person, TEST_PASSWORD } from '@/lib/users/test-people';

let desk: Awaited<ReturnType<typeof openTestDesk>>;
let admin: Context;
let people = 0;

beforeAll(async () => {
  desk = await openTestDesk();
  admin = await person('ADMIN', 'Ada Min');
});
afterAll(() => desk.close());

function newPerson(role: Role = 'CHECKER') {
  people += 1;
  return person(role, `Person ${people}`);
}

const userOf = (id: string) => database().user.findUniqueOrThrow({ where: { id } });
const lastEvent = () => database().auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });

describe('adding a person', () => {
  it('stores the row and the record of it, and no password in the record', async () => {
    const { id, madePassword } = await addUser(admin, {
      email: 'maren@desk.example',
      name: 'Maren Holt',
      role: 'EDITOR',
      password: 'kettle fjord paragraph',
    });
    expect(madePassword).toBeNull();
    expect(await userOf(id)).toMatchObject({
      email: 'maren@desk.example',
      role: 'EDITOR',
      version: 1,
    });
    const event = await lastEvent();
    expect(event).toMatchObject({
      verb: 'user.added',
      subjectId: id,
      actorId: admin.actor.id,
      before: null,
      after: { email: 'maren@desk.example', name: 'Maren Holt', role: 'EDITOR' },
    });
    expect(JSON.stringify(event)).not.toMatch(/kettle|argon2/);
  });

  it('makes a password when none is given, and no two alike', async () => {
    const made = await Promise.all(
      ['one', 'two'].map((name) =>
        addUser(admin, {
          email: `${name}@desk.example`,
          name,
          role: 'VIEWER',
          password: undefined,
        }),
      ),
    );
    expect(made[0]?.madePassword).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
    expect(made[0]?.madePassword).not.toBe(made[1]?.madePassword);
  });

  it('refuses an address that has an account, and writes nothing', async () => {
    const { email } = await newPerson();
    const before = await database().auditEvent.count();
    await expect(
      addUser(admin, { email, name: 'Another', role: 'VIEWER', password: undefined }),
    ).rejects.toMatchObject({ code: 'rule', fields: { email: [expect.any(String)] } });
    expect(await database().auditEvent.count()).toBe(before);
  });

  it('refuses a weak password with every fault, and takes a short one when told it is for a demo', async () => {
    const input = { email: 'demo@stet.example', name: 'Demo', role: 'EDITOR' as const };
    await expect(addUser(admin, { ...input, password: 'stet-demo' })).rejects.toMatchObject({
      code: 'invalid',
      fields: { password: [expect.stringContaining('at least 12'), expect.any(String)] },
    });
    await expect(
      addUser(
        admin,
        { ...input, email: 'editor@stet.example', password: 'stet-demo' },
        { skipLength: true },
      ),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(
      addUser(
        admin,
        { ...input, name: 'Ines Duarte', email: 'editor@stet.example', password: 'stet-demo' },
        { skipLength: true },
      ),
    ).resolves.toBeTruthy();
  });
});

describe('what only an administrator may do', () => {
  const others = ROLES.filter((role) => role !== 'ADMIN');

  it.each(others)('is refused to a %s, and leaves no trace', async (role) => {
    const who = await newPerson(role);
    const other = await newPerson();
    const before = await database().auditEvent.count();
    const at = { userId: other.actor.id, version: 1 };
    const tries = [
      () =>
        addUser(who, { email: 'x@desk.example', name: 'X', role: 'ADMIN', password: undefined }),
      () => changeRole(who, { ...at, role: 'ADMIN' }),
      () => changeRole(who, { userId: who.actor.id, version: 1, role: 'ADMIN' }),
      () => disableUser(who, at),
      () => enableUser(who, at),
      () => resetPassword(who, { ...at, password: undefined }),
      () => listUsers(who),
    ];
    for (const attempt of tries)
      await expect(attempt()).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await database().auditEvent.count()).toBe(before);
    expect(await userOf(other.actor.id)).toMatchObject({ version: 1, role: 'CHECKER' });
  });
});

describe('changing a role', () => {
  it('changes the row and records both roles', async () => {
    const { actor } = await newPerson();
    await changeRole(admin, { userId: actor.id, version: 1, role: 'LAWYER' });
    expect(await userOf(actor.id)).toMatchObject({ role: 'LAWYER', version: 2 });
    expect(await lastEvent()).toMatchObject({
      verb: 'user.edited',
      before: { role: 'CHECKER' },
      after: { role: 'LAWYER', sessionsEnded: 0 },
    });
  });

  it('is refused when somebody else changed the account meanwhile', async () => {
    const { actor } = await newPerson();
    await changeRole(admin, { userId: actor.id, version: 1, role: 'LAWYER' });
    await expect(
      changeRole(admin, { userId: actor.id, version: 1, role: 'EDITOR' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await expect(disableUser(admin, { userId: actor.id, version: 1 })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('says so when the person is not on the desk', async () => {
    await expect(
      changeRole(admin, { userId: crypto.randomUUID(), version: 1, role: 'EDITOR' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the last administrator', () => {
  const admins = async () =>
    database().user.findMany({
      where: { role: 'ADMIN', disabledAt: null },
      select: { id: true, version: true },
    });

  it('can be neither demoted nor disabled', async () => {
    const [last, ...more] = await admins();
    expect(more).toEqual([]);
    const at = { userId: last?.id ?? '', version: last?.version ?? 0 };
    await expect(changeRole(admin, { ...at, role: 'EDITOR' })).rejects.toMatchObject({
      code: 'rule',
      message: expect.stringContaining('last administrator'),
    });
    await expect(disableUser(admin, at)).rejects.toMatchObject({ code: 'rule' });
    await expect(disableUser(asSystem(), at)).rejects.toMatchObject({ code: 'rule' });
  });

  it('does not count a disabled one', async () => {
    const second = await newPerson('ADMIN');
    await disableUser(admin, { userId: second.actor.id, version: 1 });
    const [last] = await admins();
    await expect(
      disableUser(asSystem(), { userId: last?.id ?? '', version: last?.version ?? 0 }),
    ).rejects.toMatchObject({ code: 'rule' });
  });

  it('is left when two administrators demote each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const second = await newPerson('ADMIN');
      const both = await admins();
      expect(both).toHaveLength(2);
      const [first] = both.filter((one) => one.id !== second.actor.id);
      await Promise.allSettled([
        changeRole(admin, { userId: second.actor.id, version: 1, role: 'VIEWER' }),
        changeRole(second, {
          userId: first?.id ?? '',
          version: first?.version ?? 0,
          role: 'VIEWER',
        }),
      ]);
      const left = await admins();
      expect(left).toHaveLength(1);
      if (left[0]?.id !== admin.actor.id) {
        const { version } = await userOf(admin.actor.id);
        await changeRole(asSystem(), { userId: admin.actor.id, version, role: 'ADMIN' });
        await changeRole(asSystem(), {
          userId: left[0]?.id ?? '',
          version: left[0]?.version ?? 0,
          role: 'VIEWER',
        });
      }
    }
  });
});

describe('disabling and enabling', () => {
  it('is recorded, and cannot be done twice', async () => {
    const { actor } = await newPerson();
    await disableUser(admin, { userId: actor.id, version: 1 });
    expect(await lastEvent()).toMatchObject({ verb: 'user.disabled', subjectId: actor.id });
    await expect(disableUser(admin, { userId: actor.id, version: 2 })).rejects.toMatchObject({
      code: 'rule',
    });
    await enableUser(admin, { userId: actor.id, version: 2 });
    expect(await lastEvent()).toMatchObject({ verb: 'user.enabled', subjectId: actor.id });
    expect((await userOf(actor.id)).disabledAt).toBeNull();
  });
});

describe('a password', () => {
  it('set by an administrator is recorded without it', async () => {
    const { actor } = await newPerson();
    const password = 'a fresh paragraph of kettles';
    await resetPassword(admin, { userId: actor.id, version: 1, password });
    const event = await lastEvent();
    expect(event).toMatchObject({
      verb: 'user.password-set',
      before: null,
      after: { by: 'an administrator', sessionsEnded: 0 },
    });
    expect(JSON.stringify(event)).not.toContain(password);
  });

  it('of one’s own is not reset, but changed with the current one', async () => {
    const { version } = await userOf(admin.actor.id);
    await expect(
      resetPassword(admin, { userId: admin.actor.id, version, password: undefined }),
    ).rejects.toMatchObject({ code: 'rule' });
  });

  it('changes only with the current one, which cannot be guessed without end', async () => {
    const who = await newPerson();
    const change = (currentPassword: string, newPassword = 'an altogether other phrase') =>
      changeOwnPassword(who, { currentPassword, newPassword }, { userAgent: null });
    for (let round = 0; round < ATTEMPTS.ownPassword; round += 1)
      await expect(change('not my password')).rejects.toMatchObject({
        code: 'invalid',
        fields: { currentPassword: [expect.any(String)] },
      });
    await expect(change(TEST_PASSWORD)).rejects.toThrow('There were too many attempts');
    await database().rateLimiterFlexible.deleteMany();
    await expect(change(TEST_PASSWORD, 'short')).rejects.toMatchObject({
      fields: { newPassword: [expect.stringContaining('at least 12')] },
    });
    await expect(change(TEST_PASSWORD, TEST_PASSWORD)).rejects.toMatchObject({ code: 'invalid' });
    await change(TEST_PASSWORD);
    await expect(change(TEST_PASSWORD)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('who is on the desk', () => {
  it('is listed for the administrator, without password hashes, the disabled last', async () => {
    const list = await listUsers(admin);
    expect(list).toHaveLength(await database().user.count());
    expect(JSON.stringify(list)).not.toContain('argon2');
    const firstDisabled = list.findIndex((one) => one.disabledAt !== null);
    expect(list.slice(firstDisabled).every((one) => one.disabledAt !== null)).toBe(true);
  });

  it('may be given a claim when an active checker or editor', async () => {
    const gone = await newPerson('CHECKER');
    await disableUser(admin, { userId: gone.actor.id, version: 1 });
    const editor = await newPerson('EDITOR');
    const viewer = await newPerson('VIEWER');
    const ids = (await listAssignees(viewer)).map((one) => one.id);
    expect(ids).toContain(editor.actor.id);
    expect(ids).not.toContain(viewer.actor.id);
    expect(ids).not.toContain(gone.actor.id);
  });
});

it('keeps the choice of single-key shortcuts, and records a change once', async () => {
  const who = await newPerson();
  await chooseSingleKeys(who, { singleKeys: true });
  const before = await database().auditEvent.count();
  await chooseSingleKeys(who, { singleKeys: false });
  await chooseSingleKeys(who, { singleKeys: false });
  expect((await userOf(who.actor.id)).singleKeys).toBe(false);
  expect(await database().auditEvent.count()).toBe(before + 1);
});

it('leaves a record that is whole, and that holds no secret', async () => {
  expect(await verifyAudit(admin)).toMatchObject({ ok: true });
  const events = JSON.stringify(await database().auditEvent.findMany());
  expect(events).not.toContain(TEST_PASSWORD);
  expect(events).not.toContain('argon2');
});
