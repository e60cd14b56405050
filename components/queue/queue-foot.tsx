'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { count, number } from '@/lib/format';
import { BulkDialog, type BulkKind } from './bulk-dialog';
import type { QueueRow } from './queue-row';

/** What the reader may do to many claims at once; a sentence says why not. */
export type BulkPowers = Readonly<Record<BulkKind, string | null>>;

/** The foot of the queue, always there: pages and keys when nothing is ticked, what can be done when something is. */
export function QueueFoot({
  selected,
  onClear,
  people,
  powers,
  shown,
  firstHref,
  nextHref,
}: Props) {
  const [open, setOpen] = useState<BulkKind | null>(null);
  const [outcome, setOutcome] = useState<readonly string[]>([]);
  const router = useRouter();
  const [sentence, ...reasons] = outcome;

  // Another page or view: what was said about the last one is over.
  // biome-ignore lint/correctness/useExhaustiveDependencies: they name the page
  useEffect(() => setOutcome([]), [firstHref, nextHref]);

  return (
    <>
      <div role="status" className="shrink-0 bg-sheet">
        {sentence && (
          <div className="flex items-start gap-3 border-t border-rule-strong px-6 py-2 max-md:px-4">
            <div className="max-h-40 flex-1 overflow-auto">
              <p className="font-medium">{sentence}</p>
              {reasons.length > 0 && (
                <ul className="mt-1">
                  {reasons.map((reason) => (
                    <li key={reason} className="py-0.5">
                      {reason}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            <Button variant="quiet" size="compact" onClick={() => setOutcome([])}>
              Close
            </Button>
          </div>
        )}
      </div>
      <div
        role="toolbar"
        aria-label="Selected claims"
        className="no-print flex h-11 shrink-0 items-center gap-2 border-t border-rule-strong bg-desk px-6 max-md:gap-1.5 max-md:px-3"
      >
        {selected.length > 0 ? (
          <>
            <span className="num mr-1 font-strong whitespace-nowrap">
              {number(selected.length)} selected
            </span>
            {KINDS.map(({ kind, word }) => (
              <Button
                key={kind}
                size="compact"
                className="max-md:px-2!"
                disabled={powers[kind] !== null && { reason: powers[kind] }}
                onClick={() => setOpen(kind)}
              >
                {word}
              </Button>
            ))}
            <Button variant="quiet" size="compact" className="max-sm:hidden" onClick={onClear}>
              Clear <kbd>Esc</kbd>
            </Button>
          </>
        ) : (
          <Pages shown={shown} firstHref={firstHref} nextHref={nextHref} />
        )}
        <span className="ml-auto flex items-center gap-4 text-small text-ink-3 max-lg:hidden">
          {HINTS.map(({ keys, does }) => (
            <span key={does} className="flex items-center gap-1">
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
              {does}
            </span>
          ))}
        </span>
      </div>
      {open !== null && (
        <BulkDialog
          kind={open}
          claims={selected}
          people={people}
          onClose={() => {
            setOpen(null);
            router.refresh(); // a refused change was made against rows that are no longer so
          }}
          onDone={(message) => {
            setOpen(null);
            setOutcome(message.split('\n'));
            onClear();
          }}
        />
      )}
    </>
  );
}

type Props = {
  selected: readonly QueueRow[];
  onClear: () => void;
  people: readonly { id: string; name: string }[];
  powers: BulkPowers;
  shown: number;
  firstHref: string | null;
  nextHref: string | null;
};

const KINDS: readonly { kind: BulkKind; word: string }[] = [
  { kind: 'assign', word: 'Assign' },
  { kind: 'due', word: 'Set due' },
  { kind: 'drop', word: 'Set aside' },
];

const HINTS = [
  { keys: ['J', 'K'], does: 'move' },
  { keys: ['X'], does: 'select' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['/'], does: 'search' },
  { keys: ['?'], does: 'keys' },
];

function Pages({ shown, firstHref, nextHref }: Pick<Props, 'shown' | 'firstHref' | 'nextHref'>) {
  const look = buttonClass({ size: 'compact' });
  return (
    <>
      <span className="num mr-1 whitespace-nowrap text-ink-3">
        {count(shown, 'claim')} on this page
      </span>
      {firstHref !== null && (
        <a href={firstHref} className={look}>
          First page
        </a>
      )}
      {nextHref !== null && (
        <a href={nextHref} className={look}>
          Next page
          <Icon name="right" size={14} />
        </a>
      )}
    </>
  );
}
