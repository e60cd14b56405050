import type { Element } from '@xmldom/xmldom';
import { threadKey, WORD_2012 } from '@/lib/docx/draft-comments';
import { openWordPackage } from '@/lib/docx/word-package';
import {
  elements,
  isElement,
  wordAttribute,
  wordChildren,
  wordDescendants,
  wordName,
} from '@/lib/docx/word-xml';

/**
 * For tests: what Word holds a document to beyond well-formed XML, where a breach makes it offer a repair. Answers each
 * breach in words; none: an empty list.
 */
export async function breaches(bytes: Uint8Array): Promise<string[]> {
  const file = await openWordPackage(bytes);
  const main = file.part(file.mainName)?.documentElement;
  if (!main) return ['The main part is missing.'];
  const found: string[] = [];
  const all = (...names: string[]) => wordDescendants(main, new Set(names));
  const within = (element: Element, names: readonly string[]): boolean => {
    for (let at = element.parentNode; isElement(at); at = at.parentNode)
      if (names.includes(wordName(at) ?? '')) return true;
    return false;
  };

  for (const element of all('delText', 'delInstrText'))
    if (!within(element, ['del'])) found.push('Deleted words outside a deletion.');
  for (const element of all('t'))
    if (within(element, ['del'])) found.push('Plain words inside a deletion.');
  for (const element of all('pPr', 'rPr')) {
    const parent = wordName(element.parentNode);
    const isOwner = parent === 'p' || parent === 'r';
    if (isOwner && elements(element.parentNode as Element)[0] !== element)
      found.push(`${wordName(element)} is not the first in its ${parent}.`);
  }
  for (const element of all('r', 'ins', 'del')) {
    const parent = wordName(element.parentNode);
    if (parent === 'body' || (parent === 'r' && wordName(element) !== 'r'))
      found.push(`${wordName(element)} stands in ${parent}.`);
  }
  const ids = all('ins', 'del', 'moveFrom', 'moveTo').map((each) => wordAttribute(each, 'id'));
  for (const element of all('ins', 'del'))
    if (!wordAttribute(element, 'author') || !wordAttribute(element, 'id'))
      found.push('A tracked change without author or number.');
  const ours = all('ins', 'del').filter((each) => wordAttribute(each, 'author')?.includes('desk'));
  for (const element of ours)
    if (ids.filter((id) => id === wordAttribute(element, 'id')).length > 1)
      found.push(`Number ${wordAttribute(element, 'id')} stands for two tracked changes.`);

  const numbers = (...names: string[]) => all(...names).map((each) => wordAttribute(each, 'id'));
  const named = file.related('comments');
  const root = named === null ? null : (file.part(named)?.documentElement ?? null);
  const comments = root === null ? [] : wordChildren(root, 'comment');
  const commentIds = comments.map((each) => wordAttribute(each, 'id'));
  if (new Set(commentIds).size !== commentIds.length) found.push('Two comments of one number.');
  for (const name of ['commentRangeStart', 'commentRangeEnd', 'commentReference']) {
    const marks = numbers(name);
    if (new Set(marks).size !== marks.length) found.push(`Two marks ${name} of one number.`);
    for (const id of marks)
      if (!commentIds.includes(id)) found.push(`${name} ${id} has no comment.`);
  }
  const begun = new Set(numbers('commentRangeStart'));
  const ended = new Set(numbers('commentRangeEnd'));
  if (begun.size !== ended.size || [...begun].some((id) => !ended.has(id)))
    found.push('Comments that begin and do not end, or the other way round.');

  const extended = file.related('commentsExtended');
  const threads = extended === null ? null : file.part(extended)?.documentElement;
  const keys = new Set(comments.map(threadKey));
  for (const thread of threads ? elements(threads) : [])
    for (const name of ['paraId', 'paraIdParent']) {
      const key = thread.getAttributeNS(WORD_2012, name);
      if (key && !keys.has(key)) found.push(`A thread names ${key}, which no comment has.`);
    }
  const types = elements(file.contentTypes.documentElement).map((each) =>
    each.getAttribute('PartName'),
  );
  for (const part of [named, extended])
    if (part !== null && !types.includes(`/${part}`)) found.push(`${part} has no content type.`);
  return [...new Set(found)];
}
