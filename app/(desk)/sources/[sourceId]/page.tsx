import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { SourceFacts } from '@/components/sources/source-facts';
import { SourceLine } from '@/components/sources/source-line';
import { SourceUses } from '@/components/sources/source-uses';
import { ButtonLink } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PageHead } from '@/components/ui/page-head';
import { SoftLinks } from '@/components/ui/soft-links';
import { currentContext } from '@/lib/auth/current-user';
import { listLineage } from '@/lib/sources/lineage';
import { getSource } from '@/lib/sources/queries';

export const metadata: Metadata = { title: 'Source' };

type Props = { params: Promise<{ sourceId: string }> };

export default async function SourcePage({ params }: Props) {
  const ctx = await currentContext();
  const { sourceId } = await params;
  if (!isUuid(sourceId)) notFound();
  const [source, line] = await Promise.all([getSource(ctx, sourceId), listLineage(ctx, sourceId)]);
  if (source === null) notFound();
  return (
    <SoftLinks className="page">
      <div className="page-in pb-12">
        <PageHead
          title={<span dir="auto">{source.title}</span>}
          crumbs={[{ href: '/sources', label: 'Sources' }]}
          actions={
            source.may.edit && <ButtonLink href={`/sources/${source.id}/edit`}>Change</ButtonLink>
          }
        />
        {source.isSealed && (
          <p className="mb-4 flex gap-2 border-l-3 border-ink py-0.5 pl-3">
            <Icon name="lock" className="mt-0.5" />
            Who this is, is known to whoever brought it and to the editors. The claims it settles
            are below; its name, maker and link are kept from everybody else and from every export.
          </p>
        )}
        <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <SourceUses uses={source.uses} />
          <aside className="space-y-8 max-lg:order-first">
            <SourceFacts source={source} />
            <SourceLine line={line} derivatives={source.derivatives} />
          </aside>
        </div>
      </div>
    </SoftLinks>
  );
}
