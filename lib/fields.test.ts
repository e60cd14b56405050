import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FLAGS, ROLES } from '@/lib/domain/vocabulary';
import {
  clearable,
  id,
  language,
  list,
  lockVersion,
  optional,
  text,
  tick,
  time,
  url,
  word,
} from '@/lib/fields';

/** What the schema makes of it, or the sentence it refuses it with. */
function read(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  return result.success ? result.data : `refused: ${result.error.issues[0]?.message}`;
}

describe('words of the vocabulary', () => {
  it.each([
    ['editor', 'EDITOR'],
    ['EDITOR', expect.stringContaining('refused')],
    ['', expect.stringContaining('refused')],
    [undefined, expect.stringContaining('refused')],
    [3, expect.stringContaining('refused')],
  ])('%j', (value, expected) => {
    expect(read(word(ROLES), value)).toEqual(expected);
  });

  it('come in kebab, as they travel', () => {
    expect(read(word(FLAGS), 'anonymous-source')).toBe('ANONYMOUS_SOURCE');
    expect(read(word(FLAGS), 'anonymous_source')).toContain('refused');
  });
});

describe('what is not given', () => {
  it.each([undefined, '', '  ', '\n\t'])('%j in an optional field is absent', (value) => {
    expect(read(optional(text(10)), value)).toBeUndefined();
  });

  it('null is not a way to leave an optional field out', () => {
    expect(read(optional(text(10)), null)).toContain('refused');
  });

  it.each([
    [undefined, undefined],
    ['', null],
    ['  ', null],
    [null, null],
    [' so ', 'so'],
  ])('%j in a field that can be cleared is %j', (value, expected) => {
    expect(read(clearable(text(10)), value)).toEqual(expected);
  });
});

describe('text', () => {
  it.each([
    ['  two words ', 'two words'],
    ['Київ 🙂', 'Київ 🙂'],
    ['a\nb', 'a\nb'],
    ['', 'refused: Write something here.'],
    ['   ', 'refused: Write something here.'],
    ['12345678901', 'refused: Keep this under 10 characters.'],
    ['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂', '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂'],
    ['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂', 'refused: Keep this under 10 characters.'],
    ['a\u0000b', 'refused: Remove the invisible control characters from this text.'],
    ['a\ud83d', 'refused: Remove the invisible control characters from this text.'],
    ['\ude42a', 'refused: Remove the invisible control characters from this text.'],
  ])('%j', (value, expected) => {
    expect(read(text(10), value)).toBe(expected);
  });

  it('a large limit is written with its thousands', () => {
    expect(read(text(1_000), 'x'.repeat(1_001))).toBe('refused: Keep this under 1,000 characters.');
  });
});

describe('ids and versions', () => {
  it('an id is a UUID', () => {
    expect(read(id, '019d8a1e-7c1b-7000-8000-000000000001')).not.toContain('refused');
    for (const value of ['1', '', "'; DROP TABLE claim; --", null])
      expect(read(id, value)).toBe('refused: This is not one of our ids.');
  });

  it.each([
    ['3', 3],
    [3, 3],
    ['0', expect.stringContaining('refused')],
    [-1, expect.stringContaining('refused')],
    [1.5, expect.stringContaining('refused')],
    ['abc', 'refused: Say which version of the record you saw.'],
    [undefined, 'refused: Say which version of the record you saw.'],
    [Number.MAX_VALUE, expect.stringContaining('refused')],
  ])('version %j', (value, expected) => {
    expect(read(lockVersion, value)).toEqual(expected);
  });
});

describe('times', () => {
  it.each([
    ['2026-05-04', '2026-05-04T00:00:00.000Z'],
    ['2026-05-04T12:30Z', '2026-05-04T12:30:00.000Z'],
    ['2026-05-04T12:30', '2026-05-04T12:30:00.000Z'],
    ['2026-05-04T12:30:15.250Z', '2026-05-04T12:30:15.250Z'],
    ['2026-05-04T12:30+03:00', '2026-05-04T09:30:00.000Z'],
    ['2026-05-04T12:30-0500', '2026-05-04T17:30:00.000Z'],
    [' 2026-05-04T12:30z ', '2026-05-04T12:30:00.000Z'],
  ])('%j is read in UTC where no offset is given', (value, expected) => {
    expect(read(time, value)).toEqual(new Date(expected));
  });

  it.each(['tomorrow', '4 May 2026', '04/05/2026', '2026-13-01', '2026-05-04T25:00', '12:30'])(
    '%j is no time',
    (value) => {
      expect(read(time, value)).toBe(
        'refused: Write the date and time as 2026-05-04 or 2026-05-04T12:30Z.',
      );
    },
  );
});

describe('links and languages', () => {
  it.each(['https://posts.example/1', 'http://posts.example', 'HTTPS://EXAMPLE.ORG/ü?q=1#x'])(
    '%s is a link',
    (value) => {
      expect(read(url, value)).toBe(value);
    },
  );

  it.each(['example.org', 'javascript:alert(1)', 'data:text/html,x', 'ftp://a', 'https://', '//a'])(
    '%s is none',
    (value) => {
      expect(read(url, value)).toMatch(/^refused: Write the whole link/);
    },
  );

  it.each(['en', 'uk', 'en-GB', 'zh-Hans-CN'])('%s is a language', (value) => {
    expect(read(language, value)).toBe(value);
  });

  it.each(['', 'English', 'e', 'en_GB', '12'])('%j is none', (value) => {
    expect(read(language, value)).toMatch(/^refused: Write the language/);
  });
});

describe('ticks and lists', () => {
  it.each([
    ['on', true],
    ['true', true],
    [true, true],
    ['false', false],
    [false, false],
    ['off', expect.stringContaining('refused')],
    [1, expect.stringContaining('refused')],
  ])('a tick sent as %j', (value, expected) => {
    expect(read(tick, value)).toEqual(expected);
  });

  it.each([
    [
      ['central', 'minor'],
      ['CENTRAL', 'MINOR'],
    ],
    ['central', ['CENTRAL']],
    ['', []],
    [[''], []],
    [['', 'central'], ['CENTRAL']],
    [[], []],
    [['nonsense'], expect.stringContaining('refused')],
    [['central', 'minor', 'sensitive'], 'refused: At most 2 here.'],
  ])('a list sent as %j', (value, expected) => {
    expect(read(list(word(FLAGS), 2), value)).toEqual(expected);
  });

  it('a list that was not sent is absent, where it may be', () => {
    expect(read(list(word(FLAGS), 2).optional(), undefined)).toBeUndefined();
    expect(read(z.object({ flags: list(word(FLAGS), 2).optional() }), {})).toEqual({});
  });
});
