import { parseArgs } from 'node:util';

/** Wrong usage: answered with how it is meant, and exit code 2. */
export class Misuse extends Error {
  override name = 'Misuse';
}

/**
 * The values of `--name value` options. Throws a Misuse for an option that is not in `names`, is repeated without a
 * value, or for anything that is no option.
 */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      allowPositionals: false,
    });
    return values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new Misuse(error instanceof Error ? error.message : String(error));
  }
}

/** Throws a Misuse that names the options which are not there. */
export function requireOptions<Name extends string>(
  options: Partial<Record<Name, string>>,
  names: readonly Name[],
): Record<Name, string> {
  const missing = names.filter((name) => options[name] === undefined);
  if (missing.length > 0)
    throw new Misuse(`Give ${missing.map((name) => `--${name}`).join(' and ')}.`);
  return options as Record<Name, string>;
}
