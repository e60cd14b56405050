import { isTimeZone, toLocalInput } from '@/lib/format';

const MINUTE = 60_000;

/** ISO 8601 with the zone's offset: "2023-05-04T12:47:09+01:00". A zone this runtime does not know is UTC. */
export function isoWithOffset(at: Date, zone: string): string {
  const ahead = minutesAhead(at, zone);
  const local = new Date(at.getTime() + ahead * MINUTE).toISOString().slice(0, 19);
  const sign = ahead < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(ahead) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(ahead) % 60).padStart(2, '0');
  return `${local}${sign}${hours}:${minutes}`;
}

/** The zone's wall clock as if it were UTC: for formats whose times know no zone. */
export const wallClock = (at: Date, zone: string): Date =>
  new Date(at.getTime() + minutesAhead(at, zone) * MINUTE);

const offsets = new Map<string, number>();
const OFFSETS_KEPT = 2_000;
const QUARTER_HOUR = 15 * MINUTE;

/** Offsets change on quarter hours at most, and asking the runtime is what takes time. */
function minutesAhead(at: Date, zone: string): number {
  if (zone === 'UTC') return 0;
  const slot = Math.floor(at.getTime() / QUARTER_HOUR) * QUARTER_HOUR;
  const key = `${zone} ${slot}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const local = isTimeZone(zone) ? Date.parse(`${toLocalInput(slot, zone)}Z`) : slot;
  const minutes = Math.round((local - slot) / MINUTE);
  if (offsets.size >= OFFSETS_KEPT) offsets.clear();
  offsets.set(key, minutes);
  return minutes;
}
