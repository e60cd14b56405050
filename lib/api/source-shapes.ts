import { z } from 'zod';
import { id, named, natural, PersonShape, page, text, time, words } from '@/lib/api/shapes';
import {
  CLAIM_STATUSES,
  CONFIDENTIALITIES,
  DERIVATIONS,
  SOURCE_KINDS,
  STANCES,
} from '@/lib/domain/vocabulary';

const sourceRow = {
  id,
  title: text,
  kind: words(SOURCE_KINDS),
  creator: text.nullable(),
  publisher: text.nullable(),
  url: text.nullable(),
  language: text.nullable(),
  confidentiality: words(CONFIDENTIALITIES),
  publishedAt: time.nullable(),
  retrievedAt: time,
  derivedFromId: id.nullable(),
  derivation: words(DERIVATIONS).nullable(),
  createdAt: time,
};

export const SourceRowShape = named('SourceRow', z.object({ ...sourceRow, claimCount: natural }));
export const SourcePageShape = named('SourcePage', page(SourceRowShape));

export const SourceShape = named(
  'Source',
  z.object({
    ...sourceRow,
    ownStoryId: id.nullable(),
    addedBy: PersonShape,
    uses: z.array(
      z.object({
        evidenceId: id,
        claimId: id,
        ref: text,
        exact: text,
        status: words(CLAIM_STATUSES),
        storyId: id,
        storyHeadline: text,
        stance: words(STANCES),
        excerpt: text.nullable(),
        locator: text.nullable(),
        origin: text.nullable(),
      }),
    ),
    version: z.int().positive(),
  }),
);
