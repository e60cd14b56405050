import {
  type ComparedTexts,
  type ReadText,
  sentencesAround,
  type TokenSpan,
  tokenText,
  wordsOf,
} from './compared-texts';
import { type DecisiveClass, decisiveClass } from './decisive-differences';
import { quoteMarks } from './quote-marks';
import { type Across, type AlignedSide, type ClaimSpans, hunksOf, placeOf } from './sentence-hunks';
import { sentenceWords } from './sentence-words';
import { alignTokens } from './token-diff';

/** Something decisive that changed beside a claim: its kind, the words before and the words after ('' for none). */
export type SentenceChange = { kind: DecisiveClass; before: string; after: string };

/**
 * The first decisive change in the sentence, or sentences, that hold a claim; null when its verdict may stand as far as
 * they go. `was` and `is` are the claim's own tokens in the old and the new text, the same words. The sentence's words
 * before the claim are compared with those before it now, and those after likewise, so nothing is taken for moved from
 * one side of the claim to the other.
 *
 * Where a sentence was cut in two or two were joined, what stands beyond the new boundary was not changed, but it no
 * longer bears on the claim, or newly does. It counts when it holds a word that reaches over a sentence: who says so, a
 * negation, a qualifier, a condition, a time.
 */
export function sentenceChange(
  texts: ComparedTexts,
  was: TokenSpan,
  is: TokenSpan,
): SentenceChange | null {
  const old = sentencesAround(texts.old, was);
  const now = sentencesAround(texts.now, is);
  return (
    sideChange(texts, 'LEFT', { was, is, old, now }) ??
    sideChange(texts, 'RIGHT', { was, is, old, now })
  );
}

type Side = 'LEFT' | 'RIGHT';

function sideChange(texts: ComparedTexts, side: Side, spans: ClaimSpans): SentenceChange | null {
  const old = beside(side, spans.was, spans.old);
  const now = beside(side, spans.is, spans.now);
  if (isEqual(texts, old, now)) return null;
  const oldWide = withNeighbour(texts.old, side, old);
  const nowWide = withNeighbour(texts.now, side, now);
  const spell = inSmallLetters(texts);
  const image = alignTokens(
    texts.old.tokens.ids.subarray(oldWide.first, oldWide.last).map(spell),
    texts.now.tokens.ids.subarray(nowWide.first, nowWide.last).map(spell),
  );
  const aligned = { old, now, oldWide, nowWide, image };
  const moved = acrossBoundary(texts, side, aligned);
  const quotes = quoteChange(texts, aligned, moved);
  if (quotes !== null) return quotes;
  for (const { gone, came, hunk } of hunksOf(texts, spans, {
    old,
    now,
    oldWide,
    nowWide,
    image,
    moved,
  })) {
    const kind = decisiveClass(hunk, texts.language);
    if (kind !== null)
      return { kind, before: wordsOf(texts.old, gone), after: wordsOf(texts.now, came) };
  }
  return scopeChange(texts, moved);
}

/** Spellings that differ by capitals alone as one: a cut or a join changes them. Which ones may pass is asked later. */
function inSmallLetters({ speller }: ComparedTexts): (id: number) => number {
  const known = new Map<string, number>();
  return (id) => {
    const small = (speller.spellings[id] ?? '').toLowerCase();
    const alike = known.get(small) ?? id;
    known.set(small, alike);
    return alike;
  };
}

const beside = (side: Side, claim: TokenSpan, sentence: TokenSpan): TokenSpan =>
  side === 'LEFT'
    ? { first: sentence.first, last: claim.first }
    : { first: claim.last, last: sentence.last };

function isEqual({ old, now }: ComparedTexts, was: TokenSpan, is: TokenSpan): boolean {
  if (was.last - was.first !== is.last - is.first) return false;
  for (let at = 0; at < was.last - was.first; at++) {
    if (old.tokens.ids[was.first + at] !== now.tokens.ids[is.first + at]) return false;
  }
  return true;
}

/** The side with the sentence next to it, where a cut or a join may have put some of its words. */
function withNeighbour(text: ReadText, side: Side, span: TokenSpan): TokenSpan {
  const next = side === 'LEFT' ? span.first - 1 : span.last;
  const neighbour = text.spans[text.sentenceOf[next] ?? -1];
  if (neighbour === undefined) return span;
  return side === 'LEFT'
    ? { first: neighbour.first, last: span.last }
    : { first: span.first, last: neighbour.last };
}

function acrossBoundary(texts: ComparedTexts, side: Side, aligned: AlignedSide): Across {
  const { old, now, oldWide, nowWide, image } = aligned;
  const back = new Int32Array(nowWide.last - nowWide.first).fill(-1);
  for (const [from, to] of image.entries()) if (to >= 0) back[to] = from;
  const imageOf = (at: number) => placeOf(image[at - oldWide.first] ?? -1, nowWide.first);
  const backOf = (at: number) => placeOf(back[at - nowWide.first] ?? -1, oldWide.first);
  return {
    gone: unbroken(texts.old, side, old, imageOf, now),
    came: unbroken(texts.now, side, now, backOf, old),
  };
}

/**
 * The words at the far end of the side that all stand next to the other text's sentence, in one piece: only marks may be
 * missing. Anything less is words cut here and like words elsewhere.
 */
function unbroken(
  text: ReadText,
  side: Side,
  span: TokenSpan,
  imageOf: (at: number) => number,
  other: TokenSpan,
): TokenSpan {
  const none =
    side === 'LEFT'
      ? { first: span.first, last: span.first }
      : { first: span.last, last: span.last };
  const isOutside = (at: number) => {
    const image = imageOf(at);
    return image >= 0 && (image < other.first || image >= other.last);
  };
  const order = side === 'LEFT' ? 1 : -1;
  let at = side === 'LEFT' ? span.first : span.last - 1;
  let reach = -1;
  let previous = -1;
  for (; at >= span.first && at < span.last; at += order) {
    const isWord = WORD.test(tokenText(text, at));
    if (!isOutside(at)) {
      if (isWord) break;
      continue;
    }
    const image = imageOf(at);
    if (previous >= 0 && Math.abs(image - previous) > 2) break;
    previous = image;
    reach = at;
  }
  if (reach < 0) return none;
  // The piece must end at the boundary, save for marks.
  const edge = side === 'LEFT' ? other.first - 1 - previous : previous - other.last;
  if (edge > 2) return none;
  return side === 'LEFT'
    ? { first: span.first, last: reach + 1 }
    : { first: reach, last: span.last };
}

const WORD = /[\p{L}\p{N}]/u;

function scopeChange(texts: ComparedTexts, { gone, came }: Across): SentenceChange | null {
  const words = sentenceWords(texts.language);
  for (const [text, span] of [
    [texts.old, gone],
    [texts.now, came],
  ] as const) {
    for (let at = span.first; at < span.last; at++) {
      const raw = tokenText(text, at);
      if (!WORD.test(raw)) continue;
      const small = raw.toLowerCase();
      const kind =
        words === null
          ? 'OTHER'
          : (words.get(small) ?? (/n['’]t$/u.test(small) ? 'NEGATION' : null));
      if (kind === null || kind === 'HARMLESS' || kind === 'NUMBER' || kind === 'UNIT') continue;
      const whole = wordsOf(text, span);
      return text === texts.old
        ? { kind, before: whole, after: '' }
        : { kind, before: '', after: whole };
    }
  }
  return null;
}

/**
 * Quotation marks added, dropped or set around other words: what was somebody's words is now ours, or the other way
 * round. Marks of another style behind the same words are the same marks.
 */
function quoteChange(
  texts: ComparedTexts,
  { old, now, oldWide, nowWide, image }: AlignedSide,
  moved: Across,
): SentenceChange | null {
  const back = new Int32Array(nowWide.last - nowWide.first).fill(-1);
  for (const [from, to] of image.entries()) if (to >= 0) back[to] = from;
  const before = quoteMarks(texts.old, old, moved.gone, (at) => image[at - oldWide.first] ?? -1);
  const after = quoteMarks(texts.now, now, moved.came, (at) =>
    (back[at - nowWide.first] ?? -1) < 0 ? -1 : at - nowWide.first,
  );
  return before === after
    ? null
    : { kind: 'QUOTATION', before: wordsOf(texts.old, old), after: wordsOf(texts.now, now) };
}
