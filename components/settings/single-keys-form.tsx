'use client';

import { Checkbox } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { chooseSingleKeys } from '@/lib/users/actions';

/** Turn single-key shortcuts on or off (WCAG 2.1.4). */
export function SingleKeysForm({ singleKeys }: { singleKeys: boolean }) {
  return (
    <KeptForm action={chooseSingleKeys} resets={false} className="grid gap-4">
      <Checkbox
        name="singleKeys"
        label="Use single-key shortcuts"
        hint="Ctrl K, Enter, Escape and the arrow keys work either way. Press ? for the list."
        defaultChecked={singleKeys}
      />
      <div>
        <SubmitButton>Save</SubmitButton>
      </div>
    </KeptForm>
  );
}
