import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { movedPastOthers } from './moved-order';

const place = (start: number) => ({ start, end: start + 5 });
const moves = (...pairs: [from: number, to: number][]) =>
  movedPastOthers(pairs.map(([from, to]) => ({ from: place(from), to: place(to) })));

describe('what moved', () => {
  it.each<[string, [number, number][], boolean[]]>([
    ['nothing, of nothing', [], []],
    [
      'nothing, when all are only shifted',
      [
        [0, 40],
        [10, 50],
        [20, 60],
      ],
      [false, false, false],
    ],
    [
      'the last that went to the top',
      [
        [0, 10],
        [10, 20],
        [20, 0],
      ],
      [false, false, true],
    ],
    [
      'the first that went to the end',
      [
        [0, 30],
        [10, 0],
        [20, 10],
      ],
      [true, false, false],
    ],
    [
      'in the order given, not that of the text',
      [
        [20, 0],
        [0, 10],
        [10, 20],
      ],
      [true, false, false],
    ],
    [
      'not one of two with the same words',
      [
        [0, 3],
        [0, 3],
      ],
      [false, false],
    ],
  ])('%s', (_what, pairs, moved) => {
    expect(moves(...pairs)).toEqual(moved);
  });

  it('what kept its place is in order, and as much as can be', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 9 }), (pairs) => {
        const moved = moves(...pairs);
        const kept = pairs.filter((_, at) => moved[at] === false);
        const sorted = kept.toSorted(([a, x], [b, y]) => a - b || x - y).map(([, to]) => to);
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        expect(kept).toHaveLength(longest(pairs));
      }),
    );
  });
});

/** By trying all: the most places of which none passed another. */
function longest(pairs: readonly [number, number][]): number {
  let most = 0;
  for (let subset = 0; subset < 1 << pairs.length; subset++) {
    const chosen = pairs
      .filter((_, at) => subset & (1 << at))
      .toSorted(([a, x], [b, y]) => a - b || x - y)
      .map(([, to]) => to);
    if (chosen.every((to, at) => at === 0 || (chosen[at - 1] ?? 0) <= to))
      most = Math.max(most, chosen.length);
  }
  return most;
}
