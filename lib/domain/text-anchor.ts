import { type Block, blockIndexAt, blockLabels } from './blocks';
import { characterAt, cutsCompound, cutsWord, isCharacterEdge } from './character-edges';
import { isSpace } from './copy-lines';
import { nearestWords } from './look-alike';
import { loosen, loosePlaces } from './loose-text';

/** A stretch of the copy: UTF-16 offsets, start included, end not. */
export type TextRange = { start: number; end: number };

/** What finds a range again: W3C's TextQuoteSelector and TextPositionSelector in one. */
export type RangeDescription = TextRange & { exact: string; prefix: string; suffix: string };

export type QuoteProblem = 'empty' | 'not-found' | 'ambiguous' | 'not-at-start';

export type LocatedQuote =
  /** `tolerant`: the words were found only after quotes, dashes and white space were taken as alike. */
  | { ok: true; range: TextRange; tolerant: boolean }
  | { ok: false; problem: QuoteProblem; places: TextRange[] };

/** Length of prefix and suffix, in UTF-16 units. */
export const CONTEXT_LENGTH = 32;

/** The longest words one claim may hold, in UTF-16 units. */
export const QUOTE_LIMIT = 2_000;

/** More places than this are not looked for. */
const MOST_PLACES = 1_000;

/** The words at this range and what stands around them, to the character. */
export function describeRange(copy: string, { start, end }: TextRange): RangeDescription {
  let from = Math.max(0, start - CONTEXT_LENGTH);
  if (isInsidePair(copy, from)) from++;
  let to = Math.min(copy.length, end + CONTEXT_LENGTH);
  if (isInsidePair(copy, to)) to--;
  return {
    exact: copy.slice(start, end),
    prefix: copy.slice(from, start),
    suffix: copy.slice(end, to),
    start,
    end,
  };
}

/**
 * Where these words stand in the copy. With `start` they must stand exactly there; without it they must stand once.
 * Words that do not stand exactly are looked for once more with quotes, dashes, ellipses and white space taken as
 * alike; the range is then that of the copy's own words. `places` are where else they stand, 1,000 at most.
 */
export function locateQuote(copy: string, quote: string, start?: number): LocatedQuote {
  if (quote.trim() === '') return { ok: false, problem: 'empty', places: [] };
  if (start !== undefined) return locateAt(copy, quote, start);
  const exact = exactPlaces(copy, quote);
  const places = exact.length > 0 ? exact : tolerantPlaces(copy, quote);
  const [range] = places;
  if (range === undefined) return { ok: false, problem: 'not-found', places };
  if (places.length > 1) return { ok: false, problem: 'ambiguous', places };
  return { ok: true, range, tolerant: exact.length === 0 };
}

function locateAt(copy: string, quote: string, start: number): LocatedQuote {
  const end = start + quote.length;
  if (start >= 0 && copy.startsWith(quote, start) && isWhole(copy, { start, end })) {
    return { ok: true, range: { start, end }, tolerant: false };
  }
  const first = start + leadingSpace(copy, quote, start);
  const near = tolerantPlaces(copy.slice(first, first + quote.length * 3 + 100), quote)[0];
  if (near?.start === 0) {
    const range = { start: first, end: first + near.end };
    if (isWhole(copy, range)) return { ok: true, range, tolerant: true };
  }
  const exact = exactPlaces(copy, quote);
  const places = exact.length > 0 ? exact : tolerantPlaces(copy, quote);
  const there = exact.length > 0 ? undefined : places.find((place) => place.start === first);
  if (there !== undefined) return { ok: true, range: there, tolerant: true };
  return { ok: false, problem: places.length > 0 ? 'not-at-start' : 'not-found', places };
}

/** A quote that begins with white space may be typed with other white space than the copy has there. */
function leadingSpace(copy: string, quote: string, start: number): number {
  if (!isSpace(quote.charCodeAt(0))) return 0;
  let at = start;
  while (at < copy.length && isSpace(copy.charCodeAt(at))) at++;
  return at - start;
}

function exactPlaces(copy: string, quote: string): TextRange[] {
  const places: TextRange[] = [];
  let start = copy.indexOf(quote);
  while (start >= 0 && places.length < MOST_PLACES) {
    const place = { start, end: start + quote.length };
    if (isWhole(copy, place)) places.push(place);
    start = copy.indexOf(quote, start + 1);
  }
  return places;
}

function tolerantPlaces(copy: string, quote: string): TextRange[] {
  const words = loosen(quote, { ignoreCase: false }).text.trim();
  return loosePlaces(loosen(copy, { ignoreCase: false }), words, MOST_PLACES).filter((place) =>
    isWhole(copy, place),
  );
}

const isWhole = (copy: string, { start, end }: TextRange): boolean =>
  isCharacterEdge(copy, start) && isCharacterEdge(copy, end);

/** Why the quote could not be located, as a sentence that says what to do. */
export function refuseQuote(
  copy: string,
  blocks: readonly Block[],
  quote: string,
  refusal: { problem: QuoteProblem; places: readonly TextRange[] },
  start?: number,
): string {
  const { problem, places } = refusal;
  switch (problem) {
    case 'empty':
      return 'The quote is empty. Give the words of the copy that make the claim.';
    case 'not-found': {
      const near = nearestWords(copy, quote);
      const hint =
        near === null
          ? 'Copy the words from the text as it stands.'
          : `The nearest words there are ${quoted(copy.slice(near.start, near.end))} ` +
            `(${spoken(labelsAt(blocks, [near])[0] ?? 'Text')}).`;
      return `The words ${quoted(quote)} do not stand in the copy. ${hint}`;
    }
    case 'ambiguous':
      return (
        `The words ${quoted(quote)} stand ${times(places.length)} in the copy: ` +
        `${listed(labelsAt(blocks, places))}. Say which are meant by giving where they start, or mark them in the copy.`
      );
    case 'not-at-start':
      return (
        `The words ${quoted(quote)} do not start at character ${start ?? 'given'} of the copy. ` +
        `They stand ${places.length === 1 ? '' : `${times(places.length)}: `}` +
        `${listed(labelsAt(blocks, places), places)}.`
      );
  }
}

const labelsAt = (blocks: readonly Block[], places: readonly TextRange[]): string[] => {
  const labels = blockLabels(blocks);
  return places.map(({ start }) => labels[blockIndexAt(blocks, start)] ?? 'Text');
};

const MOST_LISTED = 8;

/** "in ¶ 2, twice in ¶ 5 and in the headline"; with places, each with its start. */
function listed(labels: readonly string[], places?: readonly TextRange[]): string {
  const parts: string[] = [];
  if (places !== undefined) {
    for (const [at, label] of labels.entries()) {
      parts.push(`at ${places[at]?.start ?? 0} (${spoken(label)})`);
    }
  } else {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    for (const [label, count] of counts) {
      parts.push(`${count > 1 ? `${times(count)} ` : ''}in ${spoken(label)}`);
    }
  }
  if (parts.length > MOST_LISTED) {
    return `${parts.slice(0, MOST_LISTED).join(', ')} and ${parts.length - MOST_LISTED} more`;
  }
  return parts.length < 2
    ? (parts[0] ?? '')
    : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const spoken = (label: string): string =>
  label.startsWith('¶') ? label : `the ${label.toLowerCase()}`;

function times(count: number): string {
  if (count >= MOST_PLACES) return `${MOST_PLACES.toLocaleString('en')} times or more`;
  return count === 2 ? 'twice' : `${count} times`;
}

function quoted(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return `“${characters.length > 160 ? `${characters.slice(0, 159).join('')}…` : line}”`;
}

/** Why this range cannot be a claim's words, as a sentence that says what to do; null when it can. */
export function rangeProblem(copy: string, { start, end }: TextRange): string | null {
  if (
    !(Number.isSafeInteger(start) && Number.isSafeInteger(end)) ||
    start < 0 ||
    end > copy.length
  ) {
    return `The marking does not lie in the copy, which runs from 0 to ${copy.length}. Mark the words again.`;
  }
  if (start > end) return 'The marking ends before it starts. Mark the words again.';
  if (start === end) return 'No words are marked. Mark the words of the claim.';
  if (copy.slice(start, end).trim() === '') {
    return 'Only blank space is marked. Mark the words of the claim.';
  }
  if (end - start > QUOTE_LIMIT) {
    return (
      `The marking has ${(end - start).toLocaleString('en')} characters; a claim may have ` +
      `${QUOTE_LIMIT.toLocaleString('en')}. Mark it as several claims.`
    );
  }
  if (!isCharacterEdge(copy, start)) {
    return 'The marking starts in the middle of a character. Start it before that character or after it.';
  }
  if (!isCharacterEdge(copy, end)) {
    return 'The marking ends in the middle of a character. End it before that character or after it.';
  }
  return null;
}

/** The range without white space at either end; empty, at its start, when there is nothing else. */
export function trimRange(copy: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (end > start && isSpace(copy.charCodeAt(end - 1))) end--;
  while (start < end && isSpace(copy.charCodeAt(start))) start++;
  return end > start ? { start, end } : { start: range.start, end: range.start };
}

/** The range grown until it cuts no word, number or compound ("don’t", "2.5", "Turkish-made") in two. */
export function wordRange(copy: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start > 0 && (cutsCompound(copy, start) || !isCharacterEdge(copy, start))) start--;
  while (end < copy.length && (cutsCompound(copy, end) || !isCharacterEdge(copy, end))) end++;
  return { start, end };
}

/** Whether these very words stand in the copy as whole words: "8 of 24" does not stand in "18 of 240". */
export function standsIn(copy: string, words: string): boolean {
  if (words.trim() === '') return false;
  let start = copy.indexOf(words);
  while (start >= 0) {
    const end = start + words.length;
    if (isWhole(copy, { start, end }) && !cutsWord(copy, start) && !cutsWord(copy, end))
      return true;
    start = copy.indexOf(words, start + 1);
  }
  return false;
}

/** The range in Unicode code points, as W3C's TextPositionSelector counts. A half pair counts as one. */
export function toCodePoints(copy: string, { start, end }: TextRange): TextRange {
  const before = countCodePoints(copy, 0, start);
  return { start: before, end: before + countCodePoints(copy, start, end) };
}

/** The range in UTF-16 units of one in code points; null when it does not lie in the copy. */
export function fromCodePoints(copy: string, range: TextRange): TextRange | null {
  if (!(Number.isSafeInteger(range.start) && Number.isSafeInteger(range.end))) return null;
  if (range.start < 0 || range.end < range.start) return null;
  const start = skipCodePoints(copy, 0, range.start);
  const end = start === null ? null : skipCodePoints(copy, start, range.end - range.start);
  return start === null || end === null ? null : { start, end };
}

function countCodePoints(copy: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += characterAt(copy, at).length) count++;
  return count;
}

function skipCodePoints(copy: string, from: number, count: number): number | null {
  let at = from;
  for (let left = count; left > 0; left--) {
    if (at >= copy.length) return null;
    at += characterAt(copy, at).length;
  }
  return at;
}

function isInsidePair(copy: string, offset: number): boolean {
  const low = copy.charCodeAt(offset);
  const high = copy.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff;
}
