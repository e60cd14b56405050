import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PersonForms } from '@/components/settings/person-forms';
import { Crumbs } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { allowedOrNotFound } from '@/lib/auth/allowed-or-not-found';
import { currentContext } from '@/lib/auth/current-user';
import { ROLE_LABELS } from '@/lib/domain/labels';
import { getUser } from '@/lib/users/queries';

export const metadata: Metadata = { title: 'Person' };

type Props = { params: Promise<{ userId: string }> };

export default async function PersonPage({ params }: Props) {
  const ctx = await currentContext();
  const person = await allowedOrNotFound(getUser(ctx, (await params).userId));
  if (person === null) notFound();
  const { id, name, email, role, version, disabledAt, createdAt } = person;
  return (
    <div className="pt-6">
      <Crumbs crumbs={[{ href: '/settings/people', label: 'People' }]} />
      <h2 className="mt-1 font-copy text-title font-medium">
        <bdi>{name}</bdi>
      </h2>
      <p className="flex flex-wrap gap-x-4 text-ink-3">
        <span>{email}</span>
        <span>{ROLE_LABELS[role]}</span>
        <span>
          On the desk since <Time at={createdAt} form="day" />
        </span>
        {disabledAt !== null && (
          <span className="text-ink">
            Disabled since <Time at={disabledAt} form="day" />
          </span>
        )}
      </p>
      <PersonForms
        person={{ id, name, email, role, version, isDisabled: disabledAt !== null }}
        isSelf={id === ctx.actor.id}
      />
    </div>
  );
}
