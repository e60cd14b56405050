import { DOMParser, type Document, type Element, XMLSerializer } from '@xmldom/xmldom';
import { DAMAGED, HOSTILE, unreadable } from '@/lib/docx/file-kind';

/** Word nests some forty deep; text boxes in tables in text boxes go further. */
const DEEPEST = 400;
/** In all parts together: each takes some 2 kB while it is read. A story of 30,000 words has some 60,000. */
export const MOST_ELEMENTS = 300_000;
const MOST_ATTRIBUTES = 120;

/** The characters of a part. XML is UTF-8 or, marked as such, UTF-16; nothing else is in use in Word files. */
export function xmlText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(DAMAGED);
  }
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  const fits = label === 'utf-8' ? /^(?:utf-?8|us-ascii)$/i : /^utf-?16/i;
  if (declared !== undefined && !fits.test(declared))
    throw unreadable(`${HOSTILE} A part of it is written in another character set.`);
  return text;
}

/**
 * Refuses XML that could hurt whoever reads it: a document type (entities that multiply, or that fetch), nesting
 * without end, elements or attributes without end. One pass, before any parser sees the text.
 * @param most elements it may have
 * @returns how many it has
 */
export function refuseUnsafeXml(text: string, most = MOST_ELEMENTS): number {
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    if (text.startsWith('<!--', at)) at = after(text, '-->', at + 4);
    else if (text.startsWith('<![CDATA[', at)) at = after(text, ']]>', at + 9);
    else if (text.startsWith('<?', at)) at = after(text, '?>', at + 2);
    else if (text.startsWith('<!', at))
      throw unreadable(`${HOSTILE} Its XML carries a document type, which Word never writes.`);
    else {
      const end = tagEnd(text, at);
      if (text[at + 1] === '/') depth--;
      else {
        if (++elements > most)
          throw unreadable(
            'This document is too large to be read: it has hundreds of thousands of pieces. Bring it in in parts.',
          );
        if (text[end - 1] !== '/' && ++depth > DEEPEST)
          throw unreadable(`${HOSTILE} Its XML is nested more than ${DEEPEST} deep.`);
      }
      at = end + 1;
    }
  }
  if (depth !== 0) throw unreadable(DAMAGED);
  return elements;
}

/** A part as a document to read and change. */
export function parseXml(text: string): Document & { documentElement: Element } {
  try {
    const document = new DOMParser({
      locator: false,
      onError: (level) => {
        if (level !== 'warning') throw new Error('not well formed');
      },
    }).parseFromString(text, 'text/xml');
    if (document.documentElement === null) throw new Error('empty');
    return Object.assign(document, { documentElement: document.documentElement });
  } catch {
    throw unreadable(DAMAGED);
  }
}

/** The part's bytes, in UTF-8, with its declaration. */
export function xmlBytes(document: Document): Uint8Array {
  const text = new XMLSerializer()
    .serializeToString(document)
    .replace(/^\ufeff/, '')
    .replace(/^<\?xml[^>]*\?>\s*/, '');
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n${text}`,
  );
}

function after(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from);
  if (at < 0) throw unreadable(DAMAGED);
  return at + what.length;
}

/** Where the tag's `>` stands: not inside an attribute's value. */
function tagEnd(text: string, from: number): number {
  let attributes = 0;
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at];
    if (character === '>') return at;
    if (character === '"' || character === "'") {
      at = text.indexOf(character, at + 1);
      if (at < 0) break;
      if (++attributes > MOST_ATTRIBUTES)
        throw unreadable(`${HOSTILE} Its XML has elements with hundreds of attributes.`);
    }
  }
  throw unreadable(DAMAGED);
}
