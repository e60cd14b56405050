import { validate as isUuid } from 'uuid';
import { Refusal } from '@/lib/errors';

/** A place in a list: the sort it belongs to and the last row's keys, opaque to whoever carries it. */
export const encodeCursor = (sort: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([sort, ...keys]), 'utf8').toString('base64url');

/** What a key is: a moment as Postgres writes it, an id, a whole number, or a word of a list. */
export type KeyKind = 'time' | 'id' | 'int' | readonly string[];

/** The keys again. A cursor of another list or order, a damaged or a forged one, is refused. */
export function decodeCursor(sort: string, cursor: string, kinds: readonly KeyKind[]): string[] {
  const [name, ...keys] = parse(cursor) ?? [];
  if (name !== sort || keys.length !== kinds.length || !keys.every((key, i) => fits(key, kinds[i])))
    throw new Refusal(
      'invalid',
      'This page link is of another list. Start again from the first page.',
    );
  return keys;
}

function fits(key: string, kind: KeyKind | undefined): boolean {
  switch (kind) {
    case undefined:
      return false;
    case 'time':
      return isTime(key);
    case 'id':
      return isUuid(key);
    case 'int':
      return /^-?\d{1,9}$/.test(key);
    default:
      return kind.includes(key);
  }
}

const TIME =
  /^(\d{4})-(\d\d)-(\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-](?:0\d|1[0-5])(?::?[0-5]\d){0,2}$/;

/** `infinity` stands for no time at all. */
function isTime(key: string): boolean {
  if (key === 'infinity') return true;
  const [, year = '', month = '', day = ''] = TIME.exec(key) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // The 30th of February becomes a day of March.
  return Number(year) > 0 && date.getUTCDate() === Number(day);
}

function parse(cursor: string): string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}
