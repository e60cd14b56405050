import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { proposeCopy } from './propose-copy';

const read = (copy: string) =>
  proposeCopy(copy).blocks.map(({ kind, start, end, why }) => [kind, copy.slice(start, end), why]);

const PARAGRAPHS = [
  'The city council voted on Tuesday to close the bridge, three officials said.',
  'It had carried 12,000 cars a day until the flood.',
  'Repairs may take until the end of next year, the mayor said.',
  'Nobody knows yet who will pay for them.',
];
const LINK_LINE = 'Mayor denies that he knew of the cracked pier before the flood';

const story = (...more: string[]) => ['Council closes bridge', ...PARAGRAPHS, ...more].join('\n\n');

describe('what a page left in the copy', () => {
  it('the date above the headline, with a word that it is not taken for the story’s', () => {
    const { blocks, notices } = proposeCopy(`Sunday, March 9, 2025\n${story()}`);
    expect(blocks[0]).toMatchObject({ kind: 'FURNITURE', excluded: true });
    expect(blocks[0]?.why).toContain('A date above the headline');
    expect(notices).toEqual([expect.stringContaining('Sunday, March 9, 2025')]);
  });

  it('a dateline under the headline stays', () => {
    const blocks = read(`Council closes bridge\n\n4 March 2025\n\n${PARAGRAPHS.join('\n\n')}`);
    expect(blocks[1]?.slice(0, 2)).toEqual(['BODY', '4 March 2025']);
  });

  it('the headline of another story between two paragraphs', () => {
    const blocks = read(
      ['Council closes bridge', ...PARAGRAPHS.slice(0, 2), LINK_LINE, ...PARAGRAPHS.slice(2)].join(
        '\n\n',
      ),
    );
    expect(blocks[3]).toEqual(['FURNITURE', LINK_LINE, expect.stringContaining('another story')]);
  });

  it.each([
    ['a short subhead', 'Who knew of the crack'],
    ['words that introduce', `${LINK_LINE}, he said in a letter:`],
    ['a finished sentence', `${LINK_LINE}.`],
  ])('but not %s', (_, line) => {
    const blocks = read(
      ['Council closes bridge', ...PARAGRAPHS.slice(0, 2), line, ...PARAGRAPHS.slice(2)].join(
        '\n\n',
      ),
    );
    expect(blocks[3]?.[0]).not.toBe('FURNITURE');
  });

  it('not in a copy that is written without stops, as verse or notes are', () => {
    const verse = Array.from({ length: 12 }, () => LINK_LINE).join('\n\n');
    expect(read(verse).every(([kind]) => kind !== 'FURNITURE')).toBe(true);
  });

  it('what stands below the line that closes the story, but not its correction', () => {
    const blocks = read(
      story(
        'Jo Bell in Leeds contributed to this report.',
        'A year of floods',
        'Rivers: Why the north floods every spring, in four maps.',
        'Correction: An earlier version gave 10,000 cars.',
      ),
    );
    expect(blocks.slice(-4).map(([kind]) => kind)).toEqual([
      'BODY',
      'FURNITURE',
      'FURNITURE',
      'BODY',
    ]);
  });

  it('says why for every line it sets aside', () => {
    const blocks = read(
      `Home > City > Council closes bridge\n\n${story('Don’t miss…\nMayor flees[VIDEO]', 'Share:')}`,
    ).filter(([kind]) => kind === 'FURNITURE');
    expect(blocks.map(([, words]) => words)).toEqual([
      'Home > City > Council closes bridge',
      'Don’t miss…',
      'Mayor flees[VIDEO]',
      'Share:',
    ]);
    for (const [, , why] of blocks) expect(why).toMatch(/^[A-Z].+\.$/);
  });
});

describe('what is proposed', () => {
  it('the headline and the byline, with where they stand', () => {
    const { headline, byline } = proposeCopy(
      `Council closes bridge\n\nBy Ada Quill | City desk\n\n${PARAGRAPHS.join('\n\n')}`,
    );
    expect(headline).toEqual({
      value: 'Council closes bridge',
      from: 'the first line of the copy',
    });
    expect(byline).toEqual({ value: 'Ada Quill', from: 'the line under the headline' });
  });

  it('nothing where nothing stands', () => {
    const { headline, byline, notices } = proposeCopy(PARAGRAPHS.join('\n\n'));
    expect([headline, byline, notices]).toEqual([null, null, []]);
  });

  it('keeps every block of the copy in its place, whatever the copy', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        expect(proposeCopy(copy).blocks.map(({ start, end }) => [start, end])).toEqual(
          findBlocks(copy).map(({ start, end }) => [start, end]),
        );
      }),
      { numRuns: 200 },
    );
  });
});
