import type { Element, Node } from '@xmldom/xmldom';
import type { Line, LinePiece, Mark } from '@/lib/docx/copy-line';
import { type ChangeCollector, collectChanges, type Editor } from '@/lib/docx/draft-changes';
import type { WordStyles } from '@/lib/docx/word-styles';
import { wordAttribute, wordDescendants, wordName } from '@/lib/docx/word-xml';

/** A field whose end has not come yet: its code, then its result from that mark on. */
export type OpenField = { code: string; inResult: boolean; isOver: boolean; result: Mark | null };

/** What holds for the words that are being read. */
export type Place = {
  inserted: Editor | null;
  deleted: Editor | null;
  /** The line of a table row that all words go to; null: each paragraph has its own. */
  row: Line | null;
  /** Why the words cannot be changed in place; null: they can. */
  fixed: string | null;
  /** The run that the text box hangs on; null: the story itself. */
  host: Element | null;
  fields: OpenField[];
  /** Properties of the paragraph. */
  paragraph: Element | null;
};

export const START: Readonly<Omit<Place, 'fields'>> = {
  inserted: null,
  deleted: null,
  row: null,
  fixed: null,
  host: null,
  paragraph: null,
};

/** A document being read: what was found so far, and where the reading stands. */
export class Reading {
  readonly lines: Line[] = [];
  readonly pieces: LinePiece[] = [];
  readonly changes: ChangeCollector = collectChanges();
  readonly comments = new Map<string, { from: Mark; to: Mark }>();
  readonly notes: { kind: 'FOOTNOTE' | 'ENDNOTE'; id: string; from: Mark; to: Mark }[] = [];
  readonly links: { relation: string | null; url: string | null; from: Mark; to: Mark }[] = [];
  readonly languages = new Map<string, number>();
  readonly styles: WordStyles;
  /** Whether the fields of the document begin and end in pairs, so that their codes can be told from words. */
  readonly hasFields: boolean;
  pictures = 0;
  hidden = 0;
  foreign = 0;
  /** The line that the next words go to; null: the next paragraph begins one. */
  open: Line | null = null;
  #waiting: ((mark: Mark) => void)[] = [];
  #later: (() => void)[] = [];

  constructor(styles: WordStyles, hasFields: boolean) {
    this.styles = styles;
    this.hasFields = hasFields;
  }

  begin(line: Line): Line {
    this.lines.push(line);
    this.#settle({ line, at: 0 });
    return line;
  }

  /** Ends the line, and reads what hung on it: text boxes, tables inside cells. */
  end(): void {
    this.open = null;
    const queued = this.#later;
    this.#later = [];
    for (const work of queued) work();
  }

  afterLine(work: () => void): void {
    this.#later.push(work);
  }

  /** Calls back with the start of the next line. */
  atNextLine(take: (mark: Mark) => void): void {
    this.#waiting.push(take);
  }

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  /** Where the reading stands; null: before the first line. */
  here(place: Place): Mark | null {
    const line = place.row ?? this.open ?? this.lines.at(-1) ?? null;
    return line && { line, at: line.raw.length };
  }

  /** Calls back with the start of the next words: now inside a line, or when the next ones come. */
  ahead(place: Place, take: (mark: Mark) => void): void {
    const line = place.row ?? this.open;
    if (line === null || line.separator !== '') this.#waiting.push(take);
    else take({ line, at: line.raw.length });
  }

  /** The stretch of words that `read` reads; null: there are none. */
  stretch(place: Place, read: () => void): { from: Mark; to: Mark } | null {
    const stretch: { from: Mark | null; isOver: boolean } = { from: null, isOver: false };
    this.ahead(place, (mark) => {
      if (!stretch.isOver) stretch.from = mark;
    });
    read();
    stretch.isOver = true;
    const to = this.here(place);
    return stretch.from === null || to === null ? null : { from: stretch.from, to };
  }

  /** Adds characters to the line: to its words, or to what somebody inserted. */
  words(node: Element, run: Element, text: string, from: number, place: Place): void {
    const line = place.row ?? this.open;
    const isCode = this.hasFields && place.fields.some((field) => !field.inResult);
    if (line === null || text === '' || isCode) return;
    const isInserted = place.inserted !== null;
    // What is inserted before words of a cell stands in that cell; in an empty one it brings the separator along.
    if (line.separator !== '' && (!isInserted || hasOwnWords(node))) {
      if (line.raw !== '') line.raw += line.separator;
      line.separator = '';
    }
    if (place.inserted !== null) {
      if (place.deleted !== null) return;
      const lead = line.isBegun ? line.separator : '';
      line.isBegun = true;
      line.separator = '';
      this.changes.inserted(place.inserted, { line, at: line.raw.length }, lead + text);
      return;
    }
    const at = line.raw.length;
    this.#settle({ line, at });
    line.raw += text;
    line.isBegun = true;
    this.pieces.push({
      line,
      at,
      text,
      run,
      node,
      from,
      isDeleted: place.deleted !== null,
      fixed: place.fixed,
      host: place.host,
    });
    if (place.deleted !== null)
      this.changes.deleted(place.deleted, { line, at }, { line, at: line.raw.length });
    else this.changes.unchanged();
  }

  note(element: Element, name: string, place: Place): void {
    const id = wordAttribute(element, 'id');
    const at = this.here(place);
    if (id !== null && at !== null)
      this.notes.push({
        kind: name === 'endnoteReference' ? 'ENDNOTE' : 'FOOTNOTE',
        id,
        from: at,
        to: at,
      });
  }

  /** Where a comment begins, ends or hangs. */
  mark(element: Element, name: string | null, place: Place): void {
    const id = wordAttribute(element, 'id');
    if (id === null) return;
    if (name === 'commentRangeStart')
      this.ahead(place, (at) => {
        // One that has ended by now stands on no words of the copy.
        if (!this.comments.has(id)) this.comments.set(id, { from: at, to: at });
      });
    const at = this.here(place);
    if (at === null) return;
    const known = this.comments.get(id);
    if (name === 'commentRangeEnd') this.comments.set(id, { from: known?.from ?? at, to: at });
    else if (name === 'commentReference' && known === undefined)
      this.comments.set(id, { from: at, to: at });
  }

  #settle(mark: Mark): void {
    const takers = this.#waiting;
    this.#waiting = [];
    for (const take of takers) take(mark);
  }
}

/** Whether the paragraph around a node has words that were there before any tracked change. */
function hasOwnWords(node: Node): boolean {
  let paragraph: Node | null = node;
  while (paragraph !== null && wordName(paragraph) !== 'p') paragraph = paragraph.parentNode;
  if (paragraph === null) return false;
  return wordDescendants(paragraph, new Set(['t', 'delText'])).some((text) => {
    for (let at = text.parentNode; at !== null && at !== paragraph; at = at.parentNode)
      if (/^(?:ins|moveTo)$/.test(wordName(at) ?? '')) return false;
    return true;
  });
}
