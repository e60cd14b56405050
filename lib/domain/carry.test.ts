import { describe, expect, it } from 'vitest';
import { carryRanges } from './carry-ranges';
import { type CarriedChange, carrySuggestions } from './carry-suggestions';
import { carryVersion } from './carry-version';
import { reanchor } from './reanchor';

/** The old copy with what stands between ⟦ and ⟧ as the range. */
function marked(copy: string) {
  const start = copy.indexOf('⟦');
  const end = copy.indexOf('⟧') - 1;
  return { copy: copy.replace(/[⟦⟧]/g, ''), range: { start, end } };
}

function carriedRange(before: string, after: string): string | null {
  const { copy, range } = marked(before);
  const [to] = carryRanges({
    before: { copy },
    after: { copy: after },
    language: 'en',
    ranges: [range],
  });
  return to === null || to === undefined ? null : after.slice(to.start, to.end);
}

describe('a sentence that was set aside', () => {
  it.each([
    ['⟦What a mess.⟧ It sank.', 'It sank. What a mess. Nobody spoke.', 'What a mess.'],
    ['⟦What a mess.⟧\n\nIt sank at nine.', 'What a mess.\n\nIt sank at ten.', 'What a mess.'],
    ['It sank. What ⟦a mess⟧. He left.', 'It rose. What a mess. He left.', 'a mess'],
  ])('stays so where it stands unchanged: %s', (before, after, words) => {
    expect(carriedRange(before, after)).toBe(words);
  });

  it.each([
    ['a word of it changed', '⟦What a mess.⟧ It sank.', 'What a fine mess. It sank.'],
    ['it became part of another', '⟦What a mess.⟧ It sank.', 'What a mess: it sank.'],
    ['its marks were restyled', '⟦“What a mess.”⟧ It sank.', '"What a mess." It sank.'],
    ['it is gone', '⟦What a mess.⟧ It sank.', 'It sank.'],
    ['it stands twice now', 'Rain. ⟦What a mess.⟧ Wind.', 'What a mess. Sun. What a mess.'],
  ])('is looked at again when %s', (_, before, after) => {
    expect(carriedRange(before, after)).toBeNull();
  });
});

function carriedChange(
  before: string,
  asked: string,
  after: string,
): CarriedChange & { words?: string } {
  const { copy, range } = marked(before);
  const [carried] = carrySuggestions({
    before: { copy },
    after: { copy: after },
    language: 'en',
    changes: [{ ...range, before: copy.slice(range.start, range.end), after: asked }],
  });
  if (carried === undefined) throw new Error('The change did not come back.');
  return carried.state === 'LOST'
    ? carried
    : { ...carried, words: after.slice(carried.to.start, carried.to.end) };
}

describe('a change asked for', () => {
  it.each([
    [
      'nothing happened',
      'They downed ⟦12 of 15⟧ drones.',
      '12 of 16',
      'They downed 12 of 15 drones.',
      '12 of 15',
    ],
    [
      'text came before it',
      'They downed ⟦12⟧ drones.',
      '13',
      'Rain fell. They downed 12 drones.',
      '12',
    ],
    [
      'the new words are part of the old',
      'They downed ⟦at least 12⟧ drones.',
      '12',
      'They downed at least 12 drones.',
      'at least 12',
    ],
    [
      'the sentence around it changed',
      'They downed ⟦12⟧ drones at dawn.',
      '13',
      'The crews downed 12 drones at dusk.',
      '12',
    ],
    [
      'the new words stand elsewhere',
      'They downed ⟦12⟧ drones. Of 13 crews, two slept.',
      '13',
      'They downed 12 drones. Of 13 crews, one slept.',
      '12',
    ],
  ])('is still open when %s', (_, before, asked, after, words) => {
    expect(carriedChange(before, asked, after)).toMatchObject({ state: 'OPEN', words });
  });

  it.each([
    [
      'it was taken over',
      'They downed ⟦12 of 15⟧ drones.',
      '12 out of 16',
      'They downed 12 out of 16 drones.',
      '12 out of 16',
    ],
    [
      'the new words hold the old',
      'They downed ⟦12⟧ drones.',
      'at least 12',
      'They downed at least 12 drones.',
      'at least 12',
    ],
    [
      'the old words hold the new',
      'They downed ⟦at least 12⟧ drones.',
      '12',
      'They downed 12 drones.',
      '12',
    ],
    [
      'other words beside it changed too',
      'They downed ⟦12⟧ drones at dawn.',
      '13',
      'Rain fell. They shot down 13 drones at dusk.',
      '13',
    ],
    ['words were cut as asked', 'They ⟦only ⟧downed 12 drones.', '', 'They downed 12 drones.', ''],
    [
      'a whole sentence was cut',
      'Rain fell. ⟦They slept.⟧ Wind rose.',
      '',
      'Rain fell. Wind rose.',
      '',
    ],
  ])('is done when %s', (_, before, asked, after, words) => {
    expect(carriedChange(before, asked, after)).toMatchObject({ state: 'DONE', words });
  });

  it.each([
    [
      'something else stands in place of old words that hold the new',
      'They downed ⟦at least 12⟧ drones.',
      '12',
      'They downed at most 12 drones.',
    ],
    ['something else stands there', 'They downed ⟦12⟧ drones.', '13', 'They downed 14 drones.'],
    ['the paragraph is gone', 'Rain fell.\n\nThey downed ⟦12⟧ drones.', '13', 'Rain fell.'],
    [
      'the words stand at several places',
      'Rain fell. ⟦Two men drowned⟧.',
      'Two men died',
      'Two men drowned. Sun. Two men drowned.',
    ],
  ])('is lost when %s', (_, before, asked, after) => {
    const carried = carriedChange(before, asked, after);
    expect(carried.state).toBe('LOST');
    expect(carried.state === 'LOST' && carried.reason).toMatch(/^[A-Z].*\.$/);
  });
});

describe('a version', () => {
  it('is carried over in one as in three', () => {
    const before = { copy: 'They downed 12 of 15 drones. What a mess. It sank.' };
    const after = { copy: 'They downed 12 of 16 drones. What a mess. It sank.' };
    const input = { before, after, language: 'en' };
    const anchors = [{ id: 'C-001', start: 12, end: 20, exact: '12 of 15' }];
    const ranges = [{ start: 29, end: 41 }];
    const changes = [{ start: 12, end: 20, before: '12 of 15', after: '12 of 16' }];
    expect(carryVersion({ ...input, anchors, ranges, changes })).toEqual({
      anchors: reanchor({ ...input, anchors }),
      ranges: carryRanges({ ...input, ranges }),
      changes: carrySuggestions({ ...input, changes }),
    });
  });
});
