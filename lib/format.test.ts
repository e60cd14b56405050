import { describe, expect, test } from 'vitest';
import {
  byteSize,
  claimRef,
  clock,
  count,
  countOrNone,
  dayAndClock,
  dueIn,
  duration,
  elapsed,
  exactTime,
  fromLocalInput,
  initials,
  isTimeZone,
  percent,
  relative,
  shortHash,
  shortTime,
  sourceRef,
  toLocalInput,
  weekdayAndDate,
} from './format';

const AT = '2023-05-04T11:47:31Z';

test('sizes are in thousands, as files are shown', () => {
  expect([0, 640, 12_400, 1_440_000].map(byteSize)).toEqual([
    '0 bytes',
    '640 bytes',
    '12 KB',
    '1.4 MB',
  ]);
});

describe('counts', () => {
  test('one thing is singular, nothing and many are plural', () => {
    expect([0, 1, 4, 1204].map((n) => count(n, 'source'))).toEqual([
      '0 sources',
      '1 source',
      '4 sources',
      '1,204 sources',
    ]);
    expect(countOrNone(0, 'source')).toBe('No sources');
    expect(count(2, 'query', 'queries')).toBe('2 queries');
  });

  test('a share says 100 only when everything is in it, and 0 only when nothing is', () => {
    expect(percent(3, 4)).toBe('75 %');
    expect(percent(999, 1000)).toBe('99 %');
    expect(percent(1, 1000)).toBe('1 %');
    expect(percent(0, 5)).toBe('0 %');
    expect(percent(5, 5)).toBe('100 %');
    expect(percent(0, 0)).toBeNull();
  });
});

test('refs keep three digits and grow when a story has more', () => {
  expect([1, 14, 1204].map(claimRef)).toEqual(['C-001', 'C-014', 'C-1204']);
  expect(sourceRef(7)).toBe('S-07');
});

test('initials are the first letters of the first and the last name', () => {
  expect(['Maren Holt', 'O. van der Berg', 'Idris', ' Łukasz  Żak ', ''].map(initials)).toEqual([
    'MH',
    'OB',
    'I',
    'ŁŻ',
    '',
  ]);
});

test('a hash is shown by its first eight characters', () => {
  expect(shortHash('9f2c41d806be7713')).toBe('9f2c 41d8');
});

describe('times', () => {
  test('are written in the zone they are read in', () => {
    expect(clock(AT, 'Europe/London')).toBe('12:47');
    expect(clock(AT, 'Europe/Kyiv')).toBe('14:47');
    expect(dayAndClock('2023-05-04T23:30:00Z', 'Europe/Kyiv')).toBe('5 May 2023, 02:30');
    expect(weekdayAndDate(AT, 'UTC')).toBe('Thursday 4 May');
  });

  test.each([
    ['Europe/London', 'Thursday 4 May 2023, 12:47:31, London (UTC+1)'],
    ['UTC', 'Thursday 4 May 2023, 11:47:31, UTC'],
    ['America/New_York', 'Thursday 4 May 2023, 07:47:31, New York (UTC−4)'],
    ['Asia/Kolkata', 'Thursday 4 May 2023, 17:17:31, Kolkata (UTC+5:30)'],
  ])('say exactly when, and in which zone, behind the short form: %s', (zone, words) => {
    expect(exactTime(AT, zone)).toBe(words);
  });

  test.each([
    [
      'Newfoundland put its clocks back at one minute past midnight',
      'America/St_Johns',
      '2010-11-07T02:30:59Z',
      '00:00',
    ],
    [
      'and a second later it was an hour earlier',
      'America/St_Johns',
      '2010-11-07T02:31:00Z',
      '23:01',
    ],
    ['London in summer', 'Europe/London', '2023-03-26T01:00:00Z', '02:00'],
    ['and a second before', 'Europe/London', '2023-03-26T00:59:59Z', '00:59'],
    ['Dublin, when its noon was its own', 'Europe/Dublin', '1912-05-04T12:00:00Z', '11:34'],
  ])('follow the zone through its changes: %s', (_, zone, at, words) => {
    expect(clock(at, zone)).toBe(words);
  });

  test.each([
    ['2023-05-04T20:00:00Z', '12:47'],
    ['2023-05-05T08:00:00Z', 'Thu 12:47'],
    ['2023-09-06T08:00:00Z', '4 May'],
    ['2024-01-06T08:00:00Z', '4 May 2023'],
  ])('are as short as the distance allows: read at %s', (now, words) => {
    expect(shortTime(AT, 'Europe/London', now)).toBe(words);
  });

  test.each([
    [20, 'now'],
    [31 * 60, '31 min'],
    [2.5 * 3600, '2 h'],
    [26 * 3600, '1 d'],
    [20 * 86_400, '2 wk'],
    [90 * 86_400, '3 mo'],
    [800 * 86_400, '2 y'],
  ])('%d seconds ago take one unit', (seconds, words) => {
    expect(elapsed(Date.parse(AT) - seconds * 1000, AT)).toBe(words);
  });

  test('read as sentences on both sides of now', () => {
    expect(relative('2023-05-04T11:16:31Z', AT)).toBe('31 min ago');
    expect(relative('2023-05-04T13:47:31Z', AT)).toBe('in 2 h');
    expect(relative(AT, AT)).toBe('just now');
  });

  test('a deadline says how much is left, or how late it is', () => {
    expect(dueIn('2023-05-04T12:59:31Z', AT)).toEqual({ late: false, words: 'in 1 h 12 min' });
    expect(dueIn('2023-05-04T11:29:31Z', AT)).toEqual({ late: true, words: '18 min late' });
    expect(dueIn('2023-05-04T10:29:31Z', AT)).toEqual({ late: true, words: '1 h late' });
    expect(dueIn('2023-05-04T11:47:00Z', AT)).toEqual({ late: true, words: 'due now' });
    expect(duration((3 * 24 + 4) * 3_600_000)).toBe('3 d 4 h');
    expect(duration(2 * 3_600_000)).toBe('2 h');
    expect(duration(1000)).toBe('under a minute');
  });

  test('typed into a form, they come back as the same moment', () => {
    expect(toLocalInput(AT, 'Europe/Kyiv')).toBe('2023-05-04T14:47');
    expect(fromLocalInput('2023-05-04T14:47', 'Europe/Kyiv')?.toISOString()).toBe(
      '2023-05-04T11:47:00.000Z',
    );
    expect(fromLocalInput('not a time', 'UTC')).toBeNull();
  });

  test('an hour that comes twice in autumn is its first; one skipped in spring moves on', () => {
    expect(fromLocalInput('2023-10-29T01:30', 'Europe/London')?.toISOString()).toBe(
      '2023-10-29T00:30:00.000Z',
    );
    expect(fromLocalInput('2023-03-26T01:30', 'Europe/London')?.toISOString()).toBe(
      '2023-03-26T01:30:00.000Z',
    );
  });

  test('a zone is accepted only when the runtime knows it', () => {
    expect(['Europe/Kyiv', 'UTC', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
