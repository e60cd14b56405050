import type { TextRange } from './text-anchor';
import type { VersionText } from './version-text';

/** For each range its place in the new version when its whole sentence stands there unchanged and only once; else null. */
export function carryRanges(_input: {
  before: VersionText;
  after: VersionText;
  language: string;
  ranges: readonly TextRange[];
}): (TextRange | null)[] {
  throw new Error('Not built yet.');
}
