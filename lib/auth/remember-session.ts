import { cookies } from 'next/headers';
import { ABSOLUTE_MS } from '@/lib/auth/queries';
import { sessionCookieName, sessionCookieOptions } from '@/lib/auth/session-cookie';

/** Hand the browser that sent this action the cookie of its new session. */
export async function rememberSession(reference: string, now: Date): Promise<void> {
  (await cookies()).set(sessionCookieName(), reference, {
    ...sessionCookieOptions(),
    expires: new Date(now.getTime() + ABSOLUTE_MS),
  });
}
