import { z } from 'zod';
import { SET_ASIDE_REASONS } from '@/lib/domain/vocabulary';
import { id, list, optional, word } from '@/lib/fields';

const MOST = 2_000;

const offset = z.coerce.number().int().nonnegative();

/** UTF-16 offsets of the copy, end not included; from a form as "12-40". */
const range = z.preprocess(
  (value) => {
    const written = typeof value === 'string' ? /^(\d{1,9})-(\d{1,9})$/.exec(value) : null;
    return written === null ? value : { start: written[1], end: written[2] };
  },
  z.strictObject({ start: offset, end: offset }, 'Give ranges as {"start": 12, "end": 40}.'),
);

export const SetAside = z.strictObject({
  storyId: id,
  /** SHA-256 of the text on screen; offsets of another text are refused. */
  contentSha256: z.string().regex(/^[0-9a-f]{64}$/, 'This is not a SHA-256.'),
  reason: word(SET_ASIDE_REASONS),
  /** These words. */
  ranges: list(range, MOST).optional(),
  /** Or: what nobody has looked at in this block, counted from 0. */
  restOfBlock: optional(offset),
});
export type SetAside = z.output<typeof SetAside>;

export const UndoSetAside = z.strictObject({
  storyId: id,
  /** In an address several stand with commas between them. */
  ids: z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value),
    z.array(id).min(1, 'Name at least one.').max(MOST, `At most ${MOST} at once.`),
  ),
});
export type UndoSetAside = z.output<typeof UndoSetAside>;
