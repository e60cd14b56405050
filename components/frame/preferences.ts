/** Cookies the browser may write: what a person chose to see, nothing secret. */
export const TIME_ZONE_COOKIE = 'tz';
export const THEME_COOKIE = 'theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** In the browser: remembers a choice for a year, for the server to see. */
export function setCookie(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; SameSite=Lax`;
}

/** In the browser: shows the theme at once and remembers it. */
export function chooseTheme(theme: Theme): void {
  setCookie(THEME_COOKIE, theme);
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.setAttribute('data-theme', theme);
}
