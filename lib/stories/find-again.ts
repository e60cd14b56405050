import { reanchorInWorker } from '@/lib/anchoring/in-worker';
import { database } from '@/lib/db/client';
import { parseBlocks } from '@/lib/domain/blocks';
import { carryRanges } from '@/lib/domain/carry-ranges';
import { type CarriedChange, carrySuggestions } from '@/lib/domain/carry-suggestions';
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
  const { language } = base.story;
  const claims = new Map<string, Reanchored>();
  for (const [versionId, sought] of groupByPlace(base.claims)) {
    const found = await reanchorInWorker({
      before: await textOf(versionId),
      after,
      language,
      anchors: sought.map(({ id, start, end, placeExact }) => ({
        id,
        start,
        end,
        exact: placeExact,
      })),
    });
    for (const [index, claim] of sought.entries()) {
      const placement = found[index];
      if (placement?.id !== claim.id) throw new Error(`Claim ${claim.id} was not answered for.`);
      claims.set(placeKey(claim), placement);
    }
  }
  const { setAsides, suggestions } = base;
  if (setAsides.length === 0 && suggestions.length === 0)
    return { claims, setAsides: new Map(), suggestions: new Map() };
  const texts = { before: await textOf(base.current.id), after, language };
  const ranges = carryRanges({ ...texts, ranges: setAsides });
  const changes = carrySuggestions({ ...texts, changes: suggestions });
  return {
    claims,
    setAsides: new Map(setAsides.map((each, at) => [rangeKey(each), ranges[at] ?? null])),
    suggestions: new Map(
      suggestions.flatMap((each, at) => {
        const change = changes[at];
        return change === undefined ? [] : [[rangeKey(each), change]];
      }),
    ),
  };
}

/** One version's text with its blocks. */
export async function textOf(versionId: string): Promise<Required<VersionText>> {
  const version = await database().version.findUniqueOrThrow({
    where: { id: versionId },
    select: { text: true, blocks: true },
  });
  return { copy: version.text, blocks: parseBlocks(version.blocks) };
}

function groupByPlace(claims: readonly BaseClaim[]): Map<string, BaseClaim[]> {
  const groups = new Map<string, BaseClaim[]>();
  for (const claim of claims) {
    const group = groups.get(claim.placeVersionId);
    if (group === undefined) groups.set(claim.placeVersionId, [claim]);
    else group.push(claim);
  }
  return groups;
}
