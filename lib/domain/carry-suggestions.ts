import type { TextRange } from './text-anchor';
import type { VersionText } from './version-text';

/** A change asked for in the old version: `before` stands at start to end there. */
export type AskedChange = TextRange & { before: string; after: string };

export type CarriedChange =
  /** `before` still stands, at `to`. */
  | { state: 'OPEN'; to: TextRange }
  /** `after` now stands where `before` stood; an asked cut leaves an empty range. */
  | { state: 'DONE'; to: TextRange }
  /** Neither can be told to stand; the reason is a sentence. */
  | { state: 'LOST'; reason: string };

export function carrySuggestions(_input: {
  before: VersionText;
  after: VersionText;
  language: string;
  changes: readonly AskedChange[];
}): CarriedChange[] {
  throw new Error('Not built yet.');
}
