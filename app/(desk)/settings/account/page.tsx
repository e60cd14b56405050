import type { Metadata } from 'next';
import { OwnPasswordForm } from '@/components/settings/own-password-form';
import { Section } from '@/components/settings/section';
import { SingleKeysForm } from '@/components/settings/single-keys-form';
import { currentContext, currentSession } from '@/lib/auth/current-user';
import { ROLE_PURPOSES } from '@/lib/domain/desk-permissions';
import { ROLE_LABELS } from '@/lib/domain/labels';

export const metadata: Metadata = { title: 'Your account' };

export default async function AccountPage() {
  const { actor } = await currentContext();
  const session = await currentSession();
  return (
    <>
      <Section title="Your account" about="Whoever runs your desk can change these.">
        <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-2">
          <dt className="text-ink-3">Name</dt>
          <dd>
            <bdi>{actor.name}</bdi>
          </dd>
          <dt className="text-ink-3">E-mail</dt>
          <dd>{actor.email}</dd>
          <dt className="text-ink-3">Role</dt>
          <dd>
            {ROLE_LABELS[actor.role]}
            <span className="block text-small text-ink-3">{ROLE_PURPOSES[actor.role]}</span>
          </dd>
        </dl>
      </Section>
      <Section
        title="Password"
        about="A new password signs you out of every other browser at once."
      >
        <OwnPasswordForm email={actor.email} />
      </Section>
      <Section
        title="Keyboard"
        about="Single keys, such as J and K in the queue, can get in the way of speech input."
      >
        <SingleKeysForm singleKeys={session?.singleKeys ?? true} />
      </Section>
    </>
  );
}
