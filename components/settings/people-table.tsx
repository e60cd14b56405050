import Link from 'next/link';
import { Avatar } from '@/components/ui/avatar';
import { Time } from '@/components/ui/time';
import { ROLE_LABELS } from '@/lib/domain/labels';
import type { Person } from '@/lib/users/queries';
import { TableFrame } from './table-frame';
import { CELL, HEAD, TABLE } from './table-look';

/** Everybody with an account; the name leads to what can be changed. */
export function PeopleTable({ people }: { people: readonly Person[] }) {
  return (
    <TableFrame label="People">
      <table className={TABLE} aria-label="People">
        <thead className={HEAD}>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Role</th>
            <th scope="col">Last here</th>
            <th scope="col">Can sign in</th>
          </tr>
        </thead>
        <tbody className={CELL}>
          {people.map((person) => (
            <tr key={person.id} className={person.disabledAt === null ? '' : 'text-ink-3'}>
              <th scope="row">
                <Link
                  href={`/settings/people/${person.id}`}
                  className="inline-flex min-h-6 items-center gap-2 font-medium hover:underline"
                >
                  <span aria-hidden="true">
                    <Avatar name={person.name} />
                  </span>
                  <bdi>{person.name}</bdi>
                </Link>
              </th>
              <td>{person.email}</td>
              <td>{ROLE_LABELS[person.role]}</td>
              <td className="whitespace-nowrap">
                {person.lastSeenAt === null ? (
                  'Never'
                ) : (
                  <Time at={person.lastSeenAt} form="relative" />
                )}
              </td>
              <td className="whitespace-nowrap">
                {person.disabledAt === null ? (
                  'Yes'
                ) : (
                  <>
                    No, since <Time at={person.disabledAt} form="day" />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
