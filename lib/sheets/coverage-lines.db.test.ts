import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setAside, undoSetAside } from '@/lib/coverage/commands';
import { newClaim, newStory, openStaffedDesk, type People } from '@/lib/db/desk-fixture';
import { coverageWords } from '@/lib/sheets/coverage-words';
import { frontRows } from '@/lib/sheets/front-page';
import { getSheet } from '@/lib/sheets/queries';
import { getStoryDesk } from '@/lib/stories/queries';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

const facts = async (storyId: string) => {
  const sheet = await getSheet(people.editor, storyId);
  if (sheet === null) throw new Error('The sheet is gone.');
  return sheet.facts;
};

describe('coverage on the sheet', () => {
  it('is that of the desk, with every place set aside, its reason and who', async () => {
    const story = await newStory(people.reporter);
    expect(coverageWords(await facts(story.id))).toBe(
      '0 % of sentences looked at; nothing set aside',
    );
    await newClaim(people.checker, story, { quote: 'Nobody was hurt elsewhere' });
    const aside = (words: string, reason: 'SCENE' | 'OPINION') =>
      setAside(people.checker, {
        storyId: story.id,
        contentSha256: story.sha256,
        reason,
        ranges: [
          { start: story.copy.indexOf(words), end: story.copy.indexOf(words) + words.length },
        ],
      });
    await aside('It was the third raid in four days.', 'OPINION');
    const { ids } = await aside('Night raid on two cities', 'SCENE');
    const read = await facts(story.id);
    expect(read.setAsides).toMatchObject([
      { where: 'Headline', words: 'Night raid on two cities', reason: 'SCENE', by: 'Maren Holt' },
      { where: '¶ 1', words: 'It was the third raid in four days.', reason: 'OPINION' },
    ]);
    const onDesk = (await getStoryDesk(people.editor, story.id))?.coverage;
    expect(onDesk).toMatchObject(read.coverage);
    expect(coverageWords(read)).toBe(
      '50 % of sentences looked at; 2 places set aside (1 opinion, 1 scene)',
    );
    const front = frontRows(read, 'UTC')
      .flat()
      .map(({ cell }) => cell);
    expect(front).toContain(coverageWords(read));

    await undoSetAside(people.checker, { storyId: story.id, ids });
    expect((await facts(story.id)).setAsides).toHaveLength(1);
  });
});
