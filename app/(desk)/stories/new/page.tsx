import type { Metadata } from 'next';
import { NewStoryForm } from '@/components/stories/new-story-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { listAssignees, listWriters } from '@/lib/users/queries';

export const metadata: Metadata = { title: 'New story' };

export default async function NewStoryPage() {
  const ctx = await currentContext();
  const isAllowed = mayDo(ctx.actor.role, 'import-story');
  const [writers, checkers] = await Promise.all([listWriters(ctx), listAssignees(ctx)]);
  return (
    <div className="page">
      <div className="page-in pb-6">
        <PageHead
          title="Bring in a story"
          crumbs={[{ href: '/stories', label: 'Stories' }]}
          facts="Paste the draft as it stands. Nobody changes it here: corrections come as a new version."
        />
        {isAllowed ? (
          <NewStoryForm
            writers={writers}
            checkers={checkers.map(({ id, name }) => ({ id, name }))}
          />
        ) : (
          <EmptyState
            title="This needs another role"
            action={<ButtonLink href="/stories">Back to the stories</ButtonLink>}
          >
            {whyNotDo('import-story')}
          </EmptyState>
        )}
      </div>
    </div>
  );
}
