import { z } from 'zod';
import { fromWire, toWire, type WireWord } from '@/lib/domain/wire-words';
import { isTimeZone } from '@/lib/format';

/** Fields that the schemas of forms and of the API have in common. An empty form field means "not given". */

const blankToUndefined = (value: unknown) =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

/** One word of the vocabulary, as it travels: `signed-off` in, `SIGNED_OFF` out. */
export function word<Word extends string>(list: readonly Word[]) {
  const wire = list.map(toWire) as [WireWord<Word>, ...WireWord<Word>[]];
  return z
    .enum(wire, `Choose one of: ${wire.join(', ')}.`)
    .transform((value) => fromWire(list, value) as Word);
}

export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankToUndefined, schema.optional());

/** Absent: leave as it is. Empty or null: clear it. */
export const clearable = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) => (typeof value === 'string' && value.trim() === '' ? null : value),
    schema.nullable().optional(),
  );

/** Words a person writes: trimmed, not empty, well-formed, at most `limit` code points. */
export const text = (limit: number) =>
  z
    .string()
    .trim()
    .min(1, 'Write something here.')
    .max(limit, `Keep this under ${limit.toLocaleString('en')} characters.`)
    .refine(isKeepable, 'Remove the invisible control characters from this text.');

/** NUL and lone surrogates cannot be stored as text. */
function isKeepable(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

export const id = z.uuid('This is not one of our ids.');

export const lockVersion = z.coerce
  .number('Say which version of the record you saw.')
  .int()
  .positive()
  .max(2_000_000_000, 'This is no version of the record.');

/** ISO 8601; without an offset it is read as UTC. The day must exist, in the years 1 to 9999. */
export const time = z
  .string()
  .trim()
  .transform((value, issue) => {
    const parsed = momentOf(value);
    if (parsed !== null) return parsed;
    issue.addIssue('Write the date and time as 2026-05-04 or 2026-05-04T12:30Z.');
    return z.NEVER;
  });

function momentOf(value: string): Date | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (day === undefined || new Date(day).toJSON()?.slice(0, 10) !== day) return null;
  const zoned =
    /(?:Z|[+-]\d{2}:?\d{2})$/i.test(value) || !value.includes('T') ? value : `${value}Z`;
  const parsed = new Date(zoned);
  const year = parsed.getUTCFullYear();
  return year >= 1 && year <= 9999 ? parsed : null;
}

/** A zone of the IANA list: "Europe/Kyiv". */
export const timeZone = z
  .string()
  .trim()
  .refine(isTimeZone, 'Write the zone as Europe/Kyiv or UTC.');

export const url = z
  .string()
  .trim()
  .max(4_000, 'This link is too long.')
  .refine(isWebAddress, 'Write the whole link, beginning with http:// or https://.');

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol);
}

/** BCP 47: "en", "uk", "en-GB". */
export const language = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/,
    'Write the language as its short code: en, uk, de.',
  );

/** A tick in a form is "on"; JSON says true. */
export const tick = z.preprocess(
  (value) => (value === 'on' || value === 'true' ? true : value === 'false' ? false : value),
  z.boolean(),
);

/** A list, from JSON or from a form's repeated field; a single value is a list of one. */
export const list = <Schema extends z.ZodType>(schema: Schema, most: number) =>
  z.preprocess(
    (value) =>
      value === undefined
        ? undefined
        : Array.isArray(value)
          ? value.filter((one) => one !== '')
          : value === ''
            ? []
            : [value],
    z.array(schema).max(most, `At most ${most} here.`),
  );
