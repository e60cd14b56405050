import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { isCharacterEdge } from './character-edges';
import { locateRange } from './locate-range';
import { findSentences } from './sentences';
import { describeRange } from './text-anchor';

const ARTICLES = new URL('../../../shared/articles/', import.meta.url);
const NAMES = ['desk-a.txt', 'desk-b.txt', 'desk-c.txt'];

const range = { start: 0, end: 0 };

describe('a described range', () => {
  it('is found by what stands around it when the position is another copy’s', () => {
    const copy = 'The gate was open. Rain fell. The gate was open at nine.';
    const description = describeRange(copy, { start: 30, end: 47 });
    const later = `Now. ${copy}`;
    expect(locateRange(later, description)).toEqual({ ok: true, range: { start: 35, end: 52 } });
  });

  it('is not found by its position alone', () => {
    const copy = 'abc open. xyz open.';
    const description = { ...range, exact: 'open', prefix: 'xyz ', suffix: '.', start: 4, end: 8 };
    expect(locateRange(copy, description)).toEqual({ ok: true, range: { start: 14, end: 18 } });
  });

  it('is found with restyled marks where it stands once', () => {
    const description = describeRange('He said “no” twice.', { start: 8, end: 12 });
    expect(locateRange('Again, he said "no" twice.', description)).toEqual({
      ok: true,
      range: { start: 15, end: 19 },
    });
  });

  it('is not guessed between places that are alike', () => {
    const description = { exact: 'open', prefix: '', suffix: '', start: 90, end: 94 };
    expect(locateRange('open, open', description)).toEqual({
      ok: false,
      places: [
        { start: 0, end: 4 },
        { start: 6, end: 10 },
      ],
    });
    expect(locateRange('shut', description)).toEqual({ ok: false, places: [] });
    expect(locateRange('shut', { ...description, exact: '' })).toEqual({ ok: false, places: [] });
  });

  it('is itself again in its own copy, whatever the copy', () => {
    fc.assert(
      fc.property(awkwardCopy, fc.nat(), fc.nat(), (copy, from, length) => {
        fc.pre(copy.length > 0);
        const start = from % copy.length;
        const end = Math.min(copy.length, start + 1 + (length % 60));
        fc.pre(isCharacterEdge(copy, start) && isCharacterEdge(copy, end));
        expect(locateRange(copy, describeRange(copy, { start, end }))).toEqual({
          ok: true,
          range: { start, end },
        });
      }),
    );
  });
});

if (!existsSync(ARTICLES)) {
  it('skipped: no ../shared', () => {
    expect(existsSync(ARTICLES)).toBe(false);
  });
} else {
  describe.each(NAMES)('%s', (name) => {
    const copy = readFileSync(new URL(name, ARTICLES), 'utf8');
    const sentences = findSentences(copy, findBlocks(copy));

    it('has every range of every sentence found again', () => {
      let ranges = 0;
      for (const { start, end } of sentences) {
        for (let from = start; from < end; from++) {
          if (!isCharacterEdge(copy, from)) continue;
          for (let to = from + 1; to <= end; to++) {
            if (!isCharacterEdge(copy, to)) continue;
            const found = locateRange(copy, describeRange(copy, { start: from, end: to }));
            if (!found.ok || found.range.start !== from || found.range.end !== to) {
              expect(found, `${from}–${to}`).toEqual({ ok: true, range: { start: from, end: to } });
            }
            ranges++;
          }
        }
      }
      expect(ranges).toBeGreaterThan(sentences.length);
    });

    it('has every sentence, and ranges across sentences, found again in a later version', () => {
      const later = `Updated at noon.\n\n${copy}`;
      const shift = later.length - copy.length;
      const places = fc.record({
        from: fc.nat(copy.length - 1),
        length: fc.integer({ min: 40, max: 400 }),
      });
      const found = (start: number, end: number) =>
        locateRange(later, describeRange(copy, { start, end }));
      for (const { start, end } of sentences) {
        expect(found(start, end)).toEqual({
          ok: true,
          range: { start: start + shift, end: end + shift },
        });
      }
      fc.assert(
        fc.property(places, ({ from, length }) => {
          const to = Math.min(copy.length, from + length);
          fc.pre(to - from >= 40 && isCharacterEdge(copy, from) && isCharacterEdge(copy, to));
          expect(found(from, to)).toEqual({
            ok: true,
            range: { start: from + shift, end: to + shift },
          });
        }),
      );
    });
  });
}
