import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { SourceForm } from '@/components/sources/source-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { whyNotDo } from '@/lib/domain/editorial-permissions';
import { addressText } from '@/lib/list-address';
import { getSource } from '@/lib/sources/queries';
import { parentOptions } from '../../parents';

export const metadata: Metadata = { title: 'Change a source' };

type Props = {
  params: Promise<{ sourceId: string }>;
  searchParams: Promise<{ derives?: string | string[] }>;
};

export default async function EditSourcePage({ params, searchParams }: Props) {
  const ctx = await currentContext();
  const [{ sourceId }, { derives }] = await Promise.all([params, searchParams]);
  const source = isUuid(sourceId) ? await getSource(ctx, sourceId) : null;
  if (source === null) notFound();
  const looked = addressText(derives, 200) ?? '';
  const back = `/sources/${source.id}`;
  return (
    <div className="page">
      <div className="page-in max-w-3xl! pb-12">
        <PageHead
          title="Change a source"
          crumbs={[
            { href: '/sources', label: 'Sources' },
            { href: back, label: source.title },
          ]}
        />
        {source.may.edit ? (
          <SourceForm
            source={source}
            parents={await parentOptions(ctx, looked, source)}
            looked={looked}
            here={`${back}/edit`}
          />
        ) : (
          <EmptyState
            title={source.isSealed ? 'This source is protected' : 'This needs another role'}
            action={<ButtonLink href={back}>Back to the source</ButtonLink>}
          >
            {source.isSealed
              ? 'Only whoever brought it and the editors know it and can change it.'
              : whyNotDo('edit-source')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
