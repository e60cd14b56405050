/** What a list's address says: words to look for, a kind, and the page. Null stands for "any". */
export type ListAddress = { text: string | null; kind: string | null; cursor: string | null };

type Given = string | readonly string[] | undefined;
type Query = Readonly<Record<string, Given>>;

/**
 * One value of an address, the first of several, without blanks around it; null: nothing is said. Addresses are typed
 * and cut by anybody: what no database takes as text is left out, and so is what is longer than any real one.
 */
export const addressText = (given: Given, longest = 500): string | null =>
  (typeof given === 'string' ? given : given?.[0])
    ?.replaceAll('\0', '')
    .trim()
    .slice(0, longest)
    .toWellFormed() || null;

export function readListAddress(query: Query): ListAddress {
  return {
    text: addressText(query['q'], 200),
    kind: addressText(query['kind']),
    cursor: addressText(query['cursor']),
  };
}

/** The address again, on another page. */
export function listHref(path: string, { text, kind, cursor }: ListAddress): string {
  const query = new URLSearchParams();
  if (text !== null) query.set('q', text);
  if (kind !== null) query.set('kind', kind);
  if (cursor !== null) query.set('cursor', cursor);
  const search = query.toString();
  return search === '' ? path : `${path}?${search}`;
}
