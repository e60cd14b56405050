/** What a list's address says: words to look for, a kind, and the page. Null stands for "any". */
export type ListAddress = { text: string | null; kind: string | null; cursor: string | null };

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readListAddress(query: Query): ListAddress {
  const one = (name: string): string | null => {
    const given = query[name];
    return (typeof given === 'string' ? given : given?.[0])?.trim().slice(0, 500) || null;
  };
  return { text: one('q')?.slice(0, 200) ?? null, kind: one('kind'), cursor: one('cursor') };
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
