import type { Block } from './blocks';
import { isCharacterEdge } from './character-edges';
import type { TextRange } from './text-anchor';

/** Other words for a stretch of the copy; `after` may be empty: the words are cut. */
export type WordChange = TextRange & { before: string; after: string };

/** Why these words cannot be suggested for this stretch, in a sentence; null when they can. */
export function changeProblem(
  copy: string,
  { start, end }: TextRange,
  after: string,
): string | null {
  if (!(Number.isSafeInteger(start) && Number.isSafeInteger(end)) || start < 0 || end > copy.length)
    return `The words do not lie in the copy, which runs from 0 to ${copy.length}. Mark them again.`;
  if (start >= end)
    return 'Mark the words that are to change. To write something in, take a word beside it along.';
  if (!isCharacterEdge(copy, start) || !isCharacterEdge(copy, end))
    return 'The marking cuts a character in two. Mark whole characters.';
  return copy.slice(start, end) === after
    ? 'These are the words that stand there. Write what they should be instead.'
    : null;
}

/** The first two changes that touch the same words; null when none do. */
export function firstOverlap<Change extends TextRange>(
  changes: readonly Change[],
): [Change, Change] | null {
  const sorted = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [at, change] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next !== undefined && next.start < change.end) return [change, next];
  }
  return null;
}

/** Why two changes cannot both be written in, in a sentence. */
export const overlapSentence = ([a, b]: readonly [WordChange, WordChange]): string =>
  `Two accepted changes touch the same words: ${spoken(a)} and ${spoken(b)}. Turn one of them down first.`;

const spoken = ({ before, after }: WordChange): string =>
  after === '' ? `cutting “${short(before)}”` : `“${short(before)}” to “${short(after)}”`;

const short = (words: string): string => (words.length > 60 ? `${words.slice(0, 59)}…` : words);

/**
 * The copy with the changes written in at exactly their ranges, and its blocks where they stand then; a block of which
 * nothing is left is gone. The changes may come in any order; they must lie in the copy and not overlap, or it throws.
 */
export function applyChanges(
  copy: string,
  blocks: readonly Block[],
  changes: readonly WordChange[],
): { copy: string; blocks: Block[] } {
  if (firstOverlap(changes) !== null) throw new Error('Changes that overlap were let through.');
  const sorted = changes.toSorted((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  for (const { start, end, before, after } of sorted) {
    if (copy.slice(start, end) !== before)
      throw new Error('A change of other words was let through.');
    text += copy.slice(at, start) + after;
    at = end;
  }
  const moved = (offset: number, edge: 'start' | 'end'): number => {
    let shift = 0;
    for (const { start, end, after } of sorted) {
      if (start >= offset) break;
      // An edge inside of a change goes to that change's own edge.
      if (end > offset) return start + shift + (edge === 'end' ? after.length : 0);
      shift += after.length - (end - start);
    }
    return offset + shift;
  };
  return {
    copy: text + copy.slice(at),
    blocks: blocks
      .map((block) => ({
        ...block,
        start: moved(block.start, 'start'),
        end: moved(block.end, 'end'),
      }))
      .map((block, index, all) => ({
        ...block,
        start: Math.max(block.start, all[index - 1]?.end ?? 0),
      }))
      .filter(({ start, end }) => start < end),
  };
}
