import { z } from 'zod';
import { RISKS, STORY_SCOPES } from '@/lib/domain/vocabulary';
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
