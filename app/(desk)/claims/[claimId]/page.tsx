import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { validate as isUuid } from 'uuid';
import { placesInContext, wordsInContext } from '@/components/claims/claim-context';
import { ClaimSheet } from '@/components/claims/claim-sheet';
import { ClaimSteps } from '@/components/claims/claim-steps';
import { Crumbs } from '@/components/ui/page-head';
import { claimHistory } from '@/lib/audit/queries';
import { currentContext } from '@/lib/auth/current-user';
import { claimNeighbours, claimRelatives } from '@/lib/claims/claim-neighbours';
import { getClaim } from '@/lib/claims/queries';
import { claimRef } from '@/lib/format';
import { listSources } from '@/lib/sources/queries';
import { getVersion } from '@/lib/stories/queries';
import { listAssignees } from '@/lib/users/queries';
import '@/components/stories/desk.css';

/** Sources the evidence form offers before anything is searched for. */
const LIBRARY_SHOWN = 100;

type Props = { params: Promise<{ claimId: string }> };

/** Asked for by the title and by the page: read once. */
const claimOf = cache(async (claimId: string) =>
  isUuid(claimId) ? getClaim(await currentContext(), claimId) : null,
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const claim = await claimOf((await params).claimId);
  return {
    title: claim === null ? 'No such claim' : `${claimRef(claim.number)}, ${claim.storyHeadline}`,
  };
}

export default async function ClaimPage({ params }: Props) {
  const { claimId } = await params;
  const ctx = await currentContext();
  const claim = await claimOf(claimId);
  if (claim === null) notFound();
  const [version, relatives, neighbours, history, assignees, { sources }] = await Promise.all([
    getVersion(ctx, claim.storyId, claim.versionNumber),
    claimRelatives(ctx, claim),
    claimNeighbours(ctx, claim),
    claimHistory(ctx, claimId, 'newest-first'),
    listAssignees(ctx),
    listSources(ctx, { limit: LIBRARY_SHOWN, cursor: null }),
  ]);
  const context =
    version === null || claim.anchor?.start == null || claim.anchor.end === null
      ? { before: '', words: claim.exact, after: '', block: '' }
      : wordsInContext(version.text, version.blocks, claim.storyLanguage, {
          start: claim.anchor.start,
          end: claim.anchor.end,
        });
  return (
    <div className="page">
      <div className="page-in">
        <div className="flex min-h-13 items-center gap-2 max-md:[&>nav>:is(a:first-child,a:first-child+span)]:hidden">
          <Crumbs
            crumbs={[
              { href: '/stories', label: 'Stories' },
              { href: `/stories/${claim.storyId}?claim=${claim.id}`, label: claim.storyHeadline },
            ]}
          />
          <span className="whitespace-nowrap text-ink-2">{claimRef(claim.number)}</span>
          <ClaimSteps {...neighbours} />
        </div>
        <ClaimSheet
          key={claim.id}
          claim={claim}
          context={context}
          relatives={relatives}
          places={
            version === null
              ? []
              : placesInContext(
                  version.text,
                  version.blocks,
                  claim.storyLanguage,
                  claim.anchor?.candidates ?? [],
                )
          }
          history={history}
          assignees={assignees}
          meId={ctx.actor.id}
          library={sources.map(({ id, title, publisher }) => ({
            id,
            title,
            beside: publisher ?? '',
          }))}
          now={ctx.now}
        />
      </div>
    </div>
  );
}
