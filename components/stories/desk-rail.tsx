import { EmptyState } from '@/components/ui/empty-state';
import { StatusBadge } from '@/components/ui/status-badge';
import { claimRef } from '@/lib/format';
import type { DeskClaim, StoryDesk } from '@/lib/stories/queries';
import { DeskProgress } from './desk-progress';

/** The claims of the story in the order of the text, under the names of their blocks. */
export function DeskRail({ story }: { story: StoryDesk }) {
  return (
    <>
      <DeskProgress counts={story.counts} coverage={story.coverage} />
      <div className="desk-scroll pb-6">
        {story.claims.length === 0 ? (
          <NoClaims mayMark={story.may.mark} />
        ) : (
          groups(story.claims).map(({ key, name, claims }) => (
            <section key={key} className="desk-group" aria-label={name}>
              <h2 className="px-6 pt-2.5 pb-0.5 text-micro font-normal text-ink-3 max-lg:px-5">
                {name}
              </h2>
              <ul>
                {claims.map((claim) => (
                  <li key={claim.id} className="desk-item-row">
                    <RailLink storyId={story.id} claim={claim} />
                  </li>
                ))}
              </ul>
            </section>
          ))
        )}
      </div>
    </>
  );
}

function RailLink({ storyId, claim }: { storyId: string; claim: DeskClaim }) {
  return (
    <a
      href={`/stories/${storyId}?claim=${claim.id}`}
      data-claim={claim.id}
      className="desk-rail-link"
    >
      <span className="text-small leading-5 text-ink-3">{claimRef(claim.number)}</span>
      <span className="words truncate" dir="auto">
        {claim.exact.replace(/\s+/g, ' ')}
      </span>
      <span className="col-start-2 flex items-baseline gap-2">
        <StatusBadge status={claim.status} size={13} className="gap-1.5 text-small text-ink-2" />
        {claim.assigneeName !== null && (
          <span className="truncate text-small text-ink-3">{claim.assigneeName}</span>
        )}
      </span>
    </a>
  );
}

function NoClaims({ mayMark }: { mayMark: boolean }) {
  return (
    <div className="px-6 max-lg:px-5">
      <EmptyState title="No claims yet">
        {mayMark ? (
          <p>
            Select words in the copy that can be checked, then press <kbd>M</kbd> or “Mark claim”.
            Figures, names, dates and quotes come first.
          </p>
        ) : (
          <p>Nobody has marked a claim in this story yet.</p>
        )}
      </EmptyState>
    </div>
  );
}

/** Neighbours in the same block; dropped claims, which come last, in a group of their own. */
function groups(claims: readonly DeskClaim[]) {
  const made: { key: string; name: string; claims: DeskClaim[] }[] = [];
  for (const claim of claims) {
    const name = claim.status === 'DROPPED' ? 'Dropped' : claim.block;
    const last = made.at(-1);
    if (last?.name === name) last.claims.push(claim);
    else made.push({ key: claim.id, name, claims: [claim] });
  }
  return made;
}
