import { diffArrays } from 'diff';

/**
 * Which token of the new copy each token of the old one became: `[i]` is an index into `after`, or -1. The indexes rise.
 *
 * Method: patience diff (Bram Cohen) weighted by length. Tokens that are unique on both sides are grown to the longest
 * common runs; the chain of runs that holds most tokens is kept, and what lies between is treated alike. What is left
 * without unique tokens is compared by Myers' algorithm (package `diff`). Myers alone takes time by the square of the
 * differences, which moved paragraphs make many of, and pairs stray small words across them.
 */
export function alignTokens(before: Int32Array, after: Int32Array): Int32Array {
  const image = new Int32Array(before.length).fill(-1);
  const work: Gap[] = [{ a: 0, aEnd: before.length, b: 0, bEnd: after.length }];
  for (let gap = work.pop(); gap !== undefined; gap = work.pop()) {
    const rest = trimmed(before, after, gap, image);
    if (rest.a === rest.aEnd || rest.b === rest.bEnd) continue;
    const runs = commonChain(before, after, rest);
    if (runs.length === 0) {
      compareDirectly(before, after, rest, image);
      continue;
    }
    let { a, b } = rest;
    for (const run of runs) {
      work.push({ a, aEnd: run.a, b, bEnd: run.b });
      for (let at = 0; at < run.length; at++) image[run.a + at] = run.b + at;
      a = run.a + run.length;
      b = run.b + run.length;
    }
    work.push({ a, aEnd: rest.aEnd, b, bEnd: rest.bEnd });
  }
  return image;
}

type Gap = { a: number; aEnd: number; b: number; bEnd: number };
type Run = { a: number; b: number; length: number };

/** The gap without what is equal at its start and its end. */
function trimmed(before: Int32Array, after: Int32Array, gap: Gap, image: Int32Array): Gap {
  let { a, aEnd, b, bEnd } = gap;
  while (a < aEnd && b < bEnd && before[a] === after[b]) image[a++] = b++;
  while (a < aEnd && b < bEnd && before[aEnd - 1] === after[bEnd - 1]) image[--aEnd] = --bEnd;
  return { a, aEnd, b, bEnd };
}

/**
 * Lengths of the stretches that are asked to be unique, in this order: single words where there are any, longer ones for
 * copy that says the same words over and over.
 */
const STRETCHES = [1, 3, 8];

function commonChain(before: Int32Array, after: Int32Array, gap: Gap): Run[] {
  for (const stretch of STRETCHES) {
    const runs = heaviestChain(commonRuns(before, after, gap, stretch));
    if (runs.length > 0) return runs;
  }
  return [];
}

/**
 * The common runs through stretches that stand once on each side of the gap, in order of the old copy, each from the
 * start of its first such stretch to that of its last: so cut, no two of them overlap. What they can be grown by is left
 * to the gaps between them.
 */
function commonRuns(before: Int32Array, after: Int32Array, gap: Gap, stretch: number): Run[] {
  const placeAfter = onlyPlaces(after, gap.b, gap.bEnd, stretch);
  const placeBefore = onlyPlaces(before, gap.a, gap.aEnd, stretch);
  const runs: Run[] = [];
  const open = new Map<number, { run: Run; grownTo: number }>();
  for (const [key, at] of placeBefore) {
    const b = placeAfter.get(key) ?? -1;
    if (at < 0 || b < 0) continue;
    const diagonal = b - at;
    const last = open.get(diagonal);
    if (last !== undefined && last.grownTo >= at + stretch) {
      last.run.length = at + 1 - last.run.a;
      continue;
    }
    let to = at;
    while (to < gap.aEnd && to + diagonal < gap.bEnd && before[to] === after[to + diagonal]) to++;
    // Keys of longer stretches are hashes, which may be alike by chance.
    if (to < at + stretch) continue;
    const run = { a: at, b, length: 1 };
    open.set(diagonal, { run, grownTo: to });
    runs.push(run);
  }
  return runs;
}

/** Where each stretch that stands once starts, in order; -1 for one that stands more often. */
function onlyPlaces(
  ids: Int32Array,
  from: number,
  to: number,
  stretch: number,
): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + stretch <= to; at++) {
    const key = stretch === 1 ? (ids[at] ?? -1) : hashOf(ids, at, stretch);
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** 53 bits of FNV-1a over the ids. */
function hashOf(ids: Int32Array, at: number, length: number): number {
  let high = 0x811c9dc5;
  let low = 0x01234567;
  for (let each = at; each < at + length; each++) {
    high = Math.imul(high ^ (ids[each] ?? 0), 0x01000193);
    low = Math.imul(low ^ (ids[each] ?? 0), 0x5bd1e995);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}

/** The runs, none crossing or overlapping another, that hold most tokens together. O(n log n). */
function heaviestChain(runs: readonly Run[]): Run[] {
  const ends = [...new Set(runs.map((run) => run.b + run.length))].sort(
    (one, other) => one - other,
  );
  const rank = new Map(ends.map((end, at) => [end, at + 1]));
  const best = new Int32Array(ends.length + 1).fill(-1);
  const weight = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  const byEnd = runs.map((_, at) => at).sort((one, other) => endOf(runs[one]) - endOf(runs[other]));
  let ended = 0;
  let heaviest = -1;
  for (const [at, run] of runs.entries()) {
    for (; ended < byEnd.length; ended++) {
      const candidate = byEnd[ended] ?? 0;
      if (endOf(runs[candidate]) > run.a) break;
      const end = runs[candidate];
      for (
        let node = rank.get((end?.b ?? 0) + (end?.length ?? 0)) ?? 0;
        node > 0 && node <= ends.length;
        node += node & -node
      ) {
        const held = best[node] ?? -1;
        if (held < 0 || (weight[candidate] ?? 0) > (weight[held] ?? 0)) best[node] = candidate;
      }
    }
    let from = -1;
    for (let node = rankUpTo(ends, run.b); node > 0; node -= node & -node) {
      const held = best[node] ?? -1;
      if (held >= 0 && (from < 0 || (weight[held] ?? 0) > (weight[from] ?? 0))) from = held;
    }
    previous[at] = from;
    // Squares, so that one long run outweighs stray words that happen to stand in order.
    weight[at] = run.length * run.length + (from < 0 ? 0 : (weight[from] ?? 0));
    if (heaviest < 0 || (weight[at] ?? 0) > (weight[heaviest] ?? 0)) heaviest = at;
  }
  const chain: Run[] = [];
  for (let at = heaviest; at >= 0; at = previous[at] ?? -1) {
    const run = runs[at];
    if (run !== undefined) chain.push(run);
  }
  return chain.reverse();
}

const endOf = (run: Run | undefined): number => (run?.a ?? 0) + (run?.length ?? 0);

/** How many of the sorted ends are at most this. */
function rankUpTo(ends: readonly number[], most: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** More differences than this in a stretch without one unique word in common: it is taken as written anew. */
const MOST_EDITS = 400;

function compareDirectly(before: Int32Array, after: Int32Array, gap: Gap, image: Int32Array): void {
  const changes = diffArrays(
    Array.from(before.subarray(gap.a, gap.aEnd)),
    Array.from(after.subarray(gap.b, gap.bEnd)),
    { maxEditLength: MOST_EDITS },
  );
  let { a, b } = gap;
  for (const { added, removed, count } of changes ?? []) {
    if (!(added || removed)) {
      for (let at = 0; at < count; at++) image[a + at] = b + at;
    }
    if (!added) a += count;
    if (!removed) b += count;
  }
}
