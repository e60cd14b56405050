import type { ClaimFilter, ClaimSort } from '@/lib/claims/list-claims';
import {
  CLAIM_STATUSES,
  CLAIM_TYPES,
  type ClaimStatus,
  type ClaimType,
  FLAGS,
  type Flag,
} from '@/lib/domain/vocabulary';
import { fromWire, toWire } from '@/lib/domain/wire-words';
import { addressText } from '@/lib/list-address';

/**
 * What the queue shows, as its address says it. The address is the whole state: it can be shared, kept and gone back
 * to. Empty lists and null stand for "any".
 */
export type QueueView = {
  statuses: readonly ClaimStatus[];
  types: readonly ClaimType[];
  storyId: string | null;
  /** A user's id, 'me' for whoever reads, or 'nobody'. */
  assignee: string | null;
  flag: Flag | null;
  overdue: boolean;
  text: string | null;
  sort: ClaimSort;
  descending: boolean;
  cursor: string | null;
};

/** Statuses of claims that still need somebody. */
export const OPEN_STATUSES: readonly ClaimStatus[] = [
  'MARKED',
  'IN_CHECK',
  'WAITING',
  'READY',
  'REOPENED',
];

/** What the sorts are called, and which way each begins. */
export const SORTS: Readonly<
  Record<ClaimSort, { label: string; reversed: string; descending: boolean }>
> = {
  due: { label: 'Due first', reversed: 'Due last', descending: false },
  updated: { label: 'Changed last', reversed: 'Untouched longest', descending: true },
  priority: { label: 'Priority', reversed: 'Priority, low first', descending: false },
  status: { label: 'Status', reversed: 'Status, backwards', descending: false },
  type: { label: 'Type', reversed: 'Type, backwards', descending: false },
  newest: { label: 'Newest', reversed: 'Oldest', descending: true },
};

export const ANY_CLAIM: QueueView = {
  statuses: [],
  types: [],
  storyId: null,
  assignee: null,
  flag: null,
  overdue: false,
  text: null,
  sort: 'due',
  descending: false,
  cursor: null,
};

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const LONGEST_SEARCH = 200;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An address's query as a view. Words that mean nothing here are left out and come back in `ignored`. */
export function parseQueueView(query: Query): { view: QueueView; ignored: string[] } {
  const ignored: string[] = [];
  const one = (name: string): string | null => list(query[name])[0] ?? null;
  const known = <Value>(value: string | null, read: (value: string) => Value | null) => {
    const found = value === null ? null : read(value);
    if (value !== null && found === null) ignored.push(value);
    return found;
  };
  const words = <Word extends string>(name: string, vocabulary: readonly Word[]): Word[] => {
    const found = list(query[name]).flatMap((value) => {
      if (name === 'status' && value === 'open') return [...OPEN_STATUSES] as unknown as Word[];
      return known(value, (wire) => fromWire(vocabulary, wire)) ?? [];
    });
    return vocabulary.filter((word) => found.includes(word));
  };
  const id = (value: string): string | null => (ID.test(value) ? value.toLowerCase() : null);

  const asked = one('sort');
  const sort = known(asked?.replace(/^-/, '') ?? null, sortNamed) ?? 'due';
  const direction = known(
    one('direction'),
    (value) => DIRECTIONS.find((way) => way === value) ?? null,
  );
  const view: QueueView = {
    statuses: words('status', CLAIM_STATUSES),
    types: words('type', CLAIM_TYPES),
    storyId: known(one('story'), id),
    assignee: known(one('assignee'), (value) =>
      value === 'me' || value === 'nobody' ? value : id(value),
    ),
    flag: known(one('flag'), (value) => fromWire(FLAGS, value)),
    overdue: ['true', '1', 'on'].includes(one('overdue') ?? ''),
    // Words to search may have commas of their own.
    text: addressText(query['q'], LONGEST_SEARCH),
    sort,
    descending:
      direction === null
        ? SORTS[sort].descending !== (asked?.startsWith('-') ?? false)
        : direction === 'desc',
    cursor: one('cursor'),
  };
  return { view, ignored };
}

const DIRECTIONS = ['asc', 'desc'] as const;

const sortNamed = (name: string): ClaimSort | null =>
  (Object.keys(SORTS) as ClaimSort[]).find((sort) => sort === name) ?? null;

/** Several values come repeated, or in one with commas; blank ones are a form's "any". */
const list = (value: Query[string]): string[] =>
  (typeof value === 'string' ? [value] : [...(value ?? [])])
    .flatMap((each) => each.split(','))
    .flatMap((each) => addressText(each) ?? []);

/** The address of a view; what is as usual is left out. Changing anything but the cursor starts at the first page. */
export function queueHref(change: Partial<QueueView>, from: QueueView = ANY_CLAIM): string {
  const view: QueueView = { ...from, cursor: null, ...change };
  const query = new URLSearchParams();
  if (view.statuses.length > 0) query.set('status', statusesOnWire(view.statuses));
  if (view.types.length > 0) query.set('type', view.types.map(toWire).join(','));
  if (view.storyId !== null) query.set('story', view.storyId);
  if (view.assignee !== null) query.set('assignee', view.assignee);
  if (view.flag !== null) query.set('flag', toWire(view.flag));
  if (view.overdue) query.set('overdue', 'true');
  if (view.text !== null) query.set('q', view.text);
  if (view.sort !== 'due') query.set('sort', view.sort);
  if (view.descending !== SORTS[view.sort].descending)
    query.set('direction', view.descending ? 'desc' : 'asc');
  if (view.cursor !== null) query.set('cursor', view.cursor);
  const search = query.toString().replaceAll('%2C', ',');
  return search === '' ? '/queue' : `/queue?${search}`;
}

/** Statuses as one value of the address: "open" for all that still need somebody. */
export const statusesOnWire = (statuses: readonly ClaimStatus[]): string =>
  isSame(statuses, OPEN_STATUSES) ? 'open' : statuses.map(toWire).join(',');

const isSame = <Word>(some: readonly Word[], others: readonly Word[]): boolean =>
  some.length === others.length && others.every((word) => some.includes(word));

/** The view's conditions as the database asks them, for whoever reads and at this moment. */
export const claimFilter = (view: QueueView, readerId: string, now: Date): ClaimFilter => ({
  storyId: view.storyId ?? undefined,
  statuses: view.statuses.length > 0 ? view.statuses : undefined,
  types: view.types.length > 0 ? view.types : undefined,
  assignee: view.assignee === 'me' ? readerId : (view.assignee ?? undefined),
  flag: view.flag ?? undefined,
  overdueAt: view.overdue ? now : undefined,
  text: view.text ?? undefined,
});

/** How many conditions narrow the view, the search aside. */
export const conditionCount = (view: QueueView): number =>
  [
    view.statuses.length > 0,
    view.types.length > 0,
    view.storyId !== null,
    view.assignee !== null,
    view.flag !== null,
    view.overdue,
  ].filter(Boolean).length;

/** The views that every desk has, in the order of their tabs. */
export const DESK_VIEWS: readonly { title: string; view: QueueView }[] = [
  { title: 'All claims', view: ANY_CLAIM },
  { title: 'My open claims', view: { ...ANY_CLAIM, statuses: OPEN_STATUSES, assignee: 'me' } },
  { title: 'Waiting for second read', view: { ...ANY_CLAIM, statuses: ['READY'] } },
  { title: 'Reopened', view: { ...ANY_CLAIM, statuses: ['REOPENED'] } },
  { title: 'Overdue', view: { ...ANY_CLAIM, overdue: true } },
  { title: 'Unassigned', view: { ...ANY_CLAIM, statuses: OPEN_STATUSES, assignee: 'nobody' } },
];

/** Whether two views show the same claims, whatever their order and page. */
export const showsSame = (one: QueueView, other: QueueView): boolean =>
  address(one) === address(other);

const address = (view: QueueView): string =>
  queueHref({ ...view, sort: 'due', descending: false, cursor: null });
