import { cutsWord, isCharacterEdge } from './character-edges';
import { type ComparedTexts, compareTexts, type TokenSpan } from './compared-texts';
import { type SameWords, sameWordsFinder } from './same-words';
import type { TextRange } from './text-anchor';
import { tokensIn } from './tokens';
import type { VersionText } from './version-text';

/** A change asked for in the old version: `before` stands at start to end there. */
export type AskedChange = TextRange & { before: string; after: string };

export type CarriedChange =
  /** `before` still stands, at `to`. */
  | { state: 'OPEN'; to: TextRange }
  /** `after` now stands where `before` stood; an asked cut leaves an empty range. */
  | { state: 'DONE'; to: TextRange }
  /** Neither can be told to stand; the reason is a sentence. */
  | { state: 'LOST'; reason: string };

/**
 * What became of each change asked for, in the order given. The place is the stretch between the nearest words that the
 * token diff kept on either side. There the new words are looked for first where they hold the old ones ("12", "at least
 * 12"), the old ones first where they hold the new.
 */
export function carrySuggestions(input: {
  before: VersionText;
  after: VersionText;
  language: string;
  changes: readonly AskedChange[];
}): CarriedChange[] {
  return carrySuggestionsIn(compareTexts(input.before, input.after, input.language), input.changes);
}

/** As `carrySuggestions`, in texts that are compared already. */
export function carrySuggestionsIn(
  texts: ComparedTexts,
  changes: readonly AskedChange[],
): CarriedChange[] {
  const find = sameWordsFinder(texts);
  return changes.map((change) => carry(texts, change, find));
}

function carry(
  texts: ComparedTexts,
  change: AskedChange,
  find: (span: TokenSpan) => SameWords,
): CarriedChange {
  const was = tokensIn(texts.old.tokens, change);
  if (was.first === was.last || texts.old.copy.slice(change.start, change.end) !== change.before) {
    return { state: 'LOST', reason: 'The words to change are not the words of the old version.' };
  }
  const same = find(was);
  const open = same.found === 'FOUND' ? rangeOf(texts, change, was, same.at) : null;
  const done = doneAt(texts, change, was);
  if (done !== null && (open === null || !holds(open, done))) return { state: 'DONE', to: done };
  if (open !== null) return { state: 'OPEN', to: open };
  const reason =
    same.found === 'EQUAL'
      ? `The words to change now stand at ${same.places.length} places. Say which are meant.`
      : 'Neither the words to change nor the new ones stand there any more.';
  return { state: 'LOST', reason };
}

const holds = (outer: TextRange, inner: TextRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Where `before` stands to the character; null when it was restyled. */
function rangeOf(
  texts: ComparedTexts,
  change: AskedChange,
  was: TokenSpan,
  at: number,
): TextRange | null {
  const start =
    (texts.now.tokens.starts[at] ?? 0) + change.start - (texts.old.tokens.starts[was.first] ?? 0);
  return start >= 0 && texts.now.copy.startsWith(change.before, start)
    ? { start, end: start + change.before.length }
    : null;
}

/** Kept words are looked for this many tokens away. */
const REACH = 40;

/** Where `after` stands, once, in the place of `before`, and did not before; null when it does not. */
function doneAt(texts: ComparedTexts, change: AskedChange, was: TokenSpan): TextRange | null {
  const { old, now, image } = texts;
  let left = was.first - 1;
  while (left >= 0 && left > was.first - REACH && (image[left] ?? -1) < 0) left--;
  let right = was.last;
  while (right < old.tokens.count && right < was.last + REACH && (image[right] ?? -1) < 0) right++;
  const isCertain =
    (left < 0 || (image[left] ?? -1) >= 0) &&
    (right >= old.tokens.count || (image[right] ?? -1) >= 0);
  if (!isCertain) return null;
  const stretch = (text: typeof old, from: number, to: number): TextRange => ({
    start: from < 0 ? 0 : (text.tokens.ends[from] ?? 0),
    end: to < 0 || to >= text.tokens.count ? text.copy.length : (text.tokens.starts[to] ?? 0),
  });
  const before = stretch(old, left, right >= old.tokens.count ? -1 : right);
  const after = stretch(
    now,
    left < 0 ? -1 : (image[left] ?? -1),
    right >= old.tokens.count ? -1 : (image[right] ?? -1),
  );
  if (after.end < after.start) return null;
  const rest = [
    old.copy.slice(before.start, change.start),
    old.copy.slice(change.end, before.end),
  ] as const;
  const wanted = rest.join(change.after);
  if (plain(now.copy.slice(after.start, after.end)) === plain(wanted)) {
    const start = now.copy.indexOf(change.after, after.start);
    return change.after.trim() === '' || start < 0 || start + change.after.length > after.end
      ? pointAt(Math.min(after.end, after.start + rest[0].length))
      : { start, end: start + change.after.length };
  }
  // Other words beside it changed as well. New words that are part of the old ones say nothing then.
  if (change.after.trim() === '' || change.before.includes(change.after)) return null;
  const [only, ...more] = wholePlaces(now.copy, after, change.after);
  const wasThere = wholePlaces(old.copy, before, change.after).length > 0;
  return only !== undefined && more.length === 0 && !wasThere ? only : null;
}

const pointAt = (at: number): TextRange => ({ start: at, end: at });

const plain = (words: string): string => words.replace(/\s+/gu, ' ').trim();

/** Where the words stand in this stretch without cutting a word in two. */
function wholePlaces(copy: string, within: TextRange, words: string): TextRange[] {
  const places: TextRange[] = [];
  let start = copy.indexOf(words, within.start);
  while (start >= 0 && start + words.length <= within.end) {
    const end = start + words.length;
    const isWhole = [start, end].every(
      (edge) => isCharacterEdge(copy, edge) && !cutsWord(copy, edge),
    );
    if (isWhole) places.push({ start, end });
    start = copy.indexOf(words, start + 1);
  }
  return places;
}
