import { z } from 'zod';
import { LAYERS, PROXIMITIES, STANCES } from '@/lib/domain/vocabulary';
import { clearable, id, lockVersion, optional, text, tick, time, word } from '@/lib/fields';
import { AddSource } from '@/lib/sources/schemas';

const link = {
  stance: word(STANCES),
  layer: optional(word(LAYERS)),
  proximity: optional(word(PROXIMITIES)),
  authoritative: optional(tick),
  authorityReason: optional(text(1_000)),
  /** The words of the source that settle it. */
  excerpt: optional(text(10_000)),
  /** Where they stand: page, paragraph, time code. */
  locator: optional(text(500)),
  translator: optional(text(300)),
  /** Where it goes back to; the same label is the same origin. */
  origin: optional(text(300)),
  asOf: optional(time),
  retrievedAt: optional(time),
};

export const AttachEvidence = z
  .strictObject({
    claimId: id,
    sourceId: optional(id),
    source: AddSource.optional(),
    ...link,
  })
  .refine((evidence) => (evidence.sourceId === undefined) !== (evidence.source === undefined), {
    message: 'Name the source: choose one of the library, or describe a new one.',
    path: ['source'],
  });
export type AttachEvidence = z.output<typeof AttachEvidence>;

export const EditEvidence = z.strictObject({
  evidenceId: id,
  claimVersion: lockVersion,
  stance: optional(word(STANCES)),
  layer: optional(word(LAYERS)),
  proximity: optional(word(PROXIMITIES)),
  authoritative: optional(tick),
  authorityReason: clearable(text(1_000)),
  excerpt: clearable(text(10_000)),
  locator: clearable(text(500)),
  translator: clearable(text(300)),
  origin: clearable(text(300)),
  asOf: clearable(time),
  retrievedAt: optional(time),
});
export type EditEvidence = z.output<typeof EditEvidence>;

export const AcceptEvidence = z.strictObject({ evidenceId: id });
export type AcceptEvidence = z.output<typeof AcceptEvidence>;

export const RemoveEvidence = z.strictObject({ evidenceId: id, reason: text(2_000) });
export type RemoveEvidence = z.output<typeof RemoveEvidence>;

/** Say why evidence against the claim does not stand in its way. */
export const ResolveEvidence = z.strictObject({ evidenceId: id, resolution: text(2_000) });
export type ResolveEvidence = z.output<typeof ResolveEvidence>;
