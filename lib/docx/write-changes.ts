import type { Element, Node } from '@xmldom/xmldom';
import { BREAK, type Line, type Piece } from '@/lib/docx/copy-line';
import type { Body } from '@/lib/docx/read-body';
import {
  type Hand,
  type Numbering,
  outsideRevisions,
  revisionElement,
  wordsElements,
} from '@/lib/docx/revision-marks';
import type { RunMap } from '@/lib/docx/run-map';
import { type Change, tighten } from '@/lib/docx/tight-change';
import { elements, isElement, wordChild, wordElement, wordName } from '@/lib/docx/word-xml';

/** Writes a change into the document as a tracked one. Answers why it cannot be, in a sentence; null: it is written. */
export type ChangeWriter = (change: Change, hand: Hand) => string | null;

export function changeWriter(body: Body, runs: RunMap, next: Numbering): ChangeWriter {
  const written: { start: number; end: number }[] = [];

  return (change, hand) => {
    const tight = tighten(change);
    if (tight.before === tight.after) return null;
    if (isThere(body, tight)) return null;
    const edits = splitAtBreaks(body, tight);
    if (edits === null) return 'It would take paragraphs apart and join others.';
    const refusal = refuse(body, runs, tight, edits, written);
    if (refusal !== null) return refusal;
    written.push({ start: tight.start, end: tight.end });
    for (const edit of edits) {
      if (edit.kind === 'words') replaceWords(edit, hand);
      else strikeBreak(edit.above, edit.below, hand);
    }
    return null;
  };

  function replaceWords({ start, end, after }: WordsEdit, hand: Hand): void {
    const anchor = start < end ? strike(runs.isolate(start, end), hand) : pointAt(start);
    if (after === '' || anchor === null) return;
    const [first = '', ...others] = after.split(BREAK);
    let { node } = anchor;
    const insert = (words: string): void => {
      if (words === '') return;
      const element = insertion(words, anchor.format, hand);
      if (anchor.side === 'before' && node === anchor.node)
        node.parentNode?.insertBefore(element, node);
      else node.parentNode?.insertBefore(element, node.nextSibling);
      node = element;
    };
    insert(first);
    for (const words of others) {
      const isAhead = anchor.side === 'before' && node === anchor.node;
      breakParagraph(node, isAhead ? 'before' : 'after', hand);
      insertAtStart(node, words, anchor, hand, isAhead);
    }

    /** The words after a new break open what is left of the paragraph. */
    function insertAtStart(
      last: Element,
      words: string,
      from: Anchor,
      by: Hand,
      isAhead: boolean,
    ): void {
      if (words === '') return;
      const paragraph = isAhead ? paragraphOf(last) : nextParagraph(paragraphOf(last));
      if (paragraph === null) return;
      const element = insertion(words, from.format, by);
      const properties = wordChild(paragraph, 'pPr');
      paragraph.insertBefore(
        element,
        properties?.nextSibling ?? (properties ? null : paragraph.firstChild),
      );
      node = element;
    }
  }

  type Anchor = { node: Element; side: 'before' | 'after'; format: Element | null };

  /** Marks the words as deleted. Answers the last of them, after which new words go. */
  function strike(pieces: readonly Piece[], hand: Hand): Anchor | null {
    let anchor: Anchor | null = null;
    let wrapper: Element | null = null;
    const struck = new Set<Element>();
    for (const piece of pieces) {
      const { run } = piece;
      if (piece.isDeleted) {
        anchor ??= {
          node: outsideRevisions(run, 'after', next),
          side: 'after',
          format: formatOf(run),
        };
        continue;
      }
      if (run.parentNode === wrapper && wrapper !== null) {
        piece.isDeleted = true;
        continue;
      }
      if (wrapper === null || wrapper.nextSibling !== run) {
        wrapper = revisionElement(run, 'del', hand, next);
        run.parentNode?.insertBefore(wrapper, run);
      }
      wrapper.appendChild(run);
      struck.add(run);
      piece.isDeleted = true;
      anchor = { node: wrapper, side: 'after', format: formatOf(run) };
    }
    for (const run of struck) markDeleted(run);
    return anchor;
  }

  function pointAt(at: number): Anchor | null {
    const { before, after } = runs.beside(at);
    const piece = before ?? after;
    if (piece === null) return null;
    const side = before === null ? 'before' : 'after';
    return { node: outsideRevisions(piece.run, side, next), side, format: formatOf(piece.run) };
  }

  function insertion(words: string, format: Element | null, hand: Hand): Element {
    const like = format ?? body.lines[0]?.paragraphs[0];
    if (!like) throw new Error('The document has no paragraph.');
    const element = revisionElement(like, 'ins', hand, next);
    const run = wordElement(like, 'r');
    if (format) run.appendChild(format.cloneNode(true));
    for (const part of wordsElements(like, words)) run.appendChild(part);
    element.appendChild(run);
    return element;
  }

  /** Splits the paragraph beside this node: what stands before it becomes a paragraph with an inserted mark. */
  function breakParagraph(node: Element, side: 'before' | 'after', hand: Hand): void {
    const paragraph = paragraphOf(node);
    if (paragraph === null || node.parentNode !== paragraph) return;
    const upper = paragraph.cloneNode(false) as Element;
    // Two paragraphs of one id would be one to Word's threads.
    for (const { name } of [...upper.attributes]) {
      if (/:(?:paraId|textId)$/.test(name)) upper.removeAttribute(name);
    }
    const properties = wordChild(paragraph, 'pPr');
    if (properties) {
      const copy = properties.cloneNode(true) as Element;
      removeChildren(copy, ['sectPr', 'pPrChange']);
      // The mark of the paragraph, and what was noted of it, stays with its end.
      const mark = wordChild(copy, 'rPr');
      if (mark) removeChildren(mark, NOTED);
      upper.appendChild(copy);
    }
    const stop = side === 'before' ? node : node.nextSibling;
    for (let child = paragraph.firstChild; child !== null && child !== stop; ) {
      const following: Node | null = child.nextSibling;
      if (child !== properties) upper.appendChild(child);
      child = following;
    }
    paragraph.parentNode?.insertBefore(upper, paragraph);
    markParagraph(upper, 'ins', hand);
  }

  /** Marks the ends of all paragraphs from one block to the next as deleted. */
  function strikeBreak(above: Line, below: Line, hand: Hand): void {
    for (const paragraph of paragraphsBetween(above, below) ?? [])
      markParagraph(paragraph, 'del', hand);
  }

  function markParagraph(paragraph: Element, name: 'ins' | 'del', hand: Hand): void {
    let properties = wordChild(paragraph, 'pPr');
    if (properties === null) {
      properties = wordElement(paragraph, 'pPr');
      paragraph.insertBefore(properties, paragraph.firstChild);
    }
    let run = wordChild(properties, 'rPr');
    if (run === null) {
      run = wordElement(paragraph, 'rPr');
      const later = wordChild(properties, 'sectPr') ?? wordChild(properties, 'pPrChange');
      properties.insertBefore(run, later);
    }
    if (wordChild(run, 'del') ?? wordChild(run, 'moveFrom')) return;
    const mark = revisionElement(paragraph, name, hand, next);
    const ins = name === 'del' ? wordChild(run, 'ins') : null;
    run.insertBefore(mark, ins ? ins.nextSibling : run.firstChild);
  }
}

type WordsEdit = { kind: 'words'; start: number; end: number; after: string };
type Edit = WordsEdit | { kind: 'break'; above: Line; below: Line };

/** The change as edits inside blocks and of the breaks between them; null: breaks on both sides do not match. */
function splitAtBreaks({ copy, lines }: Body, change: Change): Edit[] | null {
  const { start, end, after } = change;
  const within = lines.filter((line) => line.start <= end && line.start + line.length >= start);
  const breaks = within.length - 1;
  if (breaks <= 0) return [{ kind: 'words', start, end, after }];
  const parts = after.split(BREAK);
  if (parts.length !== 1 && parts.length - 1 !== breaks) return null;
  return within.flatMap((line, at): Edit[] => {
    const place = {
      start: Math.max(start, line.start),
      end: Math.min(end, line.start + line.length),
    };
    const below = within[at + 1];
    if (parts.length === 1) {
      // The new words stand where the first struck ones stood.
      const words: WordsEdit = { kind: 'words', ...place, after: at === 0 ? after : '' };
      return below ? [words, { kind: 'break', above: line, below }] : [words];
    }
    const own = { ...place, before: copy.slice(place.start, place.end), after: parts[at] ?? '' };
    const { before, ...words } = tighten(own);
    return before === words.after ? [] : [{ kind: 'words', ...words }];
  });
}

/** Whether the draft already has this very change as a tracked one. */
const isThere = (body: Body, tight: Change): boolean =>
  body.changes.some((change) => {
    const own = tighten(change);
    return own.start === tight.start && own.end === tight.end && own.after === tight.after;
  });

function refuse(
  body: Body,
  runs: RunMap,
  { start, end }: Change,
  edits: readonly Edit[],
  written: readonly { start: number; end: number }[],
): string | null {
  if (written.some((other) => start < other.end && other.start < end))
    return 'Another suggested change stands on the same words.';
  if (body.insertions.some((at) => start < at && at < end))
    return 'Somebody has inserted words in the middle of these, as a tracked change.';
  for (const edit of edits) {
    if (edit.kind === 'break') {
      if (paragraphsBetween(edit.above, edit.below) === null)
        return 'It would join paragraphs that do not follow one another in the document.';
      continue;
    }
    const refusal = refuseWords(body, runs, edit);
    if (refusal !== null) return refusal;
  }
  return null;
}

function refuseWords(body: Body, runs: RunMap, { start, end, after }: WordsEdit): string | null {
  const pieces = start < end ? runs.isolate(start, end) : [];
  const beside = start < end ? null : runs.beside(start);
  const anchor = beside === null ? pieces.at(-1) : (beside.before ?? beside.after);
  if (!anchor) return after === '' ? null : 'There is no place for these words in the document.';
  const fixed = (beside === null ? pieces : [anchor]).find((piece) => piece.fixed !== null)?.fixed;
  if (fixed) return `These words ${fixed}.`;
  const gap = pieces.some((piece, at) => at > 0 && pieces[at - 1]?.end !== piece.start);
  if (gap) return 'It goes over several cells of a table.';
  if (pieces.length > 0 && pieces.every(({ isDeleted }) => isDeleted))
    return 'Somebody has already struck these words, as a tracked change.';
  if (!after.includes(BREAK)) return null;
  const line = body.lines.find((each) => each === anchor.line);
  return line?.kind.kind === 'TABLE_ROW' || paragraphOf(anchor.run) !== topOf(anchor.run)
    ? 'It would break a paragraph inside a link, a table or a form field.'
    : null;
}

/** The element whose child a run is, past tracked changes, which can be cut in two. */
function topOf(run: Element): Node | null {
  let parent = run.parentNode;
  while (parent !== null && /^(?:ins|del|moveFrom|moveTo)$/.test(wordName(parent) ?? ''))
    parent = parent.parentNode;
  return parent;
}

/** The paragraphs whose ends lie between two blocks; null: something else lies there too. */
function paragraphsBetween(above: Line, below: Line): Element[] | null {
  const last = above.paragraphs.at(-1);
  const first = below.paragraphs[0];
  if (!last || !first || above.kind.kind === 'TABLE_ROW' || below.kind.kind === 'TABLE_ROW')
    return null;
  const found = [last];
  for (let node = last.nextSibling; node !== null; node = node.nextSibling) {
    if (node === first) return found;
    const name = wordName(node);
    if (name === 'p' && isElement(node)) found.push(node);
    else if (name === 'tbl' || name === 'sdt') return null;
  }
  return null;
}

function paragraphOf(node: Node): Element | null {
  for (let at: Node | null = node; at !== null; at = at.parentNode)
    if (isElement(at) && wordName(at) === 'p') return at;
  return null;
}

function nextParagraph(paragraph: Element | null): Element | null {
  const node = paragraph?.nextSibling ?? null;
  return isElement(node) && wordName(node) === 'p' ? node : null;
}

/** Deleted words stand in w:delText. */
function markDeleted(run: Element): void {
  for (let node = run.firstChild; node !== null; ) {
    const following: Node | null = node.nextSibling;
    if (isElement(node) && wordName(node) === 't') {
      const text = wordElement(run, 'delText');
      text.setAttributeNS('http://www.w3.org/XML/1998/namespace', 'xml:space', 'preserve');
      text.textContent = node.textContent;
      run.replaceChild(text, node);
    }
    node = following;
  }
}

/** A run's properties for new words: without what was noted of the run itself. */
function formatOf(run: Element): Element | null {
  const properties = wordChild(run, 'rPr');
  if (properties === null) return null;
  const copy = properties.cloneNode(true) as Element;
  removeChildren(copy, NOTED);
  return copy;
}

/** What Word notes of a run or of a paragraph's mark when it is changed. */
const NOTED = ['rPrChange', 'ins', 'del', 'moveFrom', 'moveTo'];

function removeChildren(parent: Element, names: readonly string[]): void {
  for (const child of elements(parent))
    if (names.includes(wordName(child) ?? '')) parent.removeChild(child);
}
