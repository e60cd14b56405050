import type { Layer, Proximity, SourceKind, Stance } from './vocabulary';

/** What the rules need to know of one piece of evidence that stands; when it was retrieved is always known. */
export type EvidenceFacts = {
  id: string;
  sourceId: string;
  sourceKind: SourceKind;
  /** BCP 47 tag; null: not recorded. */
  sourceLanguage: string | null;
  /** The first ancestor along "derived from": the source itself when it derives from nothing. */
  rootSourceId: string;
  /** The source, or one it derives from, is the very story under check. */
  isOwnText: boolean;
  /** Null: nobody has named where it goes back to. */
  originId: string | null;
  stance: Stance;
  layer: Layer;
  proximity: Proximity;
  authoritative: boolean;
  hasExcerpt: boolean;
  hasLocator: boolean;
  /** Who translated the excerpt; null: nobody is named. */
  translator: string | null;
  isAccepted: boolean;
  /** For evidence against: a checker has said why it does not stand in the way. */
  isResolved: boolean;
};

/** Evidence that may count at all: accepted, and not the story quoting itself (I4). */
export const countable = (evidence: readonly EvidenceFacts[]): EvidenceFacts[] =>
  evidence.filter((each) => each.isAccepted && !each.isOwnText);

export const sourceCount = (evidence: readonly EvidenceFacts[]): number =>
  new Set(evidence.map((each) => each.sourceId)).size;

/**
 * The independent origins behind `evidence`, as keys: ten outlets carrying one statement are one.
 *
 * - A named origin counts once, however many sources go back to it.
 * - A first-hand source that names no origin is its own: whatever derives from it shares it.
 * - Second-hand sources that name none go back to nobody knows what; all of them together count as one,
 *   and as none where a known origin stands beside them, because it may be theirs.
 */
export function independentOrigins(evidence: readonly EvidenceFacts[]): Set<string> {
  const counted = countable(evidence);
  const namedByRoot = new Map(
    counted.flatMap((each) => (each.originId === null ? [] : [[each.rootSourceId, each.originId]])),
  );
  const firstHand = firstHandRoots(counted);
  const known = new Set<string>();
  let unknown = false;
  for (const each of counted) {
    const origin = each.originId ?? namedByRoot.get(each.rootSourceId) ?? null;
    if (origin !== null) known.add(`origin:${origin}`);
    else if (firstHand.has(each.rootSourceId)) known.add(`source:${each.rootSourceId}`);
    else unknown = true;
  }
  if (known.size === 0 && unknown) known.add('unnamed');
  return known;
}

const firstHandRoots = (evidence: readonly EvidenceFacts[]): Set<string> =>
  new Set(
    evidence
      .filter((each) => each.proximity === 'PRIMARY' && each.originId === null)
      .map((each) => each.rootSourceId),
  );

/** Second-hand evidence whose origin nobody has named: it adds nothing to the count until somebody does. */
export const withoutOrigin = (evidence: readonly EvidenceFacts[]): EvidenceFacts[] =>
  countable(evidence).filter((each) => each.originId === null && each.proximity !== 'PRIMARY');
