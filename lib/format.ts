/**
 * Numbers, times and names as the desk writes them. Pure: the zone and the present moment come in as arguments,
 * so that server and browser write the same words.
 */

/** "1 source", "4 sources", "1,204 sources". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : many}`;

/** As `count`, with words for nothing: "No sources". */
export const countOrNone = (n: number, one: string, many = `${one}s`): string =>
  n === 0 ? `No ${many}` : count(n, one, many);

/** "1,204". */
export const number = (n: number): string => NUMBER.format(n);
const NUMBER = new Intl.NumberFormat('en-GB');

/** A share from 0 to 1 as whole per cent: "75 %", never rounded up to 100 or down to 0. Null when nothing was counted. */
export function percent(part: number, whole: number): string | null {
  if (whole === 0) return null;
  const exact = (part / whole) * 100;
  const shown =
    part === whole ? 100 : part === 0 ? 0 : Math.min(99, Math.max(1, Math.round(exact)));
  return `${shown} %`;
}

/** "C-014": a claim's number in its story. */
export const claimRef = (claimNumber: number): string =>
  `C-${String(claimNumber).padStart(3, '0')}`;

/** "S-07": a source's number in its story. */
export const sourceRef = (sourceNumber: number): string =>
  `S-${String(sourceNumber).padStart(2, '0')}`;

/** The first letters of the first and last name, for a round badge: "MH"; one letter for one name. */
export function initials(name: string): string {
  const names = name.split(/\s+/).filter(Boolean);
  const letters = names.length > 1 ? [names[0], names.at(-1)] : names;
  return letters.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase('en') ?? '').join('');
}

/** The first characters of a hash, in fours: "9f2c 41d8". */
export const shortHash = (sha256: string, groups = 2): string =>
  (sha256.slice(0, groups * 4).match(/.{1,4}/g) ?? []).join(' ');

/** "640 bytes", "12 KB", "1.4 MB": in thousands, as files are shown. */
export const byteSize = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} KB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

export type Moment = Date | string | number;

/** True for an IANA zone this runtime knows, such as "Europe/London". */
export function isTimeZone(zone: string): boolean {
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** "12:47". */
export const clock = (at: Moment, zone: string): string => {
  const { hour, minute } = parts(at, zone);
  return `${hour}:${minute}`;
};

/** "4 May 2023". */
export const day = (at: Moment, zone: string): string => {
  const { day: date, month, year } = parts(at, zone);
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
};

/** "4 May 2023, 12:47". */
export const dayAndClock = (at: Moment, zone: string): string =>
  `${day(at, zone)}, ${clock(at, zone)}`;

/** "Thursday 4 May 2023, 12:47:31, London (UTC+1)": what stands behind a shorter time. */
export const exactTime = (at: Moment, zone: string): string => {
  const { second } = parts(at, zone);
  return `${weekday(at, zone)} ${dayAndClock(at, zone)}:${second}, ${zoneName(at, zone)}`;
};

/** "London (UTC+1)"; "UTC" alone for UTC. */
export function zoneName(at: Moment, zone: string): string {
  if (zone === 'UTC') return 'UTC';
  const minutes = Math.round(offset(date(at).getTime(), zone) / MINUTE);
  const hours = `${Math.floor(Math.abs(minutes) / 60)}`;
  const rest = minutes % 60 === 0 ? '' : `:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
  const ahead = minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '−' : '+'}${hours}${rest}`;
  return `${city(zone)} (${ahead})`;
}

/** "London" of "Europe/London": how people call a zone. */
export const city = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** "Thursday". */
export const weekday = (at: Moment, zone: string): string =>
  WEEKDAYS[(((dayNumber(at, zone) + 4) % 7) + 7) % 7] ?? '';

/** "Thursday 4 May": the head of a page about today. */
export const weekdayAndDate = (at: Moment, zone: string): string =>
  `${weekday(at, zone)} ${day(at, zone).replace(/ \d+$/, '')}`;

/** As short as the day allows: "13:15" today, "Fri 10:00" within six days, "4 May", and "4 May 2023" in another year. */
export function shortTime(at: Moment, zone: string, now: Moment): string {
  const days = Math.abs(dayNumber(at, zone) - dayNumber(now, zone));
  if (days === 0) return clock(at, zone);
  if (days <= 6) return `${weekday(at, zone).slice(0, 3)} ${clock(at, zone)}`;
  const { day: date, month, year } = parts(at, zone);
  const short = `${Number(date)} ${(MONTHS[Number(month) - 1] ?? '').slice(0, 3)}`;
  return year === parts(now, zone).year ? short : `${short} ${year}`;
}

/** How long ago, in one unit, for a column: "now", "31 min", "2 h", "3 d", "5 wk", "8 mo", "2 y". */
export function elapsed(at: Moment, now: Moment): string {
  const minutes = Math.abs(date(now).getTime() - date(at).getTime()) / MINUTE;
  if (minutes < 1) return 'now';
  for (const [unit, size, until] of UNITS)
    if (minutes < until) return `${Math.floor(minutes / size)} ${unit}`;
  return `${Math.floor(minutes / YEAR)} y`;
}
const MINUTE = 60_000;
const YEAR = 525_600;
const UNITS = [
  ['min', 1, 60],
  ['h', 60, 1_440],
  ['d', 1_440, 14 * 1_440],
  ['wk', 7 * 1_440, 60 * 1_440],
  ['mo', 30 * 1_440, YEAR],
] as const;

/** As `elapsed`, in a sentence: "just now", "31 min ago", "in 2 h". */
export function relative(at: Moment, now: Moment): string {
  const words = elapsed(at, now);
  if (words === 'now') return 'just now';
  return date(at) > date(now) ? `in ${words}` : `${words} ago`;
}

/** A span in at most two units: "under a minute", "12 min", "1 h 12 min", "3 d 4 h". Milliseconds in. */
export function duration(milliseconds: number): string {
  const minutes = Math.floor(Math.abs(milliseconds) / MINUTE);
  if (minutes < 1) return 'under a minute';
  const [days, hours, rest] = [
    Math.floor(minutes / 1_440),
    Math.floor(minutes / 60) % 24,
    minutes % 60,
  ];
  const parts =
    days > 0
      ? [`${days} d`, hours && `${hours} h`]
      : [hours && `${hours} h`, rest && `${rest} min`];
  return parts.filter(Boolean).join(' ');
}

/** A deadline against the present: "in 1 h 12 min", or, in one unit, "18 min late"; "due now" in the first minute. */
export function dueIn(due: Moment, now: Moment): { late: boolean; words: string } {
  const left = date(due).getTime() - date(now).getTime();
  if (left >= 0) return { late: false, words: `in ${duration(left)}` };
  const late = elapsed(due, now);
  return { late: true, words: late === 'now' ? 'due now' : `${late} late` };
}

/** The value of a `datetime-local` input for this moment in the zone: "2023-05-04T12:47". */
export const toLocalInput = (at: Moment, zone: string): string => {
  const part = parts(at, zone);
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};

/**
 * The moment a `datetime-local` value names in the zone, or null when it is not a time. An hour that occurs twice
 * in autumn is its first; one that is skipped in spring moves on by the length of the gap.
 */
export function fromLocalInput(value: string, zone: string): Date | null {
  const asUtc = Date.parse(`${value}Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = offset(asUtc - 24 * 60 * MINUTE, zone);
  const after = offset(asUtc + 24 * 60 * MINUTE, zone);
  const candidates = [asUtc - before, asUtc - after];
  const exact = candidates.filter((at) => at + offset(at, zone) === asUtc);
  return new Date(exact.length > 0 ? Math.min(...exact) : asUtc - before);
}

/**
 * Milliseconds the zone is ahead of UTC at this moment. Asking the runtime costs more than all the rest of writing a
 * time, and a list has a hundred of them: what it said is kept by the minute, on which zones have changed since 1973.
 */
function offset(at: number, zone: string): number {
  if (at < WHOLE_MINUTES_SINCE) return askedOffset(at, zone);
  const minute = Math.floor(at / MINUTE);
  const known = offsets.get(zone) ?? new Map<number, number>();
  const ahead = known.get(minute) ?? askedOffset(minute * MINUTE, zone);
  if (known.size > MOST_OFFSETS) known.clear();
  if (offsets.size > MOST_FORMATTERS) offsets.clear();
  offsets.set(zone, known.set(minute, ahead));
  return ahead;
}
const WHOLE_MINUTES_SINCE = Date.UTC(1973, 0);
const MOST_OFFSETS = 20_000;
const offsets = new Map<string, Map<number, number>>();

function askedOffset(at: number, zone: string): number {
  const said = new Map(
    formatter(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (part: Intl.DateTimeFormatPartTypes): number => said.get(part) ?? 0;
  const local = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return local - Math.floor(at / 1000) * 1000;
}

/** Days since the epoch on the zone's calendar. */
const dayNumber = (at: Moment, zone: string): number => {
  const part = parts(at, zone);
  return Date.UTC(Number(part.year), Number(part.month) - 1, Number(part.day)) / 86_400_000;
};

type Parts = Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', string>;

/** What a calendar and a clock in the zone show at this moment. */
function parts(at: Moment, zone: string): Parts {
  const utc = date(at).getTime();
  const local = new Date(utc + offset(utc, zone));
  return {
    year: String(local.getUTCFullYear()),
    month: twoDigits(local.getUTCMonth() + 1),
    day: twoDigits(local.getUTCDate()),
    hour: twoDigits(local.getUTCHours()),
    minute: twoDigits(local.getUTCMinutes()),
    second: twoDigits(local.getUTCSeconds()),
  };
}

const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n));

const date = (at: Moment): Date => (at instanceof Date ? at : new Date(at));

// Names are ours: those in the runtime's locale data differ between servers and browsers ("Sep", "Sept").
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

// Making a formatter costs a hundred times what using one does, and a list formats hundreds of times.
const formatters = new Map<string, Intl.DateTimeFormat>();
const MOST_FORMATTERS = 1_000;

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  // Zones come from cookies, and any mixture of capitals names the same one.
  if (formatters.size > MOST_FORMATTERS) formatters.clear();
  formatters.set(zone, made);
  return made;
}
