'use client';

import { useDesk } from '@/components/stories/desk-context';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';

/** The inspector without a claim. `isMissing`: the address names one that is not in this story. */
export function NoClaimChosen({ isMissing = false }: { isMissing?: boolean }) {
  const { entries, step } = useDesk();
  return (
    <div className="px-6 max-md:px-4">
      <EmptyState
        title={isMissing ? 'This claim is not in the story' : 'No claim chosen'}
        action={entries.length > 0 && <Button onClick={() => step(1)}>Open the first claim</Button>}
      >
        {entries.length === 0 ? (
          <p>Once a claim is marked, its evidence, findings and notes stand here.</p>
        ) : (
          <p>
            Choose a claim in the copy or in the list. <kbd>J</kbd> and <kbd>K</kbd> go from one to
            the next.
          </p>
        )}
      </EmptyState>
    </div>
  );
}
