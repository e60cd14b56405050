'use client';

import { PASSWORD_HINT } from '@/components/settings/own-password-form';
import { RoleChoices } from '@/components/settings/role-choices';
import { ShownOnce } from '@/components/settings/shown-once';
import { ButtonLink } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { addUser } from '@/lib/users/actions';

export function NewPersonForm() {
  return (
    <KeptForm action={addUser} keep="person:new" message="own" className="grid gap-4">
      <Field label="Name" name="name" hint="As it stands on sheets and in the log.">
        <Input required maxLength={100} autoComplete="off" />
      </Field>
      <Field label="E-mail" name="email">
        <Input type="email" required maxLength={254} autoComplete="off" dir="ltr" />
      </Field>
      <RoleChoices />
      <Field
        label="Password"
        name="password"
        optional
        hint={`Leave it empty and Stet makes one. ${PASSWORD_HINT}`}
      >
        <Input type="password" autoComplete="new-password" dir="ltr" />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton variant="primary" pendingWord="Adding">
          Add
        </SubmitButton>
        <ButtonLink href="/settings/people" variant="quiet">
          Back to people
        </ButtonLink>
      </div>
      <ShownOnce
        label="Password"
        about="The account is ready. Give its owner this password; it cannot be shown again."
        done="The account is ready."
      />
    </KeptForm>
  );
}
