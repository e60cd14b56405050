import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  attach,
  change,
  claimIn,
  claimRow,
  historyOf,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import type { Role } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import { editStory } from '@/lib/stories/commands';

/** I8, when people hurry: author ≠ checker ≠ reviewer, by user id, in races and across role changes. */

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter);
});
afterAll(() => desk.close());

const inRole = (ctx: Context, role: Role): Context => ({ ...ctx, actor: { ...ctx.actor, role } });

/** How many went through, and the codes of the others; a fault fails the test. */
async function race(moves: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(moves);
  const refused = results.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    if (!(result.reason instanceof Refusal)) throw result.reason;
    return [result.reason.code];
  });
  return { done: results.length - refused.length, refused };
}

async function twentyCheckers(): Promise<Context[]> {
  const now = new Date();
  const rows = Array.from({ length: 20 }, (_, i) => ({
    id: newId(),
    email: `racer.${i}@desk.example`,
    name: `Racer ${i}`,
    role: 'CHECKER' as const,
    createdAt: now,
  }));
  await database().user.createMany({ data: rows });
  return rows.map(({ id, email, name, role }) => ({ actor: { id, email, name, role }, now }));
}

describe('when several people reach for one claim', () => {
  it('of twenty checkers who take it, one gets it', async () => {
    const claimId = await claimIn('MARKED', story, people);
    const checkers = await twentyCheckers();
    const { done, refused } = await race(
      checkers.map((ctx) => makeMove(ctx, claimId, 'take', { version: 1 })),
    );
    expect(done).toBe(1);
    expect(refused.filter((code) => code !== 'conflict')).toEqual([]);
    const taken = (await historyOf(claimId)).filter((event) => event.verb === 'claim.taken');
    expect(taken).toHaveLength(1);
    expect(await claimRow(claimId)).toMatchObject({
      state: 'IN_CHECK',
      version: 2,
      assigneeId: taken[0]?.actorId,
    });
    await database().user.updateMany({
      where: { email: { startsWith: 'racer.' } },
      data: { disabledAt: new Date() },
    });
  });

  it('of two reviewers, one signs off and one is told who was faster', async () => {
    const claimId = await claimIn('READY', story, people);
    const { version } = await claimRow(claimId);
    const { done, refused } = await race([
      makeMove(people.editor, claimId, 'sign-off', { version }),
      makeMove(people.otherEditor, claimId, 'sign-off', { version }),
    ]);
    expect({ done, refused }).toEqual({ done: 1, refused: ['conflict'] });
    expect(await database().review.count({ where: { claimId } })).toBe(1);
  });

  it('a sign-off and a return at once: one of them counts, not both', async () => {
    const claimId = await claimIn('READY', story, people);
    const { version } = await claimRow(claimId);
    const { done } = await race([
      makeMove(people.editor, claimId, 'sign-off', { version }),
      makeMove(people.otherEditor, claimId, 'return', { version, reason: 'Name the hour.' }),
    ]);
    expect(done).toBe(1);
    const [review, ...more] = await database().review.findMany({ where: { claimId } });
    expect(more).toEqual([]);
    expect((await claimRow(claimId)).state).toBe(
      review?.decision === 'APPROVE' ? 'SIGNED_OFF' : 'IN_CHECK',
    );
  });

  it('a sign-off that races evidence against it never stands beside that evidence', async () => {
    const outcomes = new Set<string>();
    for (let round = 0; round < 6; round += 1) {
      const claimId = await claimIn('READY', story, people);
      const { version } = await claimRow(claimId);
      const evidence = () =>
        attach(people.second, claimId, { stance: 'REFUTES', authoritative: false });
      const signOff = () => makeMove(people.editor, claimId, 'sign-off', { version });
      await race(round % 2 === 0 ? [signOff(), evidence()] : [evidence(), signOff()]);
      const { state } = await claimRow(claimId);
      const against = await database().evidence.count({ where: { claimId, stance: 'REFUTES' } });
      if (against > 0) expect(state).not.toBe('SIGNED_OFF');
      outcomes.add(`${state}, ${against} against`);
    }
    expect(['READY, 1 against', 'REOPENED, 1 against', 'SIGNED_OFF, 0 against']).toEqual(
      expect.arrayContaining([...outcomes]),
    );
  });
});

describe('one person is not two people', () => {
  it('in two tabs: the tab that submits and the tab that signs off', async () => {
    const claimId = await newClaim(people.editor, story);
    await makeMove(people.checker, claimId, 'take');
    await attach(people.checker, claimId);
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    const { version } = await claimRow(claimId);
    const { refused } = await race([
      makeMove(people.checker, claimId, 'submit', { version }),
      makeMove(people.checker, claimId, 'sign-off', { version }),
      makeMove(people.checker, claimId, 'sign-off', { version: version + 1 }),
    ]);
    expect(refused).toHaveLength(2);
    expect((await claimRow(claimId)).state).toBe('READY');
    expect((await refusalOf(makeMove(people.checker, claimId, 'sign-off'))).code).toBe(
      'not-allowed',
    );
  });

  it('nor after a change of role', async () => {
    const claimId = await claimIn('READY', story, people);
    const promoted = inRole(people.checker, 'EDITOR');
    for (const move of ['sign-off', 'return'] as const) {
      const refusal = await refusalOf(
        makeMove(promoted, claimId, move, { reason: 'I am an editor now.' }),
      );
      expect(refusal.message).toBe('You checked this claim. A second person must review it.');
    }
  });

  it('nor when the claim was handed on after the finding', async () => {
    const claimId = await claimIn('IN_CHECK', story, people);
    await attach(people.checker, claimId);
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    await change(people.editor, claimId, { assigneeId: people.second.actor.id });
    await makeMove(people.second, claimId, 'submit');
    expect((await claimRow(claimId)).checkerIds).toEqual([
      people.checker.actor.id,
      people.second.actor.id,
    ]);
    for (const ctx of [people.checker, people.second])
      expect((await refusalOf(makeMove(ctx, claimId, 'sign-off'))).code).toBe('not-allowed');
    await makeMove(people.editor, claimId, 'sign-off');
  });

  it('nor when an editor checked it', async () => {
    const claimId = await newClaim(people.checker, story);
    await makeMove(people.editor, claimId, 'assign', { assigneeId: people.editor.actor.id });
    await attach(people.editor, claimId);
    await makeMove(people.editor, claimId, 'find', { finding: 'VERIFIED' });
    await makeMove(people.editor, claimId, 'submit');
    expect((await refusalOf(makeMove(people.editor, claimId, 'sign-off'))).code).toBe(
      'not-allowed',
    );
    await makeMove(people.checker, claimId, 'sign-off');
  });

  it('the author does not check or review, whatever role they have by now', async () => {
    const author = inRole(people.reporter, 'EDITOR');
    const marked = await claimIn('MARKED', story, people);
    expect(
      (await refusalOf(makeMove(inRole(people.reporter, 'CHECKER'), marked, 'take'))).message,
    ).toBe('You wrote this story. Somebody else must check it.');
    const ready = await claimIn('READY', story, people);
    expect((await refusalOf(makeMove(author, ready, 'sign-off'))).message).toBe(
      'You wrote this story. A second person must review it.',
    );
    const row = await database().user.update({
      where: { id: author.actor.id },
      data: { role: 'CHECKER' },
    });
    expect(
      (await refusalOf(makeMove(people.editor, marked, 'assign', { assigneeId: row.id }))).message,
    ).toBe('The story’s author cannot check it. Choose somebody else.');
    await database().user.update({ where: { id: row.id }, data: { role: 'REPORTER' } });
  });

  it('whoever checked cannot be made the author afterwards', async () => {
    const own = await newStory(people.editor);
    await claimIn('SIGNED_OFF', own, people);
    for (const who of [people.checker, people.editor]) {
      const refusal = await refusalOf(
        editStory(people.otherEditor, { storyId: own.id, version: 1, authorId: who.actor.id }),
      );
      expect(refusal.fields['authorId']).toEqual([
        'This person has checked claims of the story and cannot be its author.',
      ]);
    }
    await editStory(people.otherEditor, {
      storyId: own.id,
      version: 1,
      authorId: people.second.actor.id,
    });
  });

  it('after a reopening the one who checked before may review, and the reviewer may check', async () => {
    const claimId = await claimIn('REOPENED', story, people);
    await makeMove(people.editor, claimId, 'assign', { assigneeId: people.editor.actor.id });
    await makeMove(people.editor, claimId, 'find', { finding: 'VERIFIED' });
    await makeMove(people.editor, claimId, 'submit');
    await makeMove(people.checker, claimId, 'sign-off');
    expect(await claimRow(claimId)).toMatchObject({
      checkerIds: [people.editor.actor.id],
      reviewerId: people.checker.actor.id,
      singlePerson: false,
    });
  });
});

describe('nothing but a person with the role sets a finding or a sign-off (I16)', () => {
  it.each(['VIEWER', 'REPORTER', 'LAWYER', 'ADMIN'] as const)('not as %s', async (role) => {
    const inCheck = await claimIn('IN_CHECK', story, people);
    const ready = await claimIn('READY', story, people);
    const actors = [
      inRole(people.checker, role),
      inRole(people.otherEditor, role),
      { actor: { id: newId(), name: 'Stet command line', email: '', role }, now: new Date() },
    ];
    for (const ctx of actors) {
      const finding = makeMove(ctx, inCheck, 'find', { finding: 'VERIFIED', said: 'VERBATIM' });
      expect((await refusalOf(finding)).code).toBe('not-allowed');
      expect((await refusalOf(makeMove(ctx, ready, 'sign-off'))).code).toBe('not-allowed');
    }
    expect((await claimRow(inCheck)).finding).toBe('NONE');
    expect((await claimRow(ready)).state).toBe('READY');
  });
});
