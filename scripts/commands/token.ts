import { z } from 'zod';
import { SYSTEM_ACTOR } from '@/lib/auth/system-actor';
import { Refusal } from '@/lib/errors';
import { createTokenFor } from '@/lib/tokens/commands';
import { CreateToken } from '@/lib/tokens/schemas';
import { findUserByEmail } from '@/lib/users/queries';
import { readOptions, requireOptions } from './misuse';

/** `token create`: make an API token that acts as a person. The token stands alone on the last line. */
export async function createToken(args: readonly string[]): Promise<readonly string[]> {
  const options = readOptions(args, ['email', 'name', 'scope']);
  const { email } = requireOptions(options, ['email', 'name', 'scope']);
  const input = CreateToken.safeParse(options);
  if (!input.success) {
    const { fieldErrors } = z.flattenError(input.error);
    throw new Refusal('invalid', 'No token was made.', {
      reasons: Object.entries(fieldErrors).map(([name, [first]]) => `--${name}: ${first}`),
    });
  }
  const ctx = { actor: SYSTEM_ACTOR, now: new Date() };
  const user = await findUserByEmail(ctx, email);
  if (user === null) throw new Refusal('not-found', `Nobody on the desk has the address ${email}.`);
  const { token } = await createTokenFor(ctx, user.id, input.data);
  const may = input.data.scope === 'WRITE' ? 'read and write' : 'read';
  return [`This token may ${may} as ${user.name}; it is shown only here.`, token];
}
