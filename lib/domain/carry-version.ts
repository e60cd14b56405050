import { carryRangesIn } from './carry-ranges';
import { type AskedChange, type CarriedChange, carrySuggestionsIn } from './carry-suggestions';
import { compareTexts } from './compared-texts';
import { type ClaimAnchor, type Reanchored, reanchorIn } from './reanchor';
import type { TextRange } from './text-anchor';
import type { VersionText } from './version-text';

export type VersionToCarry = {
  before: VersionText;
  after: VersionText;
  /** BCP 47. */
  language: string;
  anchors: readonly ClaimAnchor[];
  ranges: readonly TextRange[];
  changes: readonly AskedChange[];
};

export type CarriedVersion = {
  anchors: Reanchored[];
  ranges: (TextRange | null)[];
  changes: CarriedChange[];
};

/** `reanchor`, `carryRanges` and `carrySuggestions` in one, with the copies read once; each list in the order given. */
export function carryVersion(version: VersionToCarry): CarriedVersion {
  const texts = compareTexts(version.before, version.after, version.language);
  return {
    anchors: reanchorIn(texts, version.anchors),
    ranges: carryRangesIn(texts, version.ranges),
    changes: carrySuggestionsIn(texts, version.changes),
  };
}
