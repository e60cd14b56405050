import search from 'approx-string-match';
import { type ComparedTexts, placesOf, sentencesAround, type TokenSpan } from './compared-texts';
import { type TextRange, trimRange, wordRange } from './text-anchor';

/**
 * The new words that took the place of these old ones, by what the token diff kept of them and around them; null when
 * nothing stands in their place. The words that came with a change belong to the claim as far as the change does.
 */
export function rewrittenInPlace(texts: ComparedTexts, claim: TokenSpan): TokenSpan | null {
  const { image } = texts;
  const length = claim.last - claim.first;
  let kept = 0;
  let first = -1;
  let last = -1;
  let firstKept = claim.last;
  let lastKept = claim.first;
  for (let at = claim.first; at < claim.last; at++) {
    const to = image[at] ?? -1;
    if (to < 0) continue;
    if (first < 0) {
      first = to;
      firstKept = at;
    }
    last = to + 1;
    lastKept = at + 1;
    if (isWord(texts, at)) kept++;
  }
  const before = imageBeside(texts, claim.first - 1);
  const after = imageBeside(texts, claim.last);
  const most = length * 3 + 6;
  const isHeld = before !== null && after !== null && hasWordsBeside(texts, claim);
  if (isHeld && lastKept - firstKept < length / 2) {
    // Little of it is left: what stands between its two neighbours now took its place.
    const span = { first: before + 1, last: after };
    const size = span.last - span.first;
    return size > 0 && size <= most ? trimmedMarks(texts, claim, span) : null;
  }
  if (first < 0) return null;
  if (firstKept > claim.first) {
    const room = before === null ? firstKept - claim.first : first - before - 1;
    first -= Math.max(0, Math.min(room, freeBefore(texts, first), most));
  }
  if (lastKept < claim.last) {
    const room = after === null ? claim.last - lastKept : after - last;
    last += Math.max(0, Math.min(room, freeAfter(texts, last), most));
  }
  if (last - first > most) return null;
  if (!isHeld && kept < countWords(texts, claim) * LEAST_KEPT) return null;
  return trimmedMarks(texts, claim, { first, last });
}

/** Whether a word of the claim's own sentence stands directly at it on either side. */
function hasWordsBeside(texts: ComparedTexts, claim: TokenSpan): boolean {
  const sentence = sentencesAround(texts.old, claim);
  return (
    (claim.first > sentence.first && isWord(texts, claim.first - 1)) ||
    (claim.last < sentence.last && isWord(texts, claim.last))
  );
}

/** Share of a claim's words that must be left for a place whose surroundings changed as well. */
const LEAST_KEPT = 0.34;

/** The image of the token next to a claim; null when it was not kept. At the copy's edges, the edge. */
function imageBeside({ image, old, now }: ComparedTexts, at: number): number | null {
  if (at < 0) return -1;
  if (at >= old.tokens.count) return now.tokens.count;
  const to = image[at] ?? -1;
  return to < 0 ? null : to;
}

/** How many new tokens directly before (after) this one are nobody's image, within its sentence. */
function freeBefore(texts: ComparedTexts, at: number): number {
  const taken = takenBy(texts);
  const { first } = sentencesAround(texts.now, { first: at, last: at + 1 });
  let free = 0;
  while (at - free - 1 >= first && taken[at - free - 1] === 0) free++;
  return free;
}

function freeAfter(texts: ComparedTexts, at: number): number {
  const taken = takenBy(texts);
  const { last } = sentencesAround(texts.now, { first: at - 1, last: at });
  let free = 0;
  while (at + free < last && taken[at + free] === 0) free++;
  return free;
}

const takenOf = new WeakMap<ComparedTexts, Uint8Array>();

/** For each new token whether an old one became it. */
function takenBy(texts: ComparedTexts): Uint8Array {
  const known = takenOf.get(texts);
  if (known !== undefined) return known;
  const taken = new Uint8Array(texts.now.tokens.count);
  for (const to of texts.image) if (to >= 0) taken[to] = 1;
  takenOf.set(texts, taken);
  return taken;
}

const MARK_ONLY = /^[^\p{L}\p{N}\p{Sc}%‰°\p{Extended_Pictographic}]+$/u;

/** Without marks at its ends that the claim did not have at its own. */
function trimmedMarks(texts: ComparedTexts, claim: TokenSpan, span: TokenSpan): TokenSpan | null {
  const { old, now } = texts;
  const raw = (text: typeof old, at: number) =>
    text.copy.slice(text.tokens.starts[at] ?? 0, text.tokens.ends[at] ?? 0);
  let { first, last } = span;
  if (!MARK_ONLY.test(raw(old, claim.first))) {
    while (first < last && MARK_ONLY.test(raw(now, first))) first++;
  }
  if (!MARK_ONLY.test(raw(old, claim.last - 1))) {
    while (last > first && MARK_ONLY.test(raw(now, last - 1))) last--;
  }
  return first < last ? { first, last } : null;
}

/** What an approximate search found elsewhere: one place, several equally near ones, or none. */
export type NearWords = { range: TextRange | null; equal: TextRange[] };

/** Letters in a hundred that may differ for words to be near. */
const MOST_ERRORS = 35;
/** Sentences searched for one claim. */
const MOST_SENTENCES = 6;
/** A spelling that stands more often than this does not lead anywhere. */
const COMMONPLACE = 60;

/**
 * The words nearest to a claim's, in sentences of the new text that hold its rarer words: Myers' approximate matching
 * (package `approx-string-match`), as annotation tools use it, but only to show a person where the words may have gone:
 * a verdict never follows.
 */
export function nearWords(texts: ComparedTexts, claim: TokenSpan, exact: string): NearWords {
  const none = { range: null, equal: [] };
  if (countWords(texts, claim) < 2) return none;
  const most = Math.floor((exact.length * MOST_ERRORS) / 100);
  const found: (TextRange & { errors: number })[] = [];
  for (const sentence of likelySentences(texts, claim)) {
    const spans = texts.now.spans[sentence];
    const place = texts.now.sentences[sentence];
    if (spans === undefined || place === undefined) continue;
    const end = texts.now.sentences[sentence + 1]?.end ?? place.end;
    const words = texts.now.copy.slice(
      place.start,
      Math.max(place.end, Math.min(end, place.start + exact.length * 2)),
    );
    const [best] = search(words, exact, most).sort((one, other) => one.errors - other.errors);
    if (best === undefined || best.end <= best.start) continue;
    const range = trimRange(
      texts.now.copy,
      wordRange(texts.now.copy, { start: place.start + best.start, end: place.start + best.end }),
    );
    if (range.end > range.start) found.push({ ...range, errors: best.errors });
  }
  found.sort((one, other) => one.errors - other.errors || one.start - other.start);
  const distinct = found.filter(
    (match, at) =>
      !found.slice(0, at).some((other) => other.start < match.end && match.start < other.end),
  );
  const [best, ...others] = distinct;
  if (best === undefined) return none;
  const near = others.filter((other) => other.errors <= best.errors + exact.length * 0.05);
  const plain = ({ start, end }: TextRange) => ({ start, end });
  return near.length === 0
    ? { range: plain(best), equal: [] }
    : { range: null, equal: [best, ...near].map(plain).sort((a, b) => a.start - b.start) };
}

/** Sentences that hold most of the claim's rarer words and were not there before. */
function likelySentences(texts: ComparedTexts, claim: TokenSpan): number[] {
  const taken = takenBy(texts);
  const votes = new Map<number, number>();
  const ids = new Set(texts.old.tokens.ids.subarray(claim.first, claim.last));
  for (const id of ids) {
    const places = placesOf(texts.now, id);
    if (places.length > COMMONPLACE || !WORD.test(texts.speller.spellings[id] ?? '')) continue;
    for (const place of places) {
      const sentence = texts.now.sentenceOf[place] ?? -1;
      if (sentence >= 0 && taken[place] === 0) {
        votes.set(sentence, (votes.get(sentence) ?? 0) + 1 / places.length);
      }
    }
  }
  return [...votes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_SENTENCES)
    .map(([sentence]) => sentence);
}

const WORD = /[\p{L}\p{N}]/u;

const isWord = ({ old, speller }: ComparedTexts, at: number): boolean =>
  WORD.test(speller.spellings[old.tokens.ids[at] ?? -1] ?? '');

function countWords(texts: ComparedTexts, claim: TokenSpan): number {
  let count = 0;
  for (let at = claim.first; at < claim.last; at++) if (isWord(texts, at)) count++;
  return count;
}
