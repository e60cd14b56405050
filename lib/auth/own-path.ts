/** Set by proxy.ts on a page that is being read: its path and query. Absent from actions and the API. */
export const PAGE_HEADER = 'x-stet-page';

const ELSEWHERE = 'http://elsewhere.invalid';

/** The sign-in form that leads on to `page` afterwards. */
export const signInPath = (page: string): string =>
  page === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(page)}`;

/** `next` as a path of our own; anything that could lead to another site leads home instead. */
export function ownPath(next: string | undefined): string {
  if (next === undefined || !/^\/(?![/\\])/.test(next) || !URL.canParse(next, ELSEWHERE))
    return '/';
  const url = new URL(next, ELSEWHERE);
  const path = `${url.pathname}${url.search}`;
  return url.origin === ELSEWHERE && !path.startsWith('//') ? path : '/';
}
