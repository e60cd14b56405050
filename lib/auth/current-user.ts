import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { PAGE_HEADER, signInPath } from '@/lib/auth/own-path';
import { findSession, type OpenSession } from '@/lib/auth/queries';
import { isReference } from '@/lib/auth/secret-reference';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';

type CurrentSession = OpenSession & { now: Date };

/** The session of this request, asked for once however many components want it; null: nobody is signed in. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  // next-auth's own getServerSession would find the same row by way of its decode, and do much besides.
  const reference = (await cookies()).get(sessionCookieName())?.value;
  if (reference === undefined || !isReference(reference)) return null;
  const now = new Date();
  const session = await findSession(reference, now);
  return session && { ...session, now };
});

/** Who is asking, and when; null: nobody is signed in. */
export async function contextOrNull(): Promise<Context | null> {
  const session = await currentSession();
  return session && { actor: session.actor, now: session.now };
}

/**
 * Who is asking, and when. When nobody is signed in, a page being read goes to the sign-in form and comes back
 * afterwards; anything else (an action, a route handler) gets a refusal, so that what was typed stays on the screen.
 */
export async function currentContext(): Promise<Context> {
  const ctx = await contextOrNull();
  if (ctx !== null) return ctx;
  const page = (await headers()).get(PAGE_HEADER);
  if (page !== null) redirect(signInPath(page));
  throw new Refusal(
    'signed-out',
    'Your session has ended. Sign in again in another tab, then repeat this; what you typed is still here.',
  );
}
