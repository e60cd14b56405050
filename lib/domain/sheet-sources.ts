import { nameSealer, SEALED_TITLE, type Sealer, withoutIdentity } from './sealed-source';
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
  seal: Sealer;
};

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
    seal: isProtected ? nameSealer(source) : (text) => text,
  };
}

/** "S-07", with what a reader must know of it before relying on it. */
export const sourceLabel = (source: SheetSource): string =>
  source.isProtected ? `${source.ref} protected, known to: ${source.knownTo}` : source.ref;
