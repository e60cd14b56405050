import { z } from 'zod';
import { MOST_PARTS } from '@/lib/domain/claim-place';
import {
  ATTRIBUTION_ROLES,
  CLAIM_TYPES,
  FINDINGS,
  FLAGS,
  GROUNDS,
  MOVES,
  POLARITIES,
  QUALIFIERS,
  SAID_FINDINGS,
  VOICES,
} from '@/lib/domain/vocabulary';
import {
  clearable,
  id,
  list,
  lockVersion,
  optional,
  text,
  time,
  timeZone,
  word,
} from '@/lib/fields';

const decimal = z
  .union([z.number(), z.string().trim()])
  .transform((value) => String(value))
  .refine(
    (value) => /^-?\d{1,20}(?:\.\d{1,12})?$/.test(value),
    'Write the figure in digits: 18 or 1.5.',
  );

export const QuantityInput = z.strictObject({
  value: clearable(decimal),
  unit: clearable(text(200)),
  qualifier: optional(word(QUALIFIERS)),
  low: clearable(decimal),
  high: clearable(decimal),
  ofWhat: clearable(text(500)),
});
export type QuantityInput = z.output<typeof QuantityInput>;

export const AttributionInput = z.strictObject({
  party: text(300),
  role: word(ATTRIBUTION_ROLES),
  verb: clearable(text(100)),
  ground: optional(word(GROUNDS)),
});
export type AttributionInput = z.output<typeof AttributionInput>;

export const MarkClaim = z.strictObject({
  storyId: id,
  /** The exact words; they must stand in the current version. */
  quote: z
    .string()
    .min(1, 'Give the words of the copy that make the claim.')
    .max(10_000, 'These words are too long for one claim. Mark a shorter stretch.'),
  /** UTF-16 offset of the first word; needed where the same words stand twice. */
  start: optional(z.coerce.number().int().nonnegative()),
  /** SHA-256 of the text on screen; a mark made on another text is refused. */
  contentSha256: optional(z.string()),
  restatement: optional(text(2_000)),
  type: optional(word(CLAIM_TYPES)),
  /** Who says so; given, the claim is an attributed one. */
  claimant: optional(text(300)),
  flags: list(word(FLAGS), FLAGS.length).optional(),
});
export type MarkClaim = z.output<typeof MarkClaim>;

export const EditClaim = z.strictObject({
  claimId: id,
  version: lockVersion,
  restatement: clearable(text(2_000)),
  type: optional(word(CLAIM_TYPES)),
  voice: optional(word(VOICES)),
  polarity: optional(word(POLARITIES)),
  flags: list(word(FLAGS), FLAGS.length).optional(),
  priority: optional(z.coerce.number().int().min(1).max(3)),
  assigneeId: optional(id),
  reviewBy: clearable(time),
  dueAt: clearable(time),
  asOf: clearable(time),
  timeZone: clearable(timeZone),
  place: clearable(text(300)),
  suggestedWording: clearable(text(2_000)),
  quantities: z.array(QuantityInput).max(20).optional(),
  attribution: z.array(AttributionInput).max(10).optional(),
});
export type EditClaim = z.output<typeof EditClaim>;

export const MoveClaim = z.strictObject({
  claimId: id,
  /** The version the person was looking at; a stale one is refused, not overwritten. */
  version: lockVersion,
  move: z.enum(MOVES),
  finding: optional(word(FINDINGS)),
  said: optional(word(SAID_FINDINGS)),
  reason: optional(text(4_000)),
  assigneeId: optional(id),
  contentSha256: optional(z.string().regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256.')),
});
export type MoveClaim = z.output<typeof MoveClaim>;

const offset = z.coerce.number().int().nonnegative();
const screenText = optional(z.string().regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256.'));

/** Which of the places that fit, by where it starts. */
export const ChooseAnchor = z.strictObject({ claimId: id, version: lockVersion, start: offset });
export type ChooseAnchor = z.output<typeof ChooseAnchor>;

/** The words it stands for from now on: UTF-16 offsets into the story's current version. */
export const RespanClaim = z.strictObject({
  claimId: id,
  version: lockVersion,
  start: offset,
  end: offset,
  /** SHA-256 of the text on screen; a range of another text is refused. */
  contentSha256: screenText,
});
export type RespanClaim = z.output<typeof RespanClaim>;

export const AcceptNewWords = z.strictObject({ claimId: id, version: lockVersion });
export type AcceptNewWords = z.output<typeof AcceptNewWords>;

export const CutClaim = AcceptNewWords;
export type CutClaim = z.output<typeof CutClaim>;

/** The first part keeps the claim's ref and history; each other becomes a claim of its own. */
export const SplitClaim = z.strictObject({
  claimId: id,
  version: lockVersion,
  ranges: z
    .array(z.strictObject({ start: offset, end: offset }))
    .min(2)
    .max(MOST_PARTS),
  contentSha256: screenText,
});
export type SplitClaim = z.output<typeof SplitClaim>;

export const MergeClaims = z.strictObject({ claimId: id, version: lockVersion, intoId: id });
export type MergeClaims = z.output<typeof MergeClaims>;

/** Give several claims to one person. Each claim is its own change: some may be refused. */
export const AssignClaims = z.strictObject({
  claims: z
    .array(z.strictObject({ claimId: id, version: lockVersion }))
    .min(1, 'Select at least one claim.')
    .max(200, 'At most 200 claims at once.'),
  assigneeId: id,
});
export type AssignClaims = z.output<typeof AssignClaims>;

/** Set one due time on several claims, or clear it. */
export const SetDue = z.strictObject({
  claims: AssignClaims.shape.claims,
  dueAt: clearable(time),
});
export type SetDue = z.output<typeof SetDue>;

export const DropClaims = z.strictObject({
  claims: AssignClaims.shape.claims,
  reason: text(4_000),
});
export type DropClaims = z.output<typeof DropClaims>;
