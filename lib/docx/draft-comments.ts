import type { Element } from '@xmldom/xmldom';
import { besideText } from '@/lib/docx/beside-text';
import type { WordPackage } from '@/lib/docx/word-package';
import { elements, wordAttribute, wordChildren, wordDescendants } from '@/lib/docx/word-xml';

/** A comment as the file has it. */
export type DraftComment = {
  id: string;
  author: string | null;
  at: string | null;
  text: string;
  isResolved: boolean;
  /** Id of the comment it answers; null: it begins a thread. */
  parent: string | null;
};

export const WORD_2010 = 'http://schemas.microsoft.com/office/word/2010/wordml';
export const WORD_2012 = 'http://schemas.microsoft.com/office/word/2012/wordml';

/** The comments of a document, in the order of their part, with threads where the file keeps them. */
export function readComments(file: WordPackage): DraftComment[] {
  const name = file.related('comments');
  const root = name === null ? null : (file.part(name)?.documentElement ?? null);
  if (root === null) return [];
  const comments = wordChildren(root, 'comment').flatMap((element) => {
    const id = wordAttribute(element, 'id');
    return id === null ? [] : [{ id, element, key: threadKey(element) }];
  });
  const idOf = new Map(comments.map(({ id, key }) => [key, id]));
  const threads = readThreads(file);
  return comments.map(({ id, element, key }) => {
    const thread = key === null ? undefined : threads.get(key);
    const parent = thread?.parent == null ? null : (idOf.get(thread.parent) ?? null);
    return {
      id,
      author: wordAttribute(element, 'author') || null,
      at: wordAttribute(element, 'date') || null,
      text: besideText(element).text,
      isResolved: thread?.isDone ?? false,
      parent: parent === id ? null : parent,
    };
  });
}

/** Threads are kept by the id of each comment's last paragraph (MS-DOCX, commentsExtended). */
export const threadKey = (comment: Element): string | null =>
  wordDescendants(comment, new Set(['p']))
    .at(-1)
    ?.getAttributeNS(WORD_2010, 'paraId') ?? null;

function readThreads(file: WordPackage): Map<string, { parent: string | null; isDone: boolean }> {
  const name = file.related('commentsExtended');
  const root = name === null ? null : (file.part(name)?.documentElement ?? null);
  return new Map(
    (root === null ? [] : elements(root)).flatMap((element) => {
      const key = element.getAttributeNS(WORD_2012, 'paraId');
      return key === null
        ? []
        : [
            [
              key,
              {
                parent: element.getAttributeNS(WORD_2012, 'paraIdParent') || null,
                isDone: /^(?:1|true|on)$/.test(element.getAttributeNS(WORD_2012, 'done') ?? ''),
              },
            ] as const,
          ];
    }),
  );
}
