import { Refusal } from '@/lib/errors';

/**
 * Refuse a request that another site may have made with the reader's cookie. For every route handler that changes
 * something on the strength of a cookie; server actions have Next's own check, and a bearer token is no cookie.
 * A browser says where a POST comes from, so one that does not say is refused too.
 */
export function refuseForeignOrigin(request: Request): void {
  if (!isOwnOrigin(request.headers)) {
    throw new Refusal(
      'not-allowed',
      'This request did not come from a page of Stet. Open the page again and repeat it there.',
    );
  }
}

/**
 * Refuse a file that another site asks for with the reader's cookie, where giving it out is recorded in the reader's
 * name. A call with a token of its own is no browser led astray, and an address may be typed or kept.
 */
export function refuseForeignDownload({ headers }: Request): void {
  if (headers.get('authorization') === null && headers.get('sec-fetch-site') === 'cross-site')
    throw new Refusal(
      'not-allowed',
      'Another site asked for this file. Open the sheet in Stet and export it there.',
    );
}

function isOwnOrigin(headers: Headers): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  if (origin === null) return site === 'same-origin';
  const host = hostOf(origin);
  if (host === null) return false;
  // A proxy may have put its own name into Host; the address Stet is known by stands in NEXTAUTH_URL.
  return host === headers.get('host') || host === hostOf(process.env['NEXTAUTH_URL'] ?? '');
}

/** The host and port of an origin; null for "null" and anything else that is no http address. */
function hostOf(origin: string): string | null {
  if (!/^https?:\/\//.test(origin) || !URL.canParse(origin)) return null;
  return new URL(origin).host;
}
