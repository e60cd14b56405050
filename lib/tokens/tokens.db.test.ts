import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextForToken } from '@/lib/auth/api-token';
import { database } from '@/lib/db/client';
import { sha256 } from '@/lib/sha256';
import { createToken, createTokenFor, revokeToken } from '@/lib/tokens/commands';
import { listTokens, listTokensOfOthers } from '@/lib/tokens/queries';
import { changeRole, disableUser } from '@/lib/users/commands';
import { asSystem, openTestDesk, person } from '@/lib/users/test-people';

type Person = Awaited<ReturnType<typeof person>>;
let desk: Awaited<ReturnType<typeof openTestDesk>>;
let editor: Person;
let admin: Person;

beforeAll(async () => {
  desk = await openTestDesk();
  editor = await person('EDITOR', 'Edda Torr');
  admin = await person('ADMIN', 'Ada Min');
});
afterAll(() => desk.close());

const use = (token: string, now = new Date()) => contextForToken(`Bearer ${token}`, now);

describe('an API token', () => {
  it('acts as its person, within its scope', async () => {
    const read = await createToken(editor, { name: 'Wire', scope: 'READ' });
    const write = await createToken(editor, { name: 'CMS', scope: 'WRITE' });
    expect(read.token).toMatch(/^stet_[\w-]{43}$/);
    const now = new Date();
    expect(await use(read.token, now)).toEqual({
      ctx: { actor: editor.actor, now },
      scope: 'READ',
    });
    expect((await use(write.token)).scope).toBe('WRITE');
  });

  it('is kept as a hash, and recorded without it', async () => {
    const { id, token } = await createToken(editor, { name: 'Hashed', scope: 'READ' });
    const row = await database().apiToken.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ tokenHash: sha256(token), hint: token.slice(0, 9) });
    const events = await database().auditEvent.findMany({ where: { subjectId: id } });
    expect(events).toHaveLength(1);
    expect(events[0]?.after).toEqual({
      userId: editor.actor.id,
      name: 'Hashed',
      scope: 'READ',
      hint: token.slice(0, 9),
    });
    const stored = JSON.stringify([row, events, await listTokens(editor)]);
    expect(stored).not.toContain(token);
  });

  it('is refused after it was revoked', async () => {
    const { id, token } = await createToken(editor, { name: 'Short', scope: 'WRITE' });
    await revokeToken(editor, { tokenId: id });
    await expect(use(token)).rejects.toMatchObject({ code: 'signed-out' });
    await expect(revokeToken(editor, { tokenId: id })).rejects.toMatchObject({ code: 'rule' });
  });

  it('stops with its person, and has the role they have now', async () => {
    const who = await person('CHECKER', 'Otto Lind');
    const { token } = await createToken(who, { name: 'Mine', scope: 'WRITE' });
    await changeRole(asSystem(), { userId: who.actor.id, version: 1, role: 'VIEWER' });
    expect((await use(token)).ctx.actor.role).toBe('VIEWER');
    await disableUser(asSystem(), { userId: who.actor.id, version: 2 });
    await expect(use(token)).rejects.toMatchObject({ code: 'signed-out' });
    await expect(createToken(who, { name: 'Again', scope: 'READ' })).rejects.toMatchObject({
      code: 'rule',
    });
  });

  it('notes its last use at most once a minute', async () => {
    const { id, token } = await createToken(editor, { name: 'Used', scope: 'READ' });
    const used = async () =>
      (await database().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    expect(await used()).toBeNull();
    const first = new Date();
    await use(token, first);
    await use(token, new Date(first.getTime() + 59_000));
    expect(await used()).toEqual(first);
    const second = new Date(first.getTime() + 60_000);
    await use(token, second);
    expect(await used()).toEqual(second);
  });

  it.each([
    [null, 'Send an API token'],
    ['', 'Send an API token'],
    ['Basic dXNlcjpwYXNz', 'Send an API token'],
    ['Bearer', 'Send an API token'],
    ['Bearer stet_', 'unknown or was revoked'],
    [`Bearer ${'x'.repeat(48)}`, 'unknown or was revoked'],
    [`Bearer stet_${'A'.repeat(43)}`, 'unknown or was revoked'],
    [`Bearer stet_${'A'.repeat(100_000)}`, 'unknown or was revoked'],
    ["Bearer stet_' OR 1=1 --", 'Send an API token'],
  ])('is asked for when the header is %j', async (header, sentence) => {
    await expect(contextForToken(header, new Date())).rejects.toMatchObject({
      code: 'signed-out',
      message: expect.stringContaining(sentence),
    });
  });

  it('can be made for another only from the command line', async () => {
    await expect(
      createTokenFor(admin, editor.actor.id, { name: 'Not mine', scope: 'WRITE' }),
    ).rejects.toMatchObject({ code: 'not-allowed' });
    const { token } = await createTokenFor(asSystem(), editor.actor.id, {
      name: 'CLI',
      scope: 'READ',
    });
    expect((await use(token)).ctx.actor).toEqual(editor.actor);
  });

  it('can be revoked by an administrator, and not by anybody else', async () => {
    const { id, token } = await createToken(editor, { name: 'Theirs', scope: 'READ' });
    const other = await person('CHECKER', 'Nils Berg');
    await expect(revokeToken(other, { tokenId: id })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(revokeToken(other, { tokenId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(use(token)).resolves.toBeTruthy();
    await revokeToken(admin, { tokenId: id });
    await expect(use(token)).rejects.toMatchObject({ code: 'signed-out' });
    await expect(revokeToken(admin, { tokenId: crypto.randomUUID() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is listed for its owner, and for administrators while it works', async () => {
    const { id } = await createToken(editor, { name: 'Listed', scope: 'READ' });
    expect((await listTokens(editor)).map((one) => one.id)).toContain(id);
    expect((await listTokens(admin)).map((one) => one.id)).not.toContain(id);
    expect((await listTokensOfOthers(admin)).map((one) => one.id)).toContain(id);
    await expect(listTokensOfOthers(editor)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });
});
