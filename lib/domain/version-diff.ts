import type { TextRange } from './text-anchor';
import type { VersionText } from './version-text';

/**
 * A run of words. SAME stands in both copies (`text` is the new copy's), DELETED only in the old one, INSERTED only in
 * the new one. `from` is its place in the old copy, `to` in the new one; null: it does not stand there.
 */
export type DiffPiece = {
  kind: 'SAME' | 'DELETED' | 'INSERTED';
  text: string;
  from: TextRange | null;
  to: TextRange | null;
};

/** Where a row's paragraph stands in one copy: the index of its block, and its range. */
export type DiffSide = TextRange & { block: number };

/**
 * A paragraph of one or both copies. ADDED has no `from`, REMOVED no `to`; all others have both. MOVED stands at its new
 * place in the list and may have changed words as well: look at its pieces. The pieces, without the DELETED ones, are
 * the new paragraph to the character; without the INSERTED ones the old one (SAME pieces may differ in white space).
 */
export type DiffRow = {
  kind: 'SAME' | 'CHANGED' | 'ADDED' | 'REMOVED' | 'MOVED';
  from: DiffSide | null;
  to: DiffSide | null;
  pieces: DiffPiece[];
};

/**
 * What changed between two versions, paragraph by paragraph in the order of the new copy, removed ones where they
 * stood; the words within a paragraph compared as words, not letters.
 */
export function diffVersions(_before: VersionText, _after: VersionText): DiffRow[] {
  throw new Error('Not built yet.');
}
