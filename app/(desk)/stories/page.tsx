import type { Metadata } from 'next';
import { StoriesTable } from '@/components/stories/stories-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ListProblem, ListSearch } from '@/components/ui/list-search';
import { PageHead } from '@/components/ui/page-head';
import { PageLinks } from '@/components/ui/page-links';
import { SoftLinks } from '@/components/ui/soft-links';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo } from '@/lib/domain/editorial-permissions';
import { listHref, readListAddress } from '@/lib/list-address';
import { pageOrFirst } from '@/lib/page-or-first';
import { listStories } from '@/lib/stories/queries';

export const metadata: Metadata = { title: 'Stories' };

const PAGE_LENGTH = 50;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function StoriesPage({ searchParams }: Props) {
  const ctx = await currentContext();
  const address = readListAddress(await searchParams);
  const {
    page: { stories, nextCursor },
    problem,
  } = await pageOrFirst(address.cursor, (cursor) =>
    listStories(ctx, { text: address.text ?? undefined, limit: PAGE_LENGTH, cursor }),
  );
  const isEmpty = stories.length === 0 && address.text === null && address.cursor === null;
  const mayImport = mayDo(ctx.actor.role, 'import-story');
  return (
    <SoftLinks className="page">
      <div className="page-in pb-12">
        <PageHead
          title="Stories"
          facts={
            <span className="max-md:hidden">
              {isEmpty ? 'Nothing brought in yet' : 'Those changed last come first'}
            </span>
          }
          actions={
            mayImport && (
              <ButtonLink href="/stories/new" variant="primary" icon="plus">
                New story
              </ButtonLink>
            )
          }
        />
        {!isEmpty && (
          <ListSearch action="/stories" label="Search stories" text={address.text ?? ''} />
        )}
        <ListProblem problem={problem} />
        {stories.length > 0 ? (
          <StoriesTable stories={stories.map(({ total: _, ...story }) => story)} />
        ) : (
          <EmptyState
            title={isEmpty ? 'Bring in the first story' : 'No story has these words'}
            action={
              isEmpty ? (
                mayImport && <ButtonLink href="/stories/new">Bring in a story</ButtonLink>
              ) : (
                <ButtonLink href="/stories">Show all stories</ButtonLink>
              )
            }
          >
            {isEmpty
              ? 'Paste a draft, or choose a text file. Each story is kept word for word, and every claim marked in it stands in the queue.'
              : 'The search looks in headlines and slugs. Try one word of the headline.'}
          </EmptyState>
        )}
        <PageLinks
          firstHref={
            address.cursor === null ? null : listHref('/stories', { ...address, cursor: null })
          }
          nextHref={
            nextCursor === null ? null : listHref('/stories', { ...address, cursor: nextCursor })
          }
        />
      </div>
    </SoftLinks>
  );
}
