import type { Element } from '@xmldom/xmldom';
import type { WordStyles } from '@/lib/docx/word-styles';
import type { BlockKind } from '@/lib/domain/vocabulary';

/** What a paragraph is by its style. `why` in a sentence; null: nothing but body. */
export type ParagraphKind = { kind: BlockKind; why: string | null; excluded: boolean };

export const BODY: ParagraphKind = { kind: 'BODY', why: null, excluded: false };

const STYLED: readonly [RegExp, BlockKind][] = [
  [/^(?:title|headline|hed)$/, 'HEADLINE'],
  [/^(?:subtitle|standfirst|strapline|dek|sell)$/, 'STANDFIRST'],
  [/^(?:heading \d|subhead|sub-head|crosshead|cross-head)$/, 'SUBHEAD'],
  [/^(?:caption|illustration|figure)$/, 'CAPTION'],
  [/^(?:quote|intense quote|quotations|block text|block quotation|pull quote)$/, 'QUOTE'],
  [/^list(?:$| )/, 'LIST_ITEM'],
];
const CONTENTS = /^(?:toc(?: heading| \d)?|contents (?:heading|\d)|table of figures|index \d)$/;

/** Reads the kind off the names of the styles, then off numbering and outline level. */
export function paragraphKind(properties: Element | null, styles: WordStyles): ParagraphKind {
  const names = styles.names(properties);
  if (names.some((name) => CONTENTS.test(name)))
    return { kind: 'FURNITURE', why: 'A line of the table of contents.', excluded: true };
  for (const name of names) {
    const kind = STYLED.find(([pattern]) => pattern.test(name))?.[1];
    // A bare "List Paragraph" is how Word indents; only its numbering makes it a list.
    if (kind === undefined || (name === 'list paragraph' && !styles.isNumbered(properties)))
      continue;
    return { kind, why: `In the style “${name}”.`, excluded: false };
  }
  if (styles.isNumbered(properties))
    return { kind: 'LIST_ITEM', why: 'Numbered or with a bullet.', excluded: false };
  if (styles.outline(properties) !== null)
    return { kind: 'SUBHEAD', why: 'At a level of the outline.', excluded: false };
  return BODY;
}
