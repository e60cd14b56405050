import type { Block } from './blocks';
import { characterAt, characterBefore } from './character-edges';
import { type CheckableSentence, type CheckableThing, findCheckable } from './checkable-things';
import { findSentences, type Sentence } from './sentences';
import type { TextRange } from './text-anchor';
import type { SetAsideReason } from './vocabulary';

/** Whether somebody has looked at it. What counts as looked at: docs/decisions/0014-what-is-covered.md. */
export type LookedAt = 'CLAIMED' | 'SET_ASIDE' | 'UNLOOKED';

/** Words that somebody has said hold nothing to check. */
export type SetAsideMark = TextRange & { id: string; reason: SetAsideReason };

/** A text with what there is to check in it: the same for every claim, so that it can be kept with the version. */
export type CheckableCopy = {
  copy: string;
  blocks: readonly Block[];
  sentences: readonly CheckableSentence[];
};

type Looked = {
  state: LookedAt;
  /** Why it is set aside, by the mark made last; null unless it is. */
  reason: SetAsideReason | null;
};
export type CoveredThing = CheckableThing & Looked;
export type CoveredSentence = Sentence &
  Looked & {
    /** Whether a claim holds a letter or a figure of it; more may be left to look at. */
    hasClaim: boolean;
    things: readonly CoveredThing[];
  };

/** Sentences counted, and how many of them are claimed, set aside or neither. */
export type Share = {
  counted: number;
  claimed: number;
  setAside: number;
  unlooked: number;
  /** Claimed or set aside, in whole per cent; 100 only when all are, 0 only when none is, null without sentences. */
  percent: number | null;
};

export type Coverage = Share & {
  /** Only the sentences that count: those with words, outside excluded blocks. */
  sentences: readonly CoveredSentence[];
  /** For each block of the copy; null where no sentence counts. */
  blocks: readonly (Share | null)[];
};

/** `language` is a BCP 47 tag. */
export const checkableCopy = (
  copy: string,
  blocks: readonly Block[],
  language?: string,
): CheckableCopy => ({
  copy,
  blocks,
  sentences: findCheckable(copy, blocks, findSentences(copy, blocks, language)),
});

/**
 * How much of the copy somebody has looked at. `claims` are the ranges of standing claims; `setAsides` come in the
 * order in which they were made. A claim goes before words set aside at the same place.
 */
export function coverageOf(
  { copy, blocks, sentences }: CheckableCopy,
  claims: readonly TextRange[],
  setAsides: readonly SetAsideMark[] = [],
): Coverage {
  const claimsIn = bySentence(sentences, claims);
  const asidesIn = bySentence(sentences, setAsides);
  const covered = sentences.map((sentence, at) =>
    coverSentence(copy, sentence, claimsIn.get(at) ?? [], asidesIn.get(at) ?? []),
  );
  const inBlock: CoveredSentence[][] = blocks.map(() => []);
  for (const sentence of covered) inBlock[sentence.block]?.push(sentence);
  return {
    ...shareOf(covered),
    sentences: covered,
    blocks: inBlock.map((own) => (own.length === 0 ? null : shareOf(own))),
  };
}

/** A place nobody has looked at: a thing, or a sentence as a whole. */
export type UnlookedPlace = TextRange & {
  kind: CheckableThing['kind'] | 'SENTENCE';
  block: number;
};

/**
 * What is left to look at, in the order of the text: the things of each sentence that are not covered, a quote for all
 * that it holds; and where nothing of that is left, the sentence.
 */
export function unlookedPlaces({ sentences }: Coverage): UnlookedPlace[] {
  const places: UnlookedPlace[] = [];
  for (const { start, end, block, state, things } of sentences) {
    if (state !== 'UNLOOKED') continue;
    const open = outermost(things.filter((thing) => thing.state === 'UNLOOKED'));
    if (open.length === 0) places.push({ start, end, block, kind: 'SENTENCE' });
    else
      for (const thing of open)
        places.push({ start: thing.start, end: thing.end, block, kind: thing.kind });
  }
  return places;
}

/**
 * What setting aside the rest of a block (null: of the whole text) would set aside: of a sentence with a claim the
 * things that are left, of any other the whole.
 */
export function restToSetAside({ sentences }: Coverage, block: number | null): TextRange[] {
  return sentences
    .filter(
      (sentence) => sentence.state === 'UNLOOKED' && (block ?? sentence.block) === sentence.block,
    )
    .flatMap(({ start, end, hasClaim, things }) =>
      hasClaim
        ? outermost(things.filter((thing) => thing.state === 'UNLOOKED')).map(rangeOf)
        : [{ start, end }],
    );
}

const rangeOf = ({ start, end }: TextRange): TextRange => ({ start, end });

/** Ordered things without those inside another. */
const outermost = <Range extends TextRange>(things: readonly Range[]): Range[] => {
  const kept: Range[] = [];
  for (const thing of things) if (thing.end > (kept.at(-1)?.end ?? -1)) kept.push(thing);
  return kept;
};

function coverSentence(
  copy: string,
  sentence: CheckableSentence,
  claims: readonly TextRange[],
  asides: readonly SetAsideMark[],
): CoveredSentence {
  const { start, end, block } = sentence;
  const claimed = joined(copy, sentence, claims);
  const looked = asides.length === 0 ? claimed : joined(copy, sentence, [...claims, ...asides]);
  const lookAt = (range: TextRange): Looked => {
    const core = coreOf(copy, range);
    if (!looked.some((each) => each.start <= core.start && core.end <= each.end))
      return { state: 'UNLOOKED', reason: null };
    if (claimed.some((each) => each.start < core.end && core.start < each.end))
      return { state: 'CLAIMED', reason: null };
    const aside = asides.findLast((each) => each.start < core.end && core.start < each.end);
    return { state: 'SET_ASIDE', reason: aside?.reason ?? null };
  };
  const things =
    looked.length === 0
      ? sentence.things.map((thing) => ({ ...thing, state: 'UNLOOKED' as const, reason: null }))
      : sentence.things.map((thing) => ({ ...thing, ...lookAt(thing) }));
  const hasClaim = claimed.length > 0;
  const own: Looked = hasClaim
    ? { state: things.every(isLookedAt) ? 'CLAIMED' : 'UNLOOKED', reason: null }
    : lookAt(sentence);
  return { start, end, block, ...own, hasClaim, things };
}

const isLookedAt = ({ state }: Looked): boolean => state !== 'UNLOOKED';

const WORDS = /[\p{L}\p{N}]/u;

/** From the first letter or figure to the last: whether a mark or a sign lies in the claim says nothing. */
function coreOf(copy: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end) {
    const first = characterAt(copy, start);
    if (WORDS.test(first)) break;
    start += first.length;
  }
  while (end > start) {
    const last = characterBefore(copy, end);
    if (WORDS.test(last)) break;
    end -= last.length;
  }
  return start < end ? { start, end } : range;
}

/** What these ranges hold of the sentence, in order; ranges with no word between them are one, wordless ones none. */
function joined(copy: string, sentence: TextRange, ranges: readonly TextRange[]): TextRange[] {
  const clipped = ranges
    .map(({ start, end }) => ({
      start: Math.max(start, sentence.start),
      end: Math.min(end, sentence.end),
    }))
    .filter(({ start, end }) => start < end && WORDS.test(copy.slice(start, end)))
    .sort((a, b) => a.start - b.start);
  const result: TextRange[] = [];
  for (const range of clipped) {
    const last = result.at(-1);
    if (last && (range.start <= last.end || !WORDS.test(copy.slice(last.end, range.start))))
      last.end = Math.max(last.end, range.end);
    else result.push(range);
  }
  return result;
}

/** By the index of the sentence, the ranges that reach into it, in their own order. */
function bySentence<Range extends TextRange>(
  sentences: readonly TextRange[],
  ranges: readonly Range[],
): Map<number, Range[]> {
  const result = new Map<number, Range[]>();
  for (const range of ranges) {
    let at = firstEndingAfter(sentences, range.start);
    for (let each = sentences[at]; each && each.start < range.end; each = sentences[++at]) {
      const own = result.get(at);
      if (own) own.push(range);
      else result.set(at, [range]);
    }
  }
  return result;
}

function firstEndingAfter(sentences: readonly TextRange[], offset: number): number {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function shareOf(sentences: readonly { state: LookedAt }[]): Share {
  const count = (state: LookedAt) => sentences.filter((each) => each.state === state).length;
  const [claimed, setAside] = [count('CLAIMED'), count('SET_ASIDE')];
  const counted = sentences.length;
  return {
    counted,
    claimed,
    setAside,
    unlooked: counted - claimed - setAside,
    percent: percent(claimed + setAside, counted),
  };
}

function percent(looked: number, counted: number): number | null {
  if (counted === 0) return null;
  if (looked === 0) return 0;
  if (looked === counted) return 100;
  return Math.min(99, Math.max(1, Math.round((looked / counted) * 100)));
}
