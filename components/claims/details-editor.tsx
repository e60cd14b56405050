'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ClaimView } from '@/lib/claims/queries';
import { DetailsForm } from './details-form';
import { mayEditDetails } from './may-edit-details';

/** The claim's details to read, and the form in their place while somebody changes them. */
export function DetailsEditor({ claim, children }: { claim: ClaimView; children: ReactNode }) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <DetailsForm claim={claim} onClose={() => setIsEditing(false)} />;
  return (
    <div>
      {children}
      {mayEditDetails(claim) && (
        <Button
          size="compact"
          variant="quiet"
          icon="pencil"
          className="mt-1 -ml-1.5"
          onClick={() => setIsEditing(true)}
        >
          Edit details
        </Button>
      )}
    </div>
  );
}
