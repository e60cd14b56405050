import type { Metadata } from 'next';
import { AuditFilter } from '@/components/settings/audit-filter';
import { AuditTable } from '@/components/settings/audit-table';
import { Section } from '@/components/settings/section';
import { VerifyForm } from '@/components/settings/verify-form';
import { ButtonLink } from '@/components/ui/button';
import { ListProblem } from '@/components/ui/list-search';
import { listAudit, listAuditActors } from '@/lib/audit/queries';
import { AuditLogAddress } from '@/lib/audit/schemas';
import { allowedOrNotFound } from '@/lib/auth/allowed-or-not-found';
import { currentContext } from '@/lib/auth/current-user';
import { pageOrFirst } from '@/lib/page-or-first';

export const metadata: Metadata = { title: 'Audit log' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const ctx = await currentContext();
  const { what, who, cursor } = AuditLogAddress.parse(await searchParams);
  const [{ page, problem }, people] = await allowedOrNotFound(
    Promise.all([
      pageOrFirst(cursor ?? null, (from) =>
        listAudit(ctx, { verb: what, actorId: who }, from ?? undefined),
      ),
      listAuditActors(ctx),
    ]),
  );
  const link = (next?: string) => {
    const query = new URLSearchParams({
      ...(what && { what }),
      ...(who && { who }),
      ...(next && { cursor: next }),
    });
    return `/settings/audit?${query}`;
  };
  return (
    <>
      <Section
        title="Verify"
        about="Every event carries the hash of the one before it. Reading them all again shows whether one was changed, taken out or put in."
      >
        <VerifyForm />
      </Section>
      <section aria-label="Audit log" className="py-7">
        <div className="mb-3 flex flex-wrap items-end gap-x-6 gap-y-3">
          <h2 className="font-copy text-title font-medium">Audit log</h2>
          <AuditFilter what={what} who={who} people={people} />
        </div>
        <ListProblem problem={problem} />
        <AuditTable rows={page.items} />
        <nav aria-label="Pages of the log" className="mt-4 flex gap-2">
          {cursor && <ButtonLink href={link()}>Newest</ButtonLink>}
          {page.nextCursor && <ButtonLink href={link(page.nextCursor)}>Older</ButtonLink>}
        </nav>
      </section>
    </>
  );
}
