'use client';

import { useRef } from 'react';
import { Field, Input } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { signIn } from '@/lib/auth/actions';
import { ROLE_LABELS } from '@/lib/domain/labels';

/** E-mail and password. `next` is where to go afterwards; `demo` lists the accounts of a desk that only shows itself. */
export function SignInForm({ next, demo }: Props) {
  const fields = useRef<HTMLDivElement>(null);

  function fill(email: string) {
    const inputs = fields.current?.querySelectorAll('input') ?? [];
    for (const input of inputs) input.value = input.type === 'password' ? DEMO_PASSWORD : email;
    fields.current?.querySelector<HTMLButtonElement>('button[type=submit]')?.focus();
  }

  return (
    <>
      <KeptForm action={signIn} message="above" resets={false}>
        <div ref={fields} className="mt-4 grid gap-4">
          {next && <input type="hidden" name="next" value={next} />}
          <Field label="E-mail" name="email">
            <Input type="email" size="tall" autoComplete="username" required dir="ltr" />
          </Field>
          <Field label="Password" name="password">
            <Input type="password" size="tall" autoComplete="current-password" required dir="ltr" />
          </Field>
          <SubmitButton variant="primary" size="tall" pendingWord="Signing in">
            Sign in
          </SubmitButton>
        </div>
      </KeptForm>
      {demo && (
        <section aria-labelledby="demo-desk" className="mt-8 border-t border-rule-strong pt-4">
          <h2 id="demo-desk">This is a demo desk</h2>
          <p className="mt-1 text-ink-2">
            Everybody signs in with the password <code className="font-mono">{DEMO_PASSWORD}</code>.
            Choose who to be, then sign in.
          </p>
          <ul className="mt-2">
            {DEMO_ACCOUNTS.map(({ email, role }) => (
              <li key={email} className="border-b border-rule last:border-0">
                <button
                  type="button"
                  className="flex min-h-7 w-full items-center gap-3 text-left hover:bg-hover"
                  onClick={() => fill(email)}
                >
                  <span className="min-w-0 flex-1 truncate">{email}</span>
                  <span className="text-ink-3">{role}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Props = { next: string | undefined; demo: boolean };

const DEMO_PASSWORD = 'stet-demo';
const DEMO_ACCOUNTS = [
  { email: 'editor@stet.example', role: ROLE_LABELS.EDITOR },
  { email: 'checker@stet.example', role: ROLE_LABELS.CHECKER },
  { email: 'second@stet.example', role: 'Second checker' },
  { email: 'reporter@stet.example', role: ROLE_LABELS.REPORTER },
  { email: 'lawyer@stet.example', role: ROLE_LABELS.LAWYER },
  { email: 'viewer@stet.example', role: ROLE_LABELS.VIEWER },
  { email: 'admin@stet.example', role: ROLE_LABELS.ADMIN },
];
