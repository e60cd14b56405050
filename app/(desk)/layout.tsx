import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { readerTheme, readerZone } from '@/components/frame/current-reader';
import { Header } from '@/components/frame/header';
import { NavLinks } from '@/components/frame/nav-links';
import { ReaderProvider } from '@/components/frame/reader';
import { ShortcutProvider } from '@/components/frame/shortcuts';
import { currentContext, currentSession } from '@/lib/auth/current-user';
import { ROLE_LABELS } from '@/lib/domain/labels';

/** The signed-in frame. Pages still ask for their own context: a layout is not run again when one page leads to the next. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const { actor, now } = await currentContext();
  const session = await currentSession();
  if (session === null) redirect('/sign-in');
  const [zone, theme] = await Promise.all([readerZone(), readerTheme()]);
  return (
    <ReaderProvider
      zone={zone}
      now={now.getTime()}
      userId={actor.id}
      singleKeys={session.singleKeys}
    >
      <ShortcutProvider>
        <Header name={actor.name} role={ROLE_LABELS[actor.role]} theme={theme} />
        <main id="main" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-0">
          {children}
        </main>
        <nav
          aria-label="Main"
          className="frame-foot flex h-13 shrink-0 border-t border-rule-strong bg-desk md:hidden"
        >
          <NavLinks at="foot" />
        </nav>
      </ShortcutProvider>
    </ReaderProvider>
  );
}
