import { type Mark, offsetOf } from '@/lib/docx/copy-line';
import type { Annotation } from '@/lib/domain/intake-proposal';

/** Who made a tracked change, and when, as the file has it. */
export type Editor = { author: string | null; at: string | null };

type Group = Editor & { from: Mark; to: Mark | null; after: string };

export type DraftChange = Extract<Annotation, { kind: 'CHANGE' }>;

/**
 * Gathers tracked changes while a document is read from its start to its end: what stands side by side and has one
 * author is one change.
 */
export type ChangeCollector = {
  /** Words that nobody changed: the next change is another one. */
  unchanged: () => void;
  /** Deleted words from this mark; `ends` is called with where they end. */
  deleted: (editor: Editor, from: Mark, to: Mark) => void;
  inserted: (editor: Editor, at: Mark, text: string) => void;
  /** The break between this line and the next is deleted: `nextLine` tells where that begins. */
  breakDeleted: (editor: Editor, from: Mark, nextLine: (mark: (to: Mark) => void) => void) => void;
  /** Offsets at which somebody inserted words; call once the lines are laid out. */
  insertions: () => number[];
  /** For the copy that came of it; call once the lines are laid out. */
  changes: (copy: string) => DraftChange[];
};

export function collectChanges(): ChangeCollector {
  const groups: Group[] = [];
  const points: Mark[] = [];
  let open: Group | null = null;
  const groupOf = (editor: Editor, from: Mark): Group => {
    if (open !== null && open.author === editor.author) return open;
    open = { ...editor, from, to: from, after: '' };
    groups.push(open);
    return open;
  };
  return {
    unchanged: () => {
      open = null;
    },
    deleted: (editor, from, to) => {
      groupOf(editor, from).to = to;
    },
    inserted: (editor, at, text) => {
      points.push(at);
      const group = groupOf(editor, at);
      group.after += text;
      group.to = at;
    },
    breakDeleted: (editor, from, nextLine) => {
      const group = groupOf(editor, from);
      nextLine((to) => {
        group.to = to;
      });
    },
    insertions: () => points.map(offsetOf),
    changes: (copy) => {
      const found = groups.flatMap((group) => {
        const start = offsetOf(group.from);
        const end = Math.max(start, offsetOf(group.to ?? group.from));
        const before = copy.slice(start, end);
        const { author, at } = group;
        const after = settle(group.after, start, end, copy);
        return before === after ? [] : [{ start, end, after, author, at }];
      });
      return found.flatMap((change, at) => {
        const others = found.filter((_, other) => other !== at);
        const { start, end, ...rest } = change;
        const place = widen(copy, start, end, others);
        if (place.start === place.end) return [];
        const after = copy.slice(place.start, start) + rest.after + copy.slice(end, place.end);
        const before = copy.slice(place.start, place.end);
        return [{ kind: 'CHANGE' as const, ...place, before, ...rest, after }];
      });
    },
  };
}

/** White space that the copy cuts off at the ends of blocks is cut off here too. */
function settle(after: string, start: number, end: number, copy: string): string {
  const isStart = start === 0 || copy.startsWith('\n\n', start - 2);
  const isEnd = end === copy.length || copy.startsWith('\n\n', end);
  let text = after;
  if (isStart && isEnd && start === end && end === copy.length && /\S\n\n$/.test(text))
    text = `\n\n${text.slice(0, -2)}`;
  if (isStart) text = text.replace(/^[^\S\n]+/, '');
  return isEnd ? text.replace(/[^\S\n]+$/, '') : text;
}

type Place = { start: number; end: number };

/**
 * A place that is never empty: a point takes the word before it in its block along; the word after it at the start of
 * a block, or where another change already has the word before.
 */
export function widen(
  copy: string,
  start: number,
  end: number,
  others: readonly Place[] = [],
): Place {
  if (start < end) return { start, end };
  const before = /\S+[^\S\n]*$/.exec(copy.slice(Math.max(0, start - 200), start))?.[0].length ?? 0;
  const after = /^[^\S\n]*\S+/.exec(copy.slice(end, end + 200))?.[0].length ?? 0;
  const isFree = (place: Place) =>
    place.start < place.end &&
    !others.some((other) => place.start < other.end && other.start < place.end);
  const places = [
    { start: start - before, end },
    { start, end: end + after },
  ];
  const found = places.find(isFree) ?? places.find((place) => place.start < place.end);
  if (found) return found;
  // Between two empty lines, or before them: whatever is nearest.
  const last = copy.slice(0, start).trimEnd().length;
  const word = /\S+$/.exec(copy.slice(Math.max(0, last - 200), last))?.[0].length ?? 0;
  return word > 0 ? { start: last - word, end: last } : { start, end };
}
