import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { IntakeForm } from '@/components/intake/intake-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { NewVersionForm } from '@/components/versions/new-version-form';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { getStory, getVersion } from '@/lib/stories/queries';

export const metadata: Metadata = { title: 'New version' };

type Props = { params: Promise<{ storyId: string }> };

export default async function NewVersionPage({ params }: Props) {
  const ctx = await currentContext();
  const { storyId } = await params;
  const story = isUuid(storyId) ? await getStory(ctx, storyId) : null;
  const version = story && (await getVersion(ctx, story.id, story.current.number));
  if (story === null || version === null) notFound();
  return (
    <div className="page">
      <div className="page-in max-w-4xl! pb-12">
        <PageHead
          title="New version"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            { href: `/stories/${story.id}`, label: story.headline },
          ]}
        />
        {mayDo(ctx.actor.role, 'add-version') ? (
          <div className="space-y-6">
            <IntakeForm storyId={story.id} />
            <NewVersionForm
              key={version.sha256}
              story={{ id: story.id, number: version.number, sha256: version.sha256 }}
              copy={version.text}
            />
          </div>
        ) : (
          <EmptyState
            title="This needs another role"
            action={<ButtonLink href={`/stories/${story.id}`}>Back to the story</ButtonLink>}
          >
            {whyNotDo('add-version')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
