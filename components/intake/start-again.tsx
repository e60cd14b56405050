'use client';

import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { dropIntake } from '@/lib/intake/actions';

/** Throws the preview away; what it was read from is where it was. */
export function StartAgain({ intakeId }: { intakeId: string }) {
  return (
    <KeptForm action={dropIntake}>
      <input type="hidden" name="intakeId" value={intakeId} />
      <SubmitButton variant="quiet" size="compact" pendingWord="Clearing">
        Start again
      </SubmitButton>
    </KeptForm>
  );
}
