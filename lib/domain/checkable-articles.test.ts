import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findBlocks } from './blocks';
import { checkableCopy, coverageOf } from './coverage';
import { isTeaserLine } from './page-furniture';

/** Texts kept beside the project, not in it: whoever has them, tests with them. */
const ARTICLES = new URL('../../../shared/articles/', import.meta.url);
const isThere = existsSync(new URL('golden.json', ARTICLES));

type Golden = {
  claims: {
    id: string;
    article: string;
    start: number;
    end: number;
    type: string;
    quantities: { value: number | string; unit: string; qualifier: string }[];
  }[];
};

const read = (name: string) => readFileSync(new URL(name, ARTICLES), 'utf8');

const SPELLED = ['', 'one', 'two', 'three', 'four', 'five'];

/** How a figure of the list may be written in the words; none where the words have no figure ("another drone"). */
function writings({ value }: { value: number | string }): RegExp | null {
  if (value === 0) return /\bno (?:casualties|injuries)\b/iu;
  if (typeof value === 'number') {
    const word = [SPELLED[value], value === 3 ? 'third' : ''].filter(Boolean).join('|');
    return new RegExp(`(?<!\\d)${value}(?!\\d)${word === '' ? '' : `|\\b(?:${word})\\b`}`, 'iu');
  }
  if (/^\d\d:\d\d$/u.test(value)) return new RegExp(`\\b${value.replace(/^0/, '')}`, 'u');
  return value === 'dozens' ? /\bdozens\b/iu : null;
}

const DATES =
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:January|February|March|October|November) ?\d*|\bMay \d+|\blast \w+/gu;

if (isThere)
  describe('articles of the real world', () => {
    const golden = JSON.parse(read('golden.json')) as Golden;
    const articles = new Map(
      [...new Set(golden.claims.map(({ article }) => article))].map((name) => {
        const copy = read(name);
        return [name, checkableCopy(copy, findBlocks(copy), 'en')] as const;
      }),
    );
    const thingsIn = (article: string, start: number, end: number) =>
      articles
        .get(article)
        ?.sentences.flatMap(({ things }) => things)
        .filter((thing) => thing.start < end && thing.end > start) ?? [];

    it('every figure, date and quote of the marked claims is found', () => {
      const tally = { number: [0, 0], date: [0, 0], quote: [0, 0] };
      const missed: string[] = [];
      const seek = (kind: keyof typeof tally, claim: Golden['claims'][number], pattern: RegExp) => {
        const { copy = '' } = articles.get(claim.article) ?? {};
        const words = copy.slice(claim.start, claim.end);
        const things = thingsIn(claim.article, claim.start, claim.end).filter(
          (thing) => thing.kind.toLowerCase() === kind,
        );
        const found = words.match(pattern)?.[0];
        if (found === undefined) return;
        tally[kind][1] = (tally[kind][1] ?? 0) + 1;
        // A quote over two sentences is two things.
        const at = claim.start + words.indexOf(found);
        const isFound = Array.from(found.trim()).every(
          (_, unit) =>
            !/[\p{L}\p{N}]/u.test(copy[at + unit] ?? '') ||
            things.some(({ start, end }) => start <= at + unit && at + unit < end),
        );
        if (isFound) tally[kind][0] = (tally[kind][0] ?? 0) + 1;
        else missed.push(`${claim.id} ${kind}`);
      };
      for (const claim of golden.claims) {
        for (const quantity of claim.quantities) {
          const pattern = writings(quantity);
          if (pattern !== null) seek('number', claim, pattern);
        }
        const { copy = '' } = articles.get(claim.article) ?? {};
        for (const [date] of copy.slice(claim.start, claim.end).matchAll(DATES))
          seek('date', claim, new RegExp(date.trim(), 'u'));
        for (const [quote] of copy.slice(claim.start, claim.end).matchAll(/“[^“”]+”/gu))
          seek('quote', claim, new RegExp(quote.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'), 'u'));
      }
      for (const [kind, [found, all]] of Object.entries(tally))
        process.stdout.write(`Found of the marked claims: ${found} of ${all} ${kind}s\n`);
      expect(missed).toEqual([]);
      expect(tally.number[1]).toBeGreaterThan(30);
    });

    it('names who is credited in them', () => {
      // The people of these texts, as facts: whoever is quoted in them.
      for (const name of ['Peskov', 'Zelensky', 'Putin', 'Kirby', 'Popko', 'Antonov', 'Podolyak']) {
        for (const { copy, sentences } of articles.values())
          for (const { start, end, things } of sentences) {
            const at = copy.slice(start, end).indexOf(name);
            if (at < 0) continue;
            const isNamed = things.some(
              (thing) =>
                thing.kind === 'NAME' &&
                thing.start <= start + at &&
                thing.end >= start + at + name.length,
            );
            expect(isNamed, `${name} at ${start + at}`).toBe(true);
          }
      }
    });

    it('page furniture never counts', () => {
      let excluded = 0;
      for (const { copy, blocks, sentences } of articles.values())
        for (const [at, block] of blocks.entries()) {
          const own = sentences.filter((sentence) => sentence.block === at);
          if (block.excluded || isTeaserLine(copy.slice(block.start, block.end))) {
            excluded++;
            expect(own).toEqual([]);
          }
        }
      expect(excluded).toBeGreaterThan(0);
      for (const checkable of articles.values()) {
        const all = coverageOf(checkable, [{ start: 0, end: checkable.copy.length }]);
        expect(all.percent).toBe(100);
      }
    });
  });
// A run without the articles says so in its own words.
else
  it('finds what the marked claims hold (skipped: no ../shared)', ({ skip }) =>
    skip('skipped: no ../shared'));
