import type { z } from 'zod';
import { currentContext } from '@/lib/auth/current-user';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';

export type FieldErrors = Readonly<Record<string, readonly string[]>>;

export type ActionState =
  | null
  | { ok: true; message: string | null; at: string }
  | {
      ok: false;
      message: string;
      /** What stands in the way, a sentence each. */
      reasons: readonly string[];
      fieldErrors: FieldErrors;
      /** What was typed, to refill the form: React resets it after every action. Never a password. */
      values: Readonly<Record<string, string>>;
    };

export type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

/**
 * Turn a schema and a handler into a server action. Sign-in, parsing and refusals are settled here, so no action
 * repeats them; anything unexpected, and Next's own redirect and notFound signals, propagates.
 * The handler may answer with a sentence to show when it is done.
 */
export function action<Schema extends z.ZodType>(
  schema: Schema,
  handle: (ctx: Context, input: z.output<Schema>, form: FormData) => Promise<string | undefined>,
): Action {
  return async (_previous, form) => {
    const values = textFields(form);
    const fail = (
      message: string,
      more: { fieldErrors?: FieldErrors; reasons?: readonly string[] } = {},
    ) => ({
      ok: false as const,
      message,
      reasons: more.reasons ?? [],
      fieldErrors: more.fieldErrors ?? {},
      values,
    });
    try {
      const ctx = await currentContext();
      const input = schema.safeParse(formObject(form));
      if (!input.success) {
        const { issues } = input.error;
        const message =
          issues.find(({ path }) => path.length === 0)?.message ??
          'Something in the form needs another look.';
        return fail(message, { fieldErrors: byField(issues) });
      }
      const message = (await handle(ctx, input.data, form)) ?? null;
      return { ok: true, message, at: ctx.now.toISOString() };
    } catch (error) {
      if (error instanceof Refusal)
        return fail(error.message, { fieldErrors: error.fields, reasons: error.reasons });
      throw error;
    }
  };
}

/** Sentences by field name: a nested one both as forms spell it (`source.title`) and under its group (`source`). */
function byField(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of issues) {
    if (path.length === 0) continue;
    for (const name of new Set([path.join('.'), String(path[0])]))
      fields[name] = [...(fields[name] ?? []), message];
  }
  return fields;
}

/**
 * A form as an object: a field that comes several times, or whose name ends in `[]`, becomes a list.
 * Browsers send text areas with CRLF line ends; the text the person saw had LF.
 */
function formObject(form: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$ACTION')) continue;
    const entries = form
      .getAll(name)
      .map((value) => (typeof value === 'string' ? unixLines(value) : value));
    if (name.endsWith('[]')) result[name.slice(0, -2)] = entries;
    else result[name] = entries.length > 1 ? entries : entries[0];
  }
  return result;
}

const isPassword = (name: string): boolean => /password/i.test(name);

const textFields = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' && !name.startsWith('$ACTION') && !isPassword(name)
        ? [[name, unixLines(value)]]
        : [],
    ),
  );

const unixLines = (text: string): string => text.replace(/\r\n/g, '\n');
