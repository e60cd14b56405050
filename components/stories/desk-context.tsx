'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useTransition,
} from 'react';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { DeskClaim } from '@/lib/stories/queries';

/** A claim in the list and in the copy; its words cut short, since the copy has them whole. */
export type DeskEntry = Pick<
  DeskClaim,
  'id' | 'number' | 'start' | 'end' | 'exact' | 'status' | 'block' | 'assigneeName'
> & {
  /** Of a claim without a place: the version of its record, for giving it one. */
  version?: number;
};

/** A claim whose words stand in this version. */
export type PlacedEntry = DeskEntry & TextRange;

export const placedOf = (entries: readonly DeskEntry[]): PlacedEntry[] =>
  entries.filter((entry): entry is PlacedEntry => entry.start !== null && entry.end !== null);

export const PANES = ['claims', 'copy', 'claim'] as const;
export type Pane = (typeof PANES)[number];

export const VIEWS = ['claims', 'coverage', 'plain'] as const;
export type View = (typeof VIEWS)[number];

type Desk = {
  storyId: string;
  contentSha256: string;
  /** Those without a place first, then in the order of the text; dropped claims last. */
  entries: readonly DeskEntry[];
  /** The chosen claim's id, from the address; null: none is chosen. */
  chosen: string | null;
  /** True while the inspector still shows the claim before. */
  isLoading: boolean;
  view: View;
  /** Which part a small screen shows. */
  pane: Pane;
  /** Opens a claim; `replace` leaves no step in the history, for walking from claim to claim. */
  choose: (id: string, how?: { replace?: boolean; pane?: Pane }) => void;
  /** Opens the claim that is about to be marked at this offset of the copy, once it is there. */
  expectClaimAt: (start: number) => void;
  step: (by: 1 | -1) => void;
  show: (what: { view?: View; pane?: Pane }) => void;
  hrefOf: (what: { view?: View; pane?: Pane }) => string;
};

const DeskContext = createContext<Desk | null>(null);

/** The desk around this component; null on the claim's own page. */
export const useDeskOrNull = (): Desk | null => useContext(DeskContext);

export function useDesk(): Desk {
  const desk = useDeskOrNull();
  if (desk === null) throw new Error('This part belongs on the checking desk.');
  return desk;
}

/** Keeps what is on the desk's screen in the address: the chosen claim, the view of the copy, a small screen's part. */
export function DeskProvider({ storyId, contentSha256, entries, children }: Props) {
  const router = useRouter();
  const query = useSearchParams();
  const [isLoading, startTransition] = useTransition();
  const [chosen, setChosen] = useOptimistic(query.get('claim'));
  const expected = useRef<number | null>(null);
  const known = useRef<ReadonlySet<string>>(new Set(entries.map(({ id }) => id)));
  const view = oneOf(VIEWS, query.get('view')) ?? 'claims';
  const pane = oneOf(PANES, query.get('pane')) ?? 'copy';

  const hrefWith = useCallback(
    (changes: Record<string, string | null>) => {
      const next = new URLSearchParams(query);
      for (const [name, value] of Object.entries(changes))
        if (value === null) next.delete(name);
        else next.set(name, value);
      const text = next.toString();
      return `/stories/${storyId}${text === '' ? '' : `?${text}`}`;
    },
    [query, storyId],
  );

  const desk = useMemo<Desk>(() => {
    const hrefOf = ({ view: toView, pane: toPane }: { view?: View; pane?: Pane }) =>
      hrefWith({
        ...(toView && { view: toView === 'claims' ? null : toView }),
        ...(toPane && { pane: toPane === 'copy' ? null : toPane }),
      });
    const choose: Desk['choose'] = (id, { replace = false, pane: toPane } = {}) => {
      const href = hrefWith({
        claim: id,
        ...(toPane && { pane: toPane === 'copy' ? null : toPane }),
      });
      startTransition(() => {
        setChosen(id);
        if (replace) router.replace(href, { scroll: false });
        else router.push(href, { scroll: false });
      });
    };
    return {
      storyId,
      contentSha256,
      entries,
      chosen,
      isLoading,
      view,
      pane,
      choose,
      expectClaimAt(start) {
        expected.current = start;
      },
      step(by) {
        const at = entries.findIndex(({ id }) => id === chosen);
        const next = at < 0 ? entries[by === 1 ? 0 : entries.length - 1] : entries[at + by];
        if (next) choose(next.id, { replace: true });
      },
      // The server has nothing to add to another view of the same copy.
      show: (what) => window.history.replaceState(null, '', hrefOf(what)),
      hrefOf,
    };
  }, [storyId, contentSha256, entries, chosen, isLoading, view, pane, hrefWith, router, setChosen]);

  // A claim that was just marked is opened as soon as the server's list has it.
  useEffect(() => {
    const fresh = entries.find(
      ({ id, start }) => start === expected.current && !known.current.has(id),
    );
    known.current = new Set(entries.map(({ id }) => id));
    if (fresh === undefined) return;
    expected.current = null;
    desk.choose(fresh.id, { replace: true });
  }, [entries, desk]);

  return <DeskContext value={desk}>{children}</DeskContext>;
}

type Props = {
  storyId: string;
  contentSha256: string;
  entries: readonly DeskEntry[];
  children: ReactNode;
};

const oneOf = <Word extends string>(words: readonly Word[], word: string | null): Word | null =>
  words.find((each) => each === word) ?? null;
