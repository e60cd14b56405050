import type { Metadata } from 'next';
import { IntakeForm } from '@/components/intake/intake-form';
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
          facts="Paste the draft as it stands, or begin from a file or a link. Corrections come as a new version."
        />
        {isAllowed ? (
          <div className="space-y-6">
            <IntakeForm />
            <NewStoryForm
              writers={writers}
              checkers={checkers.map(({ id, name }) => ({ id, name }))}
            />
          </div>
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
