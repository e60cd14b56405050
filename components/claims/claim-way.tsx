'use client';

import { useEffect, useRef } from 'react';
import { Reasons } from '@/components/ui/form-message';
import { Icon } from '@/components/ui/icon';
import { IN_THE_WAY, wayHeading } from './way-heading';

/** What stands in the way of the claim's next step, folded to one line where the window is low. */
export function ClaimWay({ blockers }: { blockers: readonly string[] }) {
  const fold = useRef<HTMLDetailsElement>(null);
  // Only the browser knows how high its window is.
  useEffect(() => {
    if (fold.current && window.matchMedia('(height < 46rem), (width < 48rem)').matches)
      fold.current.open = false;
  }, []);
  if (blockers.length === 0) return null;
  return (
    <details ref={fold} open className="group border-t border-rule-strong px-6 pt-2 max-md:px-4">
      <summary className="flex list-none items-center gap-1.5 py-0.5 font-strong text-red">
        <Icon name="stop" />
        <h3>{wayHeading(blockers.length)}</h3>
        <Icon name="chevron-down" size={14} className="ml-auto text-ink-3 group-open:rotate-180" />
      </summary>
      <div id={IN_THE_WAY}>
        <Reasons reasons={blockers} />
      </div>
    </details>
  );
}
