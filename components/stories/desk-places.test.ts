import { describe, expect, it } from 'vitest';
import { findBlocks } from '@/lib/domain/blocks';
import { checkableCopy, coverageOf, unlookedPlaces } from '@/lib/domain/coverage';
import { nextPlace, placeWords } from './desk-places';
import type { CopyText } from './desk-text';

const copy = 'Rain in Odesa\n\nIt was grey. On Monday 15 drones came.';
const blocks = findBlocks(copy);
const places = unlookedPlaces(coverageOf(checkableCopy(copy, blocks), []));

const walk = (by: 1 | -1, from: { start: number; end: number }) => {
  const place = nextPlace(places, from, by);
  return place && copy.slice(place.start, place.end);
};
const at = (words: string) => ({
  start: copy.indexOf(words),
  end: copy.indexOf(words) + words.length,
});

describe('walking what is left to look at', () => {
  it.each<[from: string, next: string, before: string]>([
    ['Rain', 'Odesa', '15'],
    ['Odesa', 'It was grey.', '15'],
    ['It was grey.', 'Monday', 'Odesa'],
    ['On', 'Monday', 'It was grey.'],
    ['15', 'Odesa', 'Monday'],
    ['On Monday 15 drones came.', 'Odesa', 'It was grey.'],
  ])('from “%s” to “%s”, or back to “%s”', (from, next, before) => {
    expect(walk(1, at(from))).toBe(next);
    expect(walk(-1, at(from))).toBe(before);
  });

  it('ends where nothing is left', () => {
    expect(nextPlace([], { start: 0, end: 0 }, 1)).toBeNull();
    expect(nextPlace([], { start: 0, end: 0 }, -1)).toBeNull();
  });

  it('says what it is, where, and how much is left', () => {
    const text: CopyText = {
      copy,
      language: 'en',
      blocks: [
        { kind: 'HEADLINE', start: 0, end: 13, excluded: false, label: 'Headline', percent: 0 },
        { kind: 'BODY', start: 15, end: copy.length, excluded: false, label: '¶ 1', percent: 0 },
      ],
      sentences: [],
      percent: 0,
      packedPlaces: [],
      asides: [],
    };
    const said = places.map((place) => placeWords(text, places, place));
    expect(said).toEqual([
      'Name: Odesa. Headline, 1 of 4 left.',
      'Sentence: It was grey. ¶ 1, 2 of 4 left.',
      'Date: Monday. ¶ 1, 3 of 4 left.',
      'Figure: 15. ¶ 1, 4 of 4 left.',
    ]);
  });
});
