import type { Element } from '@xmldom/xmldom';
import { linkOf, relationOf } from '@/lib/docx/link-address';
import { readAtom } from '@/lib/docx/run-atoms';
import { elements, ownText, wordAttribute, wordDescendants, wordName } from '@/lib/docx/word-xml';

/** What stands in a comment or a note: its words, and where it links to. */
export type BesideText = {
  text: string;
  /** Ids of relationships. */
  relations: readonly string[];
  /** Addresses of HYPERLINK fields. */
  urls: readonly string[];
};

/** Reads a comment or a note before any tracked change in it, its paragraphs a line each. */
export function besideText(element: Element): BesideText {
  const relations: string[] = [];
  const urls: string[] = [];
  const paragraphs: string[] = [];
  /** One code for each field that is open; null: its result is being read. */
  const codes: (string | null)[] = [];

  const walk = (parent: Element): void => {
    for (const child of elements(parent)) {
      const name = wordName(child);
      if (name === 'p') paragraphs.push('');
      if (name === 'ins' || name === 'moveTo' || name === 'rPr' || name === 'pPr') continue;
      if (name === 'hyperlink') relations.push(...[relationOf(child)].filter((id) => id !== null));
      if (name === 'fldSimple') urls.push(...found(linkOf(wordAttribute(child, 'instr') ?? '')));
      if (name === 'fldChar') field(wordAttribute(child, 'fldCharType'));
      else if (name === 'instrText') {
        const code = codes.at(-1);
        if (typeof code === 'string') codes.splice(-1, 1, code + ownText(child));
      } else if (codes.every((code) => code === null)) {
        const atom = readAtom(child, name);
        if (atom !== null) paragraphs.push((paragraphs.pop() ?? '') + atom.text);
      }
      walk(child);
    }
  };
  const field = (type: string | null): void => {
    if (type === 'begin') codes.push('');
    else if (type === 'end') codes.pop();
    else if (type === 'separate') {
      urls.push(...found(linkOf(codes.pop() ?? '')));
      codes.push(null);
    }
  };
  walk(element);
  return {
    text: paragraphs
      .map((line) => line.trim())
      .join('\n')
      .trim(),
    relations,
    urls,
  };
}

const found = (url: string | null): string[] => (url === null ? [] : [url]);

/** Whether a part such as a header has words in it. */
export const hasWords = (element: Element): boolean =>
  wordDescendants(element, new Set(['t'])).some((text) => ownText(text).trim() !== '');
