'use client';

import { type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { useDesk } from './desk-context';
import { useMargin } from './desk-margin';
import { DeskPeek } from './desk-peek';
import { DeskTabs } from './desk-tabs';

/** The workbench: claims, copy and the chosen claim side by side, or one of them on a small screen. */
export function DeskFrame({ claims, copy, claim }: Props) {
  const desk = useDesk();
  const { chosen, pane, view, entries } = desk;
  const root = useRef<HTMLDivElement>(null);
  const [hasDrawer, setHasDrawer] = useState(false);
  const fromCopy = useRef<boolean>(false);

  useShortcuts([
    { keys: 'j', does: 'Next claim', run: () => desk.step(1) },
    { keys: 'k', does: 'Previous claim', run: () => desk.step(-1) },
    {
      keys: 'c',
      does: 'Go to the copy',
      run: () => root.current?.querySelector<HTMLElement>('[data-copy]')?.focus(),
    },
  ]);

  // The marks are the server's; which of them is chosen is the browser's, and is set on them from here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the server's new marks arrive with new entries
  useEffect(() => {
    const element = root.current;
    if (element === null) return;
    for (const old of element.querySelectorAll('[data-on]')) {
      if (old.getAttribute('data-claim') === chosen) continue;
      old.removeAttribute('data-on');
      old.removeAttribute('aria-current');
    }
    if (chosen === null) return;
    for (const mark of element.querySelectorAll(`[data-claim="${CSS.escape(chosen)}"]`)) {
      mark.setAttribute('data-on', '');
      if (mark instanceof HTMLAnchorElement) mark.setAttribute('aria-current', 'true');
    }
  }, [chosen, entries]);

  // Brings the chosen claim's words and its row into sight, on the way here too.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a part of the desk that comes into sight scrolls then
  useEffect(() => {
    const element = root.current;
    if (element === null || chosen === null) return;
    const id = CSS.escape(chosen);
    if (!fromCopy.current) intoSight(element.querySelector(`mark[data-claim="${id}"]`), 'center');
    intoSight(element.querySelector(`.desk-rail-link[data-claim="${id}"]`), 'nearest');
    fromCopy.current = false;
  }, [chosen, pane]);

  useMargin(root, chosen, entries);

  /** One listener for a thousand claims. */
  function openClaim(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    const target = event.target instanceof Element ? event.target : null;
    const link = target?.closest('a[data-claim]');
    const mark = target?.closest('mark[data-claim]');
    const id = (link ?? mark)?.getAttribute('data-claim');
    if (!id) return;
    if (link) event.preventDefault();
    else if (!(window.getSelection()?.isCollapsed ?? true)) return;
    const isRail = link?.classList.contains('desk-rail-link') ?? false;
    fromCopy.current = !isRail;
    if (isRail) setHasDrawer(false);
    const isSmall = window.matchMedia('(width < 56rem)').matches;
    desk.choose(id, isRail && isSmall ? { pane: 'claim' } : {});
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside work by keyboard; this saves a listener on each
    <div
      ref={root}
      className="desk"
      data-pane={pane}
      data-view={view}
      data-drawer={hasDrawer ? '' : undefined}
      onClick={openClaim}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && hasDrawer) setHasDrawer(false);
      }}
    >
      <DeskTabs />
      <section className="desk-claims" aria-label="Claims" id="desk-claims">
        {claims}
      </section>
      <section className="desk-proof" aria-label="Copy">
        <button
          type="button"
          className="desk-drawer-button"
          aria-expanded={hasDrawer}
          aria-controls="desk-claims"
          onClick={() => setHasDrawer(!hasDrawer)}
        >
          Claims <span className="num">{entries.length}</span>
        </button>
        {copy}
        <DeskPeek />
      </section>
      <section className="desk-claim" aria-label="Claim" data-loading={desk.isLoading || undefined}>
        {claim}
      </section>
    </div>
  );
}

type Props = { claims: ReactNode; copy: ReactNode; claim: ReactNode };

function intoSight(element: Element | null, block: ScrollLogicalPosition): void {
  const frame = element?.closest('.desk-scroll');
  if (!element || !frame) return;
  const [inner, outer] = [element.getBoundingClientRect(), frame.getBoundingClientRect()];
  if (outer.height === 0 || (inner.top >= outer.top && inner.bottom <= outer.bottom)) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  element.scrollIntoView({ block, behavior: calm ? 'instant' : 'smooth' });
}
