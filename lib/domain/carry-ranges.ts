import { type ComparedTexts, compareTexts, sentencesAround, wordsOf } from './compared-texts';
import { sameWordsFinder } from './same-words';
import type { TextRange } from './text-anchor';
import { tokensIn } from './tokens';
import type { VersionText } from './version-text';

/**
 * For each range its place in the new version when the whole sentence around it stands there to the character, and
 * nothing else comes into question; else null. For set-asides and the like, which a person made of these words and
 * nobody wants to make again.
 */
export function carryRanges(input: {
  before: VersionText;
  after: VersionText;
  language: string;
  ranges: readonly TextRange[];
}): (TextRange | null)[] {
  return carryRangesIn(compareTexts(input.before, input.after, input.language), input.ranges);
}

/** As `carryRanges`, in texts that are compared already. */
export function carryRangesIn(
  texts: ComparedTexts,
  ranges: readonly TextRange[],
): (TextRange | null)[] {
  const find = sameWordsFinder(texts);
  return ranges.map((range) => {
    const was = tokensIn(texts.old.tokens, range);
    if (was.first === was.last) return null;
    const whole = sentencesAround(texts.old, was);
    const same = find(whole);
    return same.found === 'FOUND' ? carried(texts, range, whole, same.at) : null;
  });
}

/** `whole` is the range's sentence in the old text, `at` the token it starts at in the new one. */
function carried(
  texts: ComparedTexts,
  range: TextRange,
  whole: { first: number; last: number },
  at: number,
): TextRange | null {
  const is = { first: at, last: at + whole.last - whole.first };
  const now = sentencesAround(texts.now, is);
  const isWhole = now.first === is.first && now.last === is.last;
  if (!isWhole || wordsOf(texts.now, is) !== wordsOf(texts.old, whole)) return null;
  const by = (texts.now.tokens.starts[at] ?? 0) - (texts.old.tokens.starts[whole.first] ?? 0);
  const moved = { start: range.start + by, end: range.end + by };
  // A range may reach into the white space around its sentence.
  return texts.now.copy.slice(moved.start, moved.end) ===
    texts.old.copy.slice(range.start, range.end)
    ? moved
    : null;
}
