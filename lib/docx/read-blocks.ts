import type { Element, Node } from '@xmldom/xmldom';
import { BREAK, type Line, newLine } from '@/lib/docx/copy-line';
import { BODY, paragraphKind } from '@/lib/docx/paragraph-kind';
import { inlineReader, readControl } from '@/lib/docx/read-inline';
import type { Place, Reading } from '@/lib/docx/reading-state';
import { editorOf, REVISIONS, revised } from '@/lib/docx/revised-place';
import { alternative, elements, wordChild, wordDescendants, wordName } from '@/lib/docx/word-xml';

/** What a text box says outside the run of the story. */
const BOXED = { ...BODY, why: 'In a text box.' };

/** Reads what stands in a body, a cell or a text box: paragraphs and tables, a line of the copy each. */
export function blockReader(reading: Reading): (parent: Node, place: Place) => void {
  const inline = inlineReader(reading, blocks);

  function blocks(parent: Node, place: Place): void {
    for (const element of elements(parent)) {
      const name = wordName(element);
      if (name === 'p') paragraph(element, place);
      else if (name === 'tbl') table(element, place);
      else if (name === 'sdt') readControl(element, place, blocks);
      else if (name === 'altChunk') reading.foreign++;
      else if (name !== null && REVISIONS.has(name)) blocks(element, revised(element, place));
      else if (name === 'customXml') blocks(element, place);
      else if (alternative(element) !== null) blocks(alternative(element) ?? element, place);
      else reading.mark(element, name, place);
    }
  }

  function paragraph(element: Element, place: Place): void {
    const properties = wordChild(element, 'pPr');
    const styled = place.row === null ? paragraphKind(properties, reading.styles) : null;
    const kind = styled === BODY && place.host !== null ? BOXED : styled;
    const line: Line = place.row ?? reading.open ?? reading.begin(newLine(kind ?? BODY));
    // What is left when a break was inserted is a paragraph in the style of the last part.
    if (kind !== null) line.kind = kind;
    line.paragraphs.push(element);
    if (place.row === null) reading.open = line;
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
    if (inserted !== null && deleted === null) reading.changes.inserted(inserted, at, BREAK);
    if (inserted !== null && goesOn) return;
    if (inserted === null && deleted !== null && goesOn)
      reading.changes.breakDeleted(deleted, at, (take) => reading.atNextLine(take));
    else if (inserted === null) reading.changes.unchanged();
    reading.end();
  }

  function table(element: Element, place: Place): void {
    if (place.row !== null) {
      reading.afterLine(() => table(element, { ...place, row: null }));
      return;
    }
    reading.end();
    for (const child of elements(element)) {
      const name = wordName(child);
      if (name === 'tr') row(child, place);
      else if (name === 'sdt' || name === 'customXml') {
        for (const inner of wordDescendants(child, new Set(['tr']))) row(inner, place);
      } else reading.mark(child, name, place);
    }
    reading.end();
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
      reading.end();
      return;
    }
    const line = reading.begin(
      newLine({ kind: 'TABLE_ROW', why: 'A row of a table.', excluded: false }),
    );
    for (const cell of cells) {
      const name = wordName(cell);
      if (name === 'tc') blocks(cell, { ...within, row: line });
      else reading.mark(cell, name, { ...within, row: line });
      line.separator = ' | ';
    }
    const at = { line, at: line.raw.length };
    if (within.inserted !== null && within.deleted === null)
      reading.changes.inserted(within.inserted, at, BREAK);
    else if (within.deleted !== null) {
      reading.changes.breakDeleted(within.deleted, at, (take) => reading.atNextLine(take));
    } else reading.changes.unchanged();
    reading.end();
  }

  return blocks;
}

/** Name of the next block beside this one, past marks; null: there is none. */
function nextBlock(element: Element): string | null {
  for (let node = element.nextSibling; node !== null; node = node.nextSibling) {
    const name = wordName(node);
    if (name === 'p' || name === 'tbl' || name === 'sdt' || name === 'sectPr') return name;
  }
  return null;
}
