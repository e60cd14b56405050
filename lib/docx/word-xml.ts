import type { Element, Node } from '@xmldom/xmldom';

/** WordprocessingML's namespace, as Word writes it and as the strict form of the standard has it (ISO/IEC 29500). */
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

export const isElement = (node: Node | null): node is Element => node?.nodeType === ELEMENT;

/** The child elements, in order. A list of its own: the tree may change while it is walked. */
export function elements(parent: Node): Element[] {
  const found: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node)) found.push(node);
  return found;
}

/** Local name of an element of WordprocessingML; null: of any other. */
export const wordName = (node: Node | null): string | null =>
  isElement(node) && (node.namespaceURI === WORD || node.namespaceURI === STRICT)
    ? node.localName
    : null;

/** The first child of this name; null: none. */
export function wordChild(parent: Node | null, name: string): Element | null {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling)
    if (isElement(node) && wordName(node) === name) return node;
  return null;
}

export const wordChildren = (parent: Node, name: string): Element[] =>
  elements(parent).filter((element) => wordName(element) === name);

/** An attribute in the element's own namespace; null: not there. */
export const wordAttribute = (element: Element | null, name: string): string | null =>
  element?.getAttributeNS(element.namespaceURI, name) ?? null;

/** Value of the child `<w:name w:val="…"/>`; null: no such child. */
export const wordValue = (parent: Node | null, name: string): string | null =>
  wordAttribute(wordChild(parent, name), 'val');

/** A switch such as `<w:vanish/>`: null where it is not mentioned. */
export function wordSwitch(parent: Node | null, name: string): boolean | null {
  const element = wordChild(parent, name);
  return element === null ? null : !isOff(wordAttribute(element, 'val'));
}

export const isOff = (value: string | null): boolean =>
  value !== null && /^(?:0|false|off)$/.test(value);

/** The characters directly in an element. */
export function ownText(element: Element): string {
  let text = '';
  for (let node = element.firstChild; node !== null; node = node.nextSibling)
    if (node.nodeType === TEXT || node.nodeType === CDATA) text += node.nodeValue ?? '';
  return text;
}

/** All elements of WordprocessingML below, of one of these names, in document order. */
export function wordDescendants(parent: Node, names: ReadonlySet<string>): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    for (const element of elements(node)) {
      const name = wordName(element);
      if (name !== null && names.has(name)) found.push(element);
      walk(element);
    }
  };
  walk(parent);
  return found;
}

/** A new element beside `like`, with its prefix and namespace. */
export function wordElement(
  like: Element,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Element {
  const document = like.ownerDocument;
  if (document === null) throw new Error('The element stands in no document.');
  // An attribute needs a prefix even where the elements have none.
  const bound = like.prefix ?? like.lookupPrefix(like.namespaceURI) ?? '';
  const prefix = bound === '' ? '' : `${bound}:`;
  const element = document.createElementNS(like.namespaceURI, `${prefix}${name}`);
  for (const [key, value] of Object.entries(attributes))
    element.setAttributeNS(like.namespaceURI, `${prefix}${key}`, value);
  return element;
}

/** Of alternatives the first, which is the newer; null: the element offers none. */
export function alternative(element: Element): Element | null {
  if (element.localName !== 'AlternateContent') return null;
  const choices = elements(element);
  return (
    choices.find(({ localName }) => localName === 'Choice') ??
    choices.find(({ localName }) => localName === 'Fallback') ??
    null
  );
}
