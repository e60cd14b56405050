'use client';

import { useShortcuts } from '@/components/frame/shortcuts';

/** The keys that bring the keyboard to a part of the claim. They press nothing. */
export function ClaimKeys() {
  useShortcuts([
    {
      keys: 'f',
      does: 'Go to the finding',
      run: () => focusOn('[data-finding] select[name="finding"]'),
    },
    {
      keys: 's',
      does: 'Go to Submit or Sign off',
      run: () => focusOn('[data-move="sign-off"]', '[data-move="submit"]', '[data-moves] button'),
    },
  ]);
  return null;
}

function focusOn(...selectors: string[]): void {
  for (const selector of selectors) {
    const element = document.querySelector<HTMLElement>(selector);
    if (element === null) continue;
    element.scrollIntoView({ block: 'nearest' });
    element.focus();
    return;
  }
}
