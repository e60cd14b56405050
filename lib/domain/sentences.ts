import { abbreviationBefore } from './abbreviations';
import type { Block } from './blocks';

/** A sentence: UTF-16 offsets into the copy, no white space at either end, and the index of its block. */
export type Sentence = { start: number; end: number; block: number };

/**
 * The sentences of each block, in order. Every character of a block that is not white space stands in exactly one.
 * The boundaries of Unicode (UAX 29) are mended where newsroom prose breaks them: abbreviations, initials, and a
 * question inside a quotation. `language` is a BCP 47 tag; one that the runtime does not know counts as English.
 */
export function findSentences(copy: string, blocks: readonly Block[], language = 'en'): Sentence[] {
  const segmenter = sentenceSegmenter(language);
  const sentences: Sentence[] = [];
  for (const [block, { start, end }] of blocks.entries()) {
    const words = copy.slice(start, end);
    let open: { start: number; end: number; hasWords: boolean } | null = null;
    for (const piece of unicodeSentences(segmenter, smooth(words))) {
      const hasWords = HAS_WORDS.test(words.slice(piece.start, piece.end));
      if (
        open !== null &&
        (!open.hasWords ||
          !hasWords ||
          goesOn(
            words.slice(open.start, open.end),
            words.slice(piece.start, piece.start + LOOK_AHEAD),
          ))
      ) {
        open.end = piece.end;
        open.hasWords ||= hasWords;
        continue;
      }
      if (open !== null) sentences.push(placed(words, open, start, block));
      open = { ...piece, hasWords };
    }
    if (open !== null) sentences.push(placed(words, open, start, block));
  }
  return sentences.filter((sentence) => sentence.start < sentence.end);
}

/** How much after a boundary decides about it. */
const LOOK_AHEAD = 300;

const WINDOW = 4_000;
const DECIDES = /[\p{L}.!?。！？]/u;
const OPENING_MARKS = /(?<=[.!?。！？])[“‘«([（「『]{1,4}$/u;

/**
 * The segmenter's sentences, asked for window by window: V8 copies the whole text for each segment it hands out, so
 * that a long block in one piece would take quadratic time. A sentence starts afresh whatever was before it, so the
 * windows may start at any boundary; a window's last sentence may be cut off and is asked for again.
 */
function* unicodeSentences(
  segmenter: Intl.Segmenter,
  text: string,
): Generator<{ start: number; end: number }> {
  let from = 0;
  let width = WINDOW;
  while (from < text.length) {
    const window = text.slice(from, from + width);
    const isLast = from + width >= text.length;
    const pieces = Array.from(segmenter.segment(window), ({ index, segment }) => ({
      start: from + index,
      end: from + index + segment.length,
    }));
    const cutOff = isLast ? undefined : pieces.pop();
    // Rule SB8: until a letter or a stop is seen, a small letter may still undo the boundary before the cut-off rest.
    if (cutOff && (pieces.length === 0 || !DECIDES.test(text.slice(cutOff.start, cutOff.end)))) {
      width *= 2;
      continue;
    }
    for (const [at, piece] of pieces.entries()) {
      // Without a space the standard gives an opening quote to the sentence before it.
      const opening = OPENING_MARKS.exec(text.slice(piece.start, piece.end))?.[0].length ?? 0;
      const next = pieces[at + 1] ?? cutOff;
      if (next !== undefined) {
        piece.end -= opening;
        next.start -= opening;
      }
      yield piece;
    }
    from = cutOff?.start ?? text.length;
    width = WINDOW;
  }
}

/**
 * The same number of UTF-16 units, with what would mislead the segmenter replaced: a wrapped line's break and a
 * quote's marker by spaces, the one-character ellipsis by a stop, a bracketed omission by letters, the space before
 * a closing quote (as in French) by a bracket. A figure that begins a sentence becomes a capital: rule SB8 would let a
 * small letter after it ("It closed. 12 people lost their jobs") undo the boundary.
 */
function smooth(words: string): string {
  return words
    .replace(/[\n\r\u2028\u2029](?:[^\S\n\r]*>)*/gu, (found) => ' '.repeat(found.length))
    .replace(/[[(]\s?(?:…|\.\.\.)\s?[\])]/gu, (found) => 'x'.repeat(found.length))
    .replace(/…/gu, '.')
    .replace(/(?<=[.!?])\s+(?=[”»](?:\s|$))/gu, (found) => ')'.repeat(found.length))
    .replace(/(?<=\p{L}{3}[.!?]["”’»)]{0,2}\s{1,2})\p{Nd}/gu, (found) => 'X'.repeat(found.length));
}

const HAS_WORDS = /[\p{L}\p{N}]/u;
const LOWER_CASE = /^["'“‘«([\u2010-\u2015-]*\s*\p{Ll}(?!\p{Lu})/u;
const QUESTION_IN_QUOTE = /[?!]["'”’»]+\s*$/u;
const SPEAKER =
  /^(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:said|says|asked|asks|added|wrote|writes|told|replied|shouted|tweeted)\b[^?!.]{0,60}[.,:]/u;

/** Whether the sentence goes on over this boundary. `left` is the sentence so far, `right` what comes next. */
function goesOn(left: string, right: string): boolean {
  const next = right.trimStart();
  if (LOWER_CASE.test(next)) return true;
  if (QUESTION_IN_QUOTE.test(left.slice(-8)) && SPEAKER.test(next)) return true;
  return abbreviationBefore(left)?.goesOn(next) ?? false;
}

function placed(
  words: string,
  piece: { start: number; end: number },
  offset: number,
  block: number,
): Sentence {
  const text = words.slice(piece.start, piece.end);
  const start = offset + piece.start + text.length - text.trimStart().length;
  return { start, end: Math.max(start, offset + piece.start + text.trimEnd().length), block };
}

function sentenceSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'sentence' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.Segmenter('en', { granularity: 'sentence' });
  }
}
