'use client';

import { useDesk } from '@/components/stories/desk-context';
import { Button, ButtonLink } from '@/components/ui/button';

/** To the claims before and after, and to the claim's own page. */
export function InspectorNav({ claimId }: { claimId: string }) {
  const { entries, chosen, step } = useDesk();
  const at = entries.findIndex(({ id }) => id === (chosen ?? claimId));
  return (
    <span className="ml-auto flex shrink-0">
      <Button
        variant="quiet"
        size="compact"
        square
        icon="up"
        aria-label="Previous claim"
        disabled={at > 0 ? false : { reason: 'This is the first claim.' }}
        onClick={() => step(-1)}
      />
      <Button
        variant="quiet"
        size="compact"
        square
        icon="down"
        aria-label="Next claim"
        disabled={at < entries.length - 1 ? false : { reason: 'This is the last claim.' }}
        onClick={() => step(1)}
      />
      <ButtonLink
        href={`/claims/${claimId}`}
        variant="quiet"
        size="compact"
        square
        icon="open-out"
        aria-label="Open claim page"
      />
    </span>
  );
}
