import type { Element } from '@xmldom/xmldom';
import type { Part } from '@/lib/docx/word-package';
import { wordAttribute, wordChild, wordChildren, wordSwitch, wordValue } from '@/lib/docx/word-xml';

/** What styles say of a paragraph or a run, through the styles they build on. */
export type WordStyles = {
  /**
   * The names of a paragraph's style and of those it builds on, nearest first, in lower case. Built-in styles have
   * English names in every language ("heading 1"), only their ids are translated.
   */
  names: (paragraphProperties: Element | null) => readonly string[];
  isNumbered: (paragraphProperties: Element | null) => boolean;
  /** Outline level, 0 the highest; null: none. */
  outline: (paragraphProperties: Element | null) => number | null;
  isHidden: (runProperties: Element | null, paragraphProperties: Element | null) => boolean;
  isBold: (runProperties: Element | null, paragraphProperties: Element | null) => boolean;
  /** BCP 47, of text that does not say otherwise; null: the file does not say. */
  language: (isRtl: boolean) => string | null;
};

/** `part` is styles.xml; null: the document has none. */
export function readStyles(part: Part | null): WordStyles {
  const root = part?.documentElement ?? null;
  const byId = new Map<string, Element>();
  let usual: string | null = null;
  for (const style of root === null ? [] : wordChildren(root, 'style')) {
    const id = wordAttribute(style, 'styleId');
    if (id === null) continue;
    byId.set(id, style);
    if (wordAttribute(style, 'type') === 'paragraph' && wordAttribute(style, 'default') === '1')
      usual = id;
  }

  /** The style and those it builds on; a style that builds on itself is cut short. */
  const chain = (id: string | null): Element[] => {
    const found: Element[] = [];
    for (let next = id; next !== null && found.length < 20; ) {
      const style = byId.get(next);
      if (style === undefined || found.includes(style)) break;
      found.push(style);
      next = wordValue(style, 'basedOn');
    }
    return found;
  };
  const ofParagraph = (properties: Element | null) =>
    chain(wordValue(properties, 'pStyle') ?? usual);

  const toggle = (
    name: string,
    runProperties: Element | null,
    paragraphProperties: Element | null,
  ): boolean => {
    const direct = wordSwitch(runProperties, name);
    if (direct !== null) return direct;
    const styles = [
      ...chain(wordValue(runProperties, 'rStyle')),
      ...ofParagraph(paragraphProperties),
    ];
    return styles.some((style) => wordSwitch(wordChild(style, 'rPr'), name) === true);
  };

  const levels = (properties: Element | null): (Element | null)[] => [
    properties,
    ...ofParagraph(properties).map((style) => wordChild(style, 'pPr')),
  ];

  const defaults = wordChild(wordChild(wordChild(root, 'docDefaults'), 'rPrDefault'), 'rPr');
  const usualStyle = usual === null ? null : (byId.get(usual) ?? null);
  return {
    names: (properties) =>
      ofParagraph(properties).flatMap((style) => wordValue(style, 'name')?.toLowerCase() ?? []),
    isNumbered: (properties) => {
      for (const level of levels(properties)) {
        const numbering = wordChild(level, 'numPr');
        // Number 0 takes a style's numbering off again.
        if (numbering !== null) return wordValue(numbering, 'numId') !== '0';
      }
      return false;
    },
    outline: (properties) => {
      for (const level of levels(properties)) {
        const outline = wordValue(level, 'outlineLvl');
        if (outline !== null) return Number(outline) < 9 ? Number(outline) : null;
      }
      return null;
    },
    isHidden: (run, paragraph) => toggle('vanish', run, paragraph),
    isBold: (run, paragraph) => toggle('b', run, paragraph),
    language: (isRtl) =>
      languageOf(wordChild(usualStyle, 'rPr'), isRtl) ?? languageOf(defaults, isRtl),
  };
}

const languageOf = (properties: Element | null, isRtl: boolean): string | null =>
  knownLanguage(wordAttribute(wordChild(properties, 'lang'), isRtl ? 'bidi' : 'val'));

/** Null for the words with which a file says that it does not know. */
export const knownLanguage = (language: string | null): string | null =>
  language === null || /^(?:x-none|zxx|none|und|)$/i.test(language) ? null : language;
