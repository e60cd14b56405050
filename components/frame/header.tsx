'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { startTransition, useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { signOut } from '@/lib/auth/actions';
import { AccountMenu } from './account-menu';
import { KeysDialog } from './keys-dialog';
import { NavLinks } from './nav-links';
import { type Command, Palette } from './palette';
import { chooseTheme, type Theme } from './preferences';
import { useShortcuts } from './shortcuts';

/** The bar over every page: the mark, the rooms, find or do, and the account. */
export function Header({ name, role, theme }: Props) {
  const router = useRouter();
  const [isFinding, setIsFinding] = useState(false);
  const [showsKeys, setShowsKeys] = useState(false);
  useShortcuts([
    { keys: 'mod+k', does: 'Find or do', run: () => setIsFinding((is) => !is) },
    { keys: '?', does: 'Show the keys', run: () => setShowsKeys(true) },
  ]);
  const commands: Command[] = [
    {
      key: 'new-story',
      words: 'Bring in a new story',
      icon: 'plus',
      run: () => router.push('/stories/new'),
    },
    {
      key: 'light',
      words: 'Use the light appearance',
      icon: 'angle',
      run: () => chooseTheme('light'),
    },
    {
      key: 'dark',
      words: 'Use the dark appearance',
      icon: 'angle',
      run: () => chooseTheme('dark'),
    },
    {
      key: 'keys',
      words: 'Show the keys',
      icon: 'question',
      beside: '?',
      run: () => setShowsKeys(true),
    },
    {
      key: 'sign-out',
      words: 'Sign out',
      icon: 'person',
      run: () => startTransition(() => signOut()),
    },
  ];

  return (
    <header className="frame-top flex h-[calc(var(--spacing-bar)+1px)] shrink-0 items-center gap-7 border-b border-rule bg-desk px-6 max-md:gap-3 max-md:px-4">
      <a
        href="#main"
        className="absolute -top-20 left-4 z-50 rounded-control bg-sheet px-3 py-1.5 focus:top-1.5"
      >
        Skip to the page
      </a>
      <Link href="/queue" aria-label="Stet, to the queue" className="mark">
        stet
      </Link>
      <nav aria-label="Main" className="flex h-full gap-1 max-md:hidden">
        <NavLinks at="bar" />
      </nav>
      <button
        type="button"
        aria-label="Find or do"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setIsFinding(true)}
        className="ml-auto flex h-compact w-66 items-center gap-2 rounded-control border border-rule-strong bg-paper px-2.5 text-ink-3 hover:border-edge max-lg:w-44 max-md:size-9 max-md:justify-center max-md:border-0 max-md:bg-transparent"
      >
        <Icon name="search" size={14} />
        <span className="flex-1 text-left max-md:hidden">Find or do</span>
        <kbd className="max-md:hidden">Ctrl K</kbd>
      </button>
      <AccountMenu name={name} role={role} theme={theme} onKeys={() => setShowsKeys(true)} />
      <Palette open={isFinding} onOpenChange={setIsFinding} commands={commands} />
      <KeysDialog open={showsKeys} onOpenChange={setShowsKeys} />
    </header>
  );
}

type Props = { name: string; role: string; theme: Theme };
