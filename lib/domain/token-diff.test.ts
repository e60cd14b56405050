import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignTokens } from './token-diff';
import { createSpeller, foldToken, readTokens, tokensIn } from './tokens';

const split = (copy: string): string[] => {
  const { starts, ends, count } = readTokens(copy, createSpeller({ folded: false }));
  return Array.from({ length: count }, (_, at) => copy.slice(starts[at], ends[at]));
};

describe('the tokens of a copy', () => {
  it.each([
    ['He paid 12,000 euros.', ['He', 'paid', '12,000', 'euros', '.']],
    [
      '12 000 men, 5km, 2:30 a.m.',
      ['12 000', 'men', ',', '5', 'km', ',', '2:30', 'a', '.', 'm', '.'],
    ],
    ['-5 % and 10–15, COVID-19', ['-5', '%', 'and', '10', '–', '15', ',', 'COVID', '-', '19']],
    ["don’t, O'Brien, ship\u00adyard", ['don’t', ',', "O'Brien", ',', 'ship\u00adyard']],
    ['👩‍🚒🇺🇦✈️', ['👩‍🚒', '🇺🇦', '✈️']],
    ['東京 и Київ', ['東', '京', 'и', 'Київ']],
    ['يوم ٣٤', ['يوم', '٣٤']],
  ])('of %s', (copy, tokens) => {
    expect(split(copy)).toEqual(tokens);
  });

  it.each([
    ['“', '"'],
    ['«', '"'],
    ['’', "'"],
    ['—', '-'],
    ['--', '-'],
    ['...', '…'],
    ['don’t', "don't"],
    ['12\u202f000', '12 000'],
    ['e\u0301te\u0301', 'été'],
    ['ship\u00adyard', 'shipyard'],
  ])('folds %s to %s', (raw, folded) => {
    expect(foldToken(raw)).toBe(folded);
  });

  it('leave out nothing but white space and invisible marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (copy) => {
        const rest = (text: string) =>
          text.replace(/[\s\u00ad\u200b\u2060\u200e\u200f\u061c]/gu, '');
        expect(rest(split(copy).join(''))).toBe(rest(copy));
      }),
    );
  });

  it('of a range are those it touches', () => {
    const tokens = readTokens('one two three', createSpeller({ folded: true }));
    expect(tokensIn(tokens, { start: 4, end: 7 })).toEqual({ first: 1, last: 2 });
    expect(tokensIn(tokens, { start: 2, end: 5 })).toEqual({ first: 0, last: 2 });
    expect(tokensIn(tokens, { start: 3, end: 4 })).toEqual({ first: 1, last: 1 });
  });
});

/** Length of the longest common subsequence, the plain way. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const one of a) {
    const next = [0];
    for (const [at, other] of b.entries()) {
      next.push(one === other ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

describe('two texts', () => {
  const ids = (max: number) => fc.array(fc.nat(max), { maxLength: 40 });

  it.each([3, 30])('are aligned in order, like with like (%s words)', (max) => {
    fc.assert(
      fc.property(ids(max), ids(max), (a, b) => {
        const image = alignTokens(Int32Array.from(a), Int32Array.from(b));
        let last = -1;
        let common = 0;
        for (const [from, to] of image.entries()) {
          if (to < 0) continue;
          expect(b[to]).toBe(a[from]);
          expect(to).toBeGreaterThan(last);
          last = to;
          common++;
        }
        expect(common).toBeLessThanOrEqual(longestCommon(a, b));
      }),
    );
  });

  it('that are the same are aligned wholly, and so is what a cut leaves', () => {
    fc.assert(
      fc.property(ids(20), ids(20), (a, b) => {
        const whole = Int32Array.from([...a, ...b]);
        expect([...alignTokens(whole, whole)]).toEqual([...whole.keys()]);
        const cut = alignTokens(whole, Int32Array.from(a));
        expect([...cut].filter((to) => to >= 0)).toHaveLength(a.length);
      }),
    );
  });

  it('keep the longer of two stretches that changed places', () => {
    const long = Array.from({ length: 30 }, (_, at) => at);
    const short = Array.from({ length: 10 }, (_, at) => 100 + at);
    const image = alignTokens(
      Int32Array.from([...short, ...long]),
      Int32Array.from([...long, ...short]),
    );
    expect([...image]).toEqual([...short.map(() => -1), ...long]);
  });

  it('that repeat themselves are aligned by longer stretches', () => {
    const line = [1, 2, 3, 4];
    const a = Array.from({ length: 50 }, (_, at) => [...line, 5 + (at % 7), 5 + (at % 5)]).flat();
    const b = [...a.slice(0, 60), 9, 9, ...a.slice(60)];
    const image = alignTokens(Int32Array.from(a), Int32Array.from(b));
    expect([...image].filter((to) => to >= 0)).toHaveLength(a.length);
  });
});
