'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Icon, type IconName } from '@/components/ui/icon';
import { count } from '@/lib/format';
import { type Found, find, SignedOut } from './find';
import { PLACES } from './places';

export type Command = {
  key: string;
  words: string;
  icon: IconName;
  beside?: string;
  run: () => void;
};

/** Find or do: one field that answers with commands, stories, claims and sources. */
export function Palette({ open, onOpenChange, commands }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Find or do" bare width="wide">
      <Finder commands={commands} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What can be done besides going to a room. */
  commands: readonly Command[];
};

type Answer = {
  state: 'idle' | 'asking' | 'done' | 'signed-out' | 'failed';
  found: readonly Found[];
};

const ICONS: Record<Found['kind'], IconName> = { story: 'story', claim: 'quote', source: 'source' };

function Finder({ commands, onDone }: { commands: readonly Command[]; onDone: () => void }) {
  const router = useRouter();
  const id = useId();
  const [words, setWords] = useState('');
  const [answer, setAnswer] = useState<Answer>({ state: 'idle', found: [] });
  const [at, setAt] = useState(0);
  const asked = useRef<AbortController>(null);

  const rows: Command[] = [
    ...places(router.push)
      .concat(commands)
      .filter((command) => matches(command.words, words)),
    ...answer.found.map(({ key, words: shown, beside, href, kind }) => ({
      key,
      words: shown,
      beside,
      icon: ICONS[kind],
      run: () => router.push(href),
    })),
  ];
  const chosen = rows[Math.min(at, rows.length - 1)];

  function ask(next: string) {
    setWords(next);
    setAt(0);
    asked.current?.abort();
    const query = next.trim();
    if (query.length < 2) return setAnswer({ state: 'idle', found: [] });
    const call = new AbortController();
    asked.current = call;
    setAnswer(({ found }) => ({ state: 'asking', found }));
    setTimeout(async () => {
      if (call.signal.aborted) return;
      try {
        const found = await find(query, call.signal);
        if (!call.signal.aborted) setAnswer({ state: 'done', found });
      } catch (error) {
        if (call.signal.aborted) return;
        setAnswer({ state: error instanceof SignedOut ? 'signed-out' : 'failed', found: [] });
      }
    }, 150);
  }

  function run(command: Command | undefined) {
    if (!command) return;
    onDone();
    command.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, rows.length - 1) + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(chosen);
    }
  }

  return (
    <>
      <div className="flex shrink-0 items-center gap-3 border-b border-rule px-4">
        <Icon name="search" className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog is this field
          autoFocus
          role="combobox"
          aria-label="Find or do"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={chosen && `${id}-${chosen.key}`}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder="A story, a claim, a source, or something to do"
          className="h-12 w-full min-w-0 bg-transparent text-body outline-0"
          value={words}
          onChange={(event) => ask(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <DialogClose className="grid h-6 shrink-0 place-items-center rounded-control">
          <span className="sr-only">Close</span>
          <kbd>Esc</kbd>
        </DialogClose>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Found" className="overflow-auto py-1.5">
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and takes the keys
          <div
            key={row.key}
            id={`${id}-${row.key}`}
            role="option"
            tabIndex={-1}
            aria-selected={row === chosen}
            data-highlighted={row === chosen ? '' : undefined}
            ref={row === chosen ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
            className="menu-item px-4!"
            onPointerMove={() => setAt(index)}
            onClick={() => run(row)}
          >
            <Icon name={row.icon} size={14} className="text-ink-3" />
            <span className={`min-w-0 truncate ${row.icon === 'quote' ? 'words' : ''}`}>
              {row.words}
            </span>
            {row.beside && (
              <span className="ml-auto max-w-[45%] shrink-0 truncate pl-3 text-small whitespace-pre text-ink-3">
                {row.beside}
              </span>
            )}
          </div>
        ))}
      </div>
      <p role="status" className="shrink-0 border-t border-rule px-4 py-2 text-small text-ink-3">
        {said(answer.state, rows.length)}
      </p>
    </>
  );
}

function said(state: Answer['state'], shown: number): string {
  switch (state) {
    case 'signed-out':
      return 'Your session has ended. Sign in again to search.';
    case 'failed':
      return 'The search does not answer just now. Try again in a moment.';
    case 'asking':
      return 'Looking';
    case 'done':
      return shown === 0
        ? 'Nothing found. Try fewer words.'
        : `${count(shown, 'result')}. Enter opens, arrows move.`;
    case 'idle':
      return 'Type two letters or more to search. Enter opens, arrows move.';
  }
}

const places = (push: (href: string) => void): Command[] =>
  PLACES.map(({ href, label, icon }) => ({
    key: `go${href.replace('/', '-')}`,
    words: `Go to ${label}`,
    icon,
    run: () => push(href),
  }));

const matches = (label: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => label.toLowerCase().includes(word));
