import { carryVersionInWorker } from '@/lib/anchoring/in-worker';
import { database } from '@/lib/db/client';
import { parseBlocks } from '@/lib/domain/blocks';
import type { CarriedChange } from '@/lib/domain/carry-suggestions';
import type { Reanchored } from '@/lib/domain/reanchor';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { VersionText } from '@/lib/domain/version-text';
import type { BaseClaim, VersionBase } from '@/lib/stories/version-base';

/**
 * Where everything of a story stands in a new text. Each is filed under where it stood (`placeKey` and its fellows), so
 * that what was marked or moved meanwhile is not taken for found.
 */
export type FoundAgain = {
  claims: ReadonlyMap<string, Reanchored>;
  /** Null: the sentence does not stand as it was, so it has to be looked at again. */
  setAsides: ReadonlyMap<string, TextRange | null>;
  suggestions: ReadonlyMap<string, CarriedChange>;
};

export const placeKey = ({ id, placeVersionId, start, end }: BaseClaim): string =>
  `${id} ${placeVersionId} ${start} ${end}`;

export const rangeKey = ({ id, start, end }: { id: string } & TextRange): string =>
  `${id} ${start} ${end}`;

/** Whether everything that stands in `base` was looked for. */
export const foundAll = (base: VersionBase, found: FoundAgain): boolean =>
  base.claims.every((claim) => found.claims.has(placeKey(claim))) &&
  base.setAsides.every((each) => found.setAsides.has(rangeKey(each))) &&
  base.suggestions.every((each) => found.suggestions.has(rangeKey(each)));

/**
 * Find everything of `base` again in `after`. A claim without a place in the current text is looked for from the text
 * it stood in last. Nothing is written.
 */
export async function findAgain(base: VersionBase, after: VersionText): Promise<FoundAgain> {
  const claims = new Map<string, Reanchored>();
  const setAsides = new Map<string, TextRange | null>();
  const suggestions = new Map<string, CarriedChange>();
  for (const [versionId, sought] of groupByPlace(base)) {
    const isCurrent = versionId === base.current.id;
    const ranges = isCurrent ? base.setAsides : [];
    const changes = isCurrent ? base.suggestions : [];
    const found = await carryVersionInWorker({
      before: await textOf(versionId),
      after,
      language: base.story.language,
      anchors: sought.map(({ id, start, end, placeExact }) => ({
        id,
        start,
        end,
        exact: placeExact,
      })),
      ranges: ranges.map(({ start, end }) => ({ start, end })),
      changes: changes.map((change) => ({
        start: change.start,
        end: change.end,
        before: change.before,
        after: change.after,
      })),
    });
    for (const [at, claim] of sought.entries()) {
      const placement = found.anchors[at];
      if (placement?.id !== claim.id) throw new Error(`Claim ${claim.id} was not answered for.`);
      claims.set(placeKey(claim), placement);
    }
    for (const [at, each] of ranges.entries())
      setAsides.set(rangeKey(each), found.ranges[at] ?? null);
    for (const [at, each] of changes.entries()) {
      const change = found.changes[at];
      if (change === undefined) throw new Error(`Suggestion ${each.id} was not answered for.`);
      suggestions.set(rangeKey(each), change);
    }
  }
  return { claims, setAsides, suggestions };
}

/** One version's text with its blocks. */
export async function textOf(versionId: string): Promise<Required<VersionText>> {
  const version = await database().version.findUniqueOrThrow({
    where: { id: versionId },
    select: { text: true, blocks: true },
  });
  return { copy: version.text, blocks: parseBlocks(version.blocks) };
}

/** The claims by the version they stood in last; the current one always, for what else hangs on it. */
function groupByPlace(base: VersionBase): Map<string, BaseClaim[]> {
  const groups = new Map<string, BaseClaim[]>([[base.current.id, []]]);
  for (const claim of base.claims) {
    const group = groups.get(claim.placeVersionId);
    if (group === undefined) groups.set(claim.placeVersionId, [claim]);
    else group.push(claim);
  }
  return groups;
}
