'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { EvidenceView } from '@/lib/claims/queries';
import { editEvidence } from '@/lib/evidence/actions';
import { LinkFields } from './link-fields';

/** Mend what the link says; the source itself is changed in the library. */
export function EvidenceEdit({ evidence, claimVersion, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  // The form takes the place of the button that was pressed.
  useEffect(() => box.current?.querySelector('select')?.focus(), []);
  return (
    <div ref={box} className="mt-2 border-l-2 border-blue pl-3">
      <KeptForm
        action={editEvidence}
        keep={`evidence:${evidence.id}`}
        onDone={onClose}
        className="grid gap-3"
        aria-label="Change the evidence"
      >
        <input type="hidden" name="evidenceId" value={evidence.id} />
        <input type="hidden" name="claimVersion" value={claimVersion} />
        <LinkFields evidence={evidence} />
        <div className="flex gap-2">
          <SubmitButton size="compact">Save evidence</SubmitButton>
          <Button size="compact" variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </KeptForm>
    </div>
  );
}

type Props = { evidence: EvidenceView; claimVersion: number; onClose: () => void };
