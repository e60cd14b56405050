/** Whether the desk is reached over https: the cookie is then tied to that very host and never sent in the clear. */
export const isSecure = (): boolean => (process.env['NEXTAUTH_URL'] ?? '').startsWith('https://');

export const sessionCookieName = (): string =>
  isSecure() ? '__Host-stet-session' : 'stet-session';

/** Lax: a link in a mail opens the desk signed in, and no other site's form carries the cookie. */
export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() }) as const;
