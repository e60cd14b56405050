import { isSpace } from './copy-lines';

/**
 * Text with what typing and copying change made alike, and where each of its UTF-16 units comes from: `from[i]` is
 * the offset in the original of unit `i`. A run of white space is one space and stands at the run's start.
 */
export type LooseText = { text: string; from: Uint32Array };

/** Quotes straight, dashes and special hyphens `-`, the ellipsis `...`, white space one space, soft hyphens gone. */
export function loosen(original: string, options: { ignoreCase: boolean }): LooseText {
  const units = new Uint16Array(original.length * 3);
  const from = new Uint32Array(original.length * 3);
  let length = 0;
  const put = (unit: number, at: number) => {
    units[length] = unit;
    from[length] = at;
    length++;
  };
  let inSpace = false;
  for (let at = 0; at < original.length; at++) {
    const unit = original.charCodeAt(at);
    if (isDropped(unit)) continue;
    if (isSpace(unit)) {
      if (!inSpace) put(SPACE, at);
      inSpace = true;
      continue;
    }
    inSpace = false;
    if (unit === ELLIPSIS) {
      put(STOP, at);
      put(STOP, at);
      put(STOP, at);
    } else {
      const alike = likeness(unit);
      put(options.ignoreCase ? lowered(alike) : alike, at);
    }
  }
  return { text: decoded(units.subarray(0, length)), from: from.subarray(0, length) };
}

/** Where these words stand in the loosened text, as ranges of the original; `limit` bounds the search. */
export function loosePlaces(
  { text, from }: LooseText,
  words: string,
  limit: number,
): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  if (words === '') return places;
  let at = text.indexOf(words);
  while (at >= 0 && places.length < limit) {
    const after = at + words.length;
    const first = from[at];
    const last = from[after - 1];
    // One ellipsis is three stops here: a match may not begin or end inside it.
    const isWhole = (at === 0 || from[at - 1] !== first) && (from[after] ?? -1) !== last;
    if (first !== undefined && last !== undefined && isWhole) {
      places.push({ start: first, end: last + 1 });
    }
    at = text.indexOf(words, at + 1);
  }
  return places;
}

const SPACE = 0x20;
const STOP = 0x2e;
const HYPHEN = 0x2d;
const ELLIPSIS = 0x2026;

/** Soft hyphen, zero-width space, word joiner: what pages and word processors leave between letters. */
const isDropped = (unit: number): boolean => unit === 0xad || unit === 0x200b || unit === 0x2060;

function likeness(unit: number): number {
  if (unit < 0x80) return unit === 0x60 ? 0x27 : unit;
  if (unit >= 0x2010 && unit <= 0x2015) return HYPHEN;
  if (unit === 0x2212) return HYPHEN;
  if ((unit >= 0x2018 && unit <= 0x201b) || unit === 0x2032 || unit === 0xb4) return 0x27;
  if ((unit >= 0x201c && unit <= 0x201f) || unit === 0x2033) return 0x22;
  return unit;
}

function lowered(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

function decoded(units: Uint16Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < units.length; at += 8192) {
    chunks.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  }
  return chunks.join('');
}
