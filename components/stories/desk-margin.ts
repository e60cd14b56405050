import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts each ref beside the line its claim starts on, once the lines are known and again when they change. Two on a
 * line share it; of three or more the first, or the chosen one, stands for the rest: "C-004 +2". Only blocks near the
 * window are measured. `chosen` is the chosen claim's id; `content` changes when the server sends other blocks.
 */
export function useMargin(
  root: RefObject<HTMLElement | null>,
  chosen: string | null,
  content: unknown,
): void {
  const near = useRef(new Set<HTMLElement>());

  // Lines exist only in the browser, after layout.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content has other blocks
  useEffect(() => {
    const scroll = root.current?.querySelector<HTMLElement>('[data-copy-scroll]');
    if (!scroll) return;
    const blocks = near.current;
    const sights = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (!(target instanceof HTMLElement)) continue;
          if (isIntersecting) {
            blocks.add(target);
            place(target);
          } else blocks.delete(target);
        }
      },
      { root: scroll, rootMargin: '400px 0px' },
    );
    for (const refs of scroll.querySelectorAll('.desk-refs')) {
      const block = refs.closest('[data-block]');
      if (block) sights.observe(block);
    }
    const again = () => {
      for (const block of blocks) place(block);
    };
    const sizes = new ResizeObserver(again);
    sizes.observe(scroll);
    document.fonts.addEventListener('loadingdone', again);
    return () => {
      sights.disconnect();
      sizes.disconnect();
      blocks.clear();
      document.fonts.removeEventListener('loadingdone', again);
    };
  }, [root, content]);

  // Of refs that share a line the chosen one is shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the choice is read from the page
  useEffect(() => {
    for (const block of near.current) place(block);
  }, [chosen]);
}

/** Marks whose middles are nearer than this, in pixels, stand on one line. */
const SAME_LINE = 10;

function place(block: HTMLElement): void {
  block.querySelector('.desk-refs')?.setAttribute('data-placed', '');
  const top = block.getBoundingClientRect().top;
  const lines = new Map<number, HTMLElement[]>();
  for (const ref of block.querySelectorAll<HTMLElement>('.desk-ref')) {
    const id = ref.getAttribute('data-claim') ?? '';
    const rect = block.querySelector(`mark[data-claim="${CSS.escape(id)}"]`)?.getClientRects()[0];
    if (!rect) continue;
    const middle = Math.round(rect.top + rect.height / 2 - top);
    const line = [...lines.keys()].find((other) => Math.abs(other - middle) < SAME_LINE) ?? middle;
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
