import type { Block } from '@/lib/domain/blocks';
import { markBlocks, type Piece, type TextMark } from '@/lib/domain/marked-text';
import type { DeskSentence } from './desk-text';

/** A stretch of text for one text node, and the sentence it is of; null: a claimed one, or none that counts. */
export type Leaf = { start: number; text: string; sentence: DeskSentence | null };

/** A claim's line over what lies within; `isEnd`: the claim's last stretch. */
export type Line = { claimId: string; depth: number; isEnd: boolean; within: Run[] };

export type Run = Leaf | Line;

/** Each block of the copy as runs of text under the lines of its claims, the lowest line outermost. */
export function deskRuns(
  copy: string,
  blocks: readonly Block[],
  marks: readonly TextMark[],
  sentences: readonly DeskSentence[],
): Run[][] {
  // Claimed sentences look alike, and so does what does not count: no cut is needed there.
  const telling = sentences.filter(({ state }) => state !== 'CLAIMED');
  let next = 0;
  return markBlocks(copy, blocks, marks).map((pieces) => {
    const cut = pieces.map((piece) => {
      const leaves: Leaf[] = [];
      let at = piece.start;
      while (at < piece.end) {
        while ((telling[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
        const sentence = telling[next];
        const isIn = sentence !== undefined && sentence.start <= at;
        const edge = isIn ? sentence.end : (sentence?.start ?? piece.end);
        const end = lineEnd(copy, at, Math.min(edge, piece.end));
        leaves.push({ start: at, text: copy.slice(at, end), sentence: isIn ? sentence : null });
        at = end;
      }
      return { piece, leaves };
    });
    return nest(cut, 0);
  });
}

/** A browser reads CR LF as one character, so that a text node after one must say anew where it stands. */
function lineEnd(copy: string, from: number, to: number): number {
  const at = copy.indexOf('\r\n', from);
  return at < 0 || at + 2 > to ? to : at + 2;
}

type Cut = { piece: Piece; leaves: Leaf[] };

/** Neighbouring pieces of one claim lie under one line, so that a wave or a dash runs through. */
function nest(cuts: readonly Cut[], level: number): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < cuts.length; ) {
    const mark = cuts[from]?.piece.marks[level];
    let to = from + 1;
    while (to < cuts.length && cuts[to]?.piece.marks[level]?.id === mark?.id) to++;
    const group = cuts.slice(from, to);
    if (mark === undefined) runs.push(...group.flatMap(({ leaves }) => leaves));
    else
      runs.push({
        claimId: mark.id,
        depth: mark.depth,
        isEnd: group.at(-1)?.piece.ends.includes(mark.id) ?? false,
        within: nest(group, level + 1),
      });
    from = to;
  }
  return runs;
}
