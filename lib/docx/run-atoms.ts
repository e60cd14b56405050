import type { Element } from '@xmldom/xmldom';
import { ownText, wordAttribute } from '@/lib/docx/word-xml';

/** Characters of the copy; the first is number `from` of the element's own text. */
export type Atom = { text: string; from: number };

const SPACE = 'http://www.w3.org/XML/1998/namespace';

/** The characters that an element of a run stands for; null: it stands for none. */
export function readAtom(element: Element, name: string | null): Atom | null {
  switch (name) {
    case 't':
    case 'delText':
      return characters(element);
    case 'tab':
    case 'ptab':
      return { text: '\t', from: 0 };
    case 'br':
    case 'cr':
      return { text: '\n', from: 0 };
    case 'noBreakHyphen':
      return { text: '\u2011', from: 0 };
    case 'softHyphen':
      return { text: '\u00ad', from: 0 };
    case 'sym':
      return symbol(element);
    default:
      return null;
  }
}

/** Word cuts white space off both ends unless told to keep it, and takes a line end for a space. */
function characters(element: Element): Atom {
  const text = ownText(element)
    .toWellFormed()
    .replaceAll('\u0000', '\ufffd')
    .replace(/[\r\n]/g, ' ');
  if (isKept(element)) return { text, from: 0 };
  const kept = text.replace(/^[ \t]+/, '');
  return { text: kept.replace(/[ \t]+$/, ''), from: text.length - kept.length };
}

function isKept(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const space = at.getAttributeNS(SPACE, 'space');
    if (space !== null) return space === 'preserve';
  }
  return false;
}

/** A character of a symbol font. Such fonts have theirs at U+F000; the plain ones stand 0xF000 lower. */
function symbol(element: Element): Atom | null {
  const code = Number.parseInt(wordAttribute(element, 'char') ?? '', 16);
  if (!(code > 0x20 && code < 0x110000) || (code >= 0xd800 && code < 0xe000)) return null;
  return { text: String.fromCodePoint(code), from: 0 };
}
