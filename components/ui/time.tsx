'use client';

import { useReader } from '@/components/frame/reader';
import {
  clock,
  day,
  dayAndClock,
  dueIn,
  elapsed,
  exactTime,
  type Moment,
  relative,
  shortTime,
} from '@/lib/format';

/**
 * A moment in the reader's zone; the exact time and zone stand on hover (see ReaderProvider). `tabStop` lets the keyboard ask for it too;
 * leave it off in rows, where every time would be a stop.
 *
 * form  "short" 13:15 · Fri 10:00 · 4 May    "clock" 12:47    "day" 4 May 2023    "full" 4 May 2023, 12:47
 *       "elapsed" 31 min                     "relative" 31 min ago
 */
export function Time({ at, form = 'short', tabStop = false, className = '' }: Props) {
  const { zone, now } = useReader();
  return (
    <time
      dateTime={new Date(at).toISOString()}
      className={className || undefined}
      {...(tabStop && { tabIndex: 0, 'data-exact': exactTime(at, zone) })}
    >
      {WRITTEN[form](at, zone, now)}
    </time>
  );
}

export type TimeForm = 'short' | 'clock' | 'day' | 'full' | 'elapsed' | 'relative';

type Props = { at: Moment; form?: TimeForm; tabStop?: boolean; className?: string };

const WRITTEN: Record<TimeForm, (at: Moment, zone: string, now: number) => string> = {
  short: shortTime,
  clock,
  day,
  full: dayAndClock,
  elapsed: (at, _zone, now) => elapsed(at, now),
  relative: (at, _zone, now) => relative(at, now),
};

/**
 * A deadline: "13:15", and once it has passed a clock, the time in ochre and "18 min late".
 * `left` adds how much is left: "14:00, in 1 h 12 min". `settled` when the work is done: never late.
 */
export function DueTime({ at, left = false, settled = false, className = '' }: DueProps) {
  const { now } = useReader();
  const due = dueIn(at, now);
  if (settled || !due.late) {
    const words = left && !settled ? `, ${due.words}` : '';
    const time = <Time at={at} className={words === '' ? className : ''} />;
    if (words === '') return time;
    return (
      <span className={className}>
        {time}
        {words}
      </span>
    );
  }
  return (
    <span className={`late ${className}`.trimEnd()}>
      <Time at={at} />
      {due.words}
    </span>
  );
}

type DueProps = { at: Moment; left?: boolean; settled?: boolean; className?: string };
