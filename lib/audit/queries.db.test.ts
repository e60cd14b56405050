import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimHistory, listAudit, listAuditActors } from '@/lib/audit/queries';
import { record } from '@/lib/audit/record';
import { AUDIT_WORDS } from '@/lib/audit/verb-words';
import { newId } from '@/lib/db/id';
import { inTransaction } from '@/lib/db/transaction';
import { ROLES } from '@/lib/domain/vocabulary';
import { createToken } from '@/lib/tokens/commands';
import { asSystem, openTestDesk, person } from '@/lib/users/test-people';

type Person = Awaited<ReturnType<typeof person>>;
let desk: Awaited<ReturnType<typeof openTestDesk>>;
let editor: Person;
let admin: Person;

beforeAll(async () => {
  desk = await openTestDesk();
  editor = await person('EDITOR', 'Edda Torr');
  admin = await person('ADMIN', 'Ada Min');
  for (let round = 0; round < 7; round += 1)
    await createToken(round % 2 === 0 ? editor : admin, { name: `Token ${round}`, scope: 'READ' });
});
afterAll(() => desk.close());

describe('the audit log', () => {
  it('comes the newest first, a page at a time, with no row twice and none left out', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listAudit(admin, {}, cursor, 4);
      expect(page.items.length).toBeLessThanOrEqual(4);
      seen.push(...page.items.map((row) => row.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(9);
    expect(seen).toEqual(seen.toSorted((a, b) => (a < b ? 1 : -1)));
  });

  it('is filtered by what was done and by whom', async () => {
    const made = await listAudit(editor, { verb: 'token.created' });
    expect(made.items).toHaveLength(7);
    const byEditor = await listAudit(editor, { verb: 'token.created', actorId: editor.actor.id });
    expect(byEditor.items).toHaveLength(4);
    expect(byEditor.items.every((row) => row.actorName === 'Edda Torr')).toBe(true);
  });

  it('names the person that a row is about', async () => {
    const { items } = await listAudit(admin, { verb: 'user.added' });
    expect(items.map((row) => row.person)).toEqual(['Ada Min', 'Edda Torr']);
    expect(items.every((row) => row.actorName === 'Stet command line')).toBe(true);
  });

  it('is for editors and administrators', async () => {
    for (const role of ROLES) {
      const who = { ...editor, actor: { ...editor.actor, role } };
      const asked = [listAudit(who, {}), listAuditActors(who)];
      for (const one of asked)
        if (role === 'EDITOR' || role === 'ADMIN') await expect(one).resolves.toBeTruthy();
        else await expect(one).rejects.toMatchObject({ code: 'not-allowed' });
    }
  });

  it.each(['', 'x', Buffer.from('["audit","no id"]').toString('base64url')])(
    'refuses the damaged page link “%s” in a sentence',
    async (cursor) => {
      await expect(listAudit(admin, {}, cursor)).rejects.toMatchObject({ code: 'invalid' });
    },
  );

  it('has words for everything that can happen', () => {
    for (const words of Object.values(AUDIT_WORDS)) expect(words).toMatch(/^[a-z]/);
  });
});

describe('a claim’s history', () => {
  it('tells who did what, in order, with what was before and after', async () => {
    const claimId = newId();
    const chain = newId();
    for (const [index, verb] of (['claim.marked', 'claim.taken', 'claim.found'] as const).entries())
      await inTransaction((tx) =>
        record(tx, editor, {
          chain,
          verb,
          subject: { type: 'claim', id: claimId },
          claimId,
          before: index === 0 ? null : { index: index - 1 },
          after: { index },
          versionSha: 'a'.repeat(64),
        }),
      );
    const history = await claimHistory(asSystem(), claimId);
    expect(history.map((row) => row.verb)).toEqual(['claim.marked', 'claim.taken', 'claim.found']);
    expect(history[1]).toMatchObject({
      actorId: editor.actor.id,
      actorName: 'Edda Torr',
      before: { index: 0 },
      after: { index: 1 },
      versionSha: 'a'.repeat(64),
      seq: 2,
    });
    expect((await claimHistory(editor, claimId, 'newest-first'))[0]?.verb).toBe('claim.found');
  });

  it('is empty for a claim that is not there', async () => {
    expect(await claimHistory(editor, newId())).toEqual([]);
    expect(await claimHistory(editor, 'no id')).toEqual([]);
  });
});
