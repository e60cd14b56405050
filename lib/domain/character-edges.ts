/** Below this no code point joins the one before it, save CR with LF. */
const FIRST_COMBINING = 0x300;
const LONGEST_CLUSTER = 256;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Whether this UTF-16 offset stands between two characters as people see them: not inside a surrogate pair, a letter
 * with its accents, or an emoji of several parts (UAX 29 grapheme clusters). CR and LF may be parted.
 */
export function isCharacterEdge(copy: string, offset: number): boolean {
  if (offset <= 0 || offset >= copy.length) return true;
  if (copy.charCodeAt(offset - 1) < FIRST_COMBINING && copy.charCodeAt(offset) < FIRST_COMBINING) {
    return true;
  }
  // A cluster never starts before the nearest plain character, so a short window is enough.
  let from = offset - 1;
  while (from > 0 && offset - from < LONGEST_CLUSTER && copy.charCodeAt(from) >= FIRST_COMBINING) {
    from--;
  }
  const window = copy.slice(from, offset + 2);
  return graphemes.segment(window).containing(offset - from)?.index === offset - from;
}

const WORD = /[\p{L}\p{N}\p{M}_]/u;
const DIGIT = /\p{N}/u;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * Whether this offset stands inside a word or a number: between two letters or digits, or at the point or comma of
 * "2.5" and "12,000". Scripts written without spaces have no such inside.
 */
export function cutsWord(copy: string, offset: number): boolean {
  const before = characterBefore(copy, offset);
  const after = characterAt(copy, offset);
  if (WORD.test(before) && WORD.test(after)) {
    return !(UNSPACED.test(before) || UNSPACED.test(after));
  }
  if (DIGIT.test(before) && /[.,:]/.test(after)) return DIGIT.test(characterAt(copy, offset + 1));
  if (/[.,:]/.test(before) && DIGIT.test(after)) {
    return DIGIT.test(characterBefore(copy, offset - 1));
  }
  return false;
}

/** As `cutsWord`, with the apostrophe of "don’t" and the hyphen of "Turkish-made" also inside the word. */
export function cutsCompound(copy: string, offset: number): boolean {
  if (cutsWord(copy, offset)) return true;
  const before = characterBefore(copy, offset);
  const after = characterAt(copy, offset);
  if (WORD.test(before) && JOINER.test(after)) return WORD.test(characterAt(copy, offset + 1));
  return JOINER.test(before) && WORD.test(after) && WORD.test(characterBefore(copy, offset - 1));
}

const JOINER = /['’\u2010\u2011-]/u;

/** The character that starts at this offset, both its halves; empty at the end. */
export function characterAt(copy: string, offset: number): string {
  const code = copy.codePointAt(offset);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** The character that ends at this offset, both its halves; empty at the start. */
export function characterBefore(copy: string, offset: number): string {
  if (offset <= 0) return '';
  const last = copy.charCodeAt(offset - 1);
  const isLowHalf = last >= 0xdc00 && last <= 0xdfff;
  return characterAt(copy, isLowHalf && offset > 1 ? offset - 2 : offset - 1);
}
