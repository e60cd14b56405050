import { type RefObject, useEffect, useMemo } from 'react';
import type { UnlookedPlace } from '@/lib/domain/coverage';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { View } from './desk-context';
import { pageRanges, paint } from './desk-offsets';
import { type CopyText, unpackPlaces } from './desk-text';

/** What is left to look at; the coverage view draws it, and what is set aside, over the copy. */
export function useUnlookedPlaces(
  article: RefObject<HTMLElement | null>,
  text: CopyText,
  view: View,
): readonly UnlookedPlace[] {
  const places = useMemo(() => unpackPlaces(text), [text]);

  // Drawn by the browser over the text: thousands of elements in a long story would make every view slow.
  useEffect(() => {
    const element = article.current;
    if (view !== 'coverage' || element === null) return;
    const things = places.filter(({ kind }) => kind !== 'SENTENCE');
    paint('stet-unlooked', pageRanges(element, things));
    paint('stet-aside', pageRanges(element, text.asides));
    return () => {
      paint('stet-unlooked', []);
      paint('stet-aside', []);
    };
  }, [article, view, text, places]);

  return places;
}

/** The next place after this stretch, or the one before it; from either end on from the other. Null: nothing is left. */
export function nextPlace(
  places: readonly UnlookedPlace[],
  from: TextRange,
  by: 1 | -1,
): UnlookedPlace | null {
  const next =
    by === 1
      ? (places.find(({ start }) => start >= from.end) ?? places[0])
      : (places.findLast(({ start }) => start < from.start) ?? places.at(-1));
  return next ?? null;
}

/** The place as it is read aloud: "Figure: 18 of 24. ¶ 3, 5 of 40 left." */
export function placeWords(
  { copy, blocks }: CopyText,
  places: readonly UnlookedPlace[],
  place: UnlookedPlace,
): string {
  const words = copy.slice(place.start, place.end);
  const where = blocks[place.block]?.label ?? 'Text';
  const stop = /[.!?…]$/u.test(words) ? '' : '.';
  return `${KIND_WORDS[place.kind]}: ${words}${stop} ${where}, ${places.indexOf(place) + 1} of ${places.length} left.`;
}

const KIND_WORDS: Readonly<Record<UnlookedPlace['kind'], string>> = {
  NUMBER: 'Figure',
  NAME: 'Name',
  QUOTE: 'Quote',
  DATE: 'Date',
  SENTENCE: 'Sentence',
};
