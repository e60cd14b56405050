import type { ClaimType } from './vocabulary';

const QUOTED = /^["“„«'‘].*["”“»'’]$/su;
const CLOCK_OR_DATE =
  /\b\d{1,2}[:.]\d{2}\b|\b(?:19|20)\d{2}\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d/u;
const FIGURE =
  /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|percent)\b/iu;

/** The type to begin with when nobody chose one; the checker's to change, and no finding hangs on it. */
export function firstGuessAtType(words: string): ClaimType {
  const trimmed = words.trim();
  if (QUOTED.test(trimmed)) return 'QUOTE';
  if (CLOCK_OR_DATE.test(trimmed)) return 'DATE_TIME';
  return FIGURE.test(trimmed) ? 'NUMERIC' : 'STATEMENT';
}
