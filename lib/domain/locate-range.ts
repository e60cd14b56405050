import { isCharacterEdge } from './character-edges';
import { locateQuote, type RangeDescription, type TextRange } from './text-anchor';

export type LocatedRange =
  /** The words, and as much as could be asked for of what stood around them. */
  | { ok: true; range: TextRange }
  /** `places`: all that fit equally well, 1,000 at most; none when the words stand nowhere. */
  | { ok: false; places: TextRange[] };

/**
 * Where the words that `describeRange` described stand in the copy: at their position, when they and all around them
 * stand there; else where they stand with most of what stood around them; else, standing once, where they do. Unlike
 * W3C's TextPositionSelector a position alone never settles it, since words of one copy may stand by chance at the same
 * offset of another.
 */
export function locateRange(copy: string, description: RangeDescription): LocatedRange {
  const { start, end, exact, prefix, suffix } = description;
  if (exact === '') return { ok: false, places: [] };
  const isThere =
    start >= 0 &&
    end === start + exact.length &&
    copy.startsWith(exact, start) &&
    start >= prefix.length &&
    copy.startsWith(prefix, start - prefix.length) &&
    copy.startsWith(suffix, end);
  if (isThere) return { ok: true, range: { start, end } };
  const places = exactPlaces(copy, exact);
  if (places.length === 0) {
    const quote = locateQuote(copy, exact);
    return quote.ok ? { ok: true, range: quote.range } : { ok: false, places: quote.places };
  }
  let most = -1;
  let best: TextRange[] = [];
  for (const place of places) {
    const around =
      sharedEnd(copy.slice(Math.max(0, place.start - prefix.length), place.start), prefix) +
      sharedStart(copy.slice(place.end, place.end + suffix.length), suffix);
    if (around > most) {
      most = around;
      best = [place];
    } else if (around === most) {
      best.push(place);
    }
  }
  const [only] = best;
  return only !== undefined && best.length === 1
    ? { ok: true, range: only }
    : { ok: false, places: best };
}

const MOST_PLACES = 1_000;

function exactPlaces(copy: string, exact: string): TextRange[] {
  const places: TextRange[] = [];
  let start = copy.indexOf(exact);
  while (start >= 0 && places.length < MOST_PLACES) {
    const end = start + exact.length;
    if (isCharacterEdge(copy, start) && isCharacterEdge(copy, end)) places.push({ start, end });
    start = copy.indexOf(exact, start + 1);
  }
  return places;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one[length] === other[length]) length++;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (
    length < one.length &&
    length < other.length &&
    one.at(-1 - length) === other.at(-1 - length)
  ) {
    length++;
  }
  return length;
}
