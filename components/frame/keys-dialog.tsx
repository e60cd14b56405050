'use client';

import Link from 'next/link';
import { Dialog } from '@/components/ui/dialog';
import { useReader } from './reader';
import { useShortcutList } from './shortcuts';

/** The keys that work on this page, as the page itself registered them. */
export function KeysDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys">
      <KeyList />
    </Dialog>
  );
}

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

function KeyList() {
  const list = useShortcutList();
  const { singleKeys } = useReader();
  const shown = list().filter(
    ({ keys }, index, all) => all.findIndex((other) => other.keys === keys) === index,
  );
  return (
    <>
      <dl className="grid grid-cols-[1fr_auto] items-center">
        {shown.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt className="border-b border-rule py-1.5">{does}</dt>
            <dd className="border-b border-rule py-1.5 text-right">
              <kbd>{written(keys)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-small text-ink-3">
        {singleKeys
          ? 'Single keys can be turned off in '
          : 'Single keys are turned off. Turn them on in '}
        <Link href="/settings" className="link">
          Settings
        </Link>
        .
      </p>
    </>
  );
}

const written = (keys: string): string =>
  keys
    .split('+')
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
    .join(' ');

const NAMES: Record<string, string> = {
  mod: 'Ctrl',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  shift: 'Shift',
  alt: 'Alt',
};
