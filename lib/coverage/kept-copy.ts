import { parseBlocks } from '@/lib/domain/blocks';
import { type CheckableCopy, checkableCopy } from '@/lib/domain/coverage';

/** As much of one version as what there is to check in it follows from; a version never changes. */
export type VersionText = { id: string; text: string; blocks: unknown; language: string };

/** UTF-16 units of copy kept with what was found in it: some dozens of articles, or a few long reads. */
const KEPT_UNITS = 4_000_000;

const kept = new Map<string, CheckableCopy>();
let units = 0;

const keyOf = ({ id, language }: Pick<VersionText, 'id' | 'language'>): string =>
  `${id} ${language}`;

/**
 * What there is to check in this version: read once, and kept while the version is being worked on. `keep`: how many
 * UTF-16 units of copy may stay, this version's aside.
 */
export function checkableVersion(version: VersionText, keep = KEPT_UNITS): CheckableCopy {
  const known = keptVersion(version);
  if (known !== null) return known;
  const checkable = checkableCopy(version.text, parseBlocks(version.blocks), version.language);
  kept.set(keyOf(version), checkable);
  units += version.text.length;
  for (const [key, { copy }] of kept) {
    if (units <= keep || kept.size === 1) break;
    kept.delete(key);
    units -= copy.length;
  }
  return checkable;
}

/** The same without the text at hand; null: it is not kept. */
export function keptVersion(version: Pick<VersionText, 'id' | 'language'>): CheckableCopy | null {
  const key = keyOf(version);
  const known = kept.get(key);
  if (known === undefined) return null;
  // The last used is the last to go.
  kept.delete(key);
  kept.set(key, known);
  return known;
}
