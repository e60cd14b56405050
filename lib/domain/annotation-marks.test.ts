import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { marksOf } from './annotation-marks';
import { findBlocks } from './blocks';
import type { Annotation } from './intake-proposal';
import { rangeProblem } from './text-anchor';

const COPY =
  'Council closes bridge\n\nThe council voted on Tuesday to close it. It had carried 12,000 cars a day.\n\nRepairs may take a year.';

const at = (words: string) => ({
  start: COPY.indexOf(words),
  end: COPY.indexOf(words) + words.length,
});
const read = (annotations: readonly Annotation[]) => marksOf(COPY, findBlocks(COPY), annotations);
const words = ({ start, end }: { start: number; end: number }) => COPY.slice(start, end);

const comment = (
  range: { start: number; end: number },
  text: string,
  more: Partial<Extract<Annotation, { kind: 'COMMENT' }>> = {},
): Annotation => ({
  kind: 'COMMENT',
  ...range,
  author: 'Ana Ruiz',
  at: '2026-05-03T10:00:00Z',
  text,
  isResolved: false,
  answers: null,
  ...more,
});

describe('what was written beside the copy', () => {
  it('a comment marks its own words and names who wrote it; its thread becomes replies', () => {
    const { marks } = read([
      comment(at('12,000 cars '), 'Whose count?'),
      comment(at('12,000 cars'), 'The traffic office’s.', { author: 'Tom', at: null, answers: 0 }),
      comment(at('12,000 cars'), 'Good.', { author: null, at: null, answers: 1, isResolved: true }),
    ]);
    expect(marks.map((mark) => [words(mark), mark.notes])).toEqual([
      [
        '12,000 cars',
        [
          {
            body: 'Comment in the draft by Ana Ruiz, 2026-05-03: Whose count?',
            replies: [
              'Comment in the draft by Tom: The traffic office’s.',
              'Comment in the draft, resolved there: Good.',
            ],
          },
        ],
      ],
    ]);
  });

  it('a footnote and a link mark their sentence, once, and name their sources', () => {
    const { marks } = read([
      { kind: 'FOOTNOTE', ...at('cars'), text: 'Traffic office, yearbook 2025.', links: [] },
      { kind: 'LINK', ...at('a day'), url: 'https://www.city.example/traffic' },
      { kind: 'LINK', ...at('a day'), url: 'https://www.city.example/traffic' },
    ]);
    expect(marks.map((mark) => [words(mark), mark.sources])).toEqual([
      [
        'It had carried 12,000 cars a day.',
        [
          { title: 'Traffic office, yearbook 2025.', url: null, excerpt: null, locator: null },
          {
            title: 'a day (city.example)',
            url: 'https://www.city.example/traffic',
            excerpt: null,
            locator: null,
          },
        ],
      ],
    ]);
  });

  it('a footnote with several links names a source each; one too long for a title is kept as a note', () => {
    const { marks } = read([
      {
        kind: 'ENDNOTE',
        ...at('year'),
        text: 'See both. '.repeat(100),
        links: ['https://a.example/1', 'https://b.example/2', 'javascript:steal()'],
      },
    ]);
    expect(marks[0]?.sources.map(({ url }) => url)).toEqual([
      'https://a.example/1',
      'https://b.example/2',
    ]);
    expect(marks[0]?.notes[0]?.body).toMatch(/^Endnote in the draft: See both/);
  });

  it('a tracked change suggests words, and is left out where its words do not stand', () => {
    const change = { kind: 'CHANGE' as const, author: 'Ana Ruiz', at: null };
    const { changes, unplaced } = read([
      { ...change, ...at('12,000'), before: '12,000', after: '10,000' },
      { ...change, ...at('12,000'), before: '11,000', after: '10,000' },
      { ...change, ...at('Tuesday'), before: 'Tuesday', after: 'Tuesday' },
    ]);
    expect(changes).toEqual([
      { ...at('12,000'), before: '12,000', after: '10,000', draftAuthor: 'Ana Ruiz' },
    ]);
    expect(unplaced).toBe(2);
  });

  it('a comment on more than a claim can hold marks its first sentence', () => {
    const long =
      `A first sentence stands here. ${'Word after word it goes on. '.repeat(120)}`.trim();
    const { marks } = marksOf(long, findBlocks(long), [
      comment({ start: 0, end: long.length }, 'All?'),
    ]);
    expect(marks.map(({ start, end }) => long.slice(start, end))).toEqual([
      'A first sentence stands here.',
    ]);
  });

  it('answers in a ring end, and nothing marks blank space', () => {
    const { marks, unplaced } = read([
      comment(at('Tuesday'), 'one', { answers: 1 }),
      comment(at('Tuesday'), 'two', { answers: 0 }),
      comment({ start: 21, end: 23 }, 'between'),
    ]);
    expect(marks.map(words)).toEqual(['Tuesday']);
    expect(unplaced).toBe(1);
  });

  it('marks only what can be a claim, wherever the annotations stand', () => {
    const place = fc.nat({ max: 400 });
    fc.assert(
      fc.property(
        awkwardCopy,
        fc.array(fc.tuple(place, place), { maxLength: 8 }),
        (copy, places) => {
          const annotations = places.flatMap(([start, length], index): Annotation[] => [
            comment({ start, end: start + length }, 'why?'),
            { kind: 'LINK', start, end: start + length, url: `https://a.example/${index}` },
            {
              kind: 'CHANGE',
              start,
              end: start + length,
              before: copy.slice(start, start + length),
              after: 'x',
              author: null,
              at: null,
            },
          ]);
          const { marks, changes } = marksOf(copy, findBlocks(copy), annotations);
          for (const mark of marks) expect(rangeProblem(copy, mark)).toBe(null);
          for (const { start, end, before } of changes) expect(copy.slice(start, end)).toBe(before);
          const places2 = marks.map(({ start, end }) => `${start}:${end}`);
          expect(new Set(places2).size).toBe(places2.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
