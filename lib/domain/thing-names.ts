import { COMMON_ENDING, OPENING_WORDS, SAYS } from './opening-words';
import type { TextRange } from './text-anchor';

/**
 * Names of people, places and organisations: runs of words with a capital. The first word of a sentence has one
 * anyway; it counts as a name when the copy writes it large elsewhere inside a sentence, and never small.
 */

type Word = { start: number; end: number; text: string };

/** A word with the apostrophes and stops inside it ("O’Neill", "U.N."), never with a hyphen or a possessive. */
const WORD =
  /(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{M}]))?|[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad\u200d]*(?:['’](?![st](?![\p{L}\p{M}]))\p{L}[\p{L}\p{M}\u00ad]*|&\p{Lu}[\p{L}\p{M}]*)*/gu;
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const HIDDEN_CAPITAL = /^(?:\p{Ll}{1,2}|d['’]|l['’])\p{Lu}\p{L}/u;
const ACRONYM = /^(?:\p{Lu}[\p{M}]*){2,}s?$|^(?:\p{L}\.){2,}\p{L}?$/u;
const CODE =
  /(?<![\p{L}\p{N}\p{M}])(?!(?:USD|EUR|GBP|UAH|RUB|CHF|JPY)\p{N})\p{Lu}[\p{L}\p{M}]{0,11}[-\u2010\u2011]?\p{N}[\p{L}\p{N}]*(?:[-\u2010\u2011][\p{L}\p{N}]*\p{N}[\p{L}\p{N}]*)*/gu;
/** Small words inside a name: "Ursula von der Leyen", "Bank of England", "Johnson & Johnson". */
const JOINS =
  /^(?:\s(?:de|del|della|der|den|di|da|dos|das|du|des|la|le|van|von|zu|bin|ibn|bint|abu|al|el|y|e|of|of the|van der|von der|de la|& )\s|\s&\s|[-\u2010\u2011]|\s(?:al|el|as|ash|ad|an|ar|ul|ez)[-\u2010\u2011]|[\s\u00a0\u202f]|\s?\.\s?)$/u;
const FOR_JOIN = /^\s(?:for|for the|on|of the)\s$/u;
const BODY_NAME =
  /^(?:Institute|Cent(?:re|er)|Ministry|Department|Council|Committee|Fund|Office|Court|Agency|Commission|Association|Society|Foundation|School|Campaign|Bank|Network|Organi[sz]ation|Union|Secretary|Minister|Board|Authority|Federation|Academy|Alliance)$/u;
const ARTICLE_BEFORE = /(?:^|[\s\u00a0(“"‘«])(?:al|el|as|ash|ad|an|ar|at|ul|ez)[-\u2010\u2011]$/iu;
/** What a sentence, or a quote inside one, may begin after. */
const FRESH_START =
  /(?:^|[“"„«‘]|(?:^|[\s(])'{1,2}|[:•·*]\s?|[.!?…]["”’»)]*\s|^\s*[-–—]\s?)["“‘«([]*$/u;
const AFTER_DASH = /[-\u2012-\u2015]\s[“"'‘]?$/u;
const MONTH_OR_DAY = /^(?:I|I['’](?:m|ve|ll|d)|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|OK)(?:day)?$/u;

/** What this copy itself says about its words: which it writes large inside sentences, and which small. */
export type KnownNames = { large: ReadonlySet<string>; small: ReadonlySet<string> };

export function knownNames(
  sentences: readonly string[],
  wordsOfEach: readonly (readonly Word[])[],
): KnownNames {
  const large = new Set<string>();
  const small = new Set<string>();
  for (const [at, text] of sentences.entries()) {
    const words = wordsOfEach[at] ?? [];
    if (isSetLarge(words)) continue;
    for (const { text: word, start } of words) {
      if (!CAPITAL.test(word)) small.add(word);
      else if (!startsAfresh(text, { start, text: word })) large.add(word);
    }
  }
  return { large, small };
}

/** Codes with figures in them: "F-16", "COVID-19", "G7". */
export function findCodes(text: string): TextRange[] {
  if (!/\p{N}/u.test(text)) return [];
  return Array.from(text.matchAll(CODE), ({ index, 0: code }) => ({
    start: index,
    end: index + code.length,
  }));
}

/** The names of one sentence, disjoint and in order, leaving out what `isTaken` by another thing. */
export function findNames(
  text: string,
  words: readonly Word[],
  known: KnownNames,
  isTaken: (start: number, end: number) => boolean,
): TextRange[] {
  if (isSetLarge(words)) return namesKnown(text, words, known, isTaken);
  const names: TextRange[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined || !isLarge(word.text) || isTaken(word.start, word.end)) continue;
    let last = at;
    for (let next = nextInName(text, words, last, isTaken); next !== null; ) {
      last = next;
      next = nextInName(text, words, last, isTaken);
    }
    const from = firstOfName(text, words, at, last, known);
    at = last;
    const first = from === null ? undefined : words[from];
    const end = words[last]?.end;
    if (first === undefined || end === undefined) continue;
    const article = ARTICLE_BEFORE.exec(text.slice(Math.max(0, first.start - 5), first.start));
    const lead = article === null ? 0 : (/\p{L}+.$/u.exec(article[0])?.[0].length ?? 0);
    const start = isTaken(first.start - lead, first.start) ? first.start : first.start - lead;
    names.push({ start, end });
  }
  return names;
}

/** Where every word is large: only what the rest of the copy writes so is a name. */
function namesKnown(
  text: string,
  words: readonly Word[],
  known: KnownNames,
  isTaken: (start: number, end: number) => boolean,
): TextRange[] {
  const names: TextRange[] = [];
  for (const { start, end, text: word } of words) {
    if (isTaken(start, end) || !isNamedElsewhere(word, known)) continue;
    const last = names.at(-1);
    if (last && /^[\s\u00a0-]$/u.test(text.slice(last.end, start))) last.end = end;
    else names.push({ start, end });
  }
  return names;
}

const isLarge = (word: string): boolean =>
  (CAPITAL.test(word) || HIDDEN_CAPITAL.test(word)) && !MONTH_OR_DAY.test(word);

/** The word that the name goes on with; null where it ends. */
function nextInName(
  text: string,
  words: readonly Word[],
  at: number,
  isTaken: (start: number, end: number) => boolean,
): number | null {
  const word = words[at];
  if (word === undefined) return null;
  // The joining words are words themselves: look over as many as three of them.
  for (let next = at + 1; next <= Math.min(at + 4, words.length - 1); next++) {
    const candidate = words[next];
    if (candidate === undefined) return null;
    if (!isLarge(candidate.text)) continue;
    if (isTaken(candidate.start, candidate.end)) return null;
    const between = text.slice(word.end, candidate.start).replace(/[\u00a0\u202f\n\r\t]/gu, ' ');
    const isAbbreviated = /^\.\s$/u.test(between);
    if (isAbbreviated) return ABBREVIATED.test(word.text) ? next : null;
    if (JOINS.test(between)) return next;
    return FOR_JOIN.test(between) && BODY_NAME.test(word.text) ? next : null;
  }
  return null;
}

/** "Mr. Putin", "J. Smith", "St. Petersburg": the stop does not end the name. */
const ABBREVIATED =
  /^(?:\p{Lu}|Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Hon|Sen|Rep|Gov|Pres|Gen|Lt|Col|Maj|Sgt|Cpl|Capt|Cmdr|Adm|St|Mt|Ft|Jr|Sr)$/u;

/** The first word that truly belongs to this run of large words; null: none of them is a name. */
function firstOfName(
  text: string,
  words: readonly Word[],
  from: number,
  last: number,
  known: KnownNames,
): number | null {
  const word = words[from];
  if (word === undefined) return null;
  if (!startsAfresh(text, word)) return from;
  const small = commonForm(word.text);
  if (from < last) {
    const isCommon =
      OPENING_WORDS.has(small) || (known.small.has(small) && !known.large.has(word.text));
    // "The New York Times" begins with its second word here, "South Korea" with its first.
    if (!isCommon || OPENING_ADJECTIVES.has(small)) return from;
    for (let at = from + 1; at <= last; at++) if (isLarge(words[at]?.text ?? '')) return at;
    return null;
  }
  if (HIDDEN_CAPITAL.test(word.text)) return from;
  if (ACRONYM.test(word.text)) return from;
  if (isNamedElsewhere(word.text, known)) return from;
  if (OPENING_WORDS.has(small) || known.small.has(small)) return null;
  const after = text.slice(word.end, word.end + 24);
  if (/^['’]s(?![\p{L}\p{M}])/u.test(after)) return from;
  if (/^['’]t(?![\p{L}\p{M}])/u.test(after)) return null;
  const next = /^\s(\p{Ll}+)/u.exec(after)?.[1];
  return next !== undefined &&
    SAYS.has(next) &&
    !COMMON_ENDING.test(small) &&
    !/[^s]s$/u.test(small)
    ? from
    : null;
}

/** Whether this word has its capital from where it stands: at a start, or a common word after a dateline's dash. */
function startsAfresh(text: string, { start, text: word }: Pick<Word, 'start' | 'text'>): boolean {
  const before = text.slice(Math.max(0, start - 6), start);
  return (
    FRESH_START.test(before) || (AFTER_DASH.test(before) && OPENING_WORDS.has(commonForm(word)))
  );
}

/** In small letters, and without what is drawn to it: "you" of "You’d". */
const commonForm = (word: string): string => word.toLowerCase().replace(/['’].*$/u, '');

/** Words that begin sentences and names alike. */
const OPENING_ADJECTIVES: ReadonlySet<string> = new Set(
  'new north south eastern western northern southern great central national international federal white prime united foreign high human old social university bank'.split(
    ' ',
  ),
);

const isNamedElsewhere = (word: string | undefined, { large, small }: KnownNames): boolean =>
  word !== undefined &&
  large.has(word) &&
  !small.has(word.toLowerCase()) &&
  !OPENING_WORDS.has(word.toLowerCase());

/** A headline that writes every longer word large, or all capitals: there a capital says nothing. */
function isSetLarge(words: readonly Word[]): boolean {
  let [large, all] = [0, 0];
  for (const { text } of words) {
    if (text.length < 4 || !/^\p{L}/u.test(text)) continue;
    all++;
    if (CAPITAL.test(text)) large++;
  }
  return all >= 4 && large / all > 0.8;
}

/** The words of a sentence, for the two above: they are read twice. */
export const wordsOf = (text: string): Word[] =>
  Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
    text: word,
  }));
