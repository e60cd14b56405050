/** A view that a reader named, kept in this browser. */
export type KeptView = { title: string; href: string };

const keyOf = (userId: string | null): string => `stet.views/${userId}`;

/** The views this reader named; none when storage is off or holds something else. */
export function keptViews(userId: string | null): KeptView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isKeptView) : [];
  } catch {
    return []; // storage is off, or another program wrote here: there are no views
  }
}

export function keepViews(userId: string | null, views: readonly KeptView[]): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(views));
  } catch {
    // storage is full or off: the view stays until the page is left, and its address can still be shared
  }
}

const isKeptView = (value: unknown): value is KeptView =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  typeof value.title === 'string' &&
  'href' in value &&
  typeof value.href === 'string' &&
  (value.href === '/queue' || value.href.startsWith('/queue?'));
