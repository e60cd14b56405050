'use client';

import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { verifyAudit } from '@/lib/audit/actions';

export function VerifyForm() {
  return (
    <KeptForm action={verifyAudit} className="grid gap-3">
      <div>
        <SubmitButton pendingWord="Reading">Verify now</SubmitButton>
      </div>
    </KeptForm>
  );
}
