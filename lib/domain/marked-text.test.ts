import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { markBlocks, markText, type TextMark } from './marked-text';

const COPY = 'Of 24 drones reported, 18 were hit early.';
const ALL = { start: 0, end: COPY.length };

const mark = (id: string, words: string): TextMark => {
  const start = COPY.indexOf(words);
  return { id, start, end: start + words.length };
};

/** Each piece as "text{id depth …}". */
const drawn = (marks: TextMark[]) =>
  markText(COPY, ALL, marks).map(
    ({ text, marks: drawnMarks }) =>
      `${text}{${drawnMarks.map(({ id, depth }) => id + depth).join(' ')}}`,
  );

describe('a block', () => {
  it('without claims is one piece', () => {
    expect(markText(COPY, ALL, [])).toEqual([
      { start: 0, end: COPY.length, text: COPY, marks: [], starts: [], ends: [] },
    ]);
    expect(markText(COPY, { start: 3, end: 3 }, [])).toEqual([]);
  });

  it('is cut at each boundary of its claims', () => {
    expect(markText(COPY, ALL, [mark('a', '24 drones')])).toEqual([
      { start: 0, end: 3, text: 'Of ', marks: [], starts: [], ends: [] },
      {
        start: 3,
        end: 12,
        text: '24 drones',
        marks: [{ id: 'a', depth: 0 }],
        starts: ['a'],
        ends: ['a'],
      },
      {
        start: 12,
        end: 41,
        text: ' reported, 18 were hit early.',
        marks: [],
        starts: [],
        ends: [],
      },
    ]);
  });

  it('draws a longer claim below those it holds, by the same line over all its length', () => {
    expect(
      drawn([mark('all', COPY), mark('18', '18 were'), mark('part', '24 drones reported, 18')]),
    ).toEqual([
      'Of {all2}',
      '24 drones reported, {all2 part1}',
      '18{all2 part1 180}',
      ' were{all2 180}',
      ' hit early.{all2}',
    ]);
  });

  it('draws claims that do not meet on the same line', () => {
    expect(drawn([mark('a', '24 drones'), mark('b', ' reported'), mark('c', '18')])).toEqual([
      'Of {}',
      '24 drones{a0}',
      ' reported{b0}',
      ', {}',
      '18{c0}',
      ' were hit early.{}',
    ]);
  });

  it('draws two claims on the same words on two lines', () => {
    expect(drawn([mark('a', '24 drones'), mark('b', '24 drones')])[1]).toBe('24 drones{b1 a0}');
  });

  it('uses a free line, and the lowest when none is, past three', () => {
    const four = [
      mark('a', '24'),
      mark('b', '24 drones'),
      mark('c', 'Of 24 drones'),
      mark('d', COPY),
    ];
    expect(drawn(four)[1]).toBe('24{d2 c2 b1 a0}');
  });

  it('takes no notice of empty marks and marks elsewhere', () => {
    const marks = [
      { id: 'empty', start: 3, end: 3 },
      { id: 'after', start: 90, end: 99 },
      { id: 'back', start: 9, end: 3 },
    ];
    expect(markText(COPY, ALL, marks)).toHaveLength(1);
  });
});

describe('a claim over several blocks', () => {
  const copy = 'One two.\n\nThree four.\n\nFive six.';
  const blocks = findBlocks(copy);
  const words = (pieces: ReturnType<typeof markBlocks>, id: string) =>
    pieces.flat().filter(({ marks }) => marks.some((drawnMark) => drawnMark.id === id));

  it('keeps its line, and starts and ends once', () => {
    const pieces = markBlocks(copy, blocks, [
      { id: 'long', start: 4, end: 27 },
      { id: 'short', start: 0, end: 7 },
    ]);
    const long = words(pieces, 'long');
    expect(long.map(({ text }) => text)).toEqual(['two', '.', 'Three four.', 'Five']);
    expect(
      long.flatMap(({ marks }) =>
        marks.filter(({ id }) => id === 'long').map(({ depth }) => depth),
      ),
    ).toEqual([1, 1, 1, 1]);
    expect(long.map(({ starts }) => starts.includes('long'))).toEqual([true, false, false, false]);
    expect(long.map(({ ends }) => ends.includes('long'))).toEqual([false, false, false, true]);
  });

  it('that starts or ends between blocks does so at the nearest piece inside it', () => {
    const pieces = words(markBlocks(copy, blocks, [{ id: 'a', start: 9, end: 22 }]), 'a');
    expect(pieces).toHaveLength(1);
    expect(pieces[0]).toMatchObject({ text: 'Three four.', starts: ['a'], ends: ['a'] });
    expect(words(markBlocks(copy, blocks, [{ id: 'a', start: 8, end: 10 }]), 'a')).toEqual([]);
  });
});

describe('every copy and every set of claims', () => {
  const marked = awkwardCopy.chain((copy) =>
    fc.tuple(
      fc.constant(copy),
      fc.uniqueArray(
        fc.record({
          id: fc.stringMatching(/^[a-z]{4}$/),
          start: fc.nat(Math.max(0, copy.length - 1)),
          length: fc.integer({ min: 1, max: 60 }),
        }),
        { selector: ({ id }) => id, maxLength: 24 },
      ),
    ),
  );

  it('is drawn in full, with each claim on its words by one line, from one start to one end', () => {
    fc.assert(
      fc.property(marked, ([copy, list]) => {
        const marks = list.map(({ id, start, length }) => ({
          id,
          start,
          end: Math.min(copy.length, start + length),
        }));
        const blocks = findBlocks(copy);
        const drawnBlocks = markBlocks(copy, blocks, marks);
        for (const [at, block] of blocks.entries()) {
          const pieces = drawnBlocks[at] ?? [];
          expect(pieces.map(({ text }) => text).join('')).toBe(copy.slice(block.start, block.end));
          for (const piece of pieces) {
            expect(piece.text).toBe(copy.slice(piece.start, piece.end));
            const here = marks.filter(({ start, end }) => start < piece.end && piece.start < end);
            expect(piece.marks.map(({ id }) => id).sort()).toEqual(here.map(({ id }) => id).sort());
            expect(here.every(({ start, end }) => start <= piece.start && piece.end <= end)).toBe(
              true,
            );
          }
        }
        const pieces = drawnBlocks.flat();
        for (const { id } of marks) {
          const own = pieces.filter((piece) =>
            piece.marks.some((drawnMark) => drawnMark.id === id),
          );
          const depths = own.flatMap((piece) =>
            piece.marks.filter((m) => m.id === id).map(({ depth }) => depth),
          );
          expect(new Set(depths).size).toBeLessThanOrEqual(1);
          expect(own.filter(({ starts }) => starts.includes(id))).toEqual(own.slice(0, 1));
          expect(own.filter(({ ends }) => ends.includes(id))).toEqual(own.slice(-1));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('never draws two claims on one line of the same words while a line is free', () => {
    fc.assert(
      fc.property(marked, ([copy, list]) => {
        const marks = list.map(({ id, start, length }) => ({ id, start, end: start + length }));
        for (const { marks: here } of markText(copy, { start: 0, end: copy.length }, marks)) {
          if (here.length === 2) {
            const [first, second] = here;
            const overlaps = marks.filter((m) =>
              marks.some((o) => o !== m && o.start < m.end && m.start < o.end),
            );
            if (overlaps.length <= 3) expect(first?.depth).not.toBe(second?.depth);
          }
        }
      }),
    );
  });

  it('draws 1,000 claims in 30,000 words', () => {
    const copy = `${'Twelve drones flew over the city at night. '.repeat(10)}\n\n`.repeat(375);
    const blocks = findBlocks(copy);
    const marks = Array.from({ length: 1_000 }, (_, at) => ({
      id: `C-${at}`,
      start: at * 150,
      end: at * 150 + 40 + (at % 7) * 60,
    }));
    const pieces = markBlocks(copy, blocks, marks);
    expect(pieces.flat().flatMap(({ starts }) => starts)).toHaveLength(1_000);
  });
});
