import { contextForToken } from '@/lib/auth/api-token';
import { findSession } from '@/lib/auth/queries';
import { refuseForeignOrigin } from '@/lib/auth/same-origin';
import { isReference } from '@/lib/auth/secret-reference';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';

/**
 * Who makes this call: by the token in its header, else by the cookie of a browser that is signed in.
 * A call that changes something needs a token that may write, or a page of our own behind the cookie.
 */
export async function callerOf(
  request: Request,
  needs: 'read' | 'write',
  now: Date,
): Promise<Context> {
  const authorization = request.headers.get('authorization');
  const cookie = authorization === null ? sessionReference(request) : null;
  if (cookie === null) {
    const { ctx, scope } = await contextForToken(authorization, now);
    if (needs === 'write' && scope !== 'WRITE')
      throw new Refusal(
        'not-allowed',
        'This API token may only read. Make one that may write in Settings, under API tokens.',
      );
    return ctx;
  }
  const session = await findSession(cookie, now);
  if (session === null)
    throw new Refusal('signed-out', 'Your session has ended. Sign in again, then repeat this.');
  if (needs === 'write') refuseForeignOrigin(request);
  return { actor: session.actor, now };
}

/** Read from the request itself, so that a handler can be called outside Next. */
function sessionReference(request: Request): string | null {
  const name = `${sessionCookieName()}=`;
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(name))?.slice(name.length);
  return value !== undefined && isReference(value) ? value : null;
}
