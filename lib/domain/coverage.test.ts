import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import { findBlocks } from './blocks';
import { checkableCopy, coverageOf, restToSetAside, unlookedPlaces } from './coverage';
import type { SetAsideReason } from './vocabulary';

const COPY = `Council closes bridge

The council voted on Tuesday. Three piers lean. “Nobody will pay,” the mayor said. It was a grey morning.

***!!

Advertisement

Photo: The bridge.`;

const place = (copy: string, words: string) => {
  const start = copy.indexOf(words);
  if (start < 0) throw new Error(`“${words}” does not stand in the copy.`);
  return { start, end: start + words.length };
};

const cover = (
  claims: string[],
  asides: [words: string, reason?: SetAsideReason][] = [],
  copy = COPY,
) => {
  const coverage = coverageOf(
    checkableCopy(copy, findBlocks(copy)),
    claims.map((words) => place(copy, words)),
    asides.map(([words, reason = 'OPINION'], at) => ({
      ...place(copy, words),
      reason,
      id: `${at}`,
    })),
  );
  return {
    ...coverage,
    words: ({ start, end }: { start: number; end: number }) => copy.slice(start, end),
  };
};

const inState = (state: string, ...given: Parameters<typeof cover>) => {
  const { sentences, words } = cover(...given);
  return sentences.filter((sentence) => sentence.state === state).map(words);
};
const claimed = (...given: Parameters<typeof cover>) => inState('CLAIMED', ...given);
const aside = (...given: Parameters<typeof cover>) => inState('SET_ASIDE', ...given);

describe('what counts as looked at', () => {
  it('counts headline, body and captions, not page furniture nor signs without words', () => {
    const { sentences, words, blocks, ...share } = cover([]);
    expect(share).toEqual({ counted: 6, claimed: 0, setAside: 0, unlooked: 6, percent: 0 });
    expect(sentences.map(words)).toEqual([
      'Council closes bridge',
      'The council voted on Tuesday.',
      'Three piers lean.',
      '“Nobody will pay,” the mayor said.',
      'It was a grey morning.',
      'Photo: The bridge.',
    ]);
    const excluded = findBlocks(COPY).flatMap((block, at) => (block.excluded ? [blocks[at]] : []));
    expect(excluded).toEqual([null]);
  });

  it.each<[title: string, claims: string[], sentences: string[]]>([
    ['a sentence without things by any word', ['grey'], ['It was a grey morning.']],
    ['a sentence with a figure by a claim that holds the figure', ['Three'], ['Three piers lean.']],
    ['not by a claim that leaves the figure out', ['piers lean'], []],
    ['not by a claim that leaves the date out', ['The council voted'], []],
    [
      'by two claims that share its things',
      ['“Nobody will', 'pay,”'],
      ['“Nobody will pay,” the mayor said.'],
    ],
    [
      'by the words of a quote without its marks',
      ['Nobody will pay'],
      ['“Nobody will pay,” the mayor said.'],
    ],
    ['not by half of a quote', ['Nobody will'], []],
    [
      'by one claim over two sentences',
      ['Tuesday. Three'],
      ['The council voted on Tuesday.', 'Three piers lean.'],
    ],
    ['the next sentence not by its opening mark', ['Three piers lean. “'], ['Three piers lean.']],
  ])('claims %s', (_title, claims, sentences) => {
    expect(claimed(claims)).toEqual(sentences);
  });

  it.each<[title: string, asides: string[], sentences: string[]]>([
    ['a sentence as a whole', ['It was a grey morning.'], ['It was a grey morning.']],
    ['without its stop', ['It was a grey morning'], ['It was a grey morning.']],
    ['not by a part of its words', ['grey morning'], []],
    ['not by its figure alone, which leaves what is said of it', ['Three'], []],
    ['in two parts', ['Three piers', 'lean.'], ['Three piers lean.']],
  ])('sets aside %s', (_title, asides, sentences) => {
    expect(
      aside(
        [],
        asides.map((words) => [words]),
      ),
    ).toEqual(sentences);
  });

  it('is claimed when a claim holds a word and the rest of the things are set aside', () => {
    expect(claimed(['council voted'], [['Tuesday']])).toEqual(['The council voted on Tuesday.']);
  });

  it('puts a claim before words set aside at the same place', () => {
    const both = cover(['Three piers lean'], [['Three piers lean.']]);
    expect([both.claimed, both.setAside]).toEqual([1, 0]);
    const { sentences } = cover(['piers'], [['Three piers lean.', 'SCENE']]);
    const sentence = sentences.find(({ hasClaim }) => hasClaim);
    expect(sentence).toMatchObject({ state: 'CLAIMED', reason: null });
    expect(sentence?.things).toMatchObject([{ state: 'SET_ASIDE', reason: 'SCENE' }]);
  });

  it('gives the reason that was given last', () => {
    const { sentences } = cover(
      [],
      [
        ['It was a grey morning.', 'SCENE'],
        ['It was a grey morning.', 'ON_AUTHOR'],
      ],
    );
    expect(sentences.find(({ state }) => state === 'SET_ASIDE')?.reason).toBe('ON_AUTHOR');
  });

  it('is whole per cent, 100 only when all is looked at', () => {
    const lines = Array.from({ length: 300 }, (_, at) => `Pier ${at} leans today.`);
    const copy = lines.join('\n\n');
    expect(cover(lines.slice(1), [], copy).percent).toBe(99);
    expect(cover(lines.slice(0, 1), [], copy).percent).toBe(1);
    expect(cover(lines, [], copy).percent).toBe(100);
    expect(cover(lines.slice(1), [['Pier 0 leans today.']], copy).percent).toBe(100);
    expect(cover([], [], '').percent).toBeNull();
    expect(cover([], [], 'Advertisement').percent).toBeNull();
  });

  it('tells each block’s own share', () => {
    const { blocks } = cover(['Three piers'], [['It was a grey morning.']]);
    expect(blocks[1]).toEqual({ counted: 4, claimed: 1, setAside: 1, unlooked: 2, percent: 50 });
  });
});

describe('what is left', () => {
  const left = (...given: Parameters<typeof cover>) => {
    const coverage = cover(...given);
    return unlookedPlaces(coverage).map(({ kind, ...range }) => `${kind} ${coverage.words(range)}`);
  };

  it('is each thing, and each sentence that has none', () => {
    expect(left([])).toEqual([
      'SENTENCE Council closes bridge',
      'DATE Tuesday',
      'NUMBER Three',
      'QUOTE “Nobody will pay,”',
      'SENTENCE It was a grey morning.',
      'SENTENCE Photo: The bridge.',
    ]);
  });

  it('is the sentence when its things are set aside and nothing is said about what it says', () => {
    expect(left(['Council', 'Tuesday', 'grey', 'Photo', 'Nobody will pay'], [['Three']])).toEqual([
      'SENTENCE Three piers lean.',
    ]);
  });

  it('takes a quote for all that it holds', () => {
    expect(left([], [], 'He said “18 of 24 came down in Odesa”.')).toEqual([
      'QUOTE “18 of 24 came down in Odesa”',
    ]);
  });

  it('of a paragraph, set aside, is whole sentences and the things beside claims', () => {
    const coverage = cover(['council voted', 'Three piers']);
    const rest = restToSetAside(coverage, 1);
    expect(rest.map(coverage.words)).toEqual([
      'Tuesday',
      '“Nobody will pay,” the mayor said.',
      'It was a grey morning.',
    ]);
    const after = coverageOf(
      checkableCopy(COPY, findBlocks(COPY)),
      [place(COPY, 'council voted'), place(COPY, 'Three piers')],
      rest.map((range, at) => ({ ...range, id: `${at}`, reason: 'SCENE' as const })),
    );
    expect(after.blocks[1]?.percent).toBe(100);
    expect(restToSetAside(after, 1)).toEqual([]);
  });
});

describe('coverage of any copy', () => {
  const someRanges = fc
    .array(fc.tuple(fc.nat(400), fc.integer({ min: -3, max: 80 })), { maxLength: 20 })
    .map((list) => list.map(([start, length]) => ({ start, end: start + length })));
  const asMarks = (ranges: readonly { start: number; end: number }[]) =>
    ranges.map((range, at) => ({ ...range, id: `${at}`, reason: 'OPINION' as const }));
  const ORDER = ['UNLOOKED', 'SET_ASIDE', 'CLAIMED'];

  it('does not depend on the order of the claims, and is all with a claim on everything', () => {
    fc.assert(
      fc.property(awkwardCopy, someRanges, (copy, ranges) => {
        const checkable = checkableCopy(copy, findBlocks(copy));
        const coverage = coverageOf(checkable, ranges);
        expect(coverageOf(checkable, ranges.toReversed())).toEqual(coverage);
        const everything = { start: 0, end: copy.length };
        for (const all of [
          coverageOf(checkable, [everything]),
          coverageOf(checkable, [], asMarks([everything])),
          coverageOf(checkable, ranges, asMarks(restToSetAside(coverage, null))),
        ]) {
          expect(all.percent).toBe(all.counted === 0 ? null : 100);
          expect(unlookedPlaces(all)).toEqual([]);
        }
      }),
    );
  });

  it('only grows with more claims and more set aside; a claim never takes from another', () => {
    fc.assert(
      fc.property(awkwardCopy, someRanges, someRanges, someRanges, (copy, claims, asides, more) => {
        const checkable = checkableCopy(copy, findBlocks(copy));
        const before = coverageOf(checkable, claims, asMarks(asides));
        for (const after of [
          coverageOf(checkable, [...claims, ...more], asMarks(asides)),
          coverageOf(checkable, claims, asMarks([...asides, ...more])),
        ]) {
          expect(after.percent ?? 0).toBeGreaterThanOrEqual(before.percent ?? 0);
          for (const [at, sentence] of before.sentences.entries()) {
            const now = after.sentences[at];
            expect(ORDER.indexOf(now?.state ?? '')).toBeGreaterThanOrEqual(
              ORDER.indexOf(sentence.state),
            );
            for (const [of, thing] of sentence.things.entries())
              expect(ORDER.indexOf(now?.things[of]?.state ?? '')).toBeGreaterThanOrEqual(
                ORDER.indexOf(thing.state),
              );
          }
        }
      }),
    );
  });
});
