import { type NextRequest, NextResponse } from 'next/server';
import { PAGE_HEADER } from '@/lib/auth/own-path';

/**
 * Headers for pages: a content security policy with a nonce of its own for every answer, and the address that is
 * being read. This is no authorisation: who may see what is asked in queries and commands, every time.
 */
export function proxy(request: NextRequest): NextResponse {
  const policy = contentSecurityPolicy(btoa(crypto.randomUUID()));
  const headers = new Headers(request.headers);
  // Next takes the nonce for its own scripts from here.
  headers.set('content-security-policy', policy);
  headers.delete(PAGE_HEADER);
  if (request.method === 'GET' || request.method === 'HEAD') {
    headers.set(PAGE_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);
  }
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Pages alone: the API answers no HTML, and what lies in _next/static is the same for everybody. */
export const config = {
  matcher: ['/((?!api/|_next/static/|_next/image|icon\\.svg|healthz|readyz).*)'],
};

const IS_DEVELOPMENT = process.env.NODE_ENV === 'development';

function contentSecurityPolicy(nonce: string): string {
  const directives = {
    'default-src': "'self'",
    // React's error overlay in development evaluates strings.
    'script-src': `'self' 'nonce-${nonce}' 'strict-dynamic'${IS_DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'object-src': "'none'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
    'base-uri': "'none'",
  };
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
