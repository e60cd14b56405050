import type { z } from 'zod';
import { Refusal } from '@/lib/errors';

/** The members of a query string: one that comes several times is a list. */
export function queryMembers(request: Request): Record<string, unknown> {
  const query = new URL(request.url).searchParams;
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const values = query.getAll(name);
      return [name, values.length > 1 ? values : values[0]];
    }),
  );
}

/**
 * What a call says, by its schema. `fromPath` are the fields that the address gave: one that does not fit means
 * that nothing is there. Everything else that does not fit is said field by field.
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  given: object,
  fromPath: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const doubled = Object.keys(fromPath).find((field) => Object.hasOwn(given, field));
  if (doubled !== undefined) throw invalid([[doubled, unknownField(doubled)]]);

  const result = schema.safeParse({ ...given, ...fromPath }, { error: sentence });
  if (result.success) return result.data;
  const { issues } = result.error;
  if (issues.some((issue) => Object.hasOwn(fromPath, String(issue.path[0]))))
    throw new Refusal('not-found', 'There is nothing at this address. Look at its ids again.');
  throw invalid(
    issues.flatMap((issue): [string, string][] =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [[...issue.path, key].map(String).join('.'), unknownField(key)])
        : [[issue.path.map(String).join('.'), issue.message]],
    ),
  );
}

/** An `invalid` refusal with every field, and a detail that names as many as one can read. */
function invalid(problems: readonly (readonly [field: string, sentence: string])[]): Refusal {
  const fields = new Map<string, string[]>();
  for (const [field, words] of problems)
    if (field !== '') fields.set(field, [...(fields.get(field) ?? []), words]);
  const told = problems
    .slice(0, MOST_TOLD)
    .map(([field, words]) =>
      field === '' || words.includes(`“${field}”`) ? words : `${field}: ${words}`,
    );
  return new Refusal('invalid', told.join(' '), { fields: Object.fromEntries(fields) });
}

const MOST_TOLD = 5;

const unknownField = (name: string): string => `“${name}” is not a field here. Leave it out.`;

/** Sentences where a schema has none of its own. */
const sentence: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'This is missing.'
        : `Give ${KINDS[issue.expected] ?? issue.expected} here.`;
    case 'invalid_value':
      return `Choose one of: ${issue.values.join(', ')}.`;
    case 'too_big':
      return `The most here is ${issue.maximum}.`;
    case 'too_small':
      return `The least here is ${issue.minimum}.`;
    default:
      return 'This does not fit here.';
  }
};

const KINDS: Record<string, string> = {
  string: 'text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};
