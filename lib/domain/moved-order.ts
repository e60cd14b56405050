import type { TextRange } from './text-anchor';

/**
 * Which of these places moved as people say it: past others. What is only shifted by words written in or cut before it
 * has kept its place. The places that keep their order are the longest increasing subsequence (Fredman 1975,
 * O(n log n)); the others moved. Answers in the order given.
 */
export function movedPastOthers(places: readonly { from: TextRange; to: TextRange }[]): boolean[] {
  const inOldOrder = places
    .map(({ from, to }, index) => ({ from, to, index }))
    .sort((a, b) => byPlace(a.from, b.from) || byPlace(a.to, b.to));
  /** `ends[n]`: among kept runs of n + 1 places the one that ends first in the new text, by index of `inOldOrder`. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, { to }] of inOldOrder.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = inOldOrder[ends[middle] ?? 0];
      if (end !== undefined && byPlace(end.to, to) <= 0) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const moved = places.map(() => true);
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const kept = inOldOrder[at];
    if (kept !== undefined) moved[kept.index] = false;
  }
  return moved;
}

const byPlace = (a: TextRange, b: TextRange): number => a.start - b.start || a.end - b.end;
