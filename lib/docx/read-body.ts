import type { Element, Node } from '@xmldom/xmldom';
import {
  BREAK,
  type Field,
  type Line,
  type LinePiece,
  layOut,
  type Mark,
  newLine,
  offsetOf,
  type Piece,
  placePieces,
} from '@/lib/docx/copy-line';
import { collectChanges, type DraftChange, type Editor } from '@/lib/docx/draft-changes';
import { linkOf, relationOf } from '@/lib/docx/link-address';
import { BODY, paragraphKind } from '@/lib/docx/paragraph-kind';
import { readAtom } from '@/lib/docx/run-atoms';
import type { Part } from '@/lib/docx/word-package';
import type { WordStyles } from '@/lib/docx/word-styles';
import {
  elements,
  isElement,
  ownText,
  wordAttribute,
  wordChild,
  wordChildren,
  wordDescendants,
  wordName,
} from '@/lib/docx/word-xml';

/** A stretch of the copy; `start === end` where nothing of it is in the copy. */
type Stretch = { start: number; end: number };

/** The text of a document, and where everything stands in it. */
export type Body = {
  /** The words before any tracked change. */
  copy: string;
  /** The lines with words, in order: the blocks of the copy. */
  lines: readonly Line[];
  /** Every stretch of the copy and where it came from, in order. */
  pieces: readonly Piece[];
  changes: readonly DraftChange[];
  /** Places of comments, by id. */
  comments: ReadonlyMap<string, Stretch>;
  notes: readonly ({ kind: 'FOOTNOTE' | 'ENDNOTE'; id: string } & Stretch)[];
  /** `relation`: id of the relationship that has the address; else `url`. */
  links: readonly ({ relation: string | null; url: string | null } & Stretch)[];
  pictures: number;
  /** Characters of hidden words that were left out. */
  hidden: number;
  /** Parts in other formats that only Word can show. */
  foreign: number;
};

type OpenField = Field & { code: string; inResult: boolean; result: Mark | null };

/** What holds for the words that are being read. */
type Place = {
  inserted: Editor | null;
  deleted: Editor | null;
  /** The line of a table row that all words go to; null: each paragraph has its own. */
  row: Line | null;
  fixed: string | null;
  host: Element | null;
  fields: OpenField[];
  paragraph: Element | null;
};

const REVISIONS = new Set(['ins', 'del', 'moveFrom', 'moveTo']);
const TRANSPARENT = new Set(['smartTag', 'customXml', 'dir', 'bdo', 'sdtContent', 'rubyBase']);

/**
 * Reads the main part from its start to its end. The same part always gives the same copy and the same pieces, which
 * is what the way back rests on.
 */
export function readBody(part: Part, styles: WordStyles): Body {
  const lines: Line[] = [];
  const pieces: LinePiece[] = [];
  const changes = collectChanges();
  const comments = new Map<string, { from: Mark; to: Mark }>();
  const notes: { kind: 'FOOTNOTE' | 'ENDNOTE'; id: string; mark: Mark }[] = [];
  const links: { relation: string | null; url: string | null; from: Mark; to: Mark }[] = [];
  let open: Line | null = null;
  let waiting: ((mark: Mark) => void)[] = [];
  let later: (() => void)[] = [];
  let pictures = 0;
  let hidden = 0;
  let foreign = 0;

  const begin = (line: Line): Line => {
    lines.push(line);
    const mark = { line, at: 0 };
    for (const take of waiting) take(mark);
    waiting = [];
    return line;
  };
  const end = (): void => {
    open = null;
    const queued = later;
    later = [];
    for (const work of queued) work();
  };
  /** Where the reading stands; null: before the first line. */
  const here = (place: Place): Mark | null => {
    const line = place.row ?? open ?? lines.at(-1) ?? null;
    return line && { line, at: line.raw.length };
  };
  /** Calls back with the start of the next words: now inside a line, or when the next one begins. */
  const ahead = (place: Place, take: (mark: Mark) => void): void => {
    const line = place.row ?? open;
    if (line === null) waiting.push(take);
    else take({ line, at: line.raw.length });
  };

  function blocks(parent: Node, place: Place): void {
    for (const element of elements(parent)) {
      const name = wordName(element);
      if (name === 'p') paragraph(element, place);
      else if (name === 'tbl') table(element, place);
      else if (name === 'sdt') contentControl(element, place, blocks);
      else if (name === 'altChunk') foreign++;
      else if (name !== null && REVISIONS.has(name)) blocks(element, revised(element, place));
      else if (name === 'customXml') blocks(element, place);
      else if (alternative(element) !== null) blocks(alternative(element) ?? element, place);
      else mark(element, name, place);
    }
  }

  function paragraph(element: Element, place: Place): void {
    const properties = wordChild(element, 'pPr');
    const kind = place.row === null ? paragraphKind(properties, styles) : null;
    const line: Line = place.row ?? open ?? begin(newLine(kind ?? BODY));
    // What is left when a break was inserted is a paragraph in the style of the last part.
    if (kind !== null) line.kind = kind;
    line.paragraphs.push(element);
    if (place.row === null) open = line;
    inline(element, { ...place, paragraph: properties });
    finish(element, properties, line, place);
  }

  /** The end of a paragraph: a break between blocks, one that somebody added, or one that somebody took out. */
  function finish(element: Element, properties: Element | null, line: Line, place: Place): void {
    const runProperties = wordChild(properties, 'rPr');
    const added = editorOf(wordChild(runProperties, 'ins') ?? wordChild(runProperties, 'moveTo'));
    const removed = editorOf(
      wordChild(runProperties, 'del') ?? wordChild(runProperties, 'moveFrom'),
    );
    const inserted = place.inserted ?? added;
    const deleted = place.deleted ?? removed;
    const at = { line, at: line.raw.length };
    if (place.row !== null) {
      if (inserted === null) place.row.separator = '\n';
      return;
    }
    const goesOn = nextBlock(element) === 'p';
    if (inserted !== null && deleted === null) changes.inserted(inserted, at, BREAK);
    if (inserted !== null && goesOn) return;
    if (inserted === null && deleted !== null && goesOn)
      changes.breakDeleted(deleted, at, (take) => waiting.push(take));
    else if (inserted === null) changes.unchanged();
    end();
  }

  function table(element: Element, place: Place): void {
    if (place.row !== null) {
      later.push(() => table(element, { ...place, row: null }));
      return;
    }
    end();
    for (const child of elements(element)) {
      const name = wordName(child);
      if (name === 'tr') row(child, place);
      else if (name === 'sdt' || name === 'customXml') {
        for (const inner of wordDescendants(child, new Set(['tr']))) row(inner, place);
      } else mark(child, name, place);
    }
    end();
  }

  function row(element: Element, place: Place): void {
    const properties = wordChild(element, 'trPr');
    const within = {
      ...place,
      inserted: place.inserted ?? editorOf(wordChild(properties, 'ins')),
      deleted: place.deleted ?? editorOf(wordChild(properties, 'del')),
    };
    const cells = elements(element).flatMap((child) =>
      wordName(child) === 'sdt' ? wordDescendants(child, new Set(['tc'])) : [child],
    );
    const filled = cells.filter((child) => wordName(child) === 'tc');
    const [only] = filled;
    // One cell to a row is a frame around text, not a table of facts.
    if (filled.length === 1 && only !== undefined) {
      blocks(only, within);
      end();
      return;
    }
    const line = begin(newLine({ kind: 'TABLE_ROW', why: 'A row of a table.', excluded: false }));
    for (const cell of cells) {
      const name = wordName(cell);
      if (name === 'tc') blocks(cell, { ...within, row: line });
      else mark(cell, name, { ...within, row: line });
      line.separator = ' | ';
    }
    const at = { line, at: line.raw.length };
    if (within.inserted !== null && within.deleted === null)
      changes.inserted(within.inserted, at, BREAK);
    else if (within.deleted !== null) {
      changes.breakDeleted(within.deleted, at, (take) => waiting.push(take));
    } else changes.unchanged();
    end();
  }

  function contentControl(
    element: Element,
    place: Place,
    read: (parent: Node, place: Place) => void,
  ): void {
    const properties = wordChild(element, 'sdtPr');
    const content = wordChild(element, 'sdtContent');
    // "Click here to enter text" is nobody's words.
    if (content === null || wordChild(properties, 'showingPlcHdr') !== null) return;
    const isBound = wordChild(properties, 'dataBinding') !== null;
    read(
      content,
      isBound ? { ...place, fixed: 'stand in a field that Word fills in by itself' } : place,
    );
  }

  function inline(parent: Node, place: Place): void {
    for (const element of elements(parent)) {
      const name = wordName(element);
      if (name === 'r') run(element, element, place);
      else if (name === 'hyperlink') hyperlink(element, place);
      else if (name === 'fldSimple') simpleField(element, place);
      else if (name === 'sdt') contentControl(element, place, inline);
      else if (name !== null && REVISIONS.has(name)) inline(element, revised(element, place));
      else if (name !== null && TRANSPARENT.has(name)) inline(element, place);
      else if (name !== null) mark(element, name, place);
      else if (alternative(element) !== null) inline(alternative(element) ?? element, place);
      else formula(element, place);
    }
  }

  function revised(element: Element, place: Place): Place {
    const editor = editorOf(element);
    const name = wordName(element);
    return name === 'ins' || name === 'moveTo'
      ? { ...place, inserted: place.inserted ?? editor }
      : { ...place, deleted: place.deleted ?? editor };
  }

  function hyperlink(element: Element, place: Place): void {
    const id = relationOf(element);
    const from = here(place);
    inline(element, place);
    const to = here(place);
    if (id !== null && from !== null && to !== null)
      links.push({ relation: id, url: null, from, to });
  }

  function simpleField(element: Element, place: Place): void {
    const url = linkOf(wordAttribute(element, 'instr') ?? '');
    const from = here(place);
    inline(element, place);
    const to = here(place);
    if (url !== null && from !== null && to !== null) links.push({ relation: null, url, from, to });
  }

  /** A formula's letters are words of the copy, and stay as they are. */
  function formula(element: Element, place: Place): void {
    if (!element.namespaceURI?.endsWith('/math')) return;
    if (element.localName === 't')
      words(element, element, ownText(element), 0, {
        ...place,
        fixed: 'stand in a formula',
      });
    else
      for (const child of elements(element)) {
        if (wordName(child) === 'r') run(child, child, { ...place, fixed: 'stand in a formula' });
        else formula(child, place);
      }
  }

  function run(element: Element, from: Element, place: Place): void {
    const properties = wordChild(from, 'rPr');
    for (const child of elements(element)) {
      const name = wordName(child);
      if (name === 'rPr') continue;
      if (name === 'fldChar') fieldCharacter(child, from, place);
      else if (name === 'instrText' || name === 'delInstrText') {
        const field = place.fields.at(-1);
        if (field && !field.inResult) field.code += ownText(child);
      } else if (name === 'footnoteReference' || name === 'endnoteReference') {
        note(child, name, place);
      } else if (name === 'commentReference') mark(child, name, place);
      else if (name === 'drawing' || name === 'pict' || name === 'object')
        picture(child, from, place);
      else if (name === 'ruby') {
        const base = wordChild(child, 'rubyBase');
        if (base) inline(base, { ...place, fixed: 'have a reading set above them' });
      } else if (alternative(child) !== null) run(alternative(child) ?? child, from, place);
      else {
        const atom = readAtom(child, name);
        if (atom === null) continue;
        if (styles.isHidden(properties, place.paragraph)) hidden += atom.text.length;
        else {
          if (/\S/.test(atom.text) && !styles.isBold(properties, place.paragraph)) {
            const line = place.row ?? open;
            if (line) line.isBold = false;
          }
          words(child, from, atom.text, atom.from, place);
        }
      }
    }
  }

  function words(node: Element, run: Element, text: string, from: number, place: Place): void {
    const line = place.row ?? open;
    if (line === null || text === '' || place.fields.some((field) => !field.inResult)) return;
    if (place.inserted !== null) {
      const at = { line, at: line.raw.length };
      if (place.deleted === null) {
        const lead = line.raw === '' ? '' : line.separator;
        changes.inserted(place.inserted, at, lead + text);
        line.separator = '';
      }
      return;
    }
    if (line.separator !== '') {
      if (line.raw !== '') line.raw += line.separator;
      line.separator = '';
    }
    const at = line.raw.length;
    line.raw += text;
    pieces.push({
      line,
      at,
      text,
      run,
      node,
      from,
      isDeleted: place.deleted !== null,
      field: place.fields[0] ?? null,
      fixed: place.fixed,
      host: place.host,
    });
    if (place.deleted !== null)
      changes.deleted(place.deleted, { line, at }, { line, at: line.raw.length });
    else changes.unchanged();
  }

  function fieldCharacter(element: Element, run: Element, place: Place): void {
    const type = wordAttribute(element, 'fldCharType');
    const field = place.fields.at(-1);
    if (type === 'begin')
      place.fields.push({ begin: run, end: null, code: '', inResult: false, result: null });
    else if (type === 'separate' && field) {
      field.inResult = true;
      field.result = here(place);
    } else if (type === 'end' && field) {
      place.fields.pop();
      field.end = run;
      const url = linkOf(field.code);
      const to = here(place);
      if (url !== null && field.result !== null && to !== null)
        links.push({ relation: null, url, from: field.result, to });
    }
  }

  function picture(element: Element, run: Element, place: Place): void {
    const boxes = textBoxes(element);
    if (boxes.length === 0) pictures += isPicture(element) ? 1 : 0;
    for (const box of boxes)
      later.push(() =>
        blocks(box, {
          ...place,
          row: null,
          fields: [],
          host: place.host ?? run,
          fixed: place.fixed ?? (isTwice(box) ? 'stand in a text box' : null),
        }),
      );
  }

  function note(element: Element, name: string, place: Place): void {
    const id = wordAttribute(element, 'id');
    const at = here(place);
    if (id !== null && at !== null)
      notes.push({ kind: name === 'endnoteReference' ? 'ENDNOTE' : 'FOOTNOTE', id, mark: at });
  }

  /** Where a comment begins, ends or hangs. */
  function mark(element: Element, name: string | null, place: Place): void {
    const id = wordAttribute(element, 'id');
    if (id === null) return;
    if (name === 'commentRangeStart')
      ahead(place, (at) => comments.set(id, { from: at, to: comments.get(id)?.to ?? at }));
    const at = here(place);
    if (at === null) return;
    const known = comments.get(id);
    if (name === 'commentRangeEnd') comments.set(id, { from: known?.from ?? at, to: at });
    else if (name === 'commentReference' && known === undefined)
      comments.set(id, { from: at, to: at });
  }

  const start: Place = {
    inserted: null,
    deleted: null,
    row: null,
    fixed: null,
    host: null,
    fields: [],
    paragraph: null,
  };
  const body = wordChild(part.documentElement, 'body');
  if (body) blocks(body, start);
  end();
  if (waiting.length > 0) begin(newLine(BODY));

  const { copy, filled } = layOut(lines);
  const stretch = ({ from, to }: { from: Mark; to: Mark }): Stretch => {
    const first = offsetOf(from);
    return { start: first, end: Math.max(first, offsetOf(to)) };
  };
  return {
    copy,
    lines: filled,
    pieces: placePieces(pieces).sort((a, b) => a.start - b.start),
    changes: changes.changes(copy),
    comments: new Map([...comments].map(([id, marks]) => [id, stretch(marks)])),
    notes: notes.map(({ kind, id, mark: at }) => ({ kind, id, ...stretch({ from: at, to: at }) })),
    links: links.map(({ relation, url, ...marks }) => ({ relation, url, ...stretch(marks) })),
    pictures,
    hidden,
    foreign,
  };
}

const editorOf = (element: Element | null): Editor | null =>
  element && { author: wordAttribute(element, 'author'), at: wordAttribute(element, 'date') };

/** Name of the next block beside this one, past marks; null: there is none. */
function nextBlock(element: Element): string | null {
  for (let node = element.nextSibling; node !== null; node = node.nextSibling) {
    const name = wordName(node);
    if (name === 'p' || name === 'tbl' || name === 'sdt' || name === 'sectPr') return name;
  }
  return null;
}

/** Of alternatives the first, which is the newer; null: the element offers none. */
function alternative(element: Element): Element | null {
  if (element.localName !== 'AlternateContent') return null;
  const choices = elements(element);
  return (
    choices.find(({ localName }) => localName === 'Choice') ??
    choices.find(({ localName }) => localName === 'Fallback') ??
    null
  );
}

/** The text boxes of a drawing, without those inside them. */
function textBoxes(element: Element): Element[] {
  const found: Element[] = [];
  const walk = (node: Element): void => {
    for (const child of elements(node)) {
      if (wordName(child) === 'txbxContent') found.push(child);
      else if (child.localName === 'AlternateContent') {
        const choice = alternative(child);
        if (choice) walk(choice);
      } else walk(child);
    }
  };
  walk(element);
  return found;
}

const isPicture = (element: Element): boolean =>
  elements(element).some(
    (child) =>
      child.localName === 'blip' ||
      child.localName === 'imagedata' ||
      child.localName === 'chart' ||
      isPicture(child),
  );

/** Word keeps the words of such a box a second time, for older programs. */
function isTwice(box: Element): boolean {
  for (let node: Node | null = box.parentNode; node !== null; node = node.parentNode)
    if (isElement(node) && node.localName === 'AlternateContent')
      return wordChildren(node, 'Fallback').length > 0 || elements(node).length > 1;
  return false;
}
