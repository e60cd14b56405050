import type { Confidentiality, Role } from './vocabulary';

type Identity = {
  confidentiality: Confidentiality;
  addedById: string;
  title: string;
  creator: string | null;
  publisher: string | null;
  url: string | null;
};

/** What stands where the identity of a protected source would. */
export const SEALED_TITLE = 'Protected source';

/** Whoever brought a protected source, and the editors who answer for it, see who it is. */
export const maySeeSource = (
  reader: { id: string; role: Role },
  source: { confidentiality: Confidentiality; addedById: string },
): boolean =>
  source.confidentiality !== 'PROTECTED' ||
  source.addedById === reader.id ||
  reader.role === 'EDITOR';

/** The source as `reader` may see it: a protected one without its identity. */
export const sealSource = <Source extends Identity>(
  source: Source,
  reader: { id: string; role: Role },
): Source => (maySeeSource(reader, source) ? source : withoutIdentity(source));

/** For what leaves the desk: no protected identity, whoever exports. */
export const withoutIdentity = <Source extends Identity>(source: Source): Source =>
  source.confidentiality === 'PROTECTED'
    ? { ...source, title: SEALED_TITLE, creator: null, publisher: null, url: null }
    : source;

/** Stands where words were that would give a protected source away. */
export const STRUCK_OUT = '[protected]';

/** Where a protected source goes back to: the name would often be the source's own. */
export const PROTECTED_ORIGIN = 'Protected origin';

/** Shorter words (initials, "BBC") occur by themselves and would strike out half a sentence. */
const SHORTEST_NAME = 4;

/** Text without whatever names the source; null stays null. */
export type Sealer = <Text extends string | null>(text: Text) => Text;

/** Strikes the source's title, maker, publisher and link out of a text, whoever reads it. */
export function nameSealer({
  title,
  creator,
  publisher,
  url,
}: Pick<Identity, 'title' | 'creator' | 'publisher' | 'url'>): Sealer {
  const names = [url, title, creator, publisher]
    .filter((name): name is string => name !== null && name.trim().length >= SHORTEST_NAME)
    // Parts of a person's name give them away as the whole does.
    .flatMap((name) => [name.trim(), ...(name === creator ? nameParts(name) : [])])
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (names.length === 0) return (text) => text;
  const pattern = new RegExp(names.join('|'), 'giu');
  return <Text extends string | null>(text: Text) =>
    (text === null ? null : text.replace(pattern, STRUCK_OUT)) as Text;
}

const nameParts = (name: string): string[] =>
  name.split(/[\s,]+/u).filter((part) => part.length >= SHORTEST_NAME && /^\p{Lu}/u.test(part));

/** What a piece of evidence says beside its source, and may say too much of it. */
export type EvidenceWords = {
  excerpt: string | null;
  locator: string | null;
  translator: string | null;
  resolution: string | null;
  removedReason: string | null;
  authorityReason: string | null;
  origin: { id: string; label: string } | null;
};

/** The words without what would give a protected source away: origin, why it is fit to settle the claim, names. */
export const wordsWithoutNames = <Words extends EvidenceWords>(
  words: Words,
  seal: Sealer,
): Words => ({
  ...words,
  excerpt: seal(words.excerpt),
  locator: seal(words.locator),
  translator: seal(words.translator),
  resolution: seal(words.resolution),
  removedReason: seal(words.removedReason),
  authorityReason: null,
  origin: words.origin && { ...words.origin, label: PROTECTED_ORIGIN },
});

/** The evidence as `reader` may see it. `isSealed`: its source is kept from them, and so are words of it. */
export function sealEvidence<Evidence extends EvidenceWords & { source: Identity }>(
  evidence: Evidence,
  reader: { id: string; role: Role },
): Evidence & { isSealed: boolean } {
  if (maySeeSource(reader, evidence.source)) return { ...evidence, isSealed: false };
  const words = wordsWithoutNames(evidence, nameSealer(evidence.source));
  return { ...words, source: withoutIdentity(evidence.source), isSealed: true };
}
