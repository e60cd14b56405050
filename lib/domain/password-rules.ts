import { COMMON_LONG_PASSWORDS, COMMON_WORDS } from './common-passwords';

/** In characters as people count them, after Unicode normalisation. */
export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 200;

export type PasswordOwner = { email: string; name: string };

export const normalPassword = (password: string): string => password.normalize('NFKC');

/**
 * What is wrong with a new password, a sentence each that says what to do; empty: nothing is.
 * Length, known passwords and the person's own names count; forced kinds of characters do not (NIST SP 800-63B-4,
 * section 3.1.1.2). `skipLength` is for demo accounts alone.
 */
export function passwordFaults(
  password: string,
  owner: PasswordOwner,
  { skipLength = false }: { skipLength?: boolean } = {},
): string[] {
  const text = normalPassword(password);
  const length = [...text].length;
  if (length > PASSWORD_MAXIMUM)
    return [`Shorten the password to ${PASSWORD_MAXIMUM} characters; this one has ${length}.`];

  const faults: string[] = [];
  if (length < PASSWORD_MINIMUM && !skipLength)
    faults.push(
      `Use at least ${PASSWORD_MINIMUM} characters; this one has ${length}. Four unrelated words are easy to keep in mind.`,
    );
  if (isCommon(text))
    faults.push(
      'This is one of the first passwords an attacker would try. Choose words that do not belong together.',
    );
  if (namesOwner(text, owner))
    faults.push('Leave the name and the e-mail address of the account out of the password.');
  return faults;
}

const SHORTEST_NAME = 4;

function namesOwner(text: string, { email, name }: PasswordOwner): boolean {
  const lower = text.toLowerCase();
  const local = email.split('@')[0] ?? '';
  const parts = [local, ...local.split(/[._+-]/), ...name.split(/\s+/)];
  return parts.some(
    (part) =>
      [...part].length >= SHORTEST_NAME && lower.includes(normalPassword(part).toLowerCase()),
  );
}

function isCommon(text: string): boolean {
  const lower = text.toLowerCase();
  if (new Set(lower).size < 5) return true;
  if (isMostlyRuns(lower)) return true;
  const joined = lower.replace(SEPARATORS, '');
  return [lower, joined, repeatedUnit(joined)].some((candidate) => isKnown(candidate));
}

const SEPARATORS = /[\s_.-]+/g;

/** Known as it stands, without figures and signs around it, or with look-alike signs read as letters. */
function isKnown(lower: string): boolean {
  const forms = [lower, core(lower)];
  const readings = forms.flatMap((form) => [form, ...lettersFor(form)]);
  return [...readings, ...readings.map(core)].some(
    (reading) => COMMON_LONG_PASSWORDS.has(reading) || COMMON_WORDS.has(reading),
  );
}

const core = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};

/** `p@ssw0rd` as `password`; 1 and ! may stand for i or for l. */
const lettersFor = (text: string): string[] =>
  ['i', 'l'].map((one) =>
    [...text]
      .map((sign) => (sign === '1' || sign === '!' ? one : (LOOK_ALIKES[sign] ?? sign)))
      .join(''),
  );

/** The part that the whole of `text` repeats ("monkey" of "monkeymonkeymon"), or all of it. */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const unit = text.slice(0, length);
    if (unit.repeat(Math.ceil(text.length / length)).startsWith(text)) return unit;
  }
  return text;
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz',
  '0123456789012345678901234567890',
  '1234567890-=',
  '!@#$%^&*()_+',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  '1q2w3e4r5t6y7u8i9o0p',
  '1a2s3d4f5g6h7j8k9l',
];
const TRACKS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(''))];
const SHORTEST_RUN = 3;
const LOOSE_SIGNS = 3;

/** All but a few signs lie along the alphabet, the digits or the keyboard, in pieces of three and more. */
function isMostlyRuns(lower: string): boolean {
  let loose = 0;
  for (let at = 0; at < lower.length; ) {
    const run = longestRun(lower, at);
    if (run < SHORTEST_RUN) loose += 1;
    at += run < SHORTEST_RUN ? 1 : run;
  }
  return loose <= LOOSE_SIGNS && loose < lower.length / 2;
}

function longestRun(text: string, from: number): number {
  let length = SHORTEST_RUN - 1;
  while (
    from + length < text.length &&
    TRACKS.some((track) => track.includes(text.slice(from, from + length + 1)))
  )
    length += 1;
  return length;
}
