import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Context } from '@/lib/context';
import { attach, makeMove, newClaim, newStory } from '@/lib/db/desk-fixture';
import { writeNote } from '@/lib/notes/commands';
import { getSheet } from '@/lib/sheets/queries';
import { addSource } from '@/lib/sources/commands';
import { openTestDesk, person } from '@/lib/users/test-people';

/** Where a desk of one checker went past its own rule, as the sheet prints it. */

let desk: Awaited<ReturnType<typeof openTestDesk>>;
let reporter: Context;
let checker: Context;
beforeAll(async () => {
  desk = await openTestDesk();
  reporter = await person('REPORTER', 'Tomasz Lenart');
  checker = await person('CHECKER', 'Maren Holt');
});
afterAll(() => desk.close());

const linesOf = async (storyId: string) => {
  const sheet = await getSheet(checker, storyId);
  return sheet?.facts.overrides.map(({ claimRef, kind, by, reason }) => [
    claimRef,
    kind,
    by,
    reason,
  ]);
};

it('a single-person check stands with the reason given for it, without protected names', async () => {
  const story = await newStory(reporter);
  const claimId = await newClaim(checker, story);
  await makeMove(checker, claimId, 'take');
  const { id: sourceId } = await addSource(checker, {
    title: 'Talk in the hangar',
    creator: 'Oleh Savchuk',
    confidentiality: 'PROTECTED',
  });
  await attach(checker, claimId, { sourceId });
  await makeMove(checker, claimId, 'find', { finding: 'VERIFIED' });
  await makeMove(checker, claimId, 'submit');
  await makeMove(checker, claimId, 'sign-off', {
    reason: 'Nobody else may speak to Oleh Savchuk.',
  });
  const line = ['C-001', 'single-person', 'Maren Holt'];
  expect(await linesOf(story.id)).toEqual([[...line, 'Nobody else may speak to [protected].']]);
  await makeMove(checker, claimId, 'reopen', { reason: 'A newer count came in.' });
  for (const [, kind, , reason] of (await linesOf(story.id)) ?? [])
    expect([kind, reason]).toEqual([
      'single-person',
      'One person did more than one part of the check, because the desk had nobody else.',
    ]);
});

it('an override note is struck of protected names, as the claim’s own row is', async () => {
  const editor = await person('EDITOR', 'Idris Vale');
  const story = await newStory(reporter);
  const claimId = await newClaim(checker, story);
  const { id: sourceId } = await addSource(checker, {
    title: 'Talk in the hangar',
    creator: 'Oleh Savchuk',
    confidentiality: 'PROTECTED',
  });
  await attach(checker, claimId, { sourceId });
  await writeNote(editor, { claimId, kind: 'OVERRIDE', body: 'Savchuk is on air at six.' });
  expect(await linesOf(story.id)).toContainEqual([
    'C-001',
    'override',
    'Idris Vale',
    '[protected] is on air at six.',
  ]);
});
