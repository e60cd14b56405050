/** Cookies the browser may write: what a person chose to see, nothing secret. */
export const TIME_ZONE_COOKIE = 'tz';
export const THEME_COOKIE = 'theme';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
