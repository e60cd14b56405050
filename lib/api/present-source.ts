import type { z } from 'zod';
import type { SourceRowShape, SourceShape } from '@/lib/api/source-shapes';
import { toWire } from '@/lib/domain/wire-words';
import { claimRef } from '@/lib/format';
import type { SourceRow, SourceView } from '@/lib/sources/queries';

export const presentSourceRow = (source: SourceRow): z.output<typeof SourceRowShape> => ({
  ...card(source),
  claimCount: source.claimCount,
});

export const presentSource = (source: SourceView): z.output<typeof SourceShape> => ({
  ...card(source),
  ownStoryId: source.ownStoryId,
  addedBy: { id: source.addedById, name: source.addedBy.name },
  uses: source.uses.map(({ number, status, stance, ...use }) => ({
    ...use,
    ref: claimRef(number),
    status: toWire(status),
    stance: toWire(stance),
  })),
  version: source.version,
});

const card = (source: Omit<SourceRow, 'claimCount'>) => ({
  id: source.id,
  title: source.title,
  kind: toWire(source.kind),
  creator: source.creator,
  publisher: source.publisher,
  url: source.url,
  language: source.language,
  confidentiality: toWire(source.confidentiality),
  publishedAt: source.publishedAt?.toISOString() ?? null,
  retrievedAt: source.retrievedAt.toISOString(),
  derivedFromId: source.derivedFromId,
  derivation: source.derivation && toWire(source.derivation),
  createdAt: source.createdAt.toISOString(),
});
