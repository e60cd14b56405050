import type { Block } from '@/lib/domain/blocks';
import type { CoveredSentence } from '@/lib/domain/coverage';
import { markBlocks, type Piece, type TextMark } from '@/lib/domain/marked-text';

/** A stretch of text for one text node, and whether nobody has looked at its sentence. */
export type Leaf = { start: number; text: string; isUnlooked: boolean };

/** A claim's line over what lies within; `isEnd`: the claim's last stretch. */
export type Line = { claimId: string; depth: number; isEnd: boolean; within: Run[] };

export type Run = Leaf | Line;

/** Each block of the copy as runs of text under the lines of its claims, the lowest line outermost. */
export function deskRuns(
  copy: string,
  blocks: readonly Block[],
  marks: readonly TextMark[],
  sentences: readonly CoveredSentence[],
): Run[][] {
  const unlooked = sentences.filter(({ claimed }) => !claimed);
  let next = 0;
  return markBlocks(copy, blocks, marks).map((pieces) => {
    const cut = pieces.map((piece) => {
      const leaves: Leaf[] = [];
      let at = piece.start;
      while (at < piece.end) {
        while ((unlooked[next]?.end ?? Number.POSITIVE_INFINITY) <= at) next++;
        const sentence = unlooked[next];
        const isUnlooked = sentence !== undefined && sentence.start <= at;
        const edge = isUnlooked ? sentence.end : (sentence?.start ?? piece.end);
        const end = lineEnd(copy, at, Math.min(edge, piece.end));
        leaves.push({ start: at, text: copy.slice(at, end), isUnlooked });
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
