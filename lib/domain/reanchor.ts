import type { RangeDescription, TextRange } from './text-anchor';
import type { VersionText } from './version-text';
import type { AnchorState } from './vocabulary';

/** A claim's words in the old version; `exact` is what stands there (I1). */
export type ClaimAnchor = TextRange & { id: string; exact: string };

export type Reanchored = {
  id: string;
  /**
   * ATTACHED: the same words at the same offset. MOVED: the same words elsewhere. CHANGED: other words stand there now,
   * or the same words with something decisive changed beside them in their sentence. AMBIGUOUS: several places are
   * equally likely. LOST: nothing of the kind stands in the new version.
   */
  state: AnchorState;
  /** The new words, where they stand and what stands around them; null when AMBIGUOUS or LOST. */
  to: RangeDescription | null;
  /** Why, as a sentence for the reader. */
  reason: string;
  /** Places a person may choose: all equal ones when AMBIGUOUS; when CHANGED or LOST, where else the words stand. */
  candidates: TextRange[];
  /** Only when ATTACHED or MOVED with nothing decisive changed in the sentence. */
  verdictStands: boolean;
};

/**
 * Where each claim stands in the new version, in the order given. `language` is a BCP 47 tag of the copy.
 */
export function reanchor(_input: {
  before: VersionText;
  after: VersionText;
  language: string;
  anchors: readonly ClaimAnchor[];
}): Reanchored[] {
  throw new Error('Not built yet.');
}
