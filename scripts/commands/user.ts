import { z } from 'zod';
import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import { ROLE_LABELS } from '@/lib/domain/labels';
import { Refusal } from '@/lib/errors';
import * as users from '@/lib/users/commands';
import { AddUser } from '@/lib/users/schemas';
import { readOptions, requireOptions } from './misuse';

/**
 * `user add`: give a person an account. Answers a line that says so, and the password alone on the last line when
 * Stet made it.
 */
export async function addUser(args: readonly string[]): Promise<readonly string[]> {
  const options = readOptions(args, ['email', 'name', 'role', 'password']);
  requireOptions(options, ['email', 'name', 'role']);
  const input = AddUser.safeParse(options);
  if (!input.success) {
    const { fieldErrors } = z.flattenError(input.error);
    throw new Refusal('invalid', 'Nobody was added.', {
      reasons: Object.entries(fieldErrors).map(([name, [first]]) => `--${name}: ${first}`),
    });
  }
  const ctx = { actor: SYSTEM_ACTOR, now: new Date() };
  const { madePassword } = await users.addUser(ctx, input.data);
  const { name, email, role } = input.data;
  return [
    `Added ${name} <${email}> as ${ROLE_LABELS[role].toLowerCase()}.`,
    ...(madePassword === null ? [] : ['They sign in with this password:', madePassword]),
  ];
}
