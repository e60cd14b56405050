'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { PLACES } from './places';

const BAR_LINK =
  'relative flex items-center px-2.5 text-ink-2 hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-2.5 aria-[current]:after:-bottom-px aria-[current]:after:h-0.5 aria-[current]:after:bg-ink';
const FOOT_LINK =
  'relative grid min-w-0 flex-1 place-items-center text-small text-ink-2 focus-visible:-outline-offset-2 aria-[current]:font-strong aria-[current]:text-ink aria-[current]:before:absolute aria-[current]:before:inset-x-3.5 aria-[current]:before:-top-px aria-[current]:before:h-0.5 aria-[current]:before:bg-ink';

/** Links to the rooms of the desk, for the bar at the top or, on small screens, the one at the foot. */
export function NavLinks({ at }: { at: 'bar' | 'foot' }) {
  const path = usePathname();
  return PLACES.map(({ href, label, also }) => (
    <Link
      key={href}
      href={href}
      aria-current={isIn(path, href) || (also && isIn(path, also)) ? 'page' : undefined}
      className={at === 'bar' ? BAR_LINK : FOOT_LINK}
    >
      {label}
    </Link>
  ));
}

const isIn = (path: string, room: string): boolean => path === room || path.startsWith(`${room}/`);
