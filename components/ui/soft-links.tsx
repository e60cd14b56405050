'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';

/**
 * Plain links inside lead on without loading the page anew. For lists with a hundred links: each `<Link>` costs the
 * server more than the row it stands in. While the next page is on its way, the element carries `data-going`.
 */
export function SoftLinks({
  className = '',
  children,
}: {
  className?: string;
  children: ReactNode;
}) {
  const element = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const [isGoing, startTransition] = useTransition();

  // One listener for all links, on the element itself: it is no control of its own.
  useEffect(() => {
    const root = element.current;
    const follow = (event: MouseEvent) => {
      const href = ownHref(event);
      if (href === null) return;
      event.preventDefault();
      startTransition(() => router.push(href));
    };
    root?.addEventListener('click', follow);
    return () => root?.removeEventListener('click', follow);
  }, [router]);

  return (
    <div ref={element} data-going={isGoing ? '' : undefined} className={className}>
      {children}
    </div>
  );
}

/** Where a plain click on a link of ours leads; null for every other click. */
function ownHref(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = link?.getAttribute('href') ?? null;
  if (link === null || link.target || link.hasAttribute('download')) return null;
  return href?.startsWith('/') && !href.startsWith('//') ? href : null;
}
