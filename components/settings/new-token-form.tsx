'use client';

import { ShownOnce } from '@/components/settings/shown-once';
import { Choices, Field, Input, Radio } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { TOKEN_SCOPE_LABELS } from '@/lib/domain/labels';
import { TOKEN_SCOPES } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { createToken } from '@/lib/tokens/actions';

const HINTS = {
  READ: 'For sheets, dashboards and archives.',
  WRITE: 'For systems that bring in stories or record checks.',
} as const;

export function NewTokenForm() {
  return (
    <KeptForm action={createToken} message="own" className="grid gap-4">
      <Field label="Name" name="name" hint="What it is for, to know it again: “Wire import”.">
        <Input required maxLength={100} autoComplete="off" />
      </Field>
      <Choices legend="It may" name="scope">
        {TOKEN_SCOPES.map((scope) => (
          <Radio
            key={scope}
            name="scope"
            value={toWire(scope)}
            label={TOKEN_SCOPE_LABELS[scope]}
            hint={HINTS[scope]}
            defaultChecked={scope === 'READ'}
          />
        ))}
      </Choices>
      <div>
        <SubmitButton pendingWord="Making it">Make token</SubmitButton>
      </div>
      <ShownOnce
        label="Token"
        about="This is the token. Copy it now; it cannot be shown again."
        done="The token is made."
      />
    </KeptForm>
  );
}
