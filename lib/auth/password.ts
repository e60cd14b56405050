import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { normalPassword, PASSWORD_MAXIMUM } from '@/lib/domain/password-rules';

/** argon2id (the package's default kind) with 19 MiB, two passes, one lane: OWASP's password storage cheat sheet. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash to store, in PHC form with its own salt and costs. */
export const hashPassword = (password: string): Promise<string> =>
  hash(normalPassword(password), COST);

/**
 * Whether `password` is the one behind `passwordHash`. Null, an account that is not there or has no password, takes
 * the same time and answers false, so that nobody learns from the clock which addresses have an account.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const isTooLong = password.length > PASSWORD_MAXIMUM * 4;
  const matches = await verify(
    passwordHash ?? (await nobodysHash()),
    isTooLong ? '' : normalPassword(password),
  );
  return matches && passwordHash !== null && !isTooLong;
}

let nobodys: Promise<string> | undefined;
const nobodysHash = (): Promise<string> => {
  nobodys ??= hashPassword(generatePassword());
  return nobodys;
};

// Without the signs that are mistaken for others when a password is read out or copied by hand.
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of four groups of five signs, about 99 bits: for a person to be given once. */
export const generatePassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => SIGNS.charAt(randomInt(SIGNS.length))).join(''),
  ).join('-');
