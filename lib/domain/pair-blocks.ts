import type { Block } from './blocks';
import type { Tokens } from './tokens';
import { tokensIn } from './tokens';

type Side = { blocks: readonly Block[]; tokens: Tokens };

/** Indexes of the same paragraph in both copies; null: it stands in one only. */
export type BlockPair = { from: number | null; to: number | null; isMoved: boolean };

/** Share of the longer paragraph's words that must be common for two to be one paragraph. */
const ENOUGH_IN_PLACE = 0.3;
const ENOUGH_ELSEWHERE = 0.6;

/**
 * Which paragraph became which, in the order of the new copy, with removed ones where they stood. `image` is the
 * alignment of all tokens (`alignTokens`): a paragraph is the one that most of its words come from. What is left is
 * looked for elsewhere by its words, whatever their order.
 */
export function pairBlocks(old: Side, now: Side, image: Int32Array): BlockPair[] {
  const oldSpans = old.blocks.map((block) => tokensIn(old.tokens, block));
  const nowSpans = now.blocks.map((block) => tokensIn(now.tokens, block));
  const partner = inPlace(oldSpans, nowSpans, image);
  const moved = elsewhere(old, oldSpans, now, nowSpans, partner);
  return inOrder(oldSpans.length, nowSpans.length, partner, moved);
}

type Span = { first: number; last: number };
const size = (span: Span | undefined): number => (span?.last ?? 0) - (span?.first ?? 0);

/** For each new paragraph the old one that stands at its place; the indexes rise. */
function inPlace(
  oldSpans: readonly Span[],
  nowSpans: readonly Span[],
  image: Int32Array,
): Map<number, number> {
  const shared = new Map<number, Map<number, number>>();
  let to = 0;
  for (const [from, span] of oldSpans.entries()) {
    for (let at = span.first; at < span.last; at++) {
      const token = image[at] ?? -1;
      if (token < 0) continue;
      while (to < nowSpans.length && (nowSpans[to]?.last ?? 0) <= token) to++;
      if (to < nowSpans.length && (nowSpans[to]?.first ?? 0) <= token) {
        const counts = shared.get(to) ?? new Map<number, number>();
        counts.set(from, (counts.get(from) ?? 0) + 1);
        shared.set(to, counts);
      }
    }
  }
  const claims: { from: number; to: number; common: number }[] = [];
  for (const [place, counts] of shared) {
    for (const [from, common] of counts) {
      const longer = Math.max(size(oldSpans[from]), size(nowSpans[place]));
      const shorter = Math.min(size(oldSpans[from]), size(nowSpans[place]));
      // A paragraph cut in two, or two joined, share most of the shorter one.
      if (common >= longer * ENOUGH_IN_PLACE || common >= shorter * ENOUGH_ELSEWHERE) {
        claims.push({ from, to: place, common });
      }
    }
  }
  claims.sort((one, other) => other.common - one.common);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const claim of claims) {
    if (partner.has(claim.to) || taken.has(claim.from)) continue;
    partner.set(claim.to, claim.from);
    taken.add(claim.from);
  }
  return partner;
}

/** A word that stands in more left-over paragraphs than this does not tell which one another came from. */
const COMMONPLACE = 30;
/** Paragraphs compared with one that came. */
const MOST_COMPARED = 6;

function elsewhere(
  old: Side,
  oldSpans: readonly Span[],
  now: Side,
  nowSpans: readonly Span[],
  partner: ReadonlyMap<number, number>,
): Map<number, number> {
  const placed = new Set(partner.values());
  const removed = [...oldSpans.keys()].filter((at) => !placed.has(at) && size(oldSpans[at]) > 0);
  const added = [...nowSpans.keys()].filter((at) => !partner.has(at) && size(nowSpans[at]) > 0);
  const moved = new Map<number, number>();
  const words = (side: Side, span: Span | undefined): string =>
    side.tokens.ids.subarray(span?.first ?? 0, span?.last ?? 0).join(' ');
  const exact = new Map<string, number[]>();
  for (const from of removed) {
    const key = words(old, oldSpans[from]);
    exact.set(key, [...(exact.get(key) ?? []), from]);
  }
  for (const to of added) {
    const from = exact.get(words(now, nowSpans[to]))?.shift();
    if (from !== undefined) moved.set(to, from);
  }
  const used = new Set(moved.values());
  const left = removed.filter((from) => !used.has(from));
  const bags = new Map(left.map((from) => [from, bag(old.tokens.ids, oldSpans[from])]));
  const holders = new Map<number, number[]>();
  for (const [from, held] of bags) {
    for (const id of held.keys()) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [from]);
      else known.push(from);
    }
  }
  for (const to of added.filter((at) => !moved.has(at))) {
    let best = { from: -1, share: ENOUGH_ELSEWHERE };
    for (const from of likely(holders, now.tokens.ids, nowSpans[to])) {
      const held = bags.get(from);
      if (held === undefined) continue;
      const longer = Math.max(size(oldSpans[from]), size(nowSpans[to]));
      const share = common(held, now.tokens.ids, nowSpans[to]) / longer;
      if (share > best.share) best = { from, share };
    }
    if (best.from < 0) continue;
    moved.set(to, best.from);
    bags.delete(best.from);
  }
  return moved;
}

/** The paragraphs that hold most of these words, each word counting less the more of them hold it. */
function likely(
  holders: ReadonlyMap<number, readonly number[]>,
  ids: Int32Array,
  span: Span | undefined,
): number[] {
  const votes = new Map<number, number>();
  for (const id of new Set(ids.subarray(span?.first ?? 0, span?.last ?? 0))) {
    const held = holders.get(id) ?? [];
    if (held.length > COMMONPLACE) continue;
    for (const from of held) votes.set(from, (votes.get(from) ?? 0) + 1 / held.length);
  }
  return [...votes]
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST_COMPARED)
    .map(([from]) => from);
}

function bag(ids: Int32Array, span: Span | undefined): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = span?.first ?? 0; at < (span?.last ?? 0); at++) {
    const id = ids[at] ?? -1;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

function common(held: ReadonlyMap<number, number>, ids: Int32Array, span: Span | undefined) {
  const left = new Map<number, number>();
  let count = 0;
  for (let at = span?.first ?? 0; at < (span?.last ?? 0); at++) {
    const id = ids[at] ?? -1;
    const rest = left.get(id) ?? held.get(id) ?? 0;
    if (rest > 0) count++;
    left.set(id, rest - 1);
  }
  return count;
}

/** The new copy's order, each removed paragraph after the one it followed. */
function inOrder(
  oldCount: number,
  nowCount: number,
  partner: ReadonlyMap<number, number>,
  moved: ReadonlyMap<number, number>,
): BlockPair[] {
  const shown = new Set([...partner.values(), ...moved.values()]);
  const pairs: BlockPair[] = [];
  let from = 0;
  const removeUpTo = (end: number) => {
    for (; from < end; from++) if (!shown.has(from)) pairs.push({ from, to: null, isMoved: false });
  };
  for (let to = 0; to < nowCount; to++) {
    const stays = partner.get(to);
    const comes = moved.get(to);
    if (stays !== undefined) {
      removeUpTo(stays);
      from = Math.max(from, stays + 1);
      pairs.push({ from: stays, to, isMoved: false });
    } else {
      pairs.push({ from: comes ?? null, to, isMoved: comes !== undefined });
    }
  }
  removeUpTo(oldCount);
  return pairs;
}
