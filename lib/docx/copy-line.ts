import type { Element } from '@xmldom/xmldom';
import type { ParagraphKind } from '@/lib/docx/paragraph-kind';

/**
 * One block of the copy while it is read: `raw` has all its characters, the copy has them without the white space
 * at both ends. A line without words is no block, but marks may stand in it.
 */
export type Line = {
  raw: string;
  kind: ParagraphKind;
  /** Paragraphs that the line was read from, in order. */
  paragraphs: Element[];
  /** All its visible words are set bold. */
  isBold: boolean;
  /** What goes before the next words: between cells of a row, between paragraphs of a cell. */
  separator: string;
  /** It has words, be it inserted ones that are not in `raw`. */
  isBegun: boolean;
  /** Set by `layOut`: where it stands in the copy, and how much of `raw` is cut off before that. */
  start: number;
  lead: number;
  length: number;
};

/** A place in a line, as an offset into its `raw`. */
export type Mark = { line: Line; at: number };

/** A stretch of a line, and where its characters come from. */
export type LinePiece = {
  line: Line;
  at: number;
  text: string;
  run: Element;
  /** w:t, w:delText, or what stands for one character, such as w:tab. */
  node: Element;
  /** Offset of the first character in the node's own text. */
  from: number;
  /** Within a tracked deletion, or moved away. */
  isDeleted: boolean;
  /** Why these words cannot be changed in place, in half a sentence; null: they can. */
  fixed: string | null;
  /** The run that a text box hangs on: comments on its words stand there. */
  host: Element | null;
};

/** A stretch of the copy, and the run it came from; `end` is not included. */
export type Piece = Omit<LinePiece, 'at' | 'text'> & { start: number; end: number };

export const newLine = (kind: ParagraphKind): Line => ({
  raw: '',
  kind,
  paragraphs: [],
  isBold: true,
  separator: '',
  isBegun: false,
  start: 0,
  lead: 0,
  length: 0,
});

export const BREAK = '\n\n';

/** Puts the lines one under the other. Answers the copy and those that have words. */
export function layOut(lines: readonly Line[]): { copy: string; filled: Line[] } {
  let copy = '';
  const filled: Line[] = [];
  for (const line of lines) {
    const words = line.raw.trim();
    line.lead = words === '' ? 0 : line.raw.length - line.raw.trimStart().length;
    line.length = words.length;
    if (words === '') continue;
    line.start = copy === '' ? 0 : copy.length + BREAK.length;
    copy += (copy === '' ? '' : BREAK) + words;
    filled.push(line);
  }
  // Marks in a line without words stand at the start of the next block, or at the end.
  let next = copy.length;
  for (const line of lines.toReversed()) {
    if (line.length === 0) line.start = next;
    else next = line.start;
  }
  return { copy, filled };
}

/** Offset of a mark in the copy, once the lines are laid out. */
export const offsetOf = ({ line, at }: Mark): number =>
  line.start + Math.min(Math.max(at - line.lead, 0), line.length);

/** The pieces with their places in the copy, without what was cut off at the ends of lines. */
export function placePieces(pieces: readonly LinePiece[]): Piece[] {
  return pieces.flatMap(({ at, text, ...piece }) => {
    const first = piece.line.start - piece.line.lead + at;
    const start = Math.max(first, piece.line.start);
    const end = Math.min(first + text.length, piece.line.start + piece.line.length);
    return start < end ? [{ ...piece, start, end, from: piece.from + start - first }] : [];
  });
}
