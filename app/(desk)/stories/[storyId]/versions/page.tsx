import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo } from '@/lib/domain/editorial-permissions';
import { number, shortHash } from '@/lib/format';
import { getStory } from '@/lib/stories/queries';
import { listVersions } from '@/lib/stories/versions';

export const metadata: Metadata = { title: 'Versions' };

const SHOWN = 50;

type Props = {
  params: Promise<{ storyId: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export default async function VersionsPage({ params, searchParams }: Props) {
  const ctx = await currentContext();
  const [{ storyId }, { cursor }] = await Promise.all([params, searchParams]);
  const story = isUuid(storyId) ? await getStory(ctx, storyId) : null;
  if (story === null) notFound();
  const { versions, nextCursor } = await listVersions(ctx, {
    storyId,
    limit: SHOWN,
    cursor: typeof cursor === 'string' ? cursor : null,
  });
  const path = `/stories/${story.id}/versions`;
  return (
    <div className="page">
      <div className="page-in pb-12">
        <PageHead
          title="Versions"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            { href: `/stories/${story.id}`, label: story.headline },
          ]}
          actions={
            <>
              <ButtonLink href={`/stories/${story.id}/changes`} variant="quiet">
                Suggested changes
              </ButtonLink>
              {mayDo(ctx.actor.role, 'add-version') && (
                <ButtonLink href={`${path}/new`}>New version</ButtonLink>
              )}
            </>
          }
        />
        <ol className="border-t border-rule-strong" aria-label="Versions">
          {versions.map((version) => (
            <li
              key={version.id}
              className="grid grid-cols-[6rem_minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-rule py-2 max-md:grid-cols-1"
            >
              <Link href={`${path}/${version.number}`} className="link">
                Version {version.number}
              </Link>
              <span className="min-w-0">
                <span dir="auto">{version.reason ?? 'No reason given'}</span>
                <span className="num block text-small text-ink-3">
                  {version.createdBy}, <Time at={version.createdAt} />
                </span>
              </span>
              <span className="num text-small text-ink-3">
                {number(version.characters)} characters,{' '}
                <span className="font-mono" title={version.sha256}>
                  {shortHash(version.sha256)}
                </span>
              </span>
            </li>
          ))}
        </ol>
        {nextCursor !== null && (
          <p className="mt-3">
            <ButtonLink href={`${path}?cursor=${encodeURIComponent(nextCursor)}`}>Older</ButtonLink>
          </p>
        )}
      </div>
    </div>
  );
}
