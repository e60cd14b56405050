'use client';

import { number } from '@/lib/format';
import { type Pane, useDesk, type View } from './desk-context';

/** On a small screen the desk shows one of its three parts. */
export function DeskTabs() {
  const { pane, entries, hrefOf, show } = useDesk();
  return (
    <nav className="desk-tabs" aria-label="Parts of the desk">
      {PANE_NAMES.map(([key, name]) => (
        <a
          key={key}
          href={hrefOf({ pane: key })}
          aria-current={pane === key ? 'true' : undefined}
          onClick={(event) => {
            event.preventDefault();
            show({ pane: key });
          }}
        >
          {name}
          {key === 'claims' && <span className="num"> {number(entries.length)}</span>}
        </a>
      ))}
    </nav>
  );
}

const PANE_NAMES: readonly (readonly [Pane, string])[] = [
  ['claims', 'Claims'],
  ['copy', 'Copy'],
  ['claim', 'Claim'],
];

/** Which marks the copy shows. */
export function ViewSwitch() {
  const { view, hrefOf, show } = useDesk();
  return (
    <nav
      aria-label="View of the copy"
      className="flex shrink-0 overflow-hidden rounded-control border border-rule-strong"
    >
      {VIEW_NAMES.map(([key, name]) => (
        <a
          key={key}
          href={hrefOf({ view: key })}
          aria-current={view === key ? 'true' : undefined}
          className="border-rule-strong px-2.5 leading-[26px] text-ink-2 not-first:border-l hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-sheet aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--color-blue)]"
          onClick={(event) => {
            event.preventDefault();
            show({ view: key });
          }}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

const VIEW_NAMES: readonly (readonly [View, string])[] = [
  ['claims', 'Claims'],
  ['coverage', 'Coverage'],
  ['plain', 'Plain'],
];
