'use client';

import { useEffect } from 'react';

/**
 * Puts `words` at the foot of every printed page, beside the page's number. A page's margin takes its text from the
 * style sheet alone, and the content security policy takes no style attribute: so a property is set from here.
 */
export function RunningFoot({ words }: { words: string }) {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--sheet-foot', JSON.stringify(words));
    return () => {
      style.removeProperty('--sheet-foot');
    };
  }, [words]);
  return null;
}
