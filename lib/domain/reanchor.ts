import {
  type ComparedTexts,
  compareTexts,
  sentencesAround,
  type TokenSpan,
  wordsOf,
} from './compared-texts';
import type { DecisiveClass } from './decisive-differences';
import { nearWords, rewrittenInPlace } from './rewritten-words';
import { MOST_PLACES, type SameWords, sameWordsFinder } from './same-words';
import { type SentenceChange, sentenceChange } from './sentence-change';
import { describeRange, type RangeDescription, type TextRange } from './text-anchor';
import { tokensIn } from './tokens';
import type { VersionText } from './version-text';
import type { AnchorState } from './vocabulary';

/** A claim's words in the old version; `exact` is what stands there (I1). */
export type ClaimAnchor = TextRange & { id: string; exact: string };

export type Reanchored = {
  id: string;
  /**
   * ATTACHED: the same words at the same offset. MOVED: the same words elsewhere. CHANGED: other words stand there now,
   * or the same words with something decisive changed beside them in their sentence. AMBIGUOUS: several places are
   * equally likely. LOST: nothing of the kind stands in the new version.
   */
  state: AnchorState;
  /** The new words, where they stand and what stands around them; null when AMBIGUOUS or LOST. */
  to: RangeDescription | null;
  /** Why, as a sentence for the reader. */
  reason: string;
  /** Places a person may choose: all equal ones when AMBIGUOUS; when CHANGED or LOST, where else the words stand. */
  candidates: TextRange[];
  /** Only when ATTACHED or MOVED: the same words, to the character, and nothing decisive changed in their sentence. */
  verdictStands: boolean;
};

/**
 * Where each claim stands in the new version, in the order given. `language` is a BCP 47 tag of the copy. Position
 * through a token diff comes first, then the words with what stands around them, then an approximate search, which
 * never keeps a verdict. Quote marks, dashes or spaces restyled within a claim make it CHANGED: a sign-off covers its
 * exact words, and a quotation's marks are among them. Throws when `exact` is not what stands at a claim's place.
 */
export function reanchor(input: {
  before: VersionText;
  after: VersionText;
  language: string;
  anchors: readonly ClaimAnchor[];
}): Reanchored[] {
  return reanchorIn(compareTexts(input.before, input.after, input.language), input.anchors);
}

/** As `reanchor`, in texts that are compared already. */
export function reanchorIn(texts: ComparedTexts, anchors: readonly ClaimAnchor[]): Reanchored[] {
  const find = sameWordsFinder(texts);
  return anchors.map((anchor) => {
    if (texts.old.copy.slice(anchor.start, anchor.end) !== anchor.exact || anchor.exact === '') {
      throw new Error(`Claim ${anchor.id} does not stand in the old version where it says.`);
    }
    return { id: anchor.id, ...place(texts, anchor, find) };
  });
}

type Placed = Omit<Reanchored, 'id'>;

function place(
  texts: ComparedTexts,
  anchor: ClaimAnchor,
  find: (span: TokenSpan) => SameWords,
): Placed {
  const was = tokensIn(texts.old.tokens, anchor);
  if (was.first === was.last) return lost('Only blank space was marked.', []);
  const same = find(was);
  const others =
    same.found === 'NONE' ? [] : same.places.map((at) => rangeAt(texts, anchor, was, at));
  switch (same.found) {
    case 'NONE':
      return rewritten(texts, anchor, was, []);
    case 'TAKEN':
      return rewritten(texts, anchor, was, others);
    case 'EQUAL': {
      const [first] = others;
      return {
        state: 'AMBIGUOUS',
        to: null,
        reason:
          others.length === 1 && first !== undefined
            ? 'These words stood at several places and now stand at one. Say whether they are still this claim.'
            : `These words stand at ${counted(others.length)} places, and nothing tells which are meant. Choose the place.`,
        candidates: others,
        verdictStands: false,
      };
    }
    case 'FOUND': {
      const instead = isElsewhere(texts, was, same.at) ? rewrittenInPlace(texts, was) : null;
      const isOther = instead !== null && !same.places.includes(instead.first);
      if (isOther && fitsBetter(texts, was, instead, same.at)) {
        return changed(texts, anchor, was, instead, [rangeAt(texts, anchor, was, same.at)]);
      }
      return standing(texts, anchor, was, same.at, others);
    }
  }
}

/** Whether the token diff does not have these words here. */
const isElsewhere = ({ image }: ComparedTexts, was: TokenSpan, at: number): boolean =>
  image[was.first] !== at || image[was.last - 1] !== at + was.last - was.first - 1;

/** Whether the words that came in the claim's place stand in a sentence more like the old one than the same words do. */
function fitsBetter(texts: ComparedTexts, was: TokenSpan, instead: TokenSpan, at: number): boolean {
  const there = { first: at, last: at + was.last - was.first };
  return sentenceLikeness(texts, was, instead) >= sentenceLikeness(texts, was, there);
}

/** Words that the sentences around two spans have in common, as a share of the longer one's. */
function sentenceLikeness(texts: ComparedTexts, was: TokenSpan, is: TokenSpan): number {
  const old = sentencesAround(texts.old, was);
  const now = sentencesAround(texts.now, is);
  const counts = new Map<number, number>();
  for (const id of texts.old.tokens.ids.subarray(old.first, old.last)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  let common = 0;
  for (const id of texts.now.tokens.ids.subarray(now.first, now.last)) {
    const left = counts.get(id) ?? 0;
    if (left > 0) common++;
    counts.set(id, left - 1);
  }
  return common / Math.max(1, old.last - old.first, now.last - now.first);
}

/** The same words stand at this token: what that means for the verdict. */
function standing(
  texts: ComparedTexts,
  anchor: ClaimAnchor,
  was: TokenSpan,
  at: number,
  places: readonly TextRange[],
): Placed {
  const is = { first: at, last: at + was.last - was.first };
  const range = rangeAt(texts, anchor, was, at);
  const to = describeRange(texts.now.copy, range);
  const candidates = places.filter(({ start }) => start !== range.start);
  if (to.exact !== anchor.exact) {
    const reason =
      'The same words stand here with other quote marks, dashes, accents or spaces. Check them as they stand.';
    return { state: 'CHANGED', to, reason, candidates, verdictStands: false };
  }
  const change = sentenceChange(texts, was, is);
  if (change !== null) {
    const reason = `The words stand, but ${CHANGED[change.kind]} changed in their sentence: ${stopped(told(change))}`;
    return { state: 'CHANGED', to, reason, candidates, verdictStands: false };
  }
  return range.start === anchor.start
    ? {
        state: 'ATTACHED',
        to,
        reason: 'The same words stand at the same place.',
        candidates: [],
        verdictStands: true,
      }
    : {
        state: 'MOVED',
        to,
        reason: `The same words stand ${range.start > anchor.start ? 'further down' : 'further up'}.`,
        candidates: [],
        verdictStands: true,
      };
}

/** The words do not stand any more, or only where they are another sentence's (`taken`). */
function rewritten(
  texts: ComparedTexts,
  anchor: ClaimAnchor,
  was: TokenSpan,
  taken: readonly TextRange[],
): Placed {
  const instead = rewrittenInPlace(texts, was);
  if (instead !== null) return changed(texts, anchor, was, instead, taken);
  if (taken.length > 0) {
    return lost(
      'The words were cut where they stood. They stand elsewhere, as they did before, in another sentence.',
      taken,
    );
  }
  const near = nearWords(texts, was, anchor.exact);
  if (near.range !== null) {
    const to = describeRange(texts.now.copy, near.range);
    const reason = `The words changed: ${quoted(anchor.exact)} is gone, and the nearest words now are ${stopped(quoted(to.exact))}`;
    return { state: 'CHANGED', to, reason, candidates: [], verdictStands: false };
  }
  if (near.equal.length > 0) {
    return {
      state: 'AMBIGUOUS',
      to: null,
      reason: `The words changed, and ${near.equal.length} places are equally like them. Choose the place.`,
      candidates: near.equal,
      verdictStands: false,
    };
  }
  return lost('The words no longer stand in the copy, nor anything like them.', []);
}

function changed(
  texts: ComparedTexts,
  anchor: ClaimAnchor,
  was: TokenSpan,
  instead: TokenSpan,
  candidates: readonly TextRange[],
): Placed {
  const { starts, ends } = texts.now.tokens;
  const range = { start: starts[instead.first] ?? 0, end: ends[instead.last - 1] ?? 0 };
  const to = describeRange(texts.now.copy, range);
  const isWhole = anchor.exact === wordsOf(texts.old, was);
  const reason =
    to.exact === anchor.exact || !isWhole
      ? `The words changed. They are now ${stopped(quoted(to.exact))}`
      : `The words changed: ${quoted(anchor.exact)} became ${stopped(quoted(to.exact))}`;
  return { state: 'CHANGED', to, reason, candidates: [...candidates], verdictStands: false };
}

const lost = (reason: string, candidates: readonly TextRange[]): Placed => ({
  state: 'LOST',
  to: null,
  reason,
  candidates: [...candidates],
  verdictStands: false,
});

/**
 * The claim's range when its first token is this one of the new text. A claim may begin or end within a token or with
 * white space; as far as the new text has the same characters there, so does the new range.
 */
function rangeAt(texts: ComparedTexts, anchor: TextRange, was: TokenSpan, at: number): TextRange {
  const { old, now } = texts;
  const last = at + was.last - was.first - 1;
  const whole = { start: now.tokens.starts[at] ?? 0, end: now.tokens.ends[last] ?? 0 };
  const exact = old.copy.slice(anchor.start, anchor.end);
  const start = whole.start + anchor.start - (old.tokens.starts[was.first] ?? 0);
  const end = whole.end + anchor.end - (old.tokens.ends[was.last - 1] ?? 0);
  return now.copy.slice(Math.max(0, start), end) === exact ? { start, end } : whole;
}

const CHANGED: Readonly<Record<DecisiveClass, string>> = {
  NUMBER: 'a figure',
  UNIT: 'a unit, or what is counted,',
  DATE: 'a date or time',
  NEGATION: 'a negation',
  QUALIFIER: 'a qualifier',
  ATTRIBUTION: 'who says so',
  NAME: 'a name',
  QUOTATION: 'a quotation mark',
  MARK: 'a mark',
  OTHER: 'the wording',
};

function told({ before, after }: SentenceChange): string {
  if (before === '') return `${quoted(after)} was added`;
  if (after === '') return `${quoted(before)} was dropped`;
  return `${quoted(before)} became ${quoted(after)}`;
}

/** With a full stop, unless the quoted words end in a stop of their own. */
const stopped = (words: string): string => (/[.!?…]”$/u.test(words) ? words : `${words}.`);

const counted = (places: number): string =>
  places < MOST_PLACES ? String(places) : `${MOST_PLACES} or more`;

const LONGEST_QUOTED = 120;

function quoted(words: string): string {
  const characters = [...words.replace(/\s+/gu, ' ').trim()];
  return characters.length > LONGEST_QUOTED
    ? `“${characters.slice(0, LONGEST_QUOTED - 1).join('')}…”`
    : `“${characters.join('')}”`;
}
