import type { Metadata } from 'next';
import { PeopleTable } from '@/components/settings/people-table';
import { ButtonLink } from '@/components/ui/button';
import { allowedOrNotFound } from '@/lib/auth/allowed-or-not-found';
import { currentContext } from '@/lib/auth/current-user';
import { count } from '@/lib/format';
import { listUsers } from '@/lib/users/queries';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const ctx = await currentContext();
  const people = await allowedOrNotFound(listUsers(ctx));
  const active = people.filter((person) => person.disabledAt === null).length;
  return (
    <section aria-label="People" className="py-7">
      <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-2">
        <h2 className="font-copy text-title font-medium">People</h2>
        <p className="num text-ink-3">{count(active, 'person', 'people')} can sign in</p>
        <ButtonLink href="/settings/people/new" variant="primary" className="ml-auto self-center">
          Add a person
        </ButtonLink>
      </div>
      <PeopleTable people={people} />
    </section>
  );
}
