import type { Element } from '@xmldom/xmldom';
import {
  type Line,
  layOut,
  type Mark,
  newLine,
  offsetOf,
  type Piece,
  placePieces,
} from '@/lib/docx/copy-line';
import type { DraftChange } from '@/lib/docx/draft-changes';
import { BODY } from '@/lib/docx/paragraph-kind';
import { blockReader } from '@/lib/docx/read-blocks';
import { Reading, START } from '@/lib/docx/reading-state';
import type { Part } from '@/lib/docx/word-package';
import type { WordStyles } from '@/lib/docx/word-styles';
import { wordAttribute, wordChild, wordDescendants } from '@/lib/docx/word-xml';

/** A stretch of the copy; `start === end` where nothing of it is in the copy. */
type Stretch = { start: number; end: number };

/** The text of a document, and where everything stands in it. */
export type Body = {
  /** The words before any tracked change. */
  copy: string;
  /** The lines with words, in order: the blocks of the copy. */
  lines: readonly Line[];
  /** Every stretch of the copy and where it came from, in order. */
  pieces: readonly Piece[];
  changes: readonly DraftChange[];
  /** Where somebody inserted words that are not in the copy. */
  insertions: readonly number[];
  /** Places of comments, by id. */
  comments: ReadonlyMap<string, Stretch>;
  notes: readonly ({ kind: 'FOOTNOTE' | 'ENDNOTE'; id: string } & Stretch)[];
  /** `relation`: id of the relationship that has the address; else `url`. */
  links: readonly ({ relation: string | null; url: string | null } & Stretch)[];
  pictures: number;
  /** Characters of hidden words that were left out. */
  hidden: number;
  /** Language that runs are set in, by how many characters; '' for those that do not say. */
  languages: ReadonlyMap<string, number>;
  /** Parts in other formats that only Word can show. */
  foreign: number;
};

/**
 * Reads the main part from its start to its end. The same part always gives the same copy and the same pieces, which
 * is what the way back rests on.
 */
export function readBody(part: Part, styles: WordStyles): Body {
  const body = wordChild(part.documentElement, 'body');
  // A field that never ends would swallow the rest of the story.
  const reading = new Reading(styles, body !== null && fieldsPair(body));
  if (body) blockReader(reading)(body, { ...START, fields: [] });
  reading.end();
  if (reading.isAwaited) reading.begin(newLine(BODY));

  const { copy, filled } = layOut(reading.lines);
  const placed = <Found extends { from: Mark; to: Mark }>({ from, to, ...found }: Found) => {
    const start = offsetOf(from);
    return { ...found, start, end: Math.max(start, offsetOf(to)) };
  };
  const { changes, comments, notes, links, pieces, pictures, languages, hidden, foreign } = reading;
  return {
    copy,
    lines: filled,
    pieces: placePieces(pieces).sort((a, b) => a.start - b.start),
    changes: changes.changes(copy),
    insertions: changes.insertions(),
    comments: new Map([...comments].map(([id, marks]) => [id, placed(marks)])),
    notes: notes.map(placed),
    links: links.map(placed),
    pictures,
    languages,
    hidden,
    foreign,
  };
}

function fieldsPair(body: Element): boolean {
  let open = 0;
  for (const character of wordDescendants(body, new Set(['fldChar']))) {
    const type = wordAttribute(character, 'fldCharType');
    if (type === 'begin') open++;
    else if (type === 'end' && --open < 0) return false;
  }
  return open === 0;
}
