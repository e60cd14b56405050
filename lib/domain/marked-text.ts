import type { TextRange } from './text-anchor';

/** A claim's words in the copy; it may cross blocks and overlap others. */
export type TextMark = TextRange & { id: string };

/**
 * A stretch of a block with the same claims throughout, for one text node. `marks` are the claims it belongs to, the
 * lowest line first; `starts` and `ends` name those whose first or last stretch this is.
 */
export type Piece = TextRange & {
  text: string;
  marks: { id: string; depth: number }[];
  starts: string[];
  ends: string[];
};

/** Lines under the words: 0 is next to them, 2 the lowest. */
const DEPTHS = 3;

/**
 * One block of the copy, cut at every claim's boundary. Give the same marks (all of the copy's) for every block, or
 * use `markBlocks`, so that a claim across blocks keeps its depth.
 */
export const markText = (copy: string, block: TextRange, marks: readonly TextMark[]): Piece[] =>
  markBlocks(copy, [block], marks)[0] ?? [];

/**
 * Every block of the copy, cut at every claim's boundary: pieces per block, in order, that together are the block. A
 * claim that starts or ends between blocks starts at the next piece and ends at the one before.
 * O(blocks + pieces + m log m).
 */
export function markBlocks(
  copy: string,
  blocks: readonly TextRange[],
  marks: readonly TextMark[],
): Piece[][] {
  const real = marks.filter(({ start, end }) => start < end);
  const depths = markDepths(real);
  const waiting = real.toSorted((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let active: TextMark[] = [];
  const begun = new Set<TextMark>();
  return blocks.map((block, index) => {
    const limit = blocks[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    const pieces: Piece[] = [];
    let at = block.start;
    while (at < block.end) {
      active = active.filter(({ end }) => end > at);
      for (let mark = waiting[next]; mark && mark.start <= at; mark = waiting[++next]) {
        if (mark.end > at) active.push(mark);
      }
      let end = Math.min(block.end, waiting[next]?.start ?? block.end);
      for (const mark of active) end = Math.min(end, mark.end);
      const lowestFirst = active.toSorted(
        (a, b) => (depths.get(b) ?? 0) - (depths.get(a) ?? 0) || a.start - b.start || b.end - a.end,
      );
      pieces.push({
        start: at,
        end,
        text: copy.slice(at, end),
        marks: lowestFirst.map((mark) => ({ id: mark.id, depth: depths.get(mark) ?? 0 })),
        starts: lowestFirst.filter((mark) => !begun.has(mark)).map(({ id }) => id),
        ends: lowestFirst
          .filter((mark) => mark.end === end || (end === block.end && mark.end <= limit))
          .map(({ id }) => id),
      });
      for (const mark of active) begun.add(mark);
      at = end;
    }
    return pieces;
  });
}

/**
 * The line each claim is drawn on, the same over all its length: shorter claims first, each below every shorter one
 * it overlaps. Where that would need a fourth line, it takes one that is free there, and the lowest when none is.
 */
function markDepths(marks: readonly TextMark[]): Map<TextMark, number> {
  const edges = [...new Set(marks.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const place = new Map(edges.map((offset, index) => [offset, index]));
  const lines = new UsedLines(Math.max(1, edges.length - 1));
  const depths = new Map<TextMark, number>();
  const shortestFirst = marks.toSorted(
    (a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start || (a.id < b.id ? -1 : 1),
  );
  for (const mark of shortestFirst) {
    const from = place.get(mark.start) ?? 0;
    const to = place.get(mark.end) ?? 0;
    const depth = freeLine(lines.usedIn(from, to));
    lines.use(from, to, depth);
    depths.set(mark, depth);
  }
  return depths;
}

function freeLine(used: number): number {
  const below = 32 - Math.clz32(used);
  if (below < DEPTHS) return below;
  for (let line = 0; line < DEPTHS; line++) if ((used & (1 << line)) === 0) return line;
  return DEPTHS - 1;
}

/** A segment tree of bit sets: which lines are taken anywhere in a stretch, in O(log n). */
class UsedLines {
  readonly #size: number;
  readonly #whole: Uint8Array;
  readonly #some: Uint8Array;

  constructor(size: number) {
    this.#size = size;
    this.#whole = new Uint8Array(4 * size);
    this.#some = new Uint8Array(4 * size);
  }

  use(from: number, to: number, line: number): void {
    this.#use(1, 0, this.#size, from, to, 1 << line);
  }

  usedIn(from: number, to: number): number {
    return this.#usedIn(1, 0, this.#size, from, to);
  }

  #use(node: number, low: number, high: number, from: number, to: number, bit: number): void {
    if (to <= low || high <= from) return;
    this.#some[node] = (this.#some[node] ?? 0) | bit;
    if (from <= low && high <= to) {
      this.#whole[node] = (this.#whole[node] ?? 0) | bit;
      return;
    }
    const middle = (low + high) >> 1;
    this.#use(node * 2, low, middle, from, to, bit);
    this.#use(node * 2 + 1, middle, high, from, to, bit);
  }

  #usedIn(node: number, low: number, high: number, from: number, to: number): number {
    if (to <= low || high <= from) return 0;
    if (from <= low && high <= to) return this.#some[node] ?? 0;
    const middle = (low + high) >> 1;
    return (
      (this.#whole[node] ?? 0) |
      this.#usedIn(node * 2, low, middle, from, to) |
      this.#usedIn(node * 2 + 1, middle, high, from, to)
    );
  }
}
