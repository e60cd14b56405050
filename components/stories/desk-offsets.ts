import type { TextRange } from '@/lib/domain/text-anchor';

/** Between the page's text nodes and offsets of the copy (UTF-16). Each piece of text says in `data-s` where it starts. */

const pieces = (article: HTMLElement): HTMLElement[] => [
  ...article.querySelectorAll<HTMLElement>('[data-s]'),
];

const startOf = (piece: HTMLElement): number => Number(piece.dataset['s']);

/** The offset of a boundary of a range on the page; null when it lies outside the copy's words. */
export function offsetAt(article: HTMLElement, node: Node, within: number): number | null {
  const own = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-s]',
  );
  if (own && article.contains(own) && node.nodeType === Node.TEXT_NODE)
    return startOf(own) + within;
  // Between pieces: where the next one starts, or the last one ends.
  const boundary = document.createRange();
  boundary.setStart(node, within);
  const all = pieces(article);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = all[middle];
    if (piece && boundary.comparePoint(piece, 0) >= 0) high = middle;
    else low = middle + 1;
  }
  const next = all[low];
  if (next) return startOf(next);
  const last = all.at(-1);
  return last ? startOf(last) + (last.textContent?.length ?? 0) : null;
}

/** The selection's range of the copy, start first; null when nothing of the copy is selected. */
export function selectedRange(article: HTMLElement): TextRange | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!article.contains(range.commonAncestorContainer)) return null;
  const start = offsetAt(article, range.startContainer, range.startOffset);
  const end = offsetAt(article, range.endContainer, range.endOffset);
  return start === null || end === null || start >= end ? null : { start, end };
}

/** The words of this range on the page; null when they are not there. */
export const pageRange = (article: HTMLElement, range: TextRange): Range | null =>
  rangeIn(pieces(article), range);

function rangeIn(all: readonly HTMLElement[], { start, end }: TextRange): Range | null {
  const from = pieceAt(all, start);
  const to = pieceAt(all, Math.max(start, end - 1));
  if (!(from?.firstChild && to?.firstChild)) return null;
  const range = document.createRange();
  range.setStart(from.firstChild, clamp(start - startOf(from), from.firstChild));
  range.setEnd(to.firstChild, clamp(end - startOf(to), to.firstChild));
  return range;
}

/** Many ranges at once, those that are on the page: the pieces are looked up once for all of them. */
export function pageRanges(article: HTMLElement, ranges: readonly TextRange[]): Range[] {
  const all = pieces(article);
  return ranges.flatMap((range) => rangeIn(all, range) ?? []);
}

const clamp = (offset: number, { textContent }: Node): number =>
  Math.max(0, Math.min(offset, textContent?.length ?? 0));

function pieceAt(all: readonly HTMLElement[], offset: number): HTMLElement | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const piece = all[middle];
    if (piece && startOf(piece) <= offset) low = middle + 1;
    else high = middle;
  }
  return all[Math.max(0, low - 1)];
}

/** What is drawn over the words: those about to be marked, places nobody has looked at, words set aside. */
export type Painting = 'stet-marking' | 'stet-unlooked' | 'stet-aside';

/** Draws over the text, which stays as the server sent it; also while the keyboard is in another field. */
export function paint(what: Painting, ranges: readonly Range[]): void {
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(what);
  else CSS.highlights.set(what, new Highlight(...ranges));
}
