import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlocks } from './blocks';
import { type Reanchored, reanchor } from './reanchor';
import { findSentences } from './sentences';
import { wordRange } from './text-anchor';

/** One claim, its words between ⟦ and ⟧ in the old copy. */
function one(marked: string, after: string, language = 'en'): Reanchored {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const copy = marked.replace(/[⟦⟧]/g, '');
  const [result] = reanchor({
    before: { copy },
    after: { copy: after },
    language,
    anchors: [{ id: 'C-001', start, end, exact: copy.slice(start, end) }],
  });
  if (result === undefined) throw new Error('The claim did not come back.');
  return result;
}

describe('a claim in a new version', () => {
  it('loses its verdict when “12 of 15” becomes “12 out of 16”', () => {
    const result = one('They downed ⟦12 of 15⟧ drones.', 'They downed 12 out of 16 drones.');
    expect(result).toMatchObject({
      state: 'CHANGED',
      verdictStands: false,
      reason: 'The words changed: “12 of 15” became “12 out of 16”.',
      to: { exact: '12 out of 16', prefix: 'They downed ', suffix: ' drones.' },
    });
  });

  it('keeps it, attached, when a comma moves elsewhere', () => {
    const after = 'They downed 12 of 15 drones. By noon, the sky was clear.';
    const result = one('They downed ⟦12 of 15⟧ drones. By noon the sky was clear.', after);
    expect(result).toMatchObject({ state: 'ATTACHED', verdictStands: true, candidates: [] });
  });

  it('has moved when text came before it', () => {
    const result = one('⟦It sank⟧ at dawn.', 'The sea was calm.\n\nIt sank at dawn.');
    expect(result).toMatchObject({
      state: 'MOVED',
      verdictStands: true,
      to: { start: 19, end: 26, exact: 'It sank' },
      reason: 'The same words stand further down.',
    });
  });

  it.each([
    [
      'at least 30 sheep',
      '30 sheep',
      'a qualifier changed in their sentence: “at least” was dropped',
    ],
    [
      '30 sheep on 4 May',
      '30 sheep on 5 May',
      'a figure changed in their sentence: “4” became “5”',
    ],
    [
      '30 sheep, police said',
      '30 sheep',
      'who says so changed in their sentence: “, police said” was dropped',
    ],
    [
      '30 sheep',
      '30 sheep, but not in Kells',
      'a negation changed in their sentence: “, but not in Kells” was added',
    ],
  ])('says what changed beside it: %s, %s', (before, after, reason) => {
    const result = one(`⟦The fire killed⟧ ${before}.`, `The fire killed ${after}.`);
    expect(result.state).toBe('CHANGED');
    expect(result.to?.exact).toBe('The fire killed');
    expect(result.reason).toBe(`The words stand, but ${reason}.`);
  });

  it('is lost when it was cut, and says where the same words stand in another sentence', () => {
    const after = 'Rain fell on Hull. The gate was open.\n\nNobody came to the yard on Sunday.';
    expect(one(`${after} ⟦The bell weighs 70 kilos⟧.`, after)).toMatchObject({
      state: 'LOST',
      to: null,
    });
    const twice = one(
      'A dog barked all night. ⟦The gate was open⟧. The guard slept.\n\nRain fell on Hull. The gate was open.\n\nNobody came to the yard on Sunday.',
      after,
    );
    expect(twice).toMatchObject({ state: 'LOST', candidates: [{ start: 19, end: 36 }] });
  });

  it('is told of in sentences that end once', () => {
    const result = one('⟦The dam broke at dawn.⟧', 'At dawn, the dam broke.');
    expect(result.reason).toBe(
      'The words changed: “The dam broke at dawn.” became “At dawn, the dam broke.”',
    );
  });

  it('is ambiguous between places that nothing tells apart', () => {
    const result = one(
      'Rain fell. ⟦Two men drowned⟧.',
      'Two men drowned. The sun rose. Two men drowned.',
    );
    expect(result).toMatchObject({
      state: 'AMBIGUOUS',
      to: null,
      verdictStands: false,
      candidates: [
        { start: 0, end: 15 },
        { start: 31, end: 46 },
      ],
    });
  });

  it('must stand in the old version as it says', () => {
    const input = { before: { copy: 'It sank.' }, after: { copy: '' }, language: 'en' };
    expect(() =>
      reanchor({ ...input, anchors: [{ id: 'C-001', start: 0, end: 7, exact: 'It sunk' }] }),
    ).toThrow('C-001');
  });
});

const word = fc.constantFrom(
  'the',
  'Hull',
  'ferry',
  'sank',
  'not',
  '12',
  '15,000',
  'of',
  'said',
  'police',
  'at',
  'least',
  '“',
  '”',
  ',',
  '–',
  'Київ',
  '🚢',
  'يوم',
  '東',
  'don’t',
  'e\u0301',
  '5\u00a0km',
  'quickly',
);
const sentence = fc
  .array(word, { minLength: 3, maxLength: 14 })
  .map((words) => `So ${words.join(' ')} it went.`);
const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});
const copyOf = (story: readonly (readonly string[])[]) =>
  story.map((each) => each.join(' ')).join('\n\n');

/** A claim for every sentence, and one for a part of it. */
function claimsOf(copy: string): { id: string; start: number; end: number; exact: string }[] {
  return findSentences(copy, findBlocks(copy)).flatMap(({ start, end }, at) => {
    const part = wordRange(copy, { start: start + Math.floor((end - start) / 3), end: end - 4 });
    return [
      { id: `whole ${at}`, start, end, exact: copy.slice(start, end) },
      { id: `part ${at}`, ...part, exact: copy.slice(part.start, part.end) },
    ];
  });
}

describe('whatever the copy', () => {
  it('every claim stays attached where nothing changed', () => {
    fc.assert(
      fc.property(paragraphs, (story) => {
        const copy = copyOf(story);
        const results = reanchor({
          before: { copy },
          after: { copy },
          language: 'en',
          anchors: claimsOf(copy),
        });
        for (const result of results) {
          expect(result).toMatchObject({ state: 'ATTACHED', verdictStands: true });
        }
      }),
    );
  });

  it('the words are always where the result says, and only the same words keep a verdict', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.boolean(), (story, other, isMixed) => {
        const before = copyOf(story);
        const after = copyOf(isMixed ? [...other.slice(0, 2), ...story.toReversed()] : other);
        const anchors = claimsOf(before);
        const results = reanchor({
          before: { copy: before },
          after: { copy: after },
          language: 'en',
          anchors,
        });
        expect(results.map(({ id }) => id)).toEqual(anchors.map(({ id }) => id));
        for (const [at, { to, state, candidates, verdictStands }] of results.entries()) {
          expect(to === null).toBe(state === 'AMBIGUOUS' || state === 'LOST');
          if (to !== null) expect(after.slice(to.start, to.end)).toBe(to.exact);
          if (verdictStands) expect(to?.exact).toBe(anchors[at]?.exact);
          expect(verdictStands).toBe(state === 'ATTACHED' || state === 'MOVED');
          if (state === 'ATTACHED') expect(to?.start).toBe(anchors[at]?.start);
          if (state === 'AMBIGUOUS') expect(candidates.length).toBeGreaterThan(0);
          for (const { start, end } of candidates) {
            expect(after.slice(start, end).trim()).not.toBe('');
          }
        }
      }),
    );
  });

  it('edits in other sentences cost no verdict', () => {
    const fixed =
      'On 4 May the harbour master in Lerwick, a former diver, said that 12 of 15 boats had left.';
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.nat(), fc.nat(), (story, other, from, to) => {
        const withClaim = (base: readonly (readonly string[])[], at: number) =>
          copyOf(base.map((each, index) => (index === at % base.length ? [...each, fixed] : each)));
        const before = withClaim(story, from);
        const after = withClaim(other, to);
        const start = before.indexOf('12 of 15 boats');
        const [result] = reanchor({
          before: { copy: before },
          after: { copy: after },
          language: 'en',
          anchors: [{ id: 'C-001', start, end: start + 14, exact: '12 of 15 boats' }],
        });
        expect(result).toMatchObject({
          verdictStands: true,
          to: { start: after.indexOf('12 of 15 boats') },
        });
      }),
    );
  });
});
