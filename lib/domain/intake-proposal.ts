import type { Block } from './blocks';
import type { IntakeKind } from './vocabulary';

/** A block as it was read, and, in a sentence, why it is set aside or taken for what it is; null: plainly body. */
export type ProposedBlock = Block & { why: string | null };

/** Something read off the page or file that a person confirms: never taken over silently. */
export type ProposedFact = {
  value: string;
  /** Where it stands, for the reader: "the page’s own title". */
  from: string;
};

/**
 * What was written beside or into a draft. Offsets are UTF-16 into the proposal's copy, and never empty: a mark at a
 * point takes the word before it along, or the word after it at the start.
 */
export type Annotation =
  | {
      kind: 'COMMENT';
      start: number;
      end: number;
      author: string | null;
      /** ISO 8601, as the file has it; null: without. */
      at: string | null;
      text: string;
      isResolved: boolean;
      /** Place in this list of the comment it answers; null: it begins a thread. */
      answers: number | null;
    }
  | {
      kind: 'FOOTNOTE' | 'ENDNOTE';
      start: number;
      end: number;
      text: string;
      links: readonly string[];
    }
  | { kind: 'LINK'; start: number; end: number; url: string }
  | {
      kind: 'CHANGE';
      start: number;
      end: number;
      /** What stands in the copy: the words before the tracked change. */
      before: string;
      after: string;
      author: string | null;
      at: string | null;
    };

/** What was read from a file, a link or pasted text; a person looks at it before it becomes a version. */
export type Proposal = {
  kind: IntakeKind;
  /** Name of the file; null without one. */
  name: string | null;
  /** Where it was fetched from, after redirects; null without. */
  url: string | null;
  /** Pasted and plain text to the character; else the blocks' words, an empty line between two. */
  copy: string;
  blocks: readonly ProposedBlock[];
  headline: ProposedFact | null;
  byline: ProposedFact | null;
  publisher: ProposedFact | null;
  /** ISO 8601. */
  publishedAt: ProposedFact | null;
  updatedAt: ProposedFact | null;
  /** BCP 47. */
  language: ProposedFact | null;
  annotations: readonly Annotation[];
  /** What the person should know before confirming, in sentences: "The file holds 3 pictures; they were left out." */
  notices: readonly string[];
};
