import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { endSession, signIn } from '@/lib/auth/commands';
import { clientNetwork } from '@/lib/auth/peer-address';
import { ABSOLUTE_MS, findSession } from '@/lib/auth/queries';
import { isSecure, sessionCookieName, sessionCookieOptions } from '@/lib/auth/session-cookie';
import { problemCode } from '@/lib/auth/sign-in-problem';
import { log } from '@/lib/log';

declare module 'next-auth' {
  interface User {
    reference: string;
  }
}

/**
 * next-auth with e-mail and password. Credentials force its JWT strategy, so `encode` and `decode` are our own: what
 * the cookie carries is a random reference and nothing else, and the session it stands for is a row in Postgres. Only
 * `authorize` makes such a row; next-auth calls `encode` at every read.
 */
export const authOptions = (): NextAuthOptions => ({
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      async authorize(credentials, request) {
        const headers = new Headers(request.headers);
        try {
          const { reference, actor } = await signIn(
            {
              email: String(credentials?.email ?? ''),
              password: String(credentials?.password ?? ''),
              network: clientNetwork(headers),
              userAgent: headers.get('user-agent'),
            },
            new Date(),
          );
          return { id: actor.id, name: actor.name, email: actor.email, reference };
        } catch (error) {
          // next-auth writes the message of what is thrown here into an address, so it gets a code of ours.
          throw new Error(problemCode(error));
        }
      },
    }),
  ],
  secret: process.env['NEXTAUTH_SECRET'] ?? '',
  session: { strategy: 'jwt', maxAge: ABSOLUTE_MS / 1000 },
  useSecureCookies: isSecure(),
  cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  jwt: {
    encode: ({ token }) => String(token?.['reference'] ?? ''),
    async decode({ token: reference }) {
      const session = reference ? await findSession(reference, new Date()) : null;
      return (
        session && {
          sub: session.actor.id,
          name: session.actor.name,
          email: session.actor.email,
          reference,
        }
      );
    },
  },
  callbacks: {
    // `user` is there at sign-in alone.
    jwt: ({ token, user }) => (user ? { ...token, reference: user.reference } : token),
    // What a page's script may learn: never the reference.
    session: ({ session, token }) => ({
      expires: session.expires,
      user: { name: token.name ?? null, email: token.email ?? null },
    }),
  },
  events: {
    signOut: async ({ token }) => {
      const reference = token?.['reference'];
      if (typeof reference === 'string') await endSession(reference, new Date());
    },
  },
  logger: {
    // A cookie whose session has ended is no fault.
    error: (code) => code !== 'JWT_SESSION_ERROR' && log.error({ code }, 'next-auth failed'),
    warn: (code) => code !== 'NEXTAUTH_URL' && log.warn({ code }, 'next-auth warns'),
    debug: () => undefined,
  },
});
