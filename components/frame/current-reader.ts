import { cookies } from 'next/headers';
import { isTimeZone } from '@/lib/format';
import { THEME_COOKIE, THEMES, type Theme, TIME_ZONE_COOKIE } from './preferences';

/** The reader's zone from the browser's cookie, "UTC" until it is known; for times a page writes itself. */
export async function readerZone(): Promise<string> {
  const zone = (await cookies()).get(TIME_ZONE_COOKIE)?.value;
  return zone && isTimeZone(zone) ? zone : 'UTC';
}

/** The theme the reader chose; "system" when none. */
export async function readerTheme(): Promise<Theme> {
  const chosen = (await cookies()).get(THEME_COOKIE)?.value;
  return THEMES.find((theme) => theme === chosen) ?? 'system';
}
