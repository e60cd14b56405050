/** Other words for a stretch of the copy. */
export type Change = { start: number; end: number; before: string; after: string };

/**
 * The change without the words that both sides share at their ends, so that only what differs is struck and written:
 * cut between words, never inside one.
 */
export function tighten({ start, end, before, after }: Change): Change {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  while (head > 0 && !(isEdge(before, head) && isEdge(after, head))) head--;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  while (tail > 0 && !(isEdge(before, before.length - tail) && isEdge(after, after.length - tail)))
    tail--;
  return {
    start: start + head,
    end: end - tail,
    before: before.slice(head, before.length - tail),
    after: after.slice(head, after.length - tail),
  };
}

/** Whether a word ends or begins here: white space on one side, or the end of the text. */
const isEdge = (text: string, at: number): boolean =>
  at === 0 || at === text.length || /\s/.test(text[at - 1] ?? '') || /\s/.test(text[at] ?? '');
