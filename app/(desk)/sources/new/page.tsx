import type { Metadata } from 'next';
import { SourceForm } from '@/components/sources/source-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { addressText } from '@/lib/list-address';
import { parentOptions } from '../parents';

export const metadata: Metadata = { title: 'Add a source' };

type Props = { searchParams: Promise<{ derives?: string | string[] }> };

export default async function NewSourcePage({ searchParams }: Props) {
  const ctx = await currentContext();
  const { derives } = await searchParams;
  const looked = addressText(derives, 200) ?? '';
  return (
    <div className="page">
      <div className="page-in max-w-3xl! pb-12">
        <PageHead title="Add a source" crumbs={[{ href: '/sources', label: 'Sources' }]} />
        {mayDo(ctx.actor.role, 'add-source') ? (
          <SourceForm
            source={null}
            parents={await parentOptions(ctx, looked, null)}
            looked={looked}
            here="/sources/new"
          />
        ) : (
          <EmptyState
            title="This needs another role"
            action={<ButtonLink href="/sources">Back to the sources</ButtonLink>}
          >
            {whyNotDo('add-source')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
