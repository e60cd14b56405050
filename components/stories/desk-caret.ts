import { cutsWord } from '@/lib/domain/character-edges';
import { type TextRange, trimRange } from '@/lib/domain/text-anchor';

/** Walking the copy by words and sentences with the arrow keys. Offsets are UTF-16 units of the copy. */

export type Walk = 'next-word' | 'last-word' | 'next-sentence' | 'last-sentence';

/** Where a walk stands: the stretch it began with, and the one it has come to. */
export type Caret = { from: TextRange; to: TextRange };

export const caretRange = ({ from, to }: Caret): TextRange => ({
  start: Math.min(from.start, to.start),
  end: Math.max(from.end, to.end),
});

/** A word is looked for this far at a time; longer ones do not occur in prose. */
const REACH = 600;

export function wordAfter(
  copy: string,
  blocks: readonly TextRange[],
  at: number,
): TextRange | null {
  for (const block of blocks) {
    if (block.end <= at) continue;
    const from = Math.max(at, block.start);
    const found = words(copy, from, Math.min(block.end, from + REACH))[0];
    if (found) return found;
  }
  return null;
}

export function wordBefore(
  copy: string,
  blocks: readonly TextRange[],
  at: number,
): TextRange | null {
  for (const block of blocks.toReversed()) {
    if (block.start >= at) continue;
    const to = Math.min(at, block.end);
    const from = Math.max(block.start, to - REACH);
    const found = words(copy, from, to).at(-1);
    if (found) return found;
  }
  return null;
}

function words(copy: string, from: number, to: number): TextRange[] {
  const found: TextRange[] = [];
  for (const { segment, index, isWordLike } of segmenter().segment(copy.slice(from, to)))
    if (isWordLike) found.push({ start: from + index, end: from + index + segment.length });
  return found;
}

let made: Intl.Segmenter | undefined;
const segmenter = (): Intl.Segmenter => {
  made ??= new Intl.Segmenter(undefined, { granularity: 'word' });
  return made;
};

/** One step from `caret` (null: nowhere yet); `extends` keeps where it began. Null: there is nowhere to go. */
export function walk(
  text: { copy: string; blocks: readonly TextRange[]; sentences: readonly TextRange[] },
  caret: Caret | null,
  step: Walk,
  isExtending: boolean,
): Caret | null {
  const to = stretchAt(text, caret?.to ?? null, step);
  if (to === null) return null;
  return isExtending && caret !== null ? { from: caret.from, to } : { from: to, to };
}

function stretchAt(
  { copy, blocks, sentences }: Parameters<typeof walk>[0],
  here: TextRange | null,
  step: Walk,
): TextRange | null {
  switch (step) {
    case 'next-word':
      return wordAfter(copy, blocks, here?.end ?? 0);
    case 'last-word':
      return here && wordBefore(copy, blocks, here.start);
    case 'next-sentence': {
      // From a word, its own sentence comes first.
      const own = here && sentences.find((each) => each.start <= here.start && here.end < each.end);
      return own ?? sentences.find((each) => each.start >= (here?.end ?? 0)) ?? null;
    }
    case 'last-sentence':
      return here && (sentences.findLast((each) => each.start < here.start) ?? null);
  }
}

/** Without the blanks at its ends, and out to the edge of a word that the mouse cut in two. */
export function wholeWords(copy: string, range: TextRange): TextRange | null {
  let { start, end } = trimRange(copy, range);
  if (start >= end) return null;
  while (start > 0 && cutsWord(copy, start)) start--;
  while (end < copy.length && cutsWord(copy, end)) end++;
  return { start, end };
}
