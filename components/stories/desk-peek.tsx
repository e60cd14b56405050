'use client';

import { Button } from '@/components/ui/button';
import { claimRef } from '@/lib/format';
import { useDesk } from './desk-context';

/** On a small screen the chosen claim shows from below the copy. */
export function DeskPeek() {
  const { entries, chosen, step, show } = useDesk();
  const at = entries.findIndex(({ id }) => id === chosen);
  const claim = entries[at];
  if (claim === undefined) return null;
  return (
    <div className="desk-peek">
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-strong">{claimRef(claim.number)}</span>
        <span className="num text-ink-3">
          {at + 1} of {entries.length}
        </span>
      </p>
      <p className="line-clamp-2 font-copy text-[1.25rem] leading-[1.625rem]" dir="auto">
        {claim.exact}
      </p>
      <div className="mt-2.5 flex gap-2">
        <Button
          variant="primary"
          size="tall"
          className="flex-1"
          onClick={() => show({ pane: 'claim' })}
        >
          Open claim
        </Button>
        <Button
          size="tall"
          square
          icon="up"
          aria-label="Previous claim in the copy"
          disabled={at > 0 ? false : { reason: 'This is the first claim.' }}
          onClick={() => step(-1)}
        />
        <Button
          size="tall"
          square
          icon="down"
          aria-label="Next claim in the copy"
          disabled={at < entries.length - 1 ? false : { reason: 'This is the last claim.' }}
          onClick={() => step(1)}
        />
      </div>
    </div>
  );
}
