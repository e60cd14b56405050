import { isSpace } from './copy-lines';

/**
 * The words, figures and marks of a copy in order; white space is not among them. `ids[i]` is equal for tokens that are
 * spelled alike; `starts[i]` and `ends[i]` are UTF-16 offsets into the copy.
 */
export type Tokens = {
  count: number;
  ids: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
};

/** Gives each spelling a number, the same for every copy read with it. */
export type Speller = {
  /** By id. */
  spellings: string[];
  idOf: (raw: string) => number;
};

/**
 * `folded`: what typing and typesetting change is one spelling (quote marks, dashes, ellipses, kinds of space within a
 * figure, soft hyphens, composed or decomposed accents). Otherwise spellings are as they stand.
 */
export function createSpeller(options: { folded: boolean }): Speller {
  const ids = new Map<string, number>();
  const known = new Map<string, number>();
  const spellings: string[] = [];
  return {
    spellings,
    idOf(raw) {
      const seen = known.get(raw);
      if (seen !== undefined) return seen;
      const spelling = options.folded ? foldToken(raw) : raw;
      let id = ids.get(spelling);
      if (id === undefined) {
        id = spellings.length;
        spellings.push(spelling);
        ids.set(spelling, id);
      }
      known.set(raw, id);
      return id;
    },
  };
}

const UNSPACED =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
/** Invisible, and without a say in what a reader sees: soft hyphen, zero-width space, word joiner, direction marks. */
const UNSEEN = '\\u00ad\\u200b\\u2060\\u200e\\u200f\\u061c';
const GROUP_SPACE = '[ \\u00a0\\u2009\\u202f]';

/**
 * In order: a figure with its sign, its thousands also grouped by spaces; a character of a script without spaces
 * between words; a word, apostrophes within it included; an emoji with all its parts; any other character. Figures and
 * letters that touch are two tokens ("5km"), so are the sides of a hyphen.
 */
const TOKEN = new RegExp(
  [
    `(?:(?<![\\p{L}\\p{N}\\p{M}])[-\\u2013\\u2212+±](?=\\p{Nd}))?(?:(?<!\\p{Nd})\\p{Nd}{1,3}(?:${GROUP_SPACE}\\p{Nd}{3})+(?!\\p{Nd})(?:[.,]\\p{Nd}+)?|\\p{Nd}+(?:[.,:'’٫٬]\\p{Nd}+)*)`,
    `${UNSPACED}\\p{M}*`,
    `(?!${UNSPACED})[\\p{L}\\p{M}_](?:['’\\u02bc\\u05f3\\u05f4${UNSEEN}\\u200c\\u200d]*(?!${UNSPACED})[\\p{L}\\p{M}_])*`,
    '\\p{RI}\\p{RI}',
    '\\p{Extended_Pictographic}(?:\\p{EMod}|\\ufe0f|\\u20e3|[\\u{e0020}-\\u{e007f}]|\\u200d\\p{Extended_Pictographic})*',
    '\\.{3}|--+',
    `[^\\s${UNSEEN}][\\p{M}\\u200d]*`,
  ].join('|'),
  'uy',
);

const UNSEEN_CODES: ReadonlySet<number> = new Set([0xad, 0x200b, 0x2060, 0x200e, 0x200f, 0x61c]);

/** The tokens of the copy, spelled by `speller`. One pass. */
export function readTokens(copy: string, speller: Speller): Tokens {
  let room = 1024;
  let ids = new Int32Array(room);
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let count = 0;
  for (let at = 0; at < copy.length; at = Math.max(at + 1, TOKEN.lastIndex)) {
    const code = copy.charCodeAt(at);
    // By hand and without match objects: a long story has tens of thousands of tokens.
    TOKEN.lastIndex = at;
    if (isSpace(code) || UNSEEN_CODES.has(code) || !TOKEN.test(copy)) continue;
    if (count === room) {
      room *= 2;
      ids = grown(ids, room);
      starts = grown(starts, room);
      ends = grown(ends, room);
    }
    ids[count] = speller.idOf(copy.slice(at, TOKEN.lastIndex));
    starts[count] = at;
    ends[count] = TOKEN.lastIndex;
    count++;
  }
  return {
    count,
    ids: ids.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
  };
}

function grown(values: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(values);
  return larger;
}

/** The first token that ends after this offset; `count` when there is none. */
export function tokenAfter(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.ends[middle] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens that stand in this range, wholly or in part: from `first` up to, not including, `last`. */
export function tokensIn(
  tokens: Tokens,
  range: { start: number; end: number },
): { first: number; last: number } {
  const first = tokenAfter(tokens, range.start);
  let last = first;
  let low = first;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.starts[middle] ?? 0) >= range.end) high = middle;
    else low = middle + 1;
  }
  last = Math.max(first, low);
  return { first, last };
}

const ASCII_WORD = /^[A-Za-z0-9]+$/;

export function foldToken(raw: string): string {
  if (ASCII_WORD.test(raw)) return raw;
  if (/^(?:--+|[-\u2010-\u2015\u2212])$/u.test(raw)) return '-';
  if (raw === '...' || raw === '…') return '…';
  return raw
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\u200e\u200f\u061c]/gu, '')
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‘’‚‛′‹›`´\u02bc]/gu, "'")
    .replace(/^[\u2013\u2212]/u, '-')
    .replace(/\s+/gu, ' ');
}
