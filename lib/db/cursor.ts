import { Refusal } from '@/lib/errors';

/** A place in a list: the sort it belongs to and the last row's keys, opaque to whoever carries it. */
export const encodeCursor = (sort: string, keys: readonly string[]): string =>
  Buffer.from(JSON.stringify([sort, ...keys]), 'utf8').toString('base64url');

/** The keys again. A cursor of another list or order, or a damaged one, is refused. */
export function decodeCursor(sort: string, cursor: string, length: number): string[] {
  const parts = parse(cursor);
  if (parts === null || parts[0] !== sort || parts.length !== length + 1)
    throw new Refusal(
      'invalid',
      'This page link is of another list. Start again from the first page.',
    );
  return parts.slice(1);
}

function parse(cursor: string): string[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => typeof part === 'string') ? value : null;
  } catch {
    return null;
  }
}
