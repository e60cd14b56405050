import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { database } from '@/lib/db/client';
import {
  attach,
  COPY,
  change,
  claimIn,
  claimRow,
  makeMove,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { ROLES } from '@/lib/domain/vocabulary';
import { addVersion } from '@/lib/stories/add-version';
import { getVersion } from '@/lib/stories/queries';
import { applySuggestions, decideSuggestion, suggestChange } from '@/lib/stories/suggestions';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

const by = (role: string) => {
  const found = Object.values(people).find(({ actor }) => actor.role === role);
  if (found === undefined) throw new Error(`Nobody is a ${role}.`);
  return found;
};

const suggest = async (story: TestStory, before: string, after: string, ctx = people.checker) => {
  const start = COPY.indexOf(before);
  const end = start + before.length;
  return (await suggestChange(ctx, { storyId: story.id, start, end, after })).id;
};

const row = (id: string) => database().suggestedChange.findUniqueOrThrow({ where: { id } });
const eventsOf = (chain: string) =>
  database().auditEvent.findMany({ where: { chain }, orderBy: { seq: 'asc' } });

describe('suggesting other words', () => {
  it('keeps the words of the current version, who and why, and its record', async () => {
    const story = await newStory(people.reporter);
    const id = await suggest(story, '18 of the 24', '17 of the 24');
    expect(await row(id)).toMatchObject({
      before: '18 of the 24',
      after: '17 of the 24',
      decision: 'OPEN',
      versionId: story.versionId,
      proposedById: people.checker.actor.id,
    });
    expect((await eventsOf(story.id)).at(-1)).toMatchObject({
      verb: 'suggestion.made',
      subjectId: id,
      after: { before: '18 of the 24', after: '17 of the 24' },
    });
  });

  it.each(ROLES)('as a %s', async (role) => {
    const story = await newStory(people.reporter);
    const work = (async () => suggest(story, '18', '17', by(role)))();
    if (['REPORTER', 'CHECKER', 'EDITOR'].includes(role)) await work;
    else expect((await refusalOf(work)).code).toBe('not-allowed');
  });

  it('is refused without words, without a change, of another text or another story’s claim', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('MARKED', await newStory(people.reporter), people);
    const base = { storyId: story.id, start: 0, end: 5, after: 'x' };
    for (const wrong of [{ end: 0 }, { after: 'Night' }, { end: 99_999 }, { claimId }])
      expect((await refusalOf(suggestChange(people.checker, { ...base, ...wrong }))).code).toBe(
        'invalid',
      );
    const old = { ...base, contentSha256: 'a'.repeat(64) };
    expect((await refusalOf(suggestChange(people.checker, old))).code).toBe('conflict');
  });
});

describe('deciding', () => {
  it('is for the story’s author and editors', async () => {
    const story = await newStory(people.reporter);
    const id = await suggest(story, '18', '17');
    const decide = { suggestionId: id, decision: 'ACCEPTED' as const };
    for (const ctx of [people.checker, people.lawyer, people.viewer, people.admin])
      expect((await refusalOf(decideSuggestion(ctx, decide))).code).toBe('not-allowed');
    await decideSuggestion(people.reporter, { ...decide, note: 'Right.' });
    expect(await row(id)).toMatchObject({
      decision: 'ACCEPTED',
      decidedById: people.reporter.actor.id,
      decisionNote: 'Right.',
    });
    expect((await eventsOf(story.id)).at(-1)).toMatchObject({ verb: 'suggestion.accepted' });
    expect((await refusalOf(decideSuggestion(people.editor, decide))).code).toBe('conflict');
    await decideSuggestion(people.editor, { suggestionId: id, decision: 'REJECTED' });
    expect((await row(id)).decision).toBe('REJECTED');
  });

  it('two changes of the same words are not both accepted', async () => {
    const story = await newStory(people.reporter);
    const one = await suggest(story, '18 of the 24', '17 of the 24');
    const two = await suggest(story, 'the 24 drones', '24 drones');
    await decideSuggestion(people.editor, { suggestionId: one, decision: 'ACCEPTED' });
    const second = decideSuggestion(people.editor, { suggestionId: two, decision: 'ACCEPTED' });
    expect((await refusalOf(second)).message).toContain('touch the same words');
  });
});

describe('writing them in', () => {
  it('makes the next version, with the copy changed at exactly those words', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const ids = [
      await suggest(story, '18 of the 24', '17 of the 24'),
      await suggest(story, 'Nobody was hurt elsewhere.', ''),
      await suggest(story, 'Night raid', 'A night raid'),
    ];
    for (const suggestionId of ids.slice(0, 2))
      await decideSuggestion(people.editor, { suggestionId, decision: 'ACCEPTED' });
    const added = await applySuggestions(people.reporter, { storyId: story.id });
    const copy = COPY.replace('18 of the 24', '17 of the 24').replace(
      'Nobody was hurt elsewhere.',
      '',
    );
    expect(await getVersion(people.viewer, story.id, 2)).toMatchObject({
      text: copy,
      reason: '2 suggested changes',
    });
    expect((await row(ids[0] ?? '')).resultId).toBe(added.id);
    const open = await row(ids[2] ?? '');
    expect(open).toMatchObject({ decision: 'OPEN', resultId: null, versionId: added.id });
    expect((await claimRow(claimId)).state).toBe('REOPENED');
    const again = decideSuggestion(people.editor, {
      suggestionId: ids[0] ?? '',
      decision: 'REJECTED',
    });
    expect((await refusalOf(again)).message).toContain('already');
    expect((await refusalOf(applySuggestions(people.editor, { storyId: story.id }))).code).toBe(
      'rule',
    );
    expect(await verifyAudit(people.editor)).toMatchObject({ ok: true });
  });

  it('twice at once makes one version', async () => {
    const story = await newStory(people.reporter);
    const suggestionId = await suggest(story, '18', '17');
    await decideSuggestion(people.editor, { suggestionId, decision: 'ACCEPTED' });
    const results = await Promise.allSettled([
      applySuggestions(people.editor, { storyId: story.id }),
      applySuggestions(people.reporter, { storyId: story.id }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await database().version.count({ where: { storyId: story.id } })).toBe(2);
  });

  it('a version by hand that says the same closes the suggestion', async () => {
    const story = await newStory(people.reporter);
    const id = await suggest(story, '18 of the 24', '17 of the 24');
    const copy = COPY.replace('18 of the 24', '17 of the 24');
    const added = await addVersion(people.reporter, { storyId: story.id, copy });
    expect(await row(id)).toMatchObject({ decision: 'ACCEPTED', resultId: added.id });
  });

  it('words that are gone cannot be changed any more', async () => {
    const story = await newStory(people.reporter);
    const id = await suggest(story, 'Nobody was hurt elsewhere.', 'Nobody was hurt.');
    const copy = COPY.replace('Nobody was hurt elsewhere.', 'The count goes on.');
    await addVersion(people.reporter, { storyId: story.id, copy });
    const late = decideSuggestion(people.editor, { suggestionId: id, decision: 'ACCEPTED' });
    expect((await refusalOf(late)).message).toContain('not in the text any more');
    await decideSuggestion(people.editor, { suggestionId: id, decision: 'REJECTED' });
  });
});

describe('the wording on a claim', () => {
  it('is a suggested change of its words, and “verified after change” closes once it is written in', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('IN_CHECK', story, people);
    await attach(people.checker, claimId);
    await change(people.checker, claimId, { suggestedWording: '17 of the 24 drones' });
    const of = () =>
      database().suggestedChange.findMany({ where: { claimId }, orderBy: { createdAt: 'asc' } });
    const [made] = await of();
    expect(made).toMatchObject({ before: '18 of the 24 drones', after: '17 of the 24 drones' });
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED_AFTER_CHANGE' });
    await refusalOf(makeMove(people.checker, claimId, 'submit'));
    await decideSuggestion(people.reporter, {
      suggestionId: made?.id ?? '',
      decision: 'ACCEPTED',
    });
    await applySuggestions(people.editor, { storyId: story.id });
    await makeMove(people.checker, claimId, 'submit');
    await makeMove(people.editor, claimId, 'sign-off');
    expect(await claimRow(claimId)).toMatchObject({
      state: 'SIGNED_OFF',
      exact: '17 of the 24 drones',
      status: 'VERIFIED_AFTER_CHANGE',
    });
  });

  it('another wording takes its place, and none closes it', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('IN_CHECK', story, people);
    const open = () =>
      database().suggestedChange.findMany({ where: { claimId, decision: 'OPEN' } });
    await change(people.checker, claimId, { suggestedWording: '17 of the 24 drones' });
    await change(people.checker, claimId, { suggestedWording: '17 of the 24 drones' });
    expect(await open()).toHaveLength(1);
    await change(people.checker, claimId, { suggestedWording: 'most of the drones' });
    expect(await open()).toMatchObject([{ after: 'most of the drones' }]);
    await change(people.checker, claimId, { suggestedWording: null });
    expect(await open()).toEqual([]);
  });
});
