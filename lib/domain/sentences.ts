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
    let open: { start: number; end: number } | null = null;
    for (const { index, segment } of segmenter.segment(smooth(words))) {
      const piece = { start: index, end: index + segment.length };
      if (open !== null && goesOn(words.slice(open.start, open.end), words.slice(piece.start))) {
        open.end = piece.end;
        continue;
      }
      if (open !== null) sentences.push(placed(words, open, start, block));
      open = piece;
    }
    if (open !== null) sentences.push(placed(words, open, start, block));
  }
  return sentences.filter((sentence) => sentence.start < sentence.end);
}

/**
 * The same number of UTF-16 units, with what would mislead the segmenter replaced: a wrapped line's break and a
 * quote's marker by spaces, the one-character ellipsis by a stop, a bracketed omission by letters, the space before
 * a closing quote (as in French) by a bracket.
 */
function smooth(words: string): string {
  return words
    .replace(/[\n\r\u2028\u2029](?:[^\S\n\r]*>)*/gu, (found) => ' '.repeat(found.length))
    .replace(/[[(]\s?(?:…|\.\.\.)\s?[\])]/gu, (found) => 'x'.repeat(found.length))
    .replace(/…/gu, '.')
    .replace(/(?<=[.!?])\s+(?=[”»](?:\s|$))/gu, (found) => ')'.repeat(found.length));
}

const HAS_WORDS = /[\p{L}\p{N}]/u;
const LOWER_CASE = /^["'“‘«([\u2010-\u2015-]*\s*\p{Ll}(?!\p{Lu})/u;
const QUESTION_IN_QUOTE = /[?!]["'”’»]+\s*$/u;
const SPEAKER =
  /^(?:\p{Lu}[\p{L}’'.-]*\s+){1,4}(?:said|says|asked|asks|added|wrote|writes|told|replied|shouted|tweeted)\b[^?!.]{0,60}[.,:]/u;

/** Whether the sentence goes on over this boundary. `left` is the sentence so far, `right` the rest of the block. */
function goesOn(left: string, right: string): boolean {
  const next = right.slice(0, 300).trimStart();
  if (!HAS_WORDS.test(left) || !HAS_WORDS.test(next)) return true;
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
