'use client';

import Link from 'next/link';
import { PASSWORD_HINT } from '@/components/settings/own-password-form';
import { RoleChoices } from '@/components/settings/role-choices';
import { Section } from '@/components/settings/section';
import { ShownOnce } from '@/components/settings/shown-once';
import { Field, Input } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Role } from '@/lib/domain/vocabulary';
import { changeRole, disableUser, enableUser, resetPassword } from '@/lib/users/actions';

type Props = {
  person: {
    id: string;
    name: string;
    email: string;
    role: Role;
    version: number;
    isDisabled: boolean;
  };
  /** Whether the reader looks at their own account. */
  isSelf: boolean;
};

/** All that an administrator can change about a person. */
export function PersonForms({ person, isSelf }: Props) {
  const { id, email, role, version, isDisabled } = person;
  const which = (
    <>
      <input type="hidden" name="userId" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <>
      <Section
        title="Role"
        about="It holds at once, and they are asked to sign in again. Claims they checked stay checked by them."
      >
        <KeptForm action={changeRole} resets={false} className="grid gap-4">
          {which}
          <RoleChoices key={role} role={role} />
          <div>
            <SubmitButton>Change role</SubmitButton>
          </div>
        </KeptForm>
      </Section>
      <Section
        title="Password"
        about={isSelf ? undefined : 'Setting one signs them out everywhere.'}
      >
        {isSelf ? (
          <p>
            Change your own under{' '}
            <Link href="/settings/account" className="link">
              Your account
            </Link>
            , with the one you have.
          </p>
        ) : (
          <KeptForm action={resetPassword} message="own" className="grid gap-4">
            {which}
            <input type="email" value={email} autoComplete="username" readOnly hidden />
            <Field
              label="New password"
              name="password"
              optional
              hint={`Leave it empty and Stet makes one. ${PASSWORD_HINT}`}
            >
              <Input type="password" autoComplete="new-password" dir="ltr" />
            </Field>
            <div>
              <SubmitButton>Set password</SubmitButton>
            </div>
            <ShownOnce
              label="Password"
              about="Give them this password; it cannot be shown again."
              done="The password is set. They are signed out everywhere."
            />
          </KeptForm>
        )}
      </Section>
      <Section
        title={isDisabled ? 'Let in again' : 'Disable'}
        about={
          isDisabled
            ? 'With the role, password and tokens they had.'
            : 'They are signed out everywhere and their API tokens stop. What they did stays, under their name.'
        }
      >
        <KeptForm action={isDisabled ? enableUser : disableUser}>
          {which}
          <SubmitButton>{isDisabled ? 'Enable account' : 'Disable account'}</SubmitButton>
        </KeptForm>
      </Section>
    </>
  );
}
