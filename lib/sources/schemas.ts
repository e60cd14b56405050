import { z } from 'zod';
import { CONFIDENTIALITIES, DERIVATIONS, SOURCE_KINDS } from '@/lib/domain/vocabulary';
import {
  clearable,
  id,
  language,
  lockVersion,
  optional,
  text,
  time,
  url,
  word,
} from '@/lib/fields';

export const AddSource = z.strictObject({
  title: text(500),
  kind: optional(word(SOURCE_KINDS)),
  creator: optional(text(300)),
  publisher: optional(text(300)),
  url: optional(url),
  publishedAt: optional(time),
  /** When it was looked at; absent: now. */
  retrievedAt: optional(time),
  language: optional(language),
  confidentiality: optional(word(CONFIDENTIALITIES)),
  derivedFromId: optional(id),
  derivation: optional(word(DERIVATIONS)),
  /** The story of our own that this source is. */
  ownStoryId: optional(id),
});
export type AddSource = z.output<typeof AddSource>;

export const EditSource = z.strictObject({
  sourceId: id,
  version: lockVersion,
  title: optional(text(500)),
  kind: optional(word(SOURCE_KINDS)),
  creator: clearable(text(300)),
  publisher: clearable(text(300)),
  url: clearable(url),
  publishedAt: clearable(time),
  retrievedAt: optional(time),
  language: clearable(language),
  confidentiality: optional(word(CONFIDENTIALITIES)),
  derivedFromId: clearable(id),
  derivation: clearable(word(DERIVATIONS)),
  ownStoryId: clearable(id),
});
export type EditSource = z.output<typeof EditSource>;
