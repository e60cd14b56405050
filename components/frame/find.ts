/** Finding stories, claims and sources for the palette, through the public API with the reader's own session. */
export type Found = {
  key: string;
  href: string;
  /** The words to show: a headline, a source's title, or a claim's exact words. */
  words: string;
  /** What tells it from the next one: a ref and its story. */
  beside: string;
  kind: 'story' | 'claim' | 'source';
};

const KINDS = [
  { kind: 'story', path: 'stories' },
  { kind: 'claim', path: 'claims' },
  { kind: 'source', path: 'sources' },
] as const;

/**
 * What answers to `words`, stories first, at most five of a kind. Throws when the desk does not answer;
 * `SignedOut` when the session has ended.
 */
export async function find(words: string, signal: AbortSignal): Promise<Found[]> {
  const lists = await Promise.all(
    KINDS.map(async ({ kind, path }) => {
      const query = new URLSearchParams({ q: words, limit: '5' });
      const answer = await fetch(`/api/v1/${path}?${query}`, { signal });
      if (answer.status === 401) throw new SignedOut();
      if (!answer.ok) throw new Error(`Finding ${path} failed: ${answer.status}`);
      const body: unknown = await answer.json();
      return itemsOf(body).flatMap((item) => toFound(kind, path, item));
    }),
  );
  return lists.flat();
}

export class SignedOut extends Error {
  override name = 'SignedOut';
}

const itemsOf = (body: unknown): Record<string, unknown>[] => {
  const { items } = isRecord(body) ? body : { items: null };
  return Array.isArray(items) ? items.filter(isRecord).slice(0, 5) : [];
};

/** One found thing, or none when the item lacks what a link needs. */
function toFound(kind: Found['kind'], path: string, item: Record<string, unknown>): Found[] {
  const { id, ref, exact, headline, title, story, slug, publisher } = item;
  const words = [exact, headline, title].find(isText);
  if (!isText(id) || words === undefined) return [];
  const storyWords = isRecord(story) ? nameOf(story) : story;
  const beside = [ref, kind === 'claim' ? storyWords : kind === 'story' ? slug : publisher];
  return [
    {
      key: `${kind}-${id}`,
      href: `/${path}/${id}`,
      words,
      beside: beside.filter(isText).join('  '),
      kind,
    },
  ];
}

const nameOf = ({ headline, slug }: Record<string, unknown>) => [headline, slug].find(isText);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
