import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges, changeProblem, firstOverlap, overlapSentence } from './apply-changes';
import { findBlocks, parseBlocks } from './blocks';

const COPY =
  'Night raid\n\nIn Odesa 12 of 15 drones were shot down. Nobody was hurt.\n\nMore to come.';
const change = (before: string, after: string) => ({
  start: COPY.indexOf(before),
  end: COPY.indexOf(before) + before.length,
  before,
  after,
});

describe('writing changes in', () => {
  it.each<[string, ReturnType<typeof change>[], string]>([
    ['one', [change('12 of 15', '12 out of 16')], COPY.replace('12 of 15', '12 out of 16')],
    [
      'several, in any order',
      [change('hurt', 'harmed'), change('Night', 'A night'), change('15', '16')],
      COPY.replace('hurt', 'harmed').replace('Night', 'A night').replace('15', '16'),
    ],
    ['a cut', [change(' Nobody was hurt.', '')], COPY.replace(' Nobody was hurt.', '')],
    [
      'side by side',
      [change('12 of', '13 of'), change(' 15', ' 16')],
      COPY.replace('12 of 15', '13 of 16'),
    ],
    ['none', [], COPY],
  ])('%s', (_what, changes, result) => {
    expect(applyChanges(COPY, findBlocks(COPY), changes).copy).toBe(result);
  });

  it('takes the blocks along, with what a person said of them', () => {
    const blocks = findBlocks(COPY).map((block, at) => ({ ...block, excluded: at === 2 }));
    const { copy, blocks: moved } = applyChanges(COPY, blocks, [
      change('Night raid', 'A raid at night'),
      change('In Odesa 12', 'There, 12'),
    ]);
    expect(moved.map(({ start, end, excluded }) => [copy.slice(start, end), excluded])).toEqual([
      ['A raid at night', false],
      ['There, 12 of 15 drones were shot down. Nobody was hurt.', false],
      ['More to come.', true],
    ]);
  });

  it('leaves out a block that is cut, and joins over a change across two', () => {
    const cut = applyChanges(COPY, findBlocks(COPY), [change('More to come.', '')]);
    expect(cut.blocks).toHaveLength(2);
    const across = applyChanges(COPY, findBlocks(COPY), [change('hurt.\n\nMore', 'hurt. More')]);
    expect(parseBlocks(across.blocks)).toEqual(across.blocks);
  });

  it('changes nothing but the ranges, whatever they are', () => {
    const pieces = fc.array(fc.tuple(fc.string(), fc.string(), fc.option(fc.string())), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(pieces, (parts) => {
        let before = '';
        const changes = [];
        for (const [kept, words, after] of parts) {
          before += kept;
          const start = before.length;
          before += words;
          if (after !== null && words !== '')
            changes.push({ start, end: before.length, before: words, after });
        }
        const expected = parts
          .map(([kept, words, after]) => kept + (after !== null && words !== '' ? after : words))
          .join('');
        expect(applyChanges(before, [], changes).copy).toBe(expected);
      }),
    );
  });

  it('overlapping ones are found, named, and never written', () => {
    const pair = firstOverlap([change('hurt', 'x'), change('of 15', 'y'), change('12 of', '')]);
    expect(pair && overlapSentence(pair)).toBe(
      'Two accepted changes touch the same words: cutting “12 of” and “of 15” to “y”. Turn one of them down first.',
    );
    expect(() => applyChanges(COPY, [], [change('of 15', 'y'), change('12 of', '')])).toThrow();
    expect(() => applyChanges(COPY, [], [{ ...change('12', 'x'), before: '13' }])).toThrow();
  });
});

describe('what can be suggested', () => {
  it('other words for words that stand', () => {
    expect(changeProblem(COPY, change('12 of 15', ''), '')).toBeNull();
    expect(changeProblem(COPY, change('12', ''), '12')).toMatch(/that stand there/);
    expect(changeProblem(COPY, { start: 3, end: 3 }, 'x')).toMatch(/Mark the words/);
    expect(changeProblem(COPY, { start: 3, end: 999 }, 'x')).toMatch(/do not lie/);
    expect(changeProblem('a 🙂', { start: 2, end: 3 }, 'x')).toMatch(/cuts a character/);
  });
});
