import { SEALED_TITLE, withoutIdentity } from './sealed-source';
import type { Confidentiality, Derivation, SourceKind } from './vocabulary';

/** A source of the story as the desk knows it. */
export type KnownSource = {
  id: string;
  /** "S-07": counted in the order in which the story first used them. */
  ref: string;
  kind: SourceKind;
  title: string;
  creator: string | null;
  publisher: string | null;
  url: string | null;
  publishedAt: Date | null;
  retrievedAt: Date;
  language: string | null;
  confidentiality: Confidentiality;
  addedById: string;
  addedByName: string;
  derivation: Derivation | null;
  derivedFrom: { ref: string | null; title: string; confidentiality: Confidentiality } | null;
  isOwnText: boolean;
  /** The claims it is evidence for, by ref. */
  usedIn: readonly string[];
};

/** A source as the sheet may print it. */
export type SheetSource = {
  id: string;
  ref: string;
  isProtected: boolean;
  /** Null: protected. */
  kind: SourceKind | null;
  title: string;
  creator: string | null;
  publisher: string | null;
  url: string | null;
  publishedAt: Date | null;
  /** Null: protected. */
  retrievedAt: Date | null;
  language: string | null;
  confidentiality: Confidentiality;
  /** Who knows a protected source; null: it is no secret. */
  knownTo: string | null;
  derivation: Derivation | null;
  /** The ref of the source it derives from, or its title when the story does not use that one. */
  derivedFrom: string | null;
  isOwnText: boolean;
  usedIn: readonly string[];
  /** Text that came with the source, with whatever names a protected one struck out. */
  seal: <Text extends string | null>(text: Text) => Text;
};

/** Stands where words were that would give a protected source away. */
export const STRUCK_OUT = '[protected]';

/** Shorter words (initials, "BBC") occur by themselves and would strike out half a sentence. */
const SHORTEST_NAME = 4;

/** The source without what must not leave the desk, whoever exports. */
export function sheetSource(source: KnownSource): SheetSource {
  const isProtected = source.confidentiality === 'PROTECTED';
  const { title, creator, publisher, url } = withoutIdentity(source);
  const parent = source.derivedFrom;
  return {
    id: source.id,
    ref: source.ref,
    isProtected,
    kind: isProtected ? null : source.kind,
    title,
    creator,
    publisher,
    url,
    publishedAt: isProtected ? null : source.publishedAt,
    retrievedAt: isProtected ? null : source.retrievedAt,
    language: isProtected ? null : source.language,
    confidentiality: source.confidentiality,
    knownTo: isProtected ? `${source.addedByName} and the desk’s editors` : null,
    derivation: isProtected ? null : source.derivation,
    derivedFrom:
      isProtected || parent === null
        ? null
        : (parent.ref ?? (parent.confidentiality === 'PROTECTED' ? SEALED_TITLE : parent.title)),
    isOwnText: source.isOwnText,
    usedIn: source.usedIn,
    seal: isProtected ? sealer(source) : (text) => text,
  };
}

function sealer({ title, creator, publisher, url }: KnownSource): SheetSource['seal'] {
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

/** "S-07", with what a reader must know of it before relying on it. */
export const sourceLabel = (source: SheetSource): string =>
  source.isProtected ? `${source.ref} protected, known to: ${source.knownTo}` : source.ref;
