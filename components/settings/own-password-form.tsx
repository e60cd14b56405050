'use client';

import { Field, Input } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { PASSWORD_MINIMUM } from '@/lib/domain/password-rules';
import { changeOwnPassword } from '@/lib/users/actions';

/** Change the password one signs in with. `email` is for password managers, which file it under that. */
export function OwnPasswordForm({ email }: { email: string }) {
  return (
    <KeptForm action={changeOwnPassword} className="grid gap-4">
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <Field label="Current password" name="currentPassword">
        <Input type="password" autoComplete="current-password" required dir="ltr" />
      </Field>
      <Field label="New password" name="newPassword" hint={PASSWORD_HINT}>
        <Input type="password" autoComplete="new-password" required dir="ltr" />
      </Field>
      <div>
        <SubmitButton>Change password</SubmitButton>
      </div>
    </KeptForm>
  );
}

export const PASSWORD_HINT = `At least ${PASSWORD_MINIMUM} characters. Four unrelated words are easy to keep in mind.`;
