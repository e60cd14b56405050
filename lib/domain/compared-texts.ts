import { findSentences, type Sentence } from './sentences';
import { alignTokens } from './token-diff';
import { createSpeller, readTokens, type Speller, type Tokens, tokensIn } from './tokens';
import { blocksOf, type VersionText } from './version-text';

/** Indexes of tokens: from `first` up to, not including, `last`. */
export type TokenSpan = { first: number; last: number };

/** One version, read. */
export type ReadText = {
  copy: string;
  tokens: Tokens;
  sentences: readonly Sentence[];
  /** The tokens of each sentence. */
  spans: readonly TokenSpan[];
  /** For each token the index of its sentence, -1 outside all. */
  sentenceOf: Int32Array;
  /** Where each spelling stands, in order: those of id n are `places[from[n]]` up to `places[from[n + 1]]`. */
  postings: { from: Int32Array; places: Int32Array };
};

/** Two versions read with one speller, and which token of the old one became which of the new one (`alignTokens`). */
export type ComparedTexts = {
  old: ReadText;
  now: ReadText;
  speller: Speller;
  image: Int32Array;
  /** BCP 47. */
  language: string;
};

export function compareTexts(
  before: VersionText,
  after: VersionText,
  language: string,
): ComparedTexts {
  const speller = createSpeller({ folded: true });
  const oldTokens = readTokens(before.copy, speller);
  const nowTokens = readTokens(after.copy, speller);
  const spellings = speller.spellings.length;
  return {
    old: readText(before, oldTokens, spellings, language),
    now: readText(after, nowTokens, spellings, language),
    speller,
    image: alignTokens(oldTokens.ids, nowTokens.ids),
    language,
  };
}

function readText(
  text: VersionText,
  tokens: Tokens,
  spellings: number,
  language: string,
): ReadText {
  const sentences = findSentences(text.copy, blocksOf(text), language);
  const spans = sentences.map((sentence) => tokensIn(tokens, sentence));
  const sentenceOf = new Int32Array(tokens.count).fill(-1);
  for (const [at, { first, last }] of spans.entries()) sentenceOf.fill(at, first, last);
  return {
    copy: text.copy,
    tokens,
    sentences,
    spans,
    sentenceOf,
    postings: postingsOf(tokens, spellings),
  };
}

function postingsOf(tokens: Tokens, spellings: number): ReadText['postings'] {
  const from = new Int32Array(spellings + 1);
  for (const id of tokens.ids) from[id + 1] = (from[id + 1] ?? 0) + 1;
  for (let id = 0; id < spellings; id++) from[id + 1] = (from[id + 1] ?? 0) + (from[id] ?? 0);
  const next = from.slice();
  const places = new Int32Array(tokens.count);
  for (const [at, id] of tokens.ids.entries()) {
    const place = next[id] ?? 0;
    places[place] = at;
    next[id] = place + 1;
  }
  return { from, places };
}

/** Where this spelling stands, as indexes of tokens. */
export const placesOf = ({ postings }: ReadText, id: number): Int32Array =>
  postings.places.subarray(postings.from[id] ?? 0, postings.from[id + 1] ?? 0);

/** The tokens of all sentences that hold one of these tokens, and the tokens themselves where they stand in none. */
export function sentencesAround(text: ReadText, { first, last }: TokenSpan): TokenSpan {
  const start = text.spans[text.sentenceOf[first] ?? -1];
  const end = text.spans[text.sentenceOf[last - 1] ?? -1];
  return {
    first: Math.min(first, start?.first ?? first),
    last: Math.max(last, end?.last ?? last),
  };
}

/** The copy's own characters from the first token to the last. */
export function wordsOf(text: ReadText, { first, last }: TokenSpan): string {
  return first < last
    ? text.copy.slice(text.tokens.starts[first] ?? 0, text.tokens.ends[last - 1] ?? 0)
    : '';
}

/** A token as it stands in the copy. */
export const tokenText = ({ copy, tokens }: ReadText, at: number): string =>
  copy.slice(tokens.starts[at] ?? 0, tokens.ends[at] ?? 0);
