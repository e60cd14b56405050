import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMON_LONG_PASSWORDS, COMMON_WORDS } from './common-passwords';
import { PASSWORD_MAXIMUM, passwordFaults } from './password-rules';

const owner = { email: 'maren.holt@desk.example', name: 'Maren Holt' };
const faults = (password: string) => passwordFaults(password, owner);

describe('a new password', () => {
  it.each([
    'four unrelated words here',
    'kettle-fjord-92-paragraph',
    'Ψηφιακός τύπος στην Πάτρα',
    'x7#Lq0vT!mB2',
    '日本語のパスワード文字列です',
    'correct answers bore horses',
  ])('may be “%s”', (password) => {
    expect(faults(password)).toEqual([]);
  });

  it('has at least twelve characters, and the sentence counts them', () => {
    expect(faults('kettlefjord')).toEqual([
      'Use at least 12 characters; this one has 11. Four unrelated words are easy to keep in mind.',
    ]);
    expect(faults('kettlefjords')).toEqual([]);
  });

  it('has no more characters than the limit, and what lies beyond is not read', () => {
    expect(faults('ab7 '.repeat(50).concat('x'))[0]).toContain('Shorten the password to 200');
    expect(faults('a7!k'.repeat(100_000))).toHaveLength(1);
  });

  it('counts characters as people do', () => {
    expect(faults('🗞️📰🖋️🔍📚🧷')[0]).toContain('Use at least 12');
    expect(passwordFaults('ﬁne words ok', owner)).toEqual([]);
  });

  it.each([
    'passwordpassword',
    'Password1234!',
    'P@ssw0rd12345',
    'p4$$w0rd!!!!!!',
    'Welcome20262026',
    '!!!letmein!!!1234',
    'iloveyou1234',
    'correct horse battery staple',
    'CorrectHorseBatteryStaple',
    'monkeymonkeymonkey',
    'football-football',
    'newsroom-2026',
    'qwertyuiop123',
    'qwertyuiop[]',
    '1qaz2wsx3edc',
    'abcdefghijkl',
    'lkjihgfedcba',
    '123456789012',
    '098765432109',
    'abc123def456',
    'asdfghjkl;zxc',
    'aaaaaaaaaaaa',
    'abababababab',
    'xyxyxyxyxyxyzzz',
  ])('is not “%s”, which is tried first', (password) => {
    expect(faults(password)).toEqual([
      'This is one of the first passwords an attacker would try. Choose words that do not belong together.',
    ]);
  });

  it('is none of the long ones that head the published lists, in any case of letters', () => {
    const passed = [...COMMON_LONG_PASSWORDS].filter(
      (password) => faults(password).length === 0 || faults(password.toUpperCase()).length === 0,
    );
    expect(passed).toEqual([]);
  });

  it.each(['maren.holt at the lake', 'Holt by the frozen lake', 'the MAREN of our street'])(
    'does not name its owner: “%s”',
    (password) => {
      expect(faults(password)).toEqual([
        'Leave the name and the e-mail address of the account out of the password.',
      ]);
    },
  );

  it('says every fault at once', () => {
    expect(faults('holt1234')).toHaveLength(2);
    expect(passwordFaults('password', { email: 'a@b.example', name: 'Ana' })).toHaveLength(2);
  });

  it('may be short for a demo account, and only when that is asked for', () => {
    const demo = { email: 'editor@stet.example', name: 'Maren Holt' };
    expect(passwordFaults('stet-demo', demo)).toHaveLength(1);
    expect(passwordFaults('stet-demo', demo, { skipLength: true })).toEqual([]);
  });

  it('is read in a moment, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: PASSWORD_MAXIMUM, unit: 'binary' }), (password) => {
        expect(Array.isArray(faults(password))).toBe(true);
      }),
    );
  });
});

it('keeps its lists in lower case', () => {
  expect([...COMMON_LONG_PASSWORDS].length).toBeGreaterThan(300);
  for (const word of [...COMMON_LONG_PASSWORDS, ...COMMON_WORDS])
    expect(word).toBe(word.toLowerCase());
});
