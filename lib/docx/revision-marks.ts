import type { Element, Node } from '@xmldom/xmldom';
import { isElement, wordElement, wordName } from '@/lib/docx/word-xml';

/** Who changes the document, and when: ISO 8601. */
export type Hand = { author: string; at: string };

/** Numbers for new marks, above all that are taken. */
export type Numbering = () => string;

const REVISIONS = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** A tracked change with its number, its author and its time to the second, as Word has it. */
export const revisionElement = (
  like: Element,
  name: 'ins' | 'del',
  { author, at }: Hand,
  next: Numbering,
): Element => wordElement(like, name, { id: next(), author: xmlWords(author), date: wordTime(at) });

/** Word's times end at the second. */
export const wordTime = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;

/** Without what XML cannot hold. */
export const xmlWords = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

/**
 * The place before or after a run that stands in no tracked change: tracked changes around it are cut in two there,
 * and stay what they were.
 */
export function outsideRevisions(run: Element, side: 'before' | 'after', next: Numbering): Element {
  let at = run;
  for (
    let parent = at.parentNode;
    isElement(parent) && REVISIONS.has(wordName(parent) ?? '');
    parent = at.parentNode
  ) {
    cutParent(at, parent, side, next);
    at = parent;
  }
  return at;
}

/** Cuts `parent` beside `child`, so that the child is the first or the last in it. */
function cutParent(
  child: Element,
  parent: Element,
  side: 'before' | 'after',
  next: Numbering,
): void {
  const other = parent.cloneNode(false) as Element;
  const moves = (side === 'after' ? following : preceding)(child);
  if (!moves.some(isElement)) return;
  const prefix = other.prefix ? `${other.prefix}:` : '';
  other.setAttributeNS(other.namespaceURI, `${prefix}id`, next());
  for (const node of moves) other.appendChild(node);
  parent.parentNode?.insertBefore(other, side === 'after' ? parent.nextSibling : parent);
}

function following(node: Node): Node[] {
  const found: Node[] = [];
  for (let at = node.nextSibling; at !== null; at = at.nextSibling) found.push(at);
  return found;
}

function preceding(node: Node): Node[] {
  const found: Node[] = [];
  for (let at = node.previousSibling; at !== null; at = at.previousSibling) found.unshift(at);
  return found;
}

/** The elements of a run that stand for these words. */
export function wordsElements(like: Element, words: string): Element[] {
  return xmlWords(words)
    .split(/([\t\n\u2011\u00ad])/)
    .filter((part) => part !== '')
    .map((part) => {
      switch (part) {
        case '\t':
          return wordElement(like, 'tab');
        case '\n':
          return wordElement(like, 'br');
        case '\u2011':
          return wordElement(like, 'noBreakHyphen');
        case '\u00ad':
          return wordElement(like, 'softHyphen');
        default: {
          const text = wordElement(like, 't');
          text.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
          text.textContent = part;
          return text;
        }
      }
    });
}
