import { type SentenceWords, sentenceWords, type WordClass } from './sentence-words';
import { isKnownSlip, isSpellingSlip } from './spelling-slip';

/** What kind of thing changed beside a claim, so that its verdict no longer covers what the sentence says. */
export type DecisiveClass =
  | Exclude<WordClass, 'HARMLESS'>
  | 'NAME'
  | 'MARK'
  | 'QUOTATION'
  | 'OTHER';

/** A token beside the claim: as it stands, and what stands beside it. */
export type SentenceToken = {
  raw: string;
  /** It is the first word of the sentence, or of a quotation or of what follows a colon in it. */
  isFirst: boolean;
  /** It stands directly at the claim's own words. */
  isAtClaim: boolean;
  previous: string;
  next: string;
};

/** A change within the sentence: what went and what came in its place. */
export type Hunk = { gone: readonly SentenceToken[]; came: readonly SentenceToken[] };

/**
 * What is decisive about a change beside a claim; null: nothing. A change passes only when all of it is known to be
 * harmless: commas, full stops within the sentence, brackets and dashes away from figures; articles, "that", "and";
 * adverbs of manner not at the claim's own words; slips of the keys and house spellings; contractions written out;
 * capitals at the start of a sentence. Everything else counts, listed or not: an open class such as units ("tanks",
 * "trucks"), names or verbs cannot be listed, and a verdict kept on changed words is worse than one looked at again.
 */
export function decisiveClass({ gone, came }: Hunk, language: string): DecisiveClass | null {
  const words = sentenceWords(language);
  const [left, right] = withoutSlips(written(gone, language), written(came, language), language);
  let found: DecisiveClass | null = null;
  for (const token of [...left, ...right]) {
    const kind = classOf(token, words);
    if (kind !== null && (found === null || RANK.indexOf(kind) < RANK.indexOf(found))) found = kind;
  }
  return found;
}

/** The most telling first: it is what the reason names. */
const RANK: readonly DecisiveClass[] = [
  'NUMBER',
  'NEGATION',
  'UNIT',
  'DATE',
  'QUALIFIER',
  'ATTRIBUTION',
  'NAME',
  'QUOTATION',
  'MARK',
  'OTHER',
];

const FIGURE = /\p{N}/u;
const WORD = /[\p{L}\p{N}]/u;
const MONEY_OR_MEASURE = /^[\p{Sc}%‰°′″№§]/u;
const COMPARING = /^[~≈<>≤≥=±+×÷−]/u;
/** Opening marks are counted by `sentence-change.ts`: restyled ones pass, added or dropped ones do not. */
const QUOTE_MARK = /^["'“”„‟«»‘’‚‛‹›`´″′]$/u;
const HARMLESS_MARK = /^(?:[,.;!()[\]{}…*_|¡。、，；！（）・،؛·•]|\.{3}|--+|[-\u2010-\u2015])$/u;
const SEPARATES_FIGURES = /^(?:[,;/:]|--+|[-\u2010-\u2015])$/u;

function classOf(token: SentenceToken, words: SentenceWords | null): DecisiveClass | null {
  const { raw } = token;
  if (FIGURE.test(raw)) return 'NUMBER';
  if (!WORD.test(raw)) return classOfMark(token, words);
  const small = raw.toLowerCase().replace(/’/gu, "'");
  const listed = words?.get(small.replace(/'/gu, '’')) ?? words?.get(small) ?? null;
  const isCapital = raw !== raw.toLowerCase();
  if (listed === 'HARMLESS' && !isCapitalWithin(token)) {
    const saysMore = stretchesFigure(token, words) || (token.isAtClaim && small.endsWith('ly'));
    return saysMore ? 'QUALIFIER' : null;
  }
  if (listed !== null && listed !== 'HARMLESS') return listed;
  if (isCapital && !token.isFirst) return 'NAME';
  if (/n't$/u.test(small)) return 'NEGATION';
  if (isNumber(token.previous, words)) return 'UNIT';
  if (isCapital && words !== null) return 'NAME';
  return isAttribution(token, words) ? 'ATTRIBUTION' : 'OTHER';
}

function classOfMark(token: SentenceToken, words: SentenceWords | null): DecisiveClass | null {
  const { raw, previous, next } = token;
  if (MONEY_OR_MEASURE.test(raw)) return QUOTE_MARK.test(raw) ? null : 'UNIT';
  if (COMPARING.test(raw)) return 'QUALIFIER';
  if (SEPARATES_FIGURES.test(raw) && isNumber(previous, words) && isNumber(next, words)) {
    return 'NUMBER';
  }
  return QUOTE_MARK.test(raw) || HARMLESS_MARK.test(raw) ? null : 'MARK';
}

/** "the 12", "a few", "12 and 15": beside a figure an article or an "and" has something to say. */
function stretchesFigure(token: SentenceToken, words: SentenceWords | null): boolean {
  return [token.previous, token.next].some((beside) => {
    const kind = words?.get(beside.toLowerCase());
    return isNumber(beside, words) || kind === 'QUALIFIER' || kind === 'NEGATION';
  });
}

const isNumber = (raw: string, words: SentenceWords | null): boolean =>
  FIGURE.test(raw) || words?.get(raw.toLowerCase()) === 'NUMBER';

/** "Who", "The" inside a sentence may belong to a name ("The Hague", "WHO"). */
const isCapitalWithin = ({ raw, isFirst }: SentenceToken): boolean =>
  !isFirst && raw !== raw.toLowerCase();

const isAttribution = ({ previous, next }: SentenceToken, words: SentenceWords | null): boolean =>
  words?.get(next.toLowerCase()) === 'ATTRIBUTION' ||
  words?.get(previous.toLowerCase()) === 'ATTRIBUTION';

const isEnglish = (language: string): boolean => /^en(?:-|$)/i.test(language);

/** Contractions written out, so that "didn't" and "did not" are the same words. */
function written(tokens: readonly SentenceToken[], language: string): SentenceToken[] {
  if (!isEnglish(language)) return [...tokens];
  return tokens.flatMap((token) => {
    const small = token.raw.toLowerCase().replace(/’/gu, "'");
    if (small === 'cannot' || small === "can't") return pair(token, 'can', 'not');
    if (small === "won't") return pair(token, 'will', 'not');
    const stem = /^(.+)n't$/.exec(small)?.[1];
    return stem === undefined ? [token] : pair(token, stem, 'not');
  });
}

const pair = (token: SentenceToken, first: string, second: string): SentenceToken[] => [
  { ...token, raw: first, next: second },
  { ...token, raw: second, previous: first, isFirst: false },
];

/**
 * What is left of both sides when words that are alike but for a slip, a house spelling or a sentence's capital are taken
 * out, in order: the longest such pairing from the left.
 */
function withoutSlips(
  gone: readonly SentenceToken[],
  came: readonly SentenceToken[],
  language: string,
): [SentenceToken[], SentenceToken[]] {
  const left: SentenceToken[] = [];
  let rest = [...came];
  for (const token of gone) {
    const at = rest.findIndex((other) => isAlike(token, other, language));
    // Words that change places with other words are a change.
    if (at < 0 || rest.slice(0, at).some((skipped) => WORD.test(skipped.raw))) {
      left.push(token);
      continue;
    }
    rest = [...rest.slice(0, at), ...rest.slice(at + 1)];
  }
  return [left, rest];
}

function isAlike(one: SentenceToken, other: SentenceToken, language: string): boolean {
  if (!(WORD.test(one.raw) && WORD.test(other.raw))) return false;
  if (FIGURE.test(one.raw) || FIGURE.test(other.raw)) return one.raw === other.raw;
  if (one.raw === other.raw) return true;
  const small = one.raw.toLowerCase();
  if (small === other.raw.toLowerCase()) {
    const [low, high] = one.raw === small ? [one, other] : [other, one];
    // Only the first letter, and only where a sentence asks for it.
    return low.raw === small && high.isFirst && high.raw.slice(1) === small.slice(1);
  }
  return (
    isEnglish(language) &&
    one.raw === small &&
    other.raw === other.raw.toLowerCase() &&
    (isKnownSlip(small, other.raw) ||
      (sentenceWords(language)?.get(small) === sentenceWords(language)?.get(other.raw) &&
        isSpellingSlip(small, other.raw)))
  );
}
