import { validate as isUuid } from 'uuid';
import { placesInContext } from '@/components/claims/claim-context';
import { ClaimInspector } from '@/components/claims/claim-inspector';
import { NoClaimChosen } from '@/components/claims/no-claim-chosen';
import { claimHistory } from '@/lib/audit/queries';
import { currentContext } from '@/lib/auth/current-user';
import { getClaim } from '@/lib/claims/queries';
import { listSources } from '@/lib/sources/queries';
import { getVersion } from '@/lib/stories/queries';
import { listAssignees } from '@/lib/users/queries';

/** Sources the evidence form offers before anything is searched for. */
const LIBRARY_SHOWN = 100;

type Props = {
  params: Promise<{ storyId: string }>;
  searchParams: Promise<{ claim?: string | string[] }>;
};

export default async function CheckingDesk({ params, searchParams }: Props) {
  const [{ storyId }, { claim: claimId }] = await Promise.all([params, searchParams]);
  const ctx = await currentContext();
  if (typeof claimId !== 'string' || !isUuid(claimId)) return <NoClaimChosen />;
  const claim = await getClaim(ctx, claimId);
  if (claim === null || claim.storyId !== storyId) return <NoClaimChosen isMissing />;
  const [history, assignees, { sources }] = await Promise.all([
    claimHistory(ctx, claimId, 'newest-first'),
    listAssignees(ctx),
    listSources(ctx, { limit: LIBRARY_SHOWN, cursor: null }),
  ]);
  const candidates = claim.anchor?.candidates ?? [];
  const version =
    candidates.length === 0 ? null : await getVersion(ctx, storyId, claim.versionNumber);
  return (
    <ClaimInspector
      claim={claim}
      places={
        version === null
          ? []
          : placesInContext(version.text, version.blocks, claim.storyLanguage, candidates)
      }
      history={history}
      assignees={assignees}
      meId={ctx.actor.id}
      library={sources.map(({ id, title, publisher }) => ({ id, title, beside: publisher ?? '' }))}
    />
  );
}
