import { z } from 'zod';
import type { Proposal } from '@/lib/domain/intake-proposal';
import { BLOCK_KINDS, INTAKE_KINDS } from '@/lib/domain/vocabulary';

const place = { start: z.int().nonnegative(), end: z.int().positive() };
const fact = z.strictObject({ value: z.string(), from: z.string() }).nullable();

const annotation = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('COMMENT'),
    ...place,
    author: z.string().nullable(),
    at: z.string().nullable(),
    text: z.string(),
    isResolved: z.boolean(),
    answers: z.int().nullable(),
  }),
  z.strictObject({
    kind: z.enum(['FOOTNOTE', 'ENDNOTE']),
    ...place,
    text: z.string(),
    links: z.array(z.string()),
  }),
  z.strictObject({ kind: z.literal('LINK'), ...place, url: z.string() }),
  z.strictObject({
    kind: z.literal('CHANGE'),
    ...place,
    before: z.string(),
    after: z.string(),
    author: z.string().nullable(),
    at: z.string().nullable(),
  }),
]);

const StoredProposal = z.strictObject({
  kind: z.enum(INTAKE_KINDS),
  name: z.string().nullable(),
  url: z.string().nullable(),
  copy: z.string(),
  blocks: z.array(
    z.strictObject({
      kind: z.enum(BLOCK_KINDS),
      ...place,
      excluded: z.boolean(),
      why: z.string().nullable(),
    }),
  ),
  headline: fact,
  byline: fact,
  publisher: fact,
  publishedAt: fact,
  updatedAt: fact,
  language: fact,
  annotations: z.array(annotation),
  notices: z.array(z.string()),
});

/** A proposal as it was stored; throws when the stored value is damaged. */
export const parseProposal = (json: unknown): Proposal => StoredProposal.parse(json);
