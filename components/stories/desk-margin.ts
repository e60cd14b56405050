import { type RefObject, useEffect } from 'react';

/**
 * Puts each ref beside the line its claim starts on, once the lines are known and again when they change. Two on a
 * line share it; of three or more the first stands for the rest: "C-004 +2". Only blocks near the window are measured.
 */
export function useMargin(root: RefObject<HTMLElement | null>, changes: readonly unknown[]): void {
  // Lines exist only in the browser, after layout.
  useEffect(() => {
    const scroll = root.current?.querySelector<HTMLElement>('[data-copy-scroll]');
    if (!scroll) return;
    const blocks = [...scroll.querySelectorAll<HTMLElement>('[data-block]')];
    const near = new Set<HTMLElement>();
    const sights = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!(target instanceof HTMLElement)) continue;
          if (isIntersecting) {
            near.add(target);
            place(target);
          } else near.delete(target);
        }
      },
      { root: scroll, rootMargin: '400px 0px' },
    );
    for (const block of blocks) if (block.querySelector('.desk-refs')) sights.observe(block);
    const again = () => {
      for (const block of near) place(block);
    };
    const sizes = new ResizeObserver(again);
    sizes.observe(scroll);
    document.fonts?.addEventListener('loadingdone', again);
    return () => {
      sights.disconnect();
      sizes.disconnect();
      document.fonts?.removeEventListener('loadingdone', again);
    };
  }, [root, ...changes]);
}

const LINE = 32;

function place(block: HTMLElement): void {
  const refs = [...block.querySelectorAll<HTMLElement>('.desk-ref')];
  const top = block.getBoundingClientRect().top;
  const lines = new Map<number, HTMLElement[]>();
  for (const ref of refs) {
    const id = ref.getAttribute('data-claim') ?? '';
    const rect = block.querySelector(`mark[data-claim="${CSS.escape(id)}"]`)?.getClientRects()[0];
    if (!rect) continue;
    const middle = Math.round(rect.top + rect.height / 2 - top);
    const line = [...lines.keys()].find((other) => Math.abs(other - middle) < LINE / 3) ?? middle;
    lines.set(line, [...(lines.get(line) ?? []), ref]);
  }
  for (const [middle, own] of lines) {
    const isCrowded = own.length > 2;
    const lead = own.find((ref) => ref.hasAttribute('data-on')) ?? own[0];
    for (const [index, ref] of own.entries()) {
      ref.hidden = isCrowded && ref !== lead;
      if (isCrowded && ref === lead) ref.setAttribute('data-more', ` +${own.length - 1}`);
      else ref.removeAttribute('data-more');
      const offset = own.length === 2 ? (index === 0 ? -8 : 8) : 0;
      ref.style.top = `${middle - 12 + offset}px`;
    }
  }
}
