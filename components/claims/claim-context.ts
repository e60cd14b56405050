import { type Block, blockIndexAt, blockLabels } from '@/lib/domain/blocks';
import { findSentences } from '@/lib/domain/sentences';
import type { TextRange } from '@/lib/domain/text-anchor';

/** A claim's words among their neighbours: its own sentence or sentences, and one to either side. */
export type WordsInContext = { before: string; words: string; after: string; block: string };

/** A sentence this long is cut, at the side away from the claim. */
const LONGEST = 400;

export function wordsInContext(
  copy: string,
  blocks: readonly Block[],
  language: string,
  { start, end }: TextRange,
): WordsInContext {
  const first = blockIndexAt(blocks, start);
  const last = blockIndexAt(blocks, Math.max(start, end - 1));
  // The blocks around are enough: a neighbour further off would not be read as one.
  const from = Math.max(0, first - 1);
  const near = blocks.slice(from, last + 2);
  const sentences = findSentences(copy, near, language);
  const own = sentences.filter((sentence) => sentence.end > start && sentence.start < end);
  const inBlock = (index: number) => (sentence: { block: number }) =>
    sentence.block + from === index;
  const before = sentences
    .filter(inBlock(first))
    .findLast((each) => each.end <= (own[0]?.start ?? start));
  const after = sentences
    .filter(inBlock(last))
    .find((each) => each.start >= (own.at(-1)?.end ?? end));
  const contextStart = before?.start ?? own[0]?.start ?? start;
  const contextEnd = after?.end ?? own.at(-1)?.end ?? end;
  const [left, right] = [
    copy.slice(Math.min(contextStart, start), start),
    copy.slice(end, Math.max(contextEnd, end)),
  ];
  return {
    before: left.length > LONGEST ? `…${left.slice(-LONGEST)}` : left,
    words: copy.slice(start, end),
    after: right.length > LONGEST ? `${right.slice(0, LONGEST)}…` : right,
    block: blockLabels(blocks)[first] ?? '',
  };
}

/** A place that fits a claim, as it reads: its block, and the words around it. */
export type PlaceWords = WordsInContext & { start: number };

/** Enough words to either side to tell two places apart. */
const NEAR = 60;

/** Each place with a few words to either side. */
export const placesInContext = (
  copy: string,
  blocks: readonly Block[],
  language: string,
  places: readonly TextRange[],
): PlaceWords[] =>
  places.map((place) => {
    const { before, after, ...rest } = wordsInContext(copy, blocks, language, place);
    return {
      ...rest,
      start: place.start,
      before: before.length > NEAR ? `…${before.slice(-NEAR)}` : before,
      after: after.length > NEAR ? `${after.slice(0, NEAR)}…` : after,
    };
  });
