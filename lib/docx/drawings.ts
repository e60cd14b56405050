import type { Element, Node } from '@xmldom/xmldom';
import { alternative, elements, isElement, wordChildren, wordName } from '@/lib/docx/word-xml';

/** The text boxes of a drawing, without those inside them. */
export function textBoxes(element: Element): Element[] {
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

/** Whether a drawing shows a picture or a chart. */
export const isPicture = (element: Element): boolean =>
  elements(element).some(
    (child) =>
      child.localName === 'blip' ||
      child.localName === 'imagedata' ||
      child.localName === 'chart' ||
      isPicture(child),
  );

/** Word keeps the words of such a box a second time, for older programs. */
export function isTwice(box: Element): boolean {
  for (let node: Node | null = box.parentNode; node !== null; node = node.parentNode)
    if (isElement(node) && node.localName === 'AlternateContent')
      return wordChildren(node, 'Fallback').length > 0 || elements(node).length > 1;
  return false;
}
