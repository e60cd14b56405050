import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { ClaimsForm } from '@/components/intake/claims-form';
import { EditStoryForm } from '@/components/stories/edit-story-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { getStory } from '@/lib/stories/queries';
import { listAssignees, listWriters } from '@/lib/users/queries';

export const metadata: Metadata = { title: 'Story details' };

type Props = { params: Promise<{ storyId: string }> };

export default async function EditStoryPage({ params }: Props) {
  const ctx = await currentContext();
  const { storyId } = await params;
  const [story, writers, checkers] = await Promise.all([
    isUuid(storyId) ? getStory(ctx, storyId) : null,
    listWriters(ctx),
    listAssignees(ctx),
  ]);
  if (story === null) notFound();
  const back = `/stories/${story.id}`;
  return (
    <div className="page">
      <div className="page-in max-w-3xl! pb-12">
        <PageHead
          title="Details"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            { href: back, label: story.headline },
          ]}
        />
        {mayDo(ctx.actor.role, 'edit-story') ? (
          <div className="space-y-8">
            <EditStoryForm
              story={story}
              writers={writers}
              checkers={checkers.map(({ id, name }) => ({ id, name }))}
            />
            <ClaimsForm storyId={story.id} />
          </div>
        ) : (
          <EmptyState
            title="This needs another role"
            action={<ButtonLink href={back}>Back to the story</ButtonLink>}
          >
            {whyNotDo('edit-story')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
