import {
  type ComparedTexts,
  placesOf,
  type ReadText,
  sentencesAround,
  type TokenSpan,
} from './compared-texts';

/**
 * Where an old text's words stand in the new one. FOUND: at these tokens, and nowhere as well. EQUAL: at several places
 * that nothing tells apart, or at fewer than they stood at. TAKEN: only where other occurrences of the same words stood
 * before. NONE: nowhere. `places` are the starts of all that come into question.
 */
export type SameWords =
  | { found: 'FOUND'; at: number; places: number[] }
  | { found: 'EQUAL' | 'TAKEN'; places: number[] }
  | { found: 'NONE' };

/** Tokens on each side that are compared to tell two places with the same words apart. */
const CONTEXT = 32;
/** How much better the best place must fit: this many points, and this share. A word in an unbroken run is five. */
const MARGIN = 6;
const MARGIN_SHARE = 0.15;
/** Places listed for a person to choose from. */
export const MOST_PLACES = 100;
/** More pairs of places than this are told apart by their order alone. */
const MOST_PAIRS = 40_000;

/**
 * Finds the words of spans of the old text in the new one: as W3C's TextQuoteSelector has it, the words themselves and
 * then what stands around them, but both ways: a place that fits another old occurrence better is that one's. Keeps
 * what it found out about repeated words for the next span.
 */
export function sameWordsFinder(texts: ComparedTexts): (span: TokenSpan) => SameWords {
  const groups = new Map<string, Map<number, SameWords>>();
  return (span) => {
    const ids = texts.old.tokens.ids.subarray(span.first, span.last);
    const key = ids.join(' ');
    let group = groups.get(key);
    if (group === undefined) {
      group = assign(texts, occurrences(texts.old, ids), occurrences(texts.now, ids), ids.length);
      groups.set(key, group);
    }
    return group.get(span.first) ?? { found: 'NONE' };
  };
}

/** Where these tokens stand one after the other, found by the rarest of them. */
function occurrences(text: ReadText, ids: Int32Array): number[] {
  let rarest = { offset: 0, places: placesOf(text, ids[0] ?? -1) };
  for (const [offset, id] of ids.entries()) {
    const places = placesOf(text, id);
    if (places.length < rarest.places.length) rarest = { offset, places };
    if (places.length < 2) break;
  }
  const found: number[] = [];
  for (const place of rarest.places) {
    const start = place - rarest.offset;
    if (start >= 0 && standsAt(text, ids, start)) found.push(start);
  }
  return found;
}

function standsAt({ tokens }: ReadText, ids: Int32Array, start: number): boolean {
  for (let at = 0; at < ids.length; at++) if (tokens.ids[start + at] !== ids[at]) return false;
  return true;
}

function assign(
  texts: ComparedTexts,
  oldPlaces: readonly number[],
  nowPlaces: readonly number[],
  length: number,
): Map<number, SameWords> {
  const [only] = nowPlaces;
  if (only === undefined) return new Map();
  const places = nowPlaces.slice(0, MOST_PLACES);
  if (nowPlaces.length === 1 && oldPlaces.length === 1) {
    return new Map([[oldPlaces[0] ?? 0, { found: 'FOUND', at: only, places }]]);
  }
  const pairs = oldPlaces.length * nowPlaces.length;
  const scores =
    pairs > MOST_PAIRS
      ? null
      : oldPlaces.map((from) => nowPlaces.map((to) => likeness(texts, from, to, length)));
  if (stayInOrder(texts, oldPlaces, nowPlaces, length, scores)) {
    return new Map(
      oldPlaces.map((from, at) => [from, { found: 'FOUND', at: nowPlaces[at] ?? 0, places }]),
    );
  }
  const owned =
    scores === null
      ? new Map<number, number>()
      : bestPairs(scores, (from, to) =>
          isSupported(
            texts,
            oldPlaces[from] ?? 0,
            nowPlaces[to] ?? 0,
            length,
            oldPlaces,
            nowPlaces,
          ),
        );
  const taken = new Set(owned.values());
  const free = nowPlaces.filter((_, to) => !taken.has(to));
  const homeless = oldPlaces.filter((_, from) => !owned.has(from));
  const result = new Map<number, SameWords>();
  for (const [from, place] of oldPlaces.entries()) {
    const own = owned.get(from);
    const [left] = free;
    if (own !== undefined) {
      result.set(place, { found: 'FOUND', at: nowPlaces[own] ?? 0, places });
    } else if (left === undefined) {
      result.set(place, { found: 'TAKEN', places });
    } else if (free.length === 1 && homeless.length === 1) {
      result.set(place, { found: 'FOUND', at: left, places });
    } else {
      result.set(place, { found: 'EQUAL', places: free.slice(0, MOST_PLACES) });
    }
  }
  return result;
}

/** Whether the words stand as often as before and the token diff has each in its order, with no place fitting better. */
function stayInOrder(
  { image }: ComparedTexts,
  oldPlaces: readonly number[],
  nowPlaces: readonly number[],
  length: number,
  scores: readonly (readonly number[])[] | null,
): boolean {
  if (oldPlaces.length !== nowPlaces.length) return false;
  return oldPlaces.every((from, at) => {
    const to = nowPlaces[at] ?? -1;
    for (let each = 0; each < length; each++) {
      if (image[from + each] !== to + each) return false;
    }
    if (scores === null) return true;
    const own = scores[at]?.[at] ?? 0;
    const best = Math.max(...(scores[at] ?? []), ...scores.map((row) => row[at] ?? 0));
    return own >= best - marginOf(best);
  });
}

const marginOf = (best: number): number => Math.max(MARGIN, best * MARGIN_SHARE);

/** Tokens on each side that are compared to say that one place is another. */
const MOST_COMPARED = 500;
/** Tokens past its own sentence that must be the same for a place to be told from others, where the token diff has it. */
const FAR_ENOUGH = 12;

/**
 * Whether enough at two places is the same to say that one is the other: the claim's whole sentence, which stands nowhere
 * else; the whole sentence before or after; or, where the token diff agrees, a good many words. Likeness alone may be a
 * turn of phrase that the copy is full of.
 */
function isSupported(
  texts: ComparedTexts,
  from: number,
  to: number,
  length: number,
  oldPlaces: readonly number[],
  nowPlaces: readonly number[],
): boolean {
  const { old, now, image } = texts;
  const own = sentencesAround(old, { first: from, last: from + length });
  const left = unbroken(old.tokens.ids, from - 1, now.tokens.ids, to - 1, -1, MOST_COMPARED);
  const right = unbroken(
    old.tokens.ids,
    from + length,
    now.tokens.ids,
    to + length,
    1,
    MOST_COMPARED,
  );
  const isInOwn = left >= from - own.first && right >= own.last - from - length;
  const alike = (one: number, other: number) =>
    standsAt(now, old.tokens.ids.subarray(own.first, own.last), other - (one - own.first));
  if (isInOwn && own.last - own.first > length) {
    const isOnly =
      nowPlaces.every((place) => place === to || !alike(from, place)) &&
      oldPlaces.every((place) => place === from || !sameSentence(old, own, place - from));
    if (isOnly) return true;
  }
  const before = old.spans[old.sentenceOf[own.first - 1] ?? -1];
  const after = old.spans[old.sentenceOf[own.last] ?? -1];
  if (before !== undefined && left >= from - before.first) return true;
  if (after !== undefined && right >= after.last - from - length) return true;
  const past = isInOwn ? left + right - (own.last - own.first - length) : left + right;
  return image[from] === to && past >= FAR_ENOUGH;
}

/** Whether the tokens of a span stand again this many tokens further on. */
function sameSentence(text: ReadText, { first, last }: TokenSpan, by: number): boolean {
  return standsAt(text, text.tokens.ids.subarray(first, last), first + by);
}

type MayPair = (from: number, to: number) => boolean;

/** Pairs of which each fits the other clearly better than anything else left; repeated until there are no more. */
function bestPairs(scores: readonly (readonly number[])[], mayPair: MayPair): Map<number, number> {
  const owned = new Map<number, number>();
  const taken = new Set<number>();
  const isBest = (from: number, to: number): boolean => {
    const own = scores[from]?.[to] ?? 0;
    const least = own - marginOf(own);
    const row = scores[from] ?? [];
    return (
      row.every((score, other) => other === to || taken.has(other) || score <= least) &&
      scores.every((each, other) => other === from || owned.has(other) || (each[to] ?? 0) <= least)
    );
  };
  for (let grew = true; grew; ) {
    grew = false;
    for (const [from, row] of scores.entries()) {
      if (owned.has(from)) continue;
      let to = -1;
      for (const [at, score] of row.entries()) {
        if (!taken.has(at) && (to < 0 || score > (row[to] ?? 0))) to = at;
      }
      if (to < 0 || !isBest(from, to) || !mayPair(from, to)) continue;
      owned.set(from, to);
      taken.add(to);
      grew = true;
    }
  }
  return owned;
}

/** How alike the words around two places are: four points for each in an unbroken run, one for each in common at all. */
function likeness({ old, now }: ComparedTexts, from: number, to: number, length: number): number {
  const left = side(old.tokens.ids, from - 1, now.tokens.ids, to - 1, -1);
  const right = side(old.tokens.ids, from + length, now.tokens.ids, to + length, 1);
  return left + right;
}

function side(old: Int32Array, from: number, now: Int32Array, to: number, step: 1 | -1): number {
  const run = unbroken(old, from, now, to, step, CONTEXT);
  const counts = new Map<number, number>();
  for (let at = run; at < CONTEXT; at++) {
    const place = from + at * step;
    if (place < 0 || place >= old.length) break;
    const id = old[place] ?? -1;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  let common = run;
  for (let at = run; at < CONTEXT; at++) {
    const place = to + at * step;
    if (place < 0 || place >= now.length) break;
    const id = now[place] ?? -1;
    const left = counts.get(id) ?? 0;
    if (left > 0) common++;
    counts.set(id, left - 1);
  }
  return run * 4 + common;
}

/** How many tokens are the same from here on, at most `most`. */
function unbroken(
  old: Int32Array,
  from: number,
  now: Int32Array,
  to: number,
  step: 1 | -1,
  most: number,
): number {
  let run = 0;
  while (run < most) {
    const one = old[from + run * step];
    if (one === undefined || one !== now[to + run * step]) break;
    run++;
  }
  return run;
}
