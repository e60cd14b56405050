import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAuditVerb } from '@/lib/audit/verb-words';
import { setAside, undoSetAside } from '@/lib/coverage/commands';
import { listShares } from '@/lib/coverage/queries';
import { database } from '@/lib/db/client';
import {
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { SET_ASIDE_REASONS } from '@/lib/domain/vocabulary';
import { getStoryDesk, listStories } from '@/lib/stories/queries';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

const COPY = `Rain over Odesa

It was a grey morning. The harbour smelled of tar. Nobody hurried.

In Odesa 15 drones were counted. The mayor, Ana Ruiz, called it “a long night”.

Advertisement
`;

const story = () => newStory(people.reporter, { copy: COPY });
const at = (words: string) => ({
  start: COPY.indexOf(words),
  end: COPY.indexOf(words) + words.length,
});

const aside = (
  who: keyof People,
  { id, sha256 }: TestStory,
  words: string[],
  more: Partial<Parameters<typeof setAside>[1]> = {},
) =>
  setAside(people[who], {
    storyId: id,
    contentSha256: sha256,
    reason: 'SCENE',
    ranges: words.map(at),
    ...more,
  });

const read = async ({ id }: TestStory) => {
  const found = await getStoryDesk(people.viewer, id);
  if (found === null) throw new Error('The story is gone.');
  return found;
};
const share = async (of: TestStory) => {
  const { percent, claimed, setAside: asides, unlooked } = (await read(of)).coverage;
  return { percent, claimed, setAside: asides, unlooked };
};
const rows = ({ id }: TestStory) =>
  database().setAside.findMany({ where: { storyId: id }, orderBy: { start: 'asc' } });
const lastEvent = ({ id }: TestStory) =>
  database().auditEvent.findFirst({ where: { chain: id }, orderBy: { seq: 'desc' } });

describe('setting words aside', () => {
  it('leaves the words, the reason, who and when, and one entry in the record', async () => {
    const text = await story();
    const now = new Date('2026-05-04T10:00:00Z');
    const { ids } = await setAside(
      { ...people.checker, now },
      {
        storyId: text.id,
        contentSha256: text.sha256,
        reason: 'SCENE',
        ranges: [at(' It was a grey morning. '.trim()), at('Nobody hurried.')],
      },
    );
    expect(await rows(text)).toMatchObject([
      {
        id: ids[0],
        versionId: text.versionId,
        exact: 'It was a grey morning.',
        reason: 'SCENE',
        byId: people.checker.actor.id,
        at: now,
        undoneAt: null,
      },
      { id: ids[1], exact: 'Nobody hurried.' },
    ]);
    const event = await lastEvent(text);
    expect(event).toMatchObject({
      verb: 'coverage.set-aside',
      subjectType: 'story',
      actorId: people.checker.actor.id,
      versionSha: text.sha256,
      after: { reason: 'SCENE', places: [{ id: ids[0], ...at('It was a grey morning.') }, {}] },
    });
    expect(isAuditVerb(event?.verb ?? '')).toBe(true);
    expect(await share(text)).toEqual({ percent: 33, claimed: 0, setAside: 2, unlooked: 4 });
    expect((await read(text)).setAsides).toMatchObject([{ byName: 'Maren Holt' }, {}]);
  });

  it('takes blanks off the ends and joins what overlaps', async () => {
    const text = await story();
    const from = at('It was a grey morning. The');
    await setAside(people.editor, {
      storyId: text.id,
      contentSha256: text.sha256,
      reason: 'SCENE',
      ranges: [at('The harbour smelled of tar. Nobody'), { start: from.start - 2, end: from.end }],
    });
    expect((await rows(text)).map(({ exact }) => exact)).toEqual([
      'It was a grey morning. The harbour smelled of tar. Nobody',
    ]);
  });

  it('of the rest of a paragraph takes what nobody has looked at, and nothing twice', async () => {
    const text = await story();
    await newClaim(people.checker, text, { quote: '15 drones were counted' });
    const { ids } = await aside('checker', text, [], {
      ranges: undefined,
      restOfBlock: 2,
      reason: 'COMMON_KNOWLEDGE',
    });
    expect(ids).toHaveLength(2);
    expect((await rows(text)).map(({ exact }) => exact)).toEqual([
      'Odesa',
      'The mayor, Ana Ruiz, called it “a long night”.',
    ]);
    expect((await read(text)).coverage.blocks[2]?.percent).toBe(100);
    const again = aside('checker', text, [], { ranges: undefined, restOfBlock: 2 });
    expect(await refusalOf(again)).toMatchObject({
      code: 'rule',
      message: 'Nothing is left to look at in this paragraph.',
    });
  });

  it('a claim marked over it later goes before it; dropped, it leaves it as it was', async () => {
    const text = await story();
    await aside('checker', text, ['It was a grey morning.']);
    const claimId = await newClaim(people.checker, text, { quote: 'grey morning' });
    expect(await share(text)).toMatchObject({ claimed: 1, setAside: 0 });
    await makeMove(people.editor, claimId, 'drop', { reason: 'Not a claim.' });
    expect(await share(text)).toMatchObject({ claimed: 0, setAside: 1 });
  });

  it.each<[who: keyof People, reasons: readonly string[]]>([
    ['checker', SET_ASIDE_REASONS],
    ['editor', SET_ASIDE_REASONS],
    ['reporter', ['ON_AUTHOR']],
    ['lawyer', []],
    ['viewer', []],
    ['admin', []],
  ])('a %s may for: %s', async (who, allowed) => {
    const text = await story();
    for (const reason of SET_ASIDE_REASONS) {
      const work = aside(who, text, ['Nobody hurried.'], { reason });
      if (allowed.includes(reason)) await work;
      else expect((await refusalOf(work)).code, reason).toBe('not-allowed');
    }
    expect((await getStoryDesk(people[who], text.id))?.may.setAside).toEqual(allowed);
  });

  it('a reporter who did not write the story may not, a checker who did only as its author', async () => {
    const other = await newStory(people.editor, { copy: COPY });
    const refused = await refusalOf(aside('reporter', other, ['Nobody hurried.']));
    expect(refused.message).toBe('Only checkers and editors set words aside.');
    const own = await newStory(people.editor, { copy: COPY, authorId: people.second.actor.id });
    expect((await refusalOf(aside('second', own, ['Nobody hurried.']))).message).toContain(
      'You wrote this story',
    );
    await aside('second', own, ['Nobody hurried.'], { reason: 'ON_AUTHOR' });
  });

  it('of another text than the current one is refused, and nothing is left of it', async () => {
    const text = await story();
    const stale = aside('checker', { ...text, sha256: 'f'.repeat(64) }, ['Nobody hurried.']);
    expect((await refusalOf(stale)).code).toBe('conflict');
    expect(await rows(text)).toEqual([]);
    expect(await lastEvent(text)).toMatchObject({ verb: 'story.imported' });
  });

  it.each<[what: string, range: { start: number; end: number }, sentence: string]>([
    ['beyond the end', { start: 2, end: 9_999 }, 'No words stand at 2 to 9999 of this text.'],
    ['the wrong way round', { start: 9, end: 3 }, 'No words stand at 9 to 3 of this text.'],
    ['blank', { start: 15, end: 17 }, 'There are no words in this stretch. Choose some.'],
    [
      'page furniture',
      at('Advertisement'),
      '“Advertisement” is page furniture, which is not counted anyway.',
    ],
  ])('%s is refused', async (_what, range, sentence) => {
    const text = await story();
    const refusal = await refusalOf(aside('checker', text, [], { ranges: [range] }));
    expect(refusal).toMatchObject({ code: 'invalid', fields: { ranges: [sentence] } });
  });

  it('half a character, no words, both ways at once, and a block that is not there are refused', async () => {
    const text = await newStory(people.reporter, { copy: 'A 👩‍🚒 came.\n' });
    const ask = (more: object) => refusalOf(aside('checker', text, [], more));
    expect((await ask({ ranges: [{ start: 0, end: 3 }] })).message).toContain('character in two');
    expect((await ask({ ranges: [] })).message).toBe('Choose the words to set aside.');
    expect((await ask({ restOfBlock: 0, ranges: [{ start: 0, end: 1 }] })).code).toBe('invalid');
    expect((await ask({ ranges: undefined, restOfBlock: 7 })).message).toContain('no such block');
    const nowhere = setAside(people.checker, {
      storyId: newId(),
      contentSha256: text.sha256,
      reason: 'SCENE',
      ranges: [{ start: 0, end: 1 }],
    });
    expect((await refusalOf(nowhere)).code).toBe('not-found');
  });
});

describe('taking back', () => {
  it('takes back all that one call set aside; the rows stay, signed', async () => {
    const text = await story();
    const { ids } = await aside('checker', text, ['Nobody hurried.', 'It was a grey morning.']);
    const now = new Date('2026-05-04T11:00:00Z');
    expect(await undoSetAside({ ...people.second, now }, { storyId: text.id, ids })).toEqual({
      undone: 2,
    });
    for (const row of await rows(text))
      expect(row).toMatchObject({ undoneAt: now, undoneById: people.second.actor.id });
    expect(await share(text)).toMatchObject({ percent: 0, setAside: 0 });
    expect((await read(text)).setAsides).toEqual([]);
    expect(await lastEvent(text)).toMatchObject({
      verb: 'coverage.undone',
      before: { places: [{ reason: 'SCENE' }, { reason: 'SCENE' }] },
      after: null,
    });
    const again = await refusalOf(undoSetAside(people.checker, { storyId: text.id, ids }));
    expect(again.code).toBe('conflict');
  });

  it('brings out the reason given before, where words were set aside twice', async () => {
    const text = await story();
    const hurry = { storyId: text.id, contentSha256: text.sha256, ranges: [at('Nobody hurried.')] };
    const clock = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
    await setAside({ ...people.checker, now: clock(1) }, { ...hurry, reason: 'OPINION' });
    const { ids } = await setAside(
      { ...people.editor, now: clock(2) },
      { ...hurry, reason: 'SCENE' },
    );
    const reason = async () =>
      (await read(text)).coverage.sentences.find(({ state }) => state === 'SET_ASIDE')?.reason;
    expect(await reason()).toBe('SCENE');
    await undoSetAside(people.editor, { storyId: text.id, ids });
    expect(await reason()).toBe('OPINION');
  });

  it('the author takes back their own word, not a checker’s; viewers none', async () => {
    const text = await story();
    const own = await aside('reporter', text, ['Nobody hurried.'], { reason: 'ON_AUTHOR' });
    const others = await aside('checker', text, ['It was a grey morning.']);
    const undo = (who: keyof People, ids: string[]) =>
      undoSetAside(people[who], { storyId: text.id, ids });
    expect((await refusalOf(undo('reporter', others.ids))).code).toBe('not-allowed');
    expect((await refusalOf(undo('viewer', own.ids))).code).toBe('not-allowed');
    expect(await undo('reporter', own.ids)).toEqual({ undone: 1 });
  });

  it('of another story’s, or of nothing, is refused whole', async () => {
    const [one, other] = [await story(), await story()];
    const mine = await aside('checker', one, ['Nobody hurried.']);
    const theirs = await aside('checker', other, ['Nobody hurried.']);
    const mixed = undoSetAside(people.checker, {
      storyId: one.id,
      ids: [...mine.ids, ...theirs.ids],
    });
    expect((await refusalOf(mixed)).code).toBe('not-found');
    expect((await rows(one))[0]?.undoneAt).toBeNull();
  });
});

describe('the list of stories', () => {
  it('tells the same coverage as each story', async () => {
    const text = await story();
    await newClaim(people.checker, text, { quote: 'grey morning' });
    await aside('checker', text, ['Nobody hurried.']);
    const { stories } = await listStories(people.viewer, { limit: 200, cursor: null });
    const listed = stories.find(({ id }) => id === text.id);
    expect(listed?.coverage).toMatchObject(await share(text));
    const shares = await listShares(people.viewer, [{ versionId: text.versionId, language: 'en' }]);
    expect(shares.get(text.versionId)).toEqual(listed?.coverage);
    expect(await listShares(people.viewer, [])).toEqual(new Map());
  });
});
