import type { Element } from '@xmldom/xmldom';

/** Id of the relationship that an element names; null: it names none. */
export const relationOf = (element: Element): string | null =>
  [...element.attributes].find(
    ({ localName, namespaceURI }) =>
      localName === 'id' && namespaceURI?.endsWith('/relationships') === true,
  )?.value ?? null;

/** Address of a HYPERLINK field; null: another field, or a place in the document. */
export function linkOf(code: string): string | null {
  const match = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/i.exec(code);
  const url = match?.[1] ?? match?.[2] ?? '';
  return url === '' ? null : url;
}

/** The address as written, when a reader can follow it; null: it could run something, or leads nowhere. */
export const webAddress = (url: string): string | null =>
  /^(?:https?:\/\/|mailto:)\S/i.test(url.trim()) ? url.trim() : null;
