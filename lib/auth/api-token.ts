import { findToken } from '@/lib/auth/queries';
import { isReference, newReference } from '@/lib/auth/secret-reference';
import type { Context } from '@/lib/context';
import type { TokenScope } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';

const PREFIX = 'stet_';

export const newApiToken = (): string => `${PREFIX}${newReference()}`;

/** The first characters of a token, to tell it from others in a list. */
export const tokenHint = (token: string): string => token.slice(0, PREFIX.length + 4);

/**
 * Who a request with `Authorization: Bearer stet_…` acts as, and whether it may write.
 * Throws `signed-out` when there is no token, or none that stands.
 */
export async function contextForToken(
  authorization: string | null,
  now: Date,
): Promise<{ ctx: Context; scope: TokenScope }> {
  const token = /^Bearer +(\S+) *$/i.exec(authorization ?? '')?.[1];
  if (token === undefined)
    throw new Refusal(
      'signed-out',
      'Send an API token in the header “Authorization: Bearer stet_…”. Tokens are made in Settings, under API tokens.',
    );
  const isToken = token.startsWith(PREFIX) && isReference(token.slice(PREFIX.length));
  const found = isToken ? await findToken(token, now) : null;
  if (found === null)
    throw new Refusal(
      'signed-out',
      'This API token is unknown or was revoked. Make a new one in Settings, under API tokens.',
    );
  return { ctx: { actor: found.actor, now }, scope: found.scope };
}
