import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { findSentences } from './sentences';
import {
  CONTEXT_LENGTH,
  describeRange,
  fromCodePoints,
  locateQuote,
  QUOTE_LIMIT,
  rangeProblem,
  refuseQuote,
  standsIn,
  toCodePoints,
  trimRange,
  wordRange,
} from './text-anchor';

const COPY = [
  'Council closes bridge',
  'The council’s vote on 3\u00a0May closed the “old” bridge — 18 of 24 members agreed.',
  'The mayor said “it is over … for now,” and left. Nobody asked why\u202fhe left.',
  'Turkish\u2011made sensors had been put in; 18 of 24 still work.',
].join('\r\n\r\n');

const range = (words: string, nth = 0) => {
  let start = COPY.indexOf(words);
  for (let n = 0; n < nth; n++) start = COPY.indexOf(words, start + 1);
  return { start, end: start + words.length };
};

describe('a quote', () => {
  it('is found where it stands once, to the character', () => {
    expect(locateQuote(COPY, '3\u00a0May closed')).toEqual({
      ok: true,
      range: range('3\u00a0May closed'),
      tolerant: false,
    });
  });

  it.each([
    ['a plain space for a no-break one', '3 May closed', '3\u00a0May closed'],
    ['a plain space for a narrow one', 'why he left', 'why\u202fhe left'],
    ['straight quotes for curly', `council's vote`, 'council’s vote'],
    ['straight double quotes', 'the "old" bridge', 'the “old” bridge'],
    ['a hyphen for a dash', 'bridge - 18', 'bridge — 18'],
    [
      'a plain hyphen for one that does not break',
      'Turkish-made sensors',
      'Turkish\u2011made sensors',
    ],
    ['three stops for an ellipsis', 'it is over ... for now', 'it is over … for now'],
    ['one space for a line end', 'bridge The council', 'bridge\r\n\r\nThe council'],
    [
      'white space around',
      '\n the mayor said “it is\tover  '.replace('the', 'The'),
      'The mayor said “it is over',
    ],
    ['a soft hyphen', 'mem\u00adbers agreed', 'members agreed'],
  ])('is found in the copy’s own words with %s', (_, typed, words) => {
    expect(locateQuote(COPY, typed)).toEqual({ ok: true, range: range(words), tolerant: true });
    expect(locateQuote(COPY, typed.trim(), range(words).start)).toEqual({
      ok: true,
      range: range(words),
      tolerant: true,
    });
  });

  it.each([
    ['other capitals', 'the mayor Said'],
    ['another number', '18 of 23'],
    ['a word more', 'The city council’s vote'],
    ['a stop of an ellipsis', 'it is over .'],
    ['an accent', 'Thé mayor'],
  ])('is not found with %s', (_, typed) => {
    expect(locateQuote(COPY, typed)).toEqual({ ok: false, problem: 'not-found', places: [] });
  });

  it.each(['', ' ', '\u00a0\n'])('must not be empty', (quote) => {
    expect(locateQuote(COPY, quote)).toEqual({ ok: false, problem: 'empty', places: [] });
    expect(locateQuote(COPY, quote, 0)).toEqual({ ok: false, problem: 'empty', places: [] });
  });

  it('that stands twice is never guessed', () => {
    const places = [range('18 of 24'), range('18 of 24', 1)];
    expect(locateQuote(COPY, '18 of 24')).toEqual({ ok: false, problem: 'ambiguous', places });
    expect(locateQuote(COPY, '18  of 24')).toEqual({ ok: false, problem: 'ambiguous', places });
    for (const place of places) {
      expect(locateQuote(COPY, '18 of 24', place.start)).toEqual({
        ok: true,
        range: place,
        tolerant: false,
      });
    }
  });

  it('prefers the exact words to look-alikes', () => {
    expect(locateQuote('“yes” and "yes"', '"yes"')).toMatchObject({ ok: true, tolerant: false });
  });

  it.each([
    ['one unit early', range('18 of 24').start - 1],
    ['one unit late', range('18 of 24').start + 1],
    ['before the copy', -1],
    ['past the copy', COPY.length + 5],
    ['at a fraction', 1.5],
    ['at no number', Number.NaN],
  ])('must stand at the start that is given: %s', (_, start) => {
    const places = [range('18 of 24'), range('18 of 24', 1)];
    expect(locateQuote(COPY, '18 of 24', start)).toEqual({
      ok: false,
      problem: 'not-at-start',
      places,
    });
    expect(locateQuote(COPY, 'no such words', start)).toMatchObject({ problem: 'not-found' });
  });

  it('counts overlapping places', () => {
    expect(locateQuote('ha ha ha', 'ha ha')).toMatchObject({
      problem: 'ambiguous',
      places: [
        { start: 0, end: 5 },
        { start: 3, end: 8 },
      ],
    });
  });

  it('does not stand inside a character', () => {
    expect(locateQuote('cafe\u0301 noir', 'cafe')).toMatchObject({ problem: 'not-found' });
    expect(locateQuote('cafe\u0301 noir', 'cafe', 0)).toMatchObject({ problem: 'not-found' });
    expect(locateQuote('👩‍🚒 came', '👩')).toMatchObject({ problem: 'not-found' });
    expect(locateQuote('🇺🇦🇺🇦', '🇦🇺')).toMatchObject({ problem: 'not-found' });
    expect(locateQuote('🇺🇦🇵🇱', '🇵🇱')).toMatchObject({ ok: true });
    expect(locateQuote('👍 yes', '\udc4d yes')).toMatchObject({ problem: 'not-found' });
  });

  it('is looked for at most 1,000 times', () => {
    const found = locateQuote('a'.repeat(50_000), 'a');
    expect(found.ok ? [] : found.places).toHaveLength(1_000);
  });
});

describe('what is said of a quote that cannot be placed', () => {
  const blocks = findBlocks(COPY);
  const said = (quote: string, start?: number) => {
    const located = locateQuote(COPY, quote, start);
    return located.ok ? 'placed' : refuseQuote(COPY, blocks, quote, located, start);
  };

  it('asks for words', () => {
    expect(said('')).toBe('The quote is empty. Give the words of the copy that make the claim.');
  });

  it('names the nearest words', () => {
    expect(said('18 of 25 members agreed')).toContain(
      'The nearest words there are “18 of 24 members agreed” (¶ 1).',
    );
    expect(said('COUNCIL closes bridge')).toContain('“Council closes bridge” (the headline)');
    expect(said('the mayor had said “it is over')).toContain(
      'The nearest words there are “The mayor said “it is over” (¶ 2).',
    );
  });

  it('says how to go on when nothing is near', () => {
    expect(said('twelve drones over Odessa')).toBe(
      'The words “twelve drones over Odessa” do not stand in the copy. Copy the words from the text as it stands.',
    );
  });

  it('says how often and where', () => {
    expect(said('18 of 24')).toBe(
      'The words “18 of 24” stand twice in the copy: in ¶ 1 and in ¶ 3. ' +
        'Say which are meant by giving where they start, or mark them in the copy.',
    );
    expect(said('left')).toContain('stand twice in the copy: twice in ¶ 2.');
  });

  it('says where else they stand', () => {
    expect(said('Turkish-made', 3)).toBe(
      `The words “Turkish-made” do not start at character 3 of the copy. They stand at ${COPY.indexOf('Turkish')} (¶ 3).`,
    );
    expect(said('18 of 24', 3)).toContain('They stand twice: at ');
  });

  it('stays short', () => {
    const long = 'word '.repeat(400);
    expect(said(long).length).toBeLessThan(400);
    const copy = 'on '.repeat(5_000);
    const located = locateQuote(copy, 'on');
    expect(located.ok || refuseQuote(copy, findBlocks(copy), 'on', located)).toContain(
      '1,000 times or more',
    );
  });
});

describe('a range', () => {
  const text = 'a 👩‍🚒 cafe\u0301 👍🏽 end\r\n \u00a0';

  it.each([
    ['nothing', { start: 2, end: 2 }, 'No words are marked.'],
    ['backwards', { start: 3, end: 2 }, 'ends before it starts'],
    ['before the copy', { start: -1, end: 2 }, 'does not lie in the copy'],
    ['past the copy', { start: 0, end: text.length + 1 }, 'does not lie in the copy'],
    ['a fraction', { start: 0.5, end: 2 }, 'does not lie in the copy'],
    ['no number', { start: Number.NaN, end: 2 }, 'does not lie in the copy'],
    ['blank space', { start: text.length - 2, end: text.length }, 'Only blank space'],
    ['from half an emoji', { start: 3, end: 10 }, 'starts in the middle'],
    ['to half an emoji', { start: 0, end: 3 }, 'ends in the middle'],
    ['to a part of an emoji', { start: 0, end: 4 }, 'ends in the middle'],
    ['to a letter without its accent', { start: 8, end: 12 }, 'ends in the middle'],
  ])('is refused when it is %s', (_, marked, words) => {
    expect(rangeProblem(text, marked)).toContain(words);
  });

  it('is refused when it is too long, with the sizes', () => {
    const long = 'b'.repeat(QUOTE_LIMIT + 1);
    expect(rangeProblem(long, { start: 0, end: QUOTE_LIMIT })).toBeNull();
    expect(rangeProblem(long, { start: 0, end: QUOTE_LIMIT + 1 })).toContain(
      'has 2,001 characters; a claim may have 2,000',
    );
  });

  it('loses white space at its ends', () => {
    expect(trimRange(text, { start: 1, end: 8 })).toEqual({ start: 2, end: 7 });
    expect(trimRange(text, { start: text.length - 2, end: text.length })).toEqual({
      start: text.length - 2,
      end: text.length - 2,
    });
  });

  it.each([
    ['Kyiv fell', 1, 2, 'Kyiv'],
    ['they don’t know', 6, 7, 'don’t'],
    ['a Turkish-made one', 12, 13, 'Turkish-made'],
    ['rose 2.5 points', 6, 7, '2.5'],
    ['about 12,000 cars', 7, 8, '12,000'],
    ['at 2:30 a.m.', 4, 5, '2:30'],
    ['end. The', 1, 2, 'end'],
    ['“Kyiv”', 2, 3, 'Kyiv'],
    ['in Києві', 4, 5, 'Києві'],
    ['two words', 2, 5, 'two words'],
    ['cafe\u0301 noir', 1, 2, 'cafe\u0301'],
  ])('in “%s” grows to whole words', (copy, start, end, words) => {
    const grown = wordRange(copy, { start, end });
    expect(copy.slice(grown.start, grown.end)).toBe(words);
  });

  it('is described with what stands around it, never half a character', () => {
    const copy = `${'👍'.repeat(40)}x${'👍'.repeat(40)}`;
    expect(describeRange(copy, { start: 80, end: 81 })).toEqual({
      exact: 'x',
      prefix: '👍'.repeat(16),
      suffix: '👍'.repeat(16),
      start: 80,
      end: 81,
    });
    expect(describeRange(`a${copy}b`, { start: 81, end: 82 }).prefix.isWellFormed()).toBe(true);
    expect(describeRange(copy, { start: 79, end: 82 }).suffix.length).toBeLessThanOrEqual(
      CONTEXT_LENGTH,
    );
  });

  it('is counted in code points for others', () => {
    expect(toCodePoints('👍👍 yes', { start: 2, end: 6 })).toEqual({ start: 1, end: 4 });
    expect(fromCodePoints('👍👍 yes', { start: 1, end: 4 })).toEqual({ start: 2, end: 6 });
    expect(fromCodePoints('👍', { start: 0, end: 1 })).toEqual({ start: 0, end: 2 });
    expect(fromCodePoints('👍', { start: 0, end: 2 })).toBeNull();
    expect(fromCodePoints('👍', { start: -1, end: 1 })).toBeNull();
    expect(fromCodePoints('👍', { start: 1, end: 0 })).toBeNull();
    expect(fromCodePoints('👍', { start: 0, end: Number.NaN })).toBeNull();
  });
});

describe('new words', () => {
  it.each([
    ['stand in the copy', '18 of 24 members', true],
    ['stand before an apostrophe', 'council', true],
    ['are part of a number', '8 of 24', false],
    ['end inside a number', '18 of 2', false],
    ['are part of a word', 'mayo', false],
    ['are another spelling', '3 May', false],
    ['are blank', ' ', false],
    ['are empty', '', false],
  ])('%s: %s', (_, words, stand) => {
    expect(standsIn(COPY, words)).toBe(stand);
  });

  it('are looked for past a place where they do not stand as words', () => {
    expect(standsIn('18 of 24, then 8 of 24', '8 of 24')).toBe(true);
    expect(standsIn('costs 2.5 million', '2')).toBe(false);
    expect(standsIn('costs 12,000', '12')).toBe(false);
    expect(standsIn('costs 12, they said', '12')).toBe(true);
    expect(standsIn('首都基辅', '基辅')).toBe(true);
  });
});

describe('every copy', () => {
  it('gives each sentence and each part of it back where it stood', () => {
    fc.assert(
      fc.property(awkwardCopy, fc.nat(), fc.nat(), (copy, from, length) => {
        for (const { start, end } of findSentences(copy, findBlocks(copy))) {
          const first = start + (from % (end - start));
          const part = trimRange(copy, { start: first, end: first + 1 + (length % (end - first)) });
          for (const marked of [{ start, end }, part]) {
            if (rangeProblem(copy, marked) !== null) continue;
            const { exact, prefix, suffix } = describeRange(copy, marked);
            expect(locateQuote(copy, exact, marked.start)).toEqual({
              ok: true,
              range: marked,
              tolerant: false,
            });
            expect(copy.slice(marked.start - prefix.length, marked.end + suffix.length)).toBe(
              prefix + exact + suffix,
            );
            const found = locateQuote(copy, exact);
            expect(found.ok ? [found.range] : found.places).toContainEqual(marked);
            const points = toCodePoints(copy, marked);
            expect([...copy].slice(points.start, points.end).join('')).toBe(exact);
            expect(fromCodePoints(copy, points)).toEqual(marked);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives typed look-alikes the words of the copy', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        for (const marked of findSentences(copy, findBlocks(copy))) {
          const exact = copy.slice(marked.start, marked.end);
          const typed = exact
            .replace(/[‘’]/g, "'")
            .replace(/[“”]/g, '"')
            .replace(/[\u2010-\u2015]/g, '-')
            .replace(/…/g, '...')
            .replace(/\u00ad/g, '')
            .replace(/\s+/g, ' ');
          if (rangeProblem(copy, marked) !== null || typed === '') continue;
          const found = locateQuote(copy, typed, marked.start);
          const words = found.ok ? copy.slice(found.range.start, found.range.end) : '';
          // A sentence may begin or end with a soft hyphen, which belongs to no words.
          if (/^\u00ad|\u00ad$/.test(exact)) continue;
          expect(words).toBe(exact);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has ranges that grow to words without leaving the copy, and never shrink', () => {
    fc.assert(
      fc.property(awkwardCopy, fc.nat(), fc.nat(), (copy, a, b) => {
        fc.pre(copy.length > 0);
        const [start, end] = [a % copy.length, b % (copy.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const grown = wordRange(copy, { start, end });
        expect(grown.start).toBeLessThanOrEqual(start);
        expect(grown.end).toBeGreaterThanOrEqual(end);
        expect(wordRange(copy, grown)).toEqual(grown);
        expect(copy.slice(grown.start, grown.end).isWellFormed()).toBe(true);
      }),
    );
  });

  it('is searched in time that grows with its length', () => {
    const long = 'The council voted on Tuesday to close the old bridge. '.repeat(20_000);
    expect(locateQuote(long, 'The council “voted” on Monday')).toMatchObject({
      problem: 'not-found',
    });
    expect(
      refuseQuote(long, findBlocks(long), 'The council voted on Monday', {
        problem: 'not-found',
        places: [],
      }),
    ).toContain('nearest');
    const accents = `e${'\u0301'.repeat(100_000)} end`;
    expect(rangeProblem(accents, { start: 0, end: 1_000 })).toContain('middle');
    expect(locateQuote(accents, ' end')).toMatchObject({ ok: true });
  });
});

const golden = new URL('../../../shared/articles/golden.json', import.meta.url);

describe('the three articles marked by a reader', () => {
  it('have all their quotes at their exact place, no-break spaces included', ({ skip }) => {
    if (!existsSync(golden)) skip('skipped: no ../shared');
    const { claims } = JSON.parse(readFileSync(golden, 'utf8')) as {
      claims: { article: string; exact: string; start: number; end: number; prefix: string }[];
    };
    expect(claims).toHaveLength(85);
    for (const { article, exact, start, end } of claims) {
      const copy = readFileSync(new URL(article, golden), 'utf8');
      expect(locateQuote(copy, exact, start)).toEqual({
        ok: true,
        range: { start, end },
        tolerant: false,
      });
      expect(rangeProblem(copy, { start, end })).toBeNull();
      const blocks = findBlocks(copy);
      expect(
        blocks.some((block) => block.start <= start && end <= block.end && !block.excluded),
      ).toBe(true);
      const typed = locateQuote(copy, exact.replaceAll('\u00a0', ' '), start);
      expect(typed).toMatchObject({ ok: true, range: { start, end } });
    }
  });
});
