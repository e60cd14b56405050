import type { Element, Node } from '@xmldom/xmldom';
import { isPicture, isTwice, textBoxes } from '@/lib/docx/drawings';
import { linkOf, relationOf } from '@/lib/docx/link-address';
import type { Place, Reading } from '@/lib/docx/reading-state';
import { REVISIONS, revised } from '@/lib/docx/revised-place';
import { readAtom } from '@/lib/docx/run-atoms';
import {
  alternative,
  elements,
  ownText,
  wordAttribute,
  wordChild,
  wordName,
  wordSwitch,
} from '@/lib/docx/word-xml';

/** Reads the blocks of a text box; given by whoever reads blocks. */
type ReadBlocks = (parent: Node, place: Place) => void;

const TRANSPARENT = new Set(['smartTag', 'customXml', 'dir', 'bdo', 'sdtContent', 'rubyBase']);

/** Reads what stands in paragraphs: runs, links, fields, content controls, formulas. */
export function inlineReader(
  reading: Reading,
  readBox: ReadBlocks,
): (parent: Node, place: Place) => void {
  function inline(parent: Node, place: Place): void {
    for (const element of elements(parent)) {
      const name = wordName(element);
      if (name === 'r') run(element, element, place);
      else if (name === 'hyperlink') hyperlink(element, place);
      else if (name === 'fldSimple') simpleField(element, place);
      else if (name === 'sdt') readControl(element, place, inline);
      else if (name !== null && REVISIONS.has(name)) inline(element, revised(element, place));
      else if (name !== null && TRANSPARENT.has(name)) inline(element, place);
      else if (name !== null) reading.mark(element, name, place);
      else if (alternative(element) !== null) inline(alternative(element) ?? element, place);
      else formula(element, place);
    }
  }

  function hyperlink(element: Element, place: Place): void {
    const relation = relationOf(element);
    const stretch = reading.stretch(place, () => inline(element, place));
    if (relation !== null && stretch !== null)
      reading.links.push({ relation, url: null, ...stretch });
  }

  function simpleField(element: Element, place: Place): void {
    const url = linkOf(wordAttribute(element, 'instr') ?? '');
    const stretch = reading.stretch(place, () => inline(element, place));
    if (url !== null && stretch !== null) reading.links.push({ relation: null, url, ...stretch });
  }

  /** A formula's letters are words of the copy, and stay as they are. */
  function formula(element: Element, place: Place): void {
    if (!element.namespaceURI?.endsWith('/math')) return;
    if (element.localName === 't')
      reading.words(element, element, ownText(element), 0, {
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
      if (name === 'fldChar') fieldCharacter(child, place);
      else if (name === 'instrText' || name === 'delInstrText') {
        const field = place.fields.at(-1);
        if (field && !field.inResult) field.code += ownText(child);
      } else if (name === 'footnoteReference' || name === 'endnoteReference') {
        reading.note(child, name, place);
      } else if (name === 'commentReference') reading.mark(child, name, place);
      else if (name === 'drawing' || name === 'pict' || name === 'object')
        picture(child, from, place);
      else if (name === 'ruby') {
        const base = wordChild(child, 'rubyBase');
        if (base) inline(base, { ...place, fixed: 'have a reading set above them' });
      } else if (alternative(child) !== null)
        run(alternative(child) ?? child, from, { ...place, fixed: 'stand in a drawing' });
      else {
        const atom = readAtom(child, name);
        if (atom === null) continue;
        if (reading.styles.isHidden(properties, place.paragraph))
          reading.hidden += atom.text.length;
        else {
          if (/\S/.test(atom.text) && !reading.styles.isBold(properties, place.paragraph)) {
            const line = place.row ?? reading.open;
            if (line) line.isBold = false;
          }
          const language = languageOf(properties);
          const { languages } = reading;
          languages.set(language, (languages.get(language) ?? 0) + atom.text.length);
          reading.words(child, from, atom.text, atom.from, place);
        }
      }
    }
  }

  function fieldCharacter(element: Element, place: Place): void {
    const type = wordAttribute(element, 'fldCharType');
    const field = place.fields.at(-1);
    if (type === 'begin')
      place.fields.push({ code: '', inResult: false, isOver: false, result: null });
    else if (type === 'separate' && field) {
      field.inResult = true;
      reading.ahead(place, (mark) => {
        if (!field.isOver) field.result = mark;
      });
    } else if (type === 'end' && field) {
      place.fields.pop();
      field.isOver = true;
      const url = linkOf(field.code);
      const to = reading.here(place);
      if (url !== null && field.result !== null && to !== null)
        reading.links.push({ relation: null, url, from: field.result, to });
    }
  }

  function picture(element: Element, run: Element, place: Place): void {
    const boxes = textBoxes(element);
    if (boxes.length === 0) reading.pictures += isPicture(element) ? 1 : 0;
    for (const box of boxes)
      reading.afterLine(() =>
        readBox(box, {
          ...place,
          row: null,
          fields: [],
          host: place.host ?? run,
          fixed: place.fixed ?? (isTwice(box) ? 'stand in a text box' : null),
        }),
      );
  }

  return inline;
}

/**
 * Reads a content control by `read`, unless it holds nobody's words ("Click here to enter text"). What Word fills in
 * by itself cannot be changed in place.
 */
export function readControl(
  element: Element,
  place: Place,
  read: (parent: Node, place: Place) => void,
): void {
  const properties = wordChild(element, 'sdtPr');
  const content = wordChild(element, 'sdtContent');
  if (content === null || wordChild(properties, 'showingPlcHdr') !== null) return;
  const isBound = wordChild(properties, 'dataBinding') !== null;
  read(
    content,
    isBound ? { ...place, fixed: 'stand in a field that Word fills in by itself' } : place,
  );
}

/** A run from right to left has a language of its own for that. */
function languageOf(properties: Element | null): string {
  const language = wordChild(properties, 'lang');
  const isRtl = wordSwitch(properties, 'rtl') === true;
  return wordAttribute(language, isRtl ? 'bidi' : 'val') ?? '';
}
