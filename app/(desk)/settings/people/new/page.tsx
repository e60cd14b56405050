import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewPersonForm } from '@/components/settings/new-person-form';
import { Section } from '@/components/settings/section';
import { currentContext } from '@/lib/auth/current-user';
import { may } from '@/lib/domain/desk-permissions';

export const metadata: Metadata = { title: 'Add a person' };

export default async function NewPersonPage() {
  const { actor } = await currentContext();
  if (!may(actor.role, 'add-user')) notFound();
  return (
    <Section
      title="Add a person"
      about="They sign in with their e-mail address and the password you give them, and can change it then."
    >
      <NewPersonForm />
    </Section>
  );
}
