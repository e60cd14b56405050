'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { exactTime } from '@/lib/format';
import { setCookie, TIME_ZONE_COOKIE } from './preferences';

export type Reader = {
  /** IANA zone in which times are written. */
  zone: string;
  /** The present, in milliseconds; moves on by itself, from the server's clock. */
  now: number;
  /** Null before signing in. Keeps one person's drafts apart from another's on a shared machine. */
  userId: string | null;
  singleKeys: boolean;
};

const ReaderContext = createContext<Reader>({
  zone: 'UTC',
  now: 0,
  userId: null,
  singleKeys: false,
});

/** Who reads, in which zone, and when. */
export const useReader = (): Reader => useContext(ReaderContext);

/**
 * Tells everything below who reads. The first render uses the server's zone and time, so that both sides write the
 * same words; then the browser's own zone takes over, and is remembered for the server in a cookie.
 */
export function ReaderProvider({ zone: served, now: asked, userId, singleKeys, children }: Props) {
  const [zone, setZone] = useState(served);
  const [passed, setPassed] = useState({ since: asked, milliseconds: 0 });
  const router = useRouter();

  // The zone is known to the browser alone.
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!own || own === served) return;
    setCookie(TIME_ZONE_COOKIE, own);
    setZone(own);
    router.refresh();
  }, [served, router]);

  // "2 min" must not stay "2 min". Counted from the server's clock, so a wrong one here does no harm.
  useEffect(() => {
    const began = performance.now();
    const tick = () => setPassed({ since: asked, milliseconds: performance.now() - began });
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, [asked]);

  // Behind every time stands the exact one, written when a pointer asks for it: a list has a hundred, and to write them
  // all would cost as much as the rest of its page.
  useEffect(() => {
    const tell = ({ target }: PointerEvent) => {
      const time = target instanceof Element ? target.closest('time') : null;
      if (time?.dateTime) time.title = exactTime(time.dateTime, zone);
    };
    document.addEventListener('pointerover', tell);
    return () => document.removeEventListener('pointerover', tell);
  }, [zone]);

  const now = asked + (passed.since === asked ? passed.milliseconds : 0);
  return <ReaderContext value={{ zone, now, userId, singleKeys }}>{children}</ReaderContext>;
}

type Props = Reader & { children: ReactNode };
