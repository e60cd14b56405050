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
