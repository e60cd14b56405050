import { z } from 'zod';
import { NOTE_KINDS, VISIBILITIES } from '@/lib/domain/vocabulary';
import { id, optional, text, word } from '@/lib/fields';

export const WriteNote = z.strictObject({
  claimId: id,
  /** Absent: a reply inside a thread, otherwise a check note. */
  kind: optional(word(NOTE_KINDS)),
  body: text(20_000),
  threadId: optional(id),
  visibility: optional(word(VISIBILITIES)),
});
export type WriteNote = z.output<typeof WriteNote>;

/** Close a query: it is answered, or needs no answer any more. */
export const ResolveNote = z.strictObject({ noteId: id });
export type ResolveNote = z.output<typeof ResolveNote>;
