import type { Element } from '@xmldom/xmldom';
import type { Editor } from '@/lib/docx/draft-changes';
import type { Place } from '@/lib/docx/reading-state';
import { wordAttribute, wordName } from '@/lib/docx/word-xml';

/** The elements that tracked words stand in. */
export const REVISIONS: ReadonlySet<string> = new Set(['ins', 'del', 'moveFrom', 'moveTo']);

/** What holds inside a tracked change. */
export function revised(element: Element, place: Place): Place {
  const editor = editorOf(element);
  const name = wordName(element);
  return name === 'ins' || name === 'moveTo'
    ? { ...place, inserted: place.inserted ?? editor }
    : { ...place, deleted: place.deleted ?? editor };
}

/** Who made the tracked change that an element marks; null: no element. */
export const editorOf = (element: Element | null): Editor | null =>
  element && { author: wordAttribute(element, 'author'), at: wordAttribute(element, 'date') };
