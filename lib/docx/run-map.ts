import type { Element, Node } from '@xmldom/xmldom';
import type { Piece } from '@/lib/docx/copy-line';
import { isElement, ownText, wordName } from '@/lib/docx/word-xml';

const SPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * The pieces of a copy over a document that is being changed. Runs are cut where a change or a comment begins and
 * ends; every part keeps the run's properties, and the pieces go on naming the right elements.
 */
export type RunMap = {
  /** The pieces of this stretch, which now begin and end exactly there, in runs that hold nothing else. */
  isolate: (start: number, end: number) => Piece[];
  /** The pieces beside a point: the one that ends there and the one that begins there. Null: none does. */
  beside: (at: number) => { before: Piece | null; after: Piece | null };
};

export function mapRuns(all: readonly Piece[]): RunMap {
  const pieces = [...all];

  /** Index of the first piece that ends after this offset. */
  const firstAfter = (offset: number): number => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  };

  const cutAt = (offset: number): void => {
    const at = firstAfter(offset);
    const piece = pieces[at];
    if (piece === undefined || piece.start >= offset || piece.node.parentNode !== piece.run) return;
    pieces.splice(at, 1, ...cutPiece(piece, offset));
  };

  /** Moves `node` and what follows it into a run of their own. */
  const cutRun = (run: Element, node: Node, near: number): void => {
    if (node.parentNode !== run || !hasWordsBefore(node)) return;
    const rest = run.cloneNode(false) as Element;
    for (let child = run.firstChild; child !== null; child = child.nextSibling)
      if (wordName(child) === 'rPr') rest.appendChild(child.cloneNode(true));
    const moved = new Set<Node>();
    for (let child: Node | null = node; child !== null; ) {
      const next: Node | null = child.nextSibling;
      moved.add(child);
      rest.appendChild(child);
      child = next;
    }
    run.parentNode?.insertBefore(rest, run.nextSibling);
    // Pieces of one run stand side by side.
    for (let at = near; at < pieces.length; at++) {
      const piece = pieces[at];
      if (piece === undefined) break;
      if (moved.has(piece.node)) piece.run = rest;
      else if (piece.run !== run && at > near + 1) break;
    }
  };

  const isolate = (start: number, end: number): Piece[] => {
    cutAt(start);
    cutAt(end);
    const from = firstAfter(start);
    let to = from;
    while ((pieces[to]?.start ?? end) < end) to++;
    const found = pieces.slice(from, to);
    const nodes = new Set<Node>(found.map(({ node }) => node));
    for (const [index, piece] of found.entries()) {
      freeEnds(piece);
      const before = previousContent(piece.node);
      if (before !== null && !nodes.has(before)) cutRun(piece.run, piece.node, from + index);
      const after = nextContent(piece.node);
      if (after !== null && !nodes.has(after)) cutRun(piece.run, after, from + index);
    }
    return found;
  };

  return {
    isolate,
    beside: (offset) => {
      cutAt(offset);
      const at = firstAfter(offset);
      const before = pieces[at - 1];
      const after = pieces[at];
      if (before?.end === offset) {
        const next = nextContent(before.node);
        if (next !== null) cutRun(before.run, next, at - 1);
      }
      if (after?.start === offset) {
        freeEnds(after);
        if (previousContent(after.node) !== null) cutRun(after.run, after.node, at);
      }
      return {
        before: before?.end === offset ? before : null,
        after: after?.start === offset ? after : null,
      };
    },
  };
}

/** Cuts the piece's element in two, each with its own words. */
function cutPiece(piece: Piece, offset: number): [Piece, Piece] {
  keepSpace(piece);
  const text = ownText(piece.node);
  const at = piece.from + offset - piece.start;
  const rest = piece.node.cloneNode(false) as Element;
  piece.node.textContent = text.slice(0, at);
  rest.textContent = text.slice(at);
  piece.run.insertBefore(rest, piece.node.nextSibling);
  const second = { ...piece, start: offset, node: rest, from: 0 };
  piece.end = offset;
  return [piece, second];
}

/**
 * Word leaves out white space at the ends of an element that does not ask to keep it: what is left out is taken out
 * before the element is cut, or the cut would bring it back.
 */
function keepSpace(piece: Piece): void {
  const { node } = piece;
  if (!isText(node)) return;
  let isKept: boolean | null = null;
  for (let at: Element | null = node; at !== null && isKept === null; at = at.parentElement) {
    const space = at.getAttributeNS(SPACE, 'space');
    if (space !== null) isKept = space === 'preserve';
  }
  if (isKept !== true) {
    const text = ownText(node);
    const kept = text.replace(/^[ \t\r\n]+/, '');
    piece.from -= text.length - kept.length;
    node.textContent = kept.replace(/[ \t\r\n]+$/, '');
  }
  node.setAttributeNS(SPACE, 'xml:space', 'preserve');
}

/** White space at the ends of a paragraph is not in the copy: it gets an element of its own. */
function freeEnds(piece: Piece): void {
  if (!isText(piece.node) || piece.node.parentNode !== piece.run) return;
  keepSpace(piece);
  const text = ownText(piece.node);
  const length = piece.end - piece.start;
  const parts = [text.slice(0, piece.from), text.slice(piece.from + length)];
  for (const [index, part] of parts.entries()) {
    if (part === '') continue;
    const extra = piece.node.cloneNode(false) as Element;
    extra.textContent = part;
    piece.run.insertBefore(extra, index === 0 ? piece.node : piece.node.nextSibling);
  }
  piece.node.textContent = text.slice(piece.from, piece.from + length);
  piece.from = 0;
}

const isText = (node: Node): boolean => {
  const name = wordName(node);
  return name === 't' || name === 'delText';
};

/** The element of the run before this one that is more than its properties; null: none. */
function previousContent(node: Node): Element | null {
  for (let at = node.previousSibling; at !== null; at = at.previousSibling)
    if (isElement(at) && wordName(at) !== 'rPr') return at;
  return null;
}

function nextContent(node: Node): Element | null {
  for (let at = node.nextSibling; at !== null; at = at.nextSibling) if (isElement(at)) return at;
  return null;
}

const hasWordsBefore = (node: Node): boolean => previousContent(node) !== null;
