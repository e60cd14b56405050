import { type ComparedTexts, type ReadText, type TokenSpan, tokenText } from './compared-texts';
import type { Hunk, SentenceToken } from './decisive-differences';

/** The claim's tokens and its sentence's, in the old text and the new. */
export type ClaimSpans = { was: TokenSpan; is: TokenSpan; old: TokenSpan; now: TokenSpan };

/**
 * One side of the claim in its sentence, in both texts; the same with the neighbouring sentence; and which token of the
 * wide old span became which of the wide new one, counted from their starts.
 */
export type AlignedSide = {
  old: TokenSpan;
  now: TokenSpan;
  oldWide: TokenSpan;
  nowWide: TokenSpan;
  image: Int32Array;
};

/** What a cut took out of the sentence and what a join took in, at the end that is away from the claim; empty: nothing. */
export type Across = { gone: TokenSpan; came: TokenSpan };

export type PlacedHunk = { gone: TokenSpan; came: TokenSpan; hunk: Hunk };

/** What went from the side and what came, stretch by stretch; what only crossed a boundary is left out. */
export function* hunksOf(
  texts: ComparedTexts,
  spans: ClaimSpans,
  { old, now, oldWide, nowWide, image, moved }: AlignedSide & { moved: Across },
): Generator<PlacedHunk> {
  const start = {
    old: Math.max(old.first, old.first === moved.gone.first ? moved.gone.last : old.first),
    now: Math.max(now.first, now.first === moved.came.first ? moved.came.last : now.first),
  };
  const end = {
    old:
      moved.gone.last === old.last && moved.gone.first < moved.gone.last
        ? moved.gone.first
        : old.last,
    now:
      moved.came.last === now.last && moved.came.first < moved.came.last
        ? moved.came.first
        : now.last,
  };
  let from = start.old;
  let to = start.now;
  const hunk = (oldEnd: number, nowEnd: number): PlacedHunk => {
    const gone = { first: from, last: oldEnd };
    const came = { first: to, last: nowEnd };
    return {
      gone,
      came,
      hunk: {
        gone: sentenceTokens(texts.old, gone, spans.old, spans.was),
        came: sentenceTokens(texts.now, came, spans.now, spans.is),
      },
    };
  };
  for (let at = start.old; at < end.old; at++) {
    const here = placeOf(image[at - oldWide.first] ?? -1, nowWide.first);
    if (here < to || here >= end.now) continue;
    if (at > from || here > to) yield hunk(at, here);
    from = at;
    to = here;
    if (texts.old.tokens.ids[at] !== texts.now.tokens.ids[here]) yield hunk(at + 1, here + 1);
    from = at + 1;
    to = here + 1;
  }
  if (from < end.old || to < end.now) yield hunk(end.old, end.now);
}

function sentenceTokens(
  text: ReadText,
  span: TokenSpan,
  sentence: TokenSpan,
  claim: TokenSpan,
): SentenceToken[] {
  const tokens: SentenceToken[] = [];
  for (let at = span.first; at < span.last; at++) {
    tokens.push({
      raw: tokenText(text, at),
      isFirst: isFirstWord(text, at, sentence),
      isAtClaim: at === claim.first - 1 || at === claim.last,
      previous: at > sentence.first ? tokenText(text, at - 1) : '',
      next: at + 1 < sentence.last ? tokenText(text, at + 1) : '',
    });
  }
  return tokens;
}

/** Only marks stand before it in its sentence, or it follows an opening quotation mark, a colon or a dash. */
function isFirstWord(text: ReadText, at: number, sentence: TokenSpan): boolean {
  for (let before = at - 1; before >= sentence.first; before--) {
    const raw = tokenText(text, before);
    if (WORD.test(raw))
      return before + 1 < at && /^[:“„«"‘.!?…]$/u.test(tokenText(text, before + 1));
    if (text.sentenceOf[before] !== text.sentenceOf[at]) return true;
  }
  return true;
}

/** An index counted from `from` as one into the whole text; -1 stays -1. */
export const placeOf = (at: number, from: number): number => (at < 0 ? -1 : at + from);

const WORD = /[\p{L}\p{N}]/u;
