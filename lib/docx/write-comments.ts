import type { Element } from '@xmldom/xmldom';
import type { Piece } from '@/lib/docx/copy-line';
import { threadKey, WORD_2010, WORD_2012 } from '@/lib/docx/draft-comments';
import type { NewPart, PackageChanges } from '@/lib/docx/package-changes';
import {
  type Hand,
  type Numbering,
  outsideRevisions,
  wordTime,
  xmlWords,
} from '@/lib/docx/revision-marks';
import type { RunMap } from '@/lib/docx/run-map';
import {
  isElement,
  wordAttribute,
  wordChildren,
  wordDescendants,
  wordElement,
  wordName,
  wordValue,
} from '@/lib/docx/word-xml';

export type CommentText = Hand & { text: string };
export type NewComment = CommentText & {
  start: number;
  end: number;
  replies?: readonly CommentText[];
};

/** Writes a comment beside its words. Answers why it cannot be, in a sentence; null: it is written. */
export type CommentWriter = (comment: NewComment) => string | null;

const XMLNS = 'http://www.w3.org/2000/xmlns/';
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const OFFICE_TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * `hasReplies`: some of the comments to come are answered, so threads are needed. `nextRevision` numbers tracked changes
 * that are cut in two beside a comment.
 */
export function commentWriter(
  changes: PackageChanges,
  runs: RunMap,
  main: Element,
  styles: Element | null,
  hasReplies: boolean,
  nextRevision: Numbering,
): CommentWriter {
  const comments = changes.ensure(commentsPart(main)).documentElement;
  const threads =
    hasReplies || changes.existing('commentsExtended') !== null
      ? changes.ensure(threadsPart).documentElement
      : null;
  const people = changes.existing('people')?.documentElement ?? null;
  if (threads) declareWord2010(comments);
  const nextId = numberingAbove([
    ...wordChildren(comments, 'comment').map((each) => wordAttribute(each, 'id')),
    ...wordDescendants(main, new Set(['commentReference', 'commentRangeStart'])).map((each) =>
      wordAttribute(each, 'id'),
    ),
  ]);
  const nextKey = threadKeys(comments, main);
  const referenceStyle = styles && styleNamed(styles, 'annotation reference');

  return (comment) => {
    const pieces = runs.isolate(comment.start, comment.end);
    const [first] = pieces;
    const last = pieces.at(-1);
    if (!first || !last) return 'These words do not stand in the document.';
    const from = outside(first, 'before', nextRevision);
    const to = outside(last, 'after', nextRevision);
    let key: string | null = null;
    let end = to;
    for (const said of [comment, ...(comment.replies ?? [])]) {
      const id = nextId();
      const own = addComment(id, said);
      if (threads && own !== null) addThread(threads, own, key);
      key ??= own;
      from.parentNode?.insertBefore(wordElement(main, 'commentRangeStart', { id }), from);
      const close = wordElement(main, 'commentRangeEnd', { id });
      const reference = wordElement(main, 'r');
      if (referenceStyle) {
        const properties = wordElement(main, 'rPr');
        properties.appendChild(wordElement(main, 'rStyle', { val: referenceStyle }));
        reference.appendChild(properties);
      }
      reference.appendChild(wordElement(main, 'commentReference', { id }));
      end.parentNode?.insertBefore(close, end.nextSibling);
      close.parentNode?.insertBefore(reference, close.nextSibling);
      end = reference;
    }
    return null;
  };

  /** Adds it to the comments' own part. Answers the key of its thread; null: the document keeps none. */
  function addComment(id: string, { author, at, text }: CommentText): string | null {
    const element = wordElement(comments, 'comment', {
      id,
      author: xmlWords(author),
      date: wordTime(at),
      initials: initialsOf(author),
    });
    const lines = xmlWords(text).split('\n');
    let key: string | null = null;
    for (const [index, line] of lines.entries()) {
      const paragraph = wordElement(comments, 'p');
      if (threads && index === lines.length - 1) {
        key = nextKey();
        paragraph.setAttributeNS(WORD_2010, 'w14:paraId', key);
      }
      if (isRightToLeft(line)) {
        const properties = wordElement(comments, 'pPr');
        properties.appendChild(wordElement(comments, 'bidi'));
        paragraph.appendChild(properties);
      }
      if (index === 0) {
        const mark = wordElement(comments, 'r');
        mark.appendChild(wordElement(comments, 'annotationRef'));
        paragraph.appendChild(mark);
      }
      paragraph.appendChild(wordsRun(comments, line));
      element.appendChild(paragraph);
    }
    comments.appendChild(element);
    if (people) addPerson(people, author);
    return key;
  }
}

/** Where the mark of a comment may stand: beside the run, outside tracked changes, formulas and simple fields. */
function outside(piece: Piece, side: 'before' | 'after', next: Numbering): Element {
  let at = outsideRevisions(piece.host ?? piece.run, side, next);
  for (
    let parent = at.parentNode;
    isElement(parent) && (wordName(parent) === null || CLOSED.has(wordName(parent) ?? ''));
    parent = at.parentNode
  )
    at = outsideRevisions(parent, side, next);
  return at;
}

const CLOSED = new Set(['fldSimple', 'ruby', 'rubyBase', 'r']);

function wordsRun(like: Element, words: string): Element {
  const run = wordElement(like, 'r');
  if (isRightToLeft(words)) {
    const properties = wordElement(like, 'rPr');
    properties.appendChild(wordElement(like, 'rtl'));
    run.appendChild(properties);
  }
  const text = wordElement(like, 't');
  text.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
  text.textContent = words;
  run.appendChild(text);
  return run;
}

const isRightToLeft = (words: string): boolean =>
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words);

const initialsOf = (author: string): string =>
  author
    .split(/\s+/)
    .map((name) => [...name][0] ?? '')
    .join('')
    .slice(0, 8);

function commentsPart(main: Element): NewPart {
  const isStrict = main.namespaceURI?.startsWith('http://purl.oclc.org/') === true;
  const base = isStrict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return {
    type: 'comments',
    relationship: `${base}/comments`,
    contentType: `${OFFICE_TYPES}.comments+xml`,
    name: 'comments.xml',
    xml: `<w:comments xmlns:w="${main.namespaceURI}"/>`,
  };
}

const threadsPart: NewPart = {
  type: 'commentsExtended',
  relationship: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  contentType: `${OFFICE_TYPES}.commentsExtended+xml`,
  name: 'commentsExtended.xml',
  xml: `<w15:commentsEx xmlns:w15="${WORD_2012}" xmlns:mc="${COMPATIBILITY}" mc:Ignorable="w15"/>`,
};

function addThread(threads: Element, key: string, parent: string | null): void {
  const element = threads.ownerDocument?.createElementNS(WORD_2012, 'w15:commentEx');
  if (!element) return;
  element.setAttributeNS(WORD_2012, 'w15:paraId', key);
  if (parent !== null) element.setAttributeNS(WORD_2012, 'w15:paraIdParent', parent);
  element.setAttributeNS(WORD_2012, 'w15:done', '0');
  threads.appendChild(element);
}

function addPerson(people: Element, author: string): void {
  const named = xmlWords(author);
  for (let node = people.firstChild; node !== null; node = node.nextSibling)
    if (isElement(node) && node.getAttributeNS(WORD_2012, 'author') === named) return;
  const document = people.ownerDocument;
  if (!document) return;
  const person = document.createElementNS(WORD_2012, 'w15:person');
  person.setAttributeNS(WORD_2012, 'w15:author', named);
  const presence = document.createElementNS(WORD_2012, 'w15:presenceInfo');
  presence.setAttributeNS(WORD_2012, 'w15:providerId', 'None');
  presence.setAttributeNS(WORD_2012, 'w15:userId', named);
  person.appendChild(presence);
  people.appendChild(person);
}

/** A part that uses Word 2010's names must say that older programs may pass over them. */
function declareWord2010(root: Element): void {
  if (root.getAttributeNS(XMLNS, 'w14') === null)
    root.setAttributeNS(XMLNS, 'xmlns:w14', WORD_2010);
  if (root.getAttributeNS(XMLNS, 'mc') === null)
    root.setAttributeNS(XMLNS, 'xmlns:mc', COMPATIBILITY);
  const ignored = root.getAttributeNS(COMPATIBILITY, 'Ignorable')?.split(/\s+/) ?? [];
  if (!ignored.includes('w14'))
    root.setAttributeNS(COMPATIBILITY, 'mc:Ignorable', [...ignored, 'w14'].join(' ').trim());
}

/** Numbers above all of these. */
export function numberingAbove(taken: readonly (string | null)[]): Numbering {
  let last = taken.reduce((most, id) => Math.max(most, Number(id) || 0), 0);
  if (taken.length === 0) last = -1;
  return () => String(++last);
}

/** Thread keys (eight hexadecimal digits below 80000000) that no paragraph has. */
function threadKeys(comments: Element, main: Element): Numbering {
  const taken = new Set(
    [
      ...wordChildren(comments, 'comment').map(threadKey),
      ...wordDescendants(main, new Set(['p'])).map((each) =>
        each.getAttributeNS(WORD_2010, 'paraId'),
      ),
    ].map((key) => key?.toUpperCase()),
  );
  let last = 0x5e7_0000;
  return () => {
    for (;;) {
      const key = (++last).toString(16).toUpperCase().padStart(8, '0');
      if (!taken.has(key)) return key;
    }
  };
}

function styleNamed(styles: Element, name: string): string | null {
  const style = wordChildren(styles, 'style').find(
    (each) => wordValue(each, 'name')?.toLowerCase() === name,
  );
  return wordAttribute(style ?? null, 'styleId');
}
