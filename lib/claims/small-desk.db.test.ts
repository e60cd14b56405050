import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  attach,
  change,
  claimRow,
  historyOf,
  makeMove,
  newClaim,
  newStory,
  refusalOf,
} from '@/lib/db/desk-fixture';
import { openTestDesk, person } from '@/lib/users/test-people';

/** I8 where there are not enough people: a single-person check, marked as one, and only then. */

let desk: Awaited<ReturnType<typeof openTestDesk>>;
let reporter: Context;
let checker: Context;
beforeAll(async () => {
  desk = await openTestDesk();
  reporter = await person('REPORTER', 'Tomasz Lenart');
  checker = await person('CHECKER', 'Maren Holt');
  await person('ADMIN', 'Nadia Brandt');
  await person('LAWYER', 'Ruth Adeyemi');
});
afterAll(() => desk.close());

async function readyBy(ctx: Context, storyId: string): Promise<string> {
  const claimId = await newClaim(ctx, { id: storyId });
  await makeMove(ctx, claimId, 'take');
  await attach(ctx, claimId);
  await makeMove(ctx, claimId, 'find', { finding: 'VERIFIED' });
  await makeMove(ctx, claimId, 'submit');
  return claimId;
}

const setDisabled = (ctx: Context, disabledAt: Date | null) =>
  database().user.update({ where: { id: ctx.actor.id }, data: { disabledAt } });

describe('a desk with one checker', () => {
  it('signs off its own check only with a reason, and the mark is on the claim, its review and the record', async () => {
    const story = await newStory(reporter);
    const claimId = await readyBy(checker, story.id);
    expect((await refusalOf(makeMove(checker, claimId, 'sign-off'))).message).toBe(
      'This is a single-person check. Say why nobody else could read it.',
    );
    await makeMove(checker, claimId, 'sign-off', { reason: 'Nobody else is on the desk.' });
    expect(await claimRow(claimId)).toMatchObject({ state: 'SIGNED_OFF', singlePerson: true });
    expect(await database().review.findFirst({ where: { claimId } })).toMatchObject({
      singlePerson: true,
      comment: 'Nobody else is on the desk.',
    });
    expect((await historyOf(claimId)).at(-1)?.after).toMatchObject({
      singlePerson: true,
      reason: 'Nobody else is on the desk.',
    });
  });

  it('the mark goes when the claim is reopened', async () => {
    const story = await newStory(reporter);
    const claimId = await readyBy(checker, story.id);
    await makeMove(checker, claimId, 'sign-off', { reason: 'Nobody else is on the desk.' });
    await makeMove(checker, claimId, 'reopen', { reason: 'A newer count.' });
    expect((await claimRow(claimId)).singlePerson).toBe(false);
  });

  it('checks and signs off its own story, with the mark from the first step on', async () => {
    const story = await newStory(checker, { authorId: checker.actor.id });
    const claimId = await readyBy(checker, story.id);
    expect((await claimRow(claimId)).singlePerson).toBe(true);
    await makeMove(checker, claimId, 'sign-off', { reason: 'I am the desk.' });
    expect(await claimRow(claimId)).toMatchObject({ state: 'SIGNED_OFF', singlePerson: true });
  });

  it('a second checker ends it at once, and a disabled one does not count', async () => {
    const story = await newStory(reporter);
    const claimId = await readyBy(checker, story.id);
    const newcomer = await person('CHECKER', 'Ana Ruiz');
    const signOff = () => makeMove(checker, claimId, 'sign-off', { reason: 'In a hurry.' });
    expect((await refusalOf(signOff())).message).toBe(
      'You checked this claim. A second person must review it.',
    );
    await setDisabled(newcomer, new Date());
    await signOff();
    expect((await claimRow(claimId)).singlePerson).toBe(true);
  });

  it('a claim handed on to its author, because nobody else is left, carries the mark', async () => {
    const newcomer = await person('EDITOR', 'Idris Vale');
    const story = await newStory(newcomer, { authorId: newcomer.actor.id });
    const claimId = await newClaim(newcomer, story);
    await makeMove(checker, claimId, 'take');
    expect(
      (await refusalOf(change(newcomer, claimId, { assigneeId: newcomer.actor.id }))).message,
    ).toBe('The story’s author cannot check it. Choose somebody else.');
    await setDisabled(checker, new Date());
    await change(newcomer, claimId, { assigneeId: newcomer.actor.id });
    expect(await claimRow(claimId)).toMatchObject({
      assigneeId: newcomer.actor.id,
      singlePerson: true,
    });
    await setDisabled(checker, null);
  });
});
