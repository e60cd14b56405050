import { cookies } from 'next/headers';
import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { endSession } from '@/lib/auth/commands';
import { authOptions } from '@/lib/auth/options';
import { isSecure, sessionCookieName, sessionCookieOptions } from '@/lib/auth/session-cookie';

type Handler = (
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
) => Promise<Response>;

/**
 * What next-auth answers to a request for /api/auth/…. A sign-in that replaces an open session ends that one: nobody
 * can plant a session on a browser and find it alive after its person signed in.
 */
export async function answerAuth(request: NextRequest, path: string[]): Promise<NextResponse> {
  const jar = await cookies();
  const before = jar.get(sessionCookieName())?.value;
  const handle: Handler = NextAuth(authOptions());
  const answer = await handle(request, { params: Promise.resolve({ nextauth: path }) });
  const response = new NextResponse(answer.body, answer);
  const after = response.cookies.get(sessionCookieName())?.value;
  // next-auth itself passes over a cookie that it cannot read, and says "signed out" all the same.
  const isOver = path[0] === 'signout' ? after === '' : Boolean(after) && before !== after;
  if (before && isOver) await endSession(before, new Date());
  return response;
}

/**
 * Have next-auth do from a server action what its own pages would do by JavaScript, so that the forms work without.
 * The session cookie it sets or clears goes on to the browser. Answers its word for what went wrong, or null.
 */
export async function askNextAuth(
  path: 'callback/credentials' | 'signout',
  fields: Readonly<Record<string, string>>,
): Promise<string | null> {
  const jar = await cookies();
  const origin = process.env['NEXTAUTH_URL'] ?? 'http://localhost:3000';
  const csrf = await answerAuth(new NextRequest(`${origin}/api/auth/csrf`), ['csrf']);
  const csrfCookie = csrf.cookies.get(CSRF_COOKIE());
  if (csrfCookie) jar.set(csrfCookie);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };

  const answer = await answerAuth(
    new NextRequest(`${origin}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, csrfToken, json: 'true' }),
    }),
    path.split('/'),
  );
  const session = answer.cookies.get(sessionCookieName());
  if (path === 'signout')
    jar.set(sessionCookieName(), '', { ...sessionCookieOptions(), maxAge: 0 });
  else if (session) jar.set(session);
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).searchParams.get('error');
}

const CSRF_COOKIE = (): string => `${isSecure() ? '__Host-' : ''}next-auth.csrf-token`;
