import { dayAndClock } from '@/lib/format';

/** "4 May 2023, 12:47", long months cut: a printed line is narrow, and a sheet is read in another year. */
export const paperTime = (at: Date, zone: string): string =>
  dayAndClock(at, zone).replace(/(\p{Lu}\p{Ll}{2})\p{Ll}+/u, '$1');
