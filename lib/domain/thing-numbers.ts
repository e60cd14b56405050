import { characterAt, characterBefore } from './character-edges';
import { NUMBER_WORDS } from './number-words';
import type { TextRange } from './text-anchor';

/** Figures of a sentence in digits and in words, with the signs that belong to them: "18 of 24", "$1.2bn", "2:30 a.m.". */

const S = '[\\s\\u00a0\\u202f\\u2009]';
const GROUPED = `\\d{1,3}(?:[\\u0020\\u00a0\\u202f\\u2009’']\\d{3})+(?!\\d)`;
const PLAIN = '\\d+(?:[.,:]\\d+)*(?:/\\d+)?[¼½¾⅓⅔⅛]?|[¼½¾⅓⅔⅛]';
const CURRENCY = '(?:(?:US|A|C|NZ|HK|R)?[$€£¥₽₴₹₩]\\s?|(?:USD|EUR|GBP|UAH|RUB|CHF|JPY)\\s?)';
const SIGN = '(?:(?<![\\p{L}\\p{N}])[-+−±])?';
const POWER =
  '(?:hundred|thousand|million|billion|trillion|dozen|тыс\\.|млн|млрд|тысяч|миллион(?:а|ов)?|мільйон(?:а|ів)?)';
const CLOCK_END = `(?:${S}?(?:[ap]\\.m\\.|[ap]m|A\\.M\\.|P\\.M\\.|AM|PM)(?![\\p{L}\\p{N}]))`;
const ENDING = `(?:${CLOCK_END}|(?:st|nd|rd|th|s|m|bn|tn|k|K|M)(?![\\p{L}\\p{N}]))?(?:[\\s\\u00a0-]${POWER}(?![\\p{L}\\p{N}]))*(?:${S}?[%‰]|${S}?°[CFС]?|[\\s\\u00a0-]per${S}?cent(?![\\p{L}])|[\\s\\u00a0-]percent(?![\\p{L}])|${S}percentage${S}points?)?`;
const FIGURE = `(?:${CURRENCY})?${SIGN}(?:${CURRENCY})?(?:${GROUPED}|${PLAIN})${ENDING}`;

const WORD = `(?:${[...NUMBER_WORDS].sort((a, b) => b.length - a.length).join('|')})`;
/** "twenty-four", "two hundred and fifty", "two-thirds", "half a million", "a dozen". */
const WORDS = `(?:(?:[Aa]${S})?${cased(WORD)}(?![\\p{L}\\p{N}\\p{M}])(?:(?:[\\s\\u00a0-]{1,4}|${S}and${S}|${S}an?${S}|${S}of${S}(?=thousand|million|billion|hundred))${cased(WORD)}(?![\\p{L}\\p{N}\\p{M}]))*(?:${S}per${S}?cent(?![\\p{L}])|${S}percent(?![\\p{L}]))?)`;
const NONE = `(?:[Nn]o${S}(?:casualties|injuries|deaths|fatalities|survivors|victims)(?![\\p{L}]))`;
const ONE_FIGURE = `(?:${FIGURE}|${WORDS})`;
/** What makes one figure of two: "18 of the 24", "12 out of 15", "5 to 10", "2–1", "one in five". */
const BETWEEN = `(?:${S}(?:(?:out${S})?of(?:${S}(?:the|its|his|her|their|all))?|(?<!(?:%|cent)[\\s\\u00a0])to|per|through|или|из|з|із)${S}|${S}?[-–—/x×]${S}?|${S}in${S}(?:every${S})?)`;

const AHEAD = '(?<![\\p{L}\\p{N}\\p{M}_])';
const NUMBERS = new RegExp(`${AHEAD}(?:${NONE}|${ONE_FIGURE}(?:${BETWEEN}${ONE_FIGURE})*)`, 'gu');
/** What a figure may be grown to; scripts without spaces grow to everything, so theirs stay out. */
const GROWN = /(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}])[\p{L}\p{M}\p{N}]/u;
const LONGEST_GROWN = 40;
const HINT = new RegExp(
  `\\p{N}|(?<![\\p{L}\\p{N}])(?:${cased(WORD)}|[Nn]o)(?![\\p{L}\\p{N}])`,
  'u',
);

/** A word's "one" that counts nothing: "no one", "one another", "this one", "one of them is why". */
const UNCOUNTED_ONE =
  /(?:\b(?:no|any|every|some|each|which|the|this|that|another|other|only|loved|young|little|new|old|last|next|former|latter)[\s\u00a0-]+)one$/iu;
/** "a second later" is a span, "for a second"; "second" alone is an ordinal as good as any. */
const ASIDE =
  /^(?:one(?=[\s\u00a0]+(?:another|day)\b)|first(?=[\s\u00a0]+(?:lady|name|aid|minister|secretary)\b)|second(?=[-\s]+hand\b)|double(?=[-\s]+(?:agent|check)\b)|half(?=[-\s](?:brother|sister)\b))/iu;

/** The figures of one sentence, disjoint and in order. */
export function findNumbers(text: string): TextRange[] {
  if (!HINT.test(text)) return [];
  const found: TextRange[] = [];
  for (const { index, 0: words } of text.matchAll(NUMBERS)) {
    const end = index + words.trimEnd().length;
    if (/^one$/iu.test(words) && UNCOUNTED_ONE.test(text.slice(Math.max(0, index - 12), end)))
      continue;
    if (!/\p{N}/u.test(words) && ASIDE.test(text.slice(index, index + 24))) continue;
    // A code ("F-16") is a name, and is found there.
    found.push({ start: index, end });
  }
  return found;
}

/** Whatever figure is in nothing yet, with the letters it is grown to: so that no digit is overlooked. */
export function findStrayDigits(
  text: string,
  isTaken: (start: number, end: number) => boolean,
): TextRange[] {
  const found: TextRange[] = [];
  let from = 0;
  for (const { index, 0: digit } of text.matchAll(/\p{N}/gu)) {
    const after = index + digit.length;
    if (index < from || isTaken(index, after)) continue;
    const grows = (at: number) => GROWN.test(characterAt(text, at)) && !isTaken(at, at + 1);
    let start = index;
    for (let left = LONGEST_GROWN; left > 0 && start > from; left--) {
      const before = characterBefore(text, start);
      if (!grows(start - before.length) || start - before.length < from) break;
      start -= before.length;
    }
    let end = after;
    for (let left = LONGEST_GROWN; left > 0 && end < text.length && grows(end); left--)
      end += characterAt(text, end).length;
    found.push({ start, end });
    from = end;
  }
  return found;
}

/** Each word of the alternation with a small or a large first letter. */
function cased(pattern: string): string {
  return pattern.replace(
    /(?<![\p{L}\\])\p{Ll}(?=\p{Ll})/gu,
    (letter) => `[${letter}${letter.toUpperCase()}]`,
  );
}
