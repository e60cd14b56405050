import { StanceBadge } from '@/components/ui/stance-badge';
import { StatusBadge } from '@/components/ui/status-badge';
import { claimRef, count } from '@/lib/format';
import type { SourceUse } from '@/lib/sources/queries';

/** Every claim that stands on a source, by story, with the words of the source that settle it. */
export function SourceUses({ uses }: { uses: readonly SourceUse[] }) {
  const stories = new Map<string, SourceUse[]>();
  for (const use of uses) stories.set(use.storyId, [...(stories.get(use.storyId) ?? []), use]);
  return (
    <section aria-labelledby="source-uses">
      <h2 id="source-uses" className="flex border-b border-rule-strong pb-2">
        Claims it settles
        <span className="num ml-auto font-normal text-ink-3">
          {uses.length === 0
            ? 'None'
            : count(uses.length, 'piece of evidence', 'pieces of evidence')}
        </span>
      </h2>
      {uses.length === 0 && (
        <p className="max-w-measure py-2 text-ink-2">
          Nobody has attached it to a claim yet. Open a claim, choose “Add evidence” and pick it
          from the library.
        </p>
      )}
      {[...stories.values()].map((ofStory) => (
        <div key={ofStory[0]?.storyId}>
          <h3 className="pt-4 pb-1">
            <a href={`/stories/${ofStory[0]?.storyId}`} className="l-name" dir="auto">
              {ofStory[0]?.storyHeadline}
            </a>
          </h3>
          <ul>
            {ofStory.map((use) => (
              <li
                key={use.evidenceId}
                className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 border-t border-rule py-2.5"
              >
                <span className="pt-0.5 text-ink-2">{claimRef(use.number)}</span>
                <div className="min-w-0">
                  <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                    <a
                      href={`/claims/${use.claimId}`}
                      className="l-name words flex-1 basis-64"
                      dir="auto"
                    >
                      {use.exact}
                    </a>
                    <StatusBadge status={use.status} size={14} />
                  </p>
                  <p className="num mt-1 flex flex-wrap gap-x-3 text-small text-ink-3">
                    <StanceBadge stance={use.stance} />
                    {use.origin && <span dir="auto">Origin: {use.origin}</span>}
                    {use.locator && <span dir="auto">{use.locator}</span>}
                  </p>
                  {use.excerpt && (
                    <blockquote className="excerpt mt-1.5 break-words" dir="auto">
                      {use.excerpt}
                    </blockquote>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
