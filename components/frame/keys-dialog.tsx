'use client';

import Link from 'next/link';
import { Dialog } from '@/components/ui/dialog';
import { StatusBadge } from '@/components/ui/status-badge';
import { STATUS_MEANINGS } from '@/lib/domain/labels';
import { CLAIM_STATUSES } from '@/lib/domain/vocabulary';
import { useReader } from './reader';
import { useShortcutList } from './shortcuts';

/** The keys that work on this page, as the page itself registered them, and what the statuses mean. */
export function KeysDialog({ open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keys and signs">
      <KeyList />
      <h3 className="mt-7 border-b border-rule-strong pb-1.5">Signs</h3>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5">
        {CLAIM_STATUSES.map((status) => (
          <div
            key={status}
            className="col-span-2 grid grid-cols-subgrid border-b border-rule py-1.5"
          >
            <dt>
              <StatusBadge status={status} />
            </dt>
            <dd className="text-ink-2">{STATUS_MEANINGS[status]}</dd>
          </div>
        ))}
      </dl>
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
