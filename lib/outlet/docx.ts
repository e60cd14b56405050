import type { Node } from '@xmldom/xmldom';
import { readComments } from '@/lib/docx/draft-comments';
import { changePackage } from '@/lib/docx/package-changes';
import type { Body } from '@/lib/docx/read-body';
import { mapRuns } from '@/lib/docx/run-map';
import { openWordPackage } from '@/lib/docx/word-package';
import { isElement } from '@/lib/docx/word-xml';
import { changeWriter } from '@/lib/docx/write-changes';
import {
  type CommentWriter,
  commentWriter,
  type NewComment,
  numberingAbove,
} from '@/lib/docx/write-comments';
import { Refusal } from '@/lib/errors';
import { readText } from '@/lib/intake/docx';

/** Other words for a stretch of the copy, as somebody suggested them; `at` is ISO 8601. */
export type DraftSuggestion = {
  start: number;
  end: number;
  before: string;
  after: string;
  reason: string | null;
  author: string;
  at: string;
};

export type DraftComment = NewComment;

/** What could not be written where it belongs, and why, in a sentence. */
export type LeftOut = { kind: 'suggestion' | 'comment'; index: number; why: string };

/**
 * The same document with suggestions as tracked changes and findings as comments, written into its own XML. Parts of
 * the file that are not touched keep their bytes. A suggestion that the draft already has as a tracked change is not
 * written twice; one that cannot be a tracked change where it stands becomes a comment that says what it suggests.
 * @param input.original bytes of the file
 * @param input.copy as `readDocx` read it from this file; offsets are UTF-16 into it
 * @returns the file, and what was left out or became a comment instead
 * @throws Refusal `invalid` when the file cannot be read, `conflict` when the copy is not this file's
 */
export async function writeDocx(input: {
  original: Uint8Array;
  copy: string;
  suggestions: readonly DraftSuggestion[];
  comments: readonly DraftComment[];
}): Promise<{ bytes: Uint8Array; leftOut: LeftOut[] }> {
  const { original, copy, suggestions, comments } = input;
  const file = await openWordPackage(original);
  const { body } = readText(file);
  if (body.copy !== copy)
    throw new Refusal(
      'conflict',
      'The words of this version are not those of the Word file it came as, so nothing was written into it.',
    );
  if (suggestions.length + comments.length === 0) return { bytes: original, leftOut: [] };

  const changes = changePackage(file);
  changes.touch(file.mainName);
  const main = file.part(file.mainName)?.documentElement;
  if (main === undefined) throw new Error('The main part has gone.');
  const stylesName = file.related('styles');
  const styles = stylesName === null ? null : (file.part(stylesName)?.documentElement ?? null);
  const runs = mapRuns(body.pieces);
  const leftOut: LeftOut[] = [];

  const nextRevision = numberingAbove(idsIn(main));
  const writeChange = changeWriter(body, runs, nextRevision);
  const isPlaced = (at: { start: number; end: number }) =>
    at.start >= 0 && at.start < at.end && at.end <= copy.length;
  const asComments: DraftComment[] = [];
  const todo: (() => void)[] = [];
  for (const [index, suggestion] of suggestions.entries()) {
    const { start, end, before, after, reason, author, at } = suggestion;
    const leave = (why: string) => leftOut.push({ kind: 'suggestion', index, why });
    if (!isPlaced(suggestion) || copy.slice(start, end) !== before) {
      leave('Its words do not stand in this version.');
      continue;
    }
    todo.push(() => {
      const why = writeChange({ start, end, before, after }, { author, at });
      if (why === null) return;
      leave(why);
      asComments.push({ start, end, author, at, text: suggestionText(after, reason, why) });
    });
  }
  // Comments first: their marks cut runs, and tracked changes then wrap what lies between them.
  const hasReplies = comments.some(({ replies }) => (replies?.length ?? 0) > 0);
  const writer = () => commentWriter(changes, runs, main, styles, hasReplies, nextRevision);
  let write: CommentWriter | null = null;
  const stretches = body.pieces.map(({ start, end }) => ({ start, end }));
  /** A comment needs words to stand on: one on a break or between two cells stands on the words after it. */
  const writeComment = (comment: DraftComment): string | null => {
    const hasWords = stretches.some(({ start, end }) => start < comment.end && comment.start < end);
    const near = stretches.find(({ start }) => start >= comment.end) ?? stretches.at(-1);
    write ??= writer();
    return write(hasWords ? comment : { ...comment, ...near });
  };
  const known = readComments(file);
  for (const [index, comment] of comments.entries()) {
    if (isThere(known, body, comment)) continue;
    const why = isPlaced(comment)
      ? writeComment(comment)
      : 'Its words do not stand in this version.';
    if (why !== null) leftOut.push({ kind: 'comment', index, why });
  }
  for (const work of todo) work();
  for (const comment of asComments) writeComment(comment);
  return { bytes: changes.bytes(), leftOut };
}

/** A query that came in as a comment of this very draft is in it already. */
const isThere = (
  known: ReturnType<typeof readComments>,
  body: Body,
  { start, end, text, replies }: DraftComment,
): boolean =>
  (replies?.length ?? 0) === 0 &&
  known.some((own) => {
    const place = body.comments.get(own.id);
    const isNear = place !== undefined && place.start <= end && start <= place.end;
    return isNear && own.text !== '' && text.endsWith(own.text);
  });

const suggestionText = (after: string, reason: string | null, why: string): string =>
  [
    after === '' ? 'Suggested: cut these words.' : `Suggested instead: “${after}”`,
    ...(reason === null ? [] : [reason]),
    `It is a comment because it could not be written as a tracked change. ${why}`,
  ].join('\n');

/** Numbers of tracked changes, bookmarks and the like: they share one row of numbers. */
function idsIn(node: Node): (string | null)[] {
  const found: (string | null)[] = [];
  const walk = (at: Node): void => {
    for (let child = at.firstChild; child !== null; child = child.nextSibling) {
      if (!isElement(child)) continue;
      const id = child.getAttributeNS(child.namespaceURI, 'id');
      if (id !== null && /^\d+$/.test(id)) found.push(id);
      walk(child);
    }
  };
  walk(node);
  return found;
}
