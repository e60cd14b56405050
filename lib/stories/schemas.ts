import { z } from 'zod';
import { CLEARANCE_KINDS, RISKS, STORY_SCOPES } from '@/lib/domain/vocabulary';
import { clearable, id, language, lockVersion, optional, text, time, word } from '@/lib/fields';

const slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use letters, digits and single hyphens: night-raid.')
  .max(80, 'Keep the slug under 80 characters.');

export const ImportStory = z.strictObject({
  headline: text(500),
  /** The text to the character; what is wrong with it is said by lib/domain/copy-rules.ts. */
  copy: z.string(),
  slug: optional(slug),
  language: optional(language),
  dueAt: optional(time),
  authorId: optional(id),
  byline: optional(text(300)),
  leadCheckerId: optional(id),
  risk: optional(word(RISKS)),
  scope: optional(word(STORY_SCOPES)),
  scopeNote: optional(text(1_000)),
});
export type ImportStory = z.output<typeof ImportStory>;

/** As a form sends it: the copy pasted, or in a file. */
export const ImportStoryForm = z.strictObject({
  ...ImportStory.shape,
  copy: z.string().default(''),
  file: z.instanceof(File).optional(),
});

export const AddVersion = z.strictObject({
  storyId: id,
  /** The whole text to the character; what is wrong with it is said by lib/domain/copy-rules.ts. */
  copy: z.string(),
  reason: optional(text(1_000)),
  /** SHA-256 of the text it was written over; a version made on another text is refused. */
  contentSha256: optional(z.string().regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256.')),
});
export type AddVersion = z.output<typeof AddVersion>;

export const ClearVersion = z.strictObject({
  storyId: id,
  kind: word(CLEARANCE_KINDS),
  conditions: optional(text(2_000)),
  /** SHA-256 of the text that was read; a clearance of another text is refused. */
  contentSha256: z.string().regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256.'),
});
export type ClearVersion = z.output<typeof ClearVersion>;

export const WithdrawClearance = z.strictObject({ clearanceId: id, reason: text(1_000) });
export type WithdrawClearance = z.output<typeof WithdrawClearance>;

const offset = z.coerce.number().int().nonnegative();

export const SuggestChange = z.strictObject({
  storyId: id,
  /** The claim whose words they are; left out: it belongs to none. */
  claimId: optional(id),
  /** UTF-16 offsets into the current version. */
  start: offset,
  end: offset,
  /** What the copy should say instead, to the character; empty: the words are cut. */
  after: z.string().max(10_000, 'This is too long for one change.').default(''),
  reason: optional(text(2_000)),
  contentSha256: optional(z.string().regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256.')),
});
export type SuggestChange = z.output<typeof SuggestChange>;

export const DecideSuggestion = z.strictObject({
  suggestionId: id,
  decision: word(['ACCEPTED', 'REJECTED'] as const),
  note: optional(text(2_000)),
});
export type DecideSuggestion = z.output<typeof DecideSuggestion>;

export const ApplySuggestions = z.strictObject({ storyId: id });
export type ApplySuggestions = z.output<typeof ApplySuggestions>;

export const EditStory = z.strictObject({
  storyId: id,
  version: lockVersion,
  headline: optional(text(500)),
  dueAt: clearable(time),
  authorId: clearable(id),
  byline: clearable(text(300)),
  leadCheckerId: clearable(id),
  risk: optional(word(RISKS)),
  scope: optional(word(STORY_SCOPES)),
  scopeNote: clearable(text(1_000)),
});
export type EditStory = z.output<typeof EditStory>;
