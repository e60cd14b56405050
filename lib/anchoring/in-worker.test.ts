import { describe, expect, it } from 'vitest';
import { reanchor } from '@/lib/domain/reanchor';
import { diffVersions } from '@/lib/domain/version-diff';
import { diffVersionsInWorker, reanchorInWorker } from './in-worker';

const story = (paragraphs: number) =>
  Array.from(
    { length: paragraphs },
    (_, at) =>
      `In year ${at}, the yard built ${at + 7} hulls, and nobody in the town of Kells objected.`,
  ).join('\n\n');

const anchorsIn = (copy: string) =>
  [...copy.matchAll(/\d+ hulls/g)].map(({ 0: exact, index }) => ({
    id: exact,
    start: index,
    end: index + exact.length,
    exact,
  }));

describe.each([
  ['a short story', 10],
  ['a long one', 400],
])('%s', (_, paragraphs) => {
  const before = { copy: story(paragraphs) };
  const after = {
    copy: before.copy.replace('9 hulls', '8 hulls').replace('In year 4,', 'By year 4,'),
  };

  it('is re-anchored as it is without a thread', async () => {
    const question = { before, after, language: 'en', anchors: anchorsIn(before.copy) };
    const answer = await reanchorInWorker(question);
    expect(answer).toEqual(reanchor(question));
    expect(answer.filter(({ verdictStands }) => !verdictStands).map(({ id }) => id)).toEqual([
      '9 hulls',
      '11 hulls',
    ]);
  });

  it('is compared as it is without a thread', async () => {
    expect(await diffVersionsInWorker(before, after)).toEqual(diffVersions(before, after));
  });
});

describe('the thread', () => {
  it('leaves this one free meanwhile', async () => {
    const copy = story(400);
    const question = {
      before: { copy },
      after: { copy },
      language: 'en',
      anchors: anchorsIn(copy),
    };
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await reanchorInWorker(question);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });

  it('hands back what went wrong', async () => {
    const copy = story(400);
    const anchors = [{ id: 'C-009', start: 0, end: 2, exact: 'At' }];
    const question = { before: { copy }, after: { copy }, language: 'en', anchors };
    await expect(reanchorInWorker(question)).rejects.toThrow('C-009');
  });
});
