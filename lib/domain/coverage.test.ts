import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { coverageOf } from './coverage';
import { findSentences } from './sentences';

const COPY = `Council closes bridge

The council voted on Tuesday. Three piers lean. “Nobody will pay,” the mayor said.

***!!

Advertisement

Photo: The bridge.`;

const cover = (copy: string, words: string[]) => {
  const blocks = findBlocks(copy);
  const ranges = words.map((claim) => {
    const start = copy.indexOf(claim);
    return { start, end: start + claim.length };
  });
  return coverageOf(copy, blocks, findSentences(copy, blocks), ranges);
};

const claimed = (words: string[]) =>
  cover(COPY, words)
    .sentences.filter((sentence) => sentence.claimed)
    .map(({ start, end }) => COPY.slice(start, end));

describe('coverage', () => {
  it('counts headline, body and captions, not page furniture nor signs without words', () => {
    const { counted, percent, sentences } = cover(COPY, []);
    expect(counted).toBe(5);
    expect(percent).toBe(0);
    expect(sentences.map(({ start, end }) => COPY.slice(start, end))).toEqual([
      'Council closes bridge',
      'The council voted on Tuesday.',
      'Three piers lean.',
      '“Nobody will pay,” the mayor said.',
      'Photo: The bridge.',
    ]);
  });

  it('takes a sentence as claimed by any word of it', () => {
    expect(claimed(['Three'])).toEqual(['Three piers lean.']);
    expect(claimed(['Tuesday. Three'])).toEqual([
      'The council voted on Tuesday.',
      'Three piers lean.',
    ]);
    expect(claimed(['Council closes', 'closes bridge', 'Council'])).toEqual([
      'Council closes bridge',
    ]);
  });

  it('does not take the opening quote of the next sentence for a claim of it', () => {
    expect(claimed(['Three piers lean. “'])).toEqual(['Three piers lean.']);
  });

  it('is whole per cent, 100 only when all is claimed', () => {
    const hundreds = Array.from({ length: 300 }, (_, at) => `Pier ${at} leans today.`);
    expect(cover(hundreds.join('\n\n'), hundreds.slice(1)).percent).toBe(99);
    expect(cover(hundreds.join('\n\n'), hundreds.slice(0, 1)).percent).toBe(1);
    expect(cover(hundreds.join('\n\n'), hundreds).percent).toBe(100);
    expect(cover('', []).percent).toBeNull();
    expect(cover('Advertisement', []).percent).toBeNull();
  });

  it('is the same whatever the order of the claims, and all with a claim on everything', () => {
    fc.assert(
      fc.property(
        awkwardCopy,
        fc.array(fc.tuple(fc.nat(400), fc.integer({ min: -3, max: 80 })), { maxLength: 30 }),
        (copy, list) => {
          const blocks = findBlocks(copy);
          const sentences = findSentences(copy, blocks);
          const ranges = list.map(([start, length]) => ({ start, end: start + length }));
          const coverage = coverageOf(copy, blocks, sentences, ranges);
          expect(coverageOf(copy, blocks, sentences, ranges.toReversed())).toEqual(coverage);
          for (const { start, end, claimed: isClaimed } of coverage.sentences) {
            const isTouched = ranges.some(
              (range) =>
                // An empty range claims nothing; an end before the copy would count from its back.
                range.start < range.end &&
                /[\p{L}\p{N}]/u.test(
                  copy.slice(Math.max(start, range.start), Math.max(0, Math.min(end, range.end))),
                ),
            );
            expect(isClaimed).toBe(isTouched);
          }
          const all = coverageOf(copy, blocks, sentences, [{ start: 0, end: copy.length }]);
          expect(all.percent).toBe(all.counted === 0 ? null : 100);
        },
      ),
    );
  });
});
