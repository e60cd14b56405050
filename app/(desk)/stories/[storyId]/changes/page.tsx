import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { ApplyForm, DecideForm } from '@/components/suggestions/suggestion-forms';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { currentContext } from '@/lib/auth/current-user';
import { claimRef } from '@/lib/format';
import { getStory } from '@/lib/stories/queries';
import { listSuggestions, type SuggestionView } from '@/lib/stories/suggestion-list';
import '@/components/versions/versions.css';

export const metadata: Metadata = { title: 'Suggested changes' };

type Props = { params: Promise<{ storyId: string }> };

/** Other words that somebody suggested for the copy: decide on each, then write the accepted ones in together. */
export default async function ChangesPage({ params }: Props) {
  const ctx = await currentContext();
  const { storyId } = await params;
  const story = isUuid(storyId) ? await getStory(ctx, storyId) : null;
  if (story === null) notFound();
  const { suggestions, may } = await listSuggestions(ctx, {
    id: story.id,
    authorId: story.author?.id ?? null,
    currentVersionId: story.current.id,
  });
  const groups = [
    ['To decide', suggestions.filter(({ decision }) => decision === 'OPEN')],
    ['Accepted, to be written in', suggestions.filter(isWaiting)],
    ['Written in', suggestions.filter(({ writtenInto }) => writtenInto !== null)],
    ['Turned down', suggestions.filter(({ decision }) => decision === 'REJECTED')],
  ] as const;
  const ready = suggestions.filter((each) => isWaiting(each) && each.isCurrent).length;
  return (
    <div className="page">
      <div className="page-in max-w-3xl! pb-12">
        <PageHead
          title="Suggested changes"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            { href: `/stories/${story.id}`, label: story.headline },
          ]}
        />
        {suggestions.length === 0 && (
          <EmptyState title="No change is suggested">
            Write on a claim what the copy should say instead; it is listed here for the author and
            the editors.
          </EmptyState>
        )}
        {may.apply && ready > 0 && (
          <div className="mb-4">
            <ApplyForm storyId={story.id} count={ready} next={story.current.number + 1} />
          </div>
        )}
        {groups.map(
          ([title, own]) =>
            own.length > 0 && (
              <section key={title} aria-label={title} className="mt-4">
                <h2 className="border-b border-rule-strong pb-1.5">
                  {title} <span className="num font-normal text-ink-3">{own.length}</span>
                </h2>
                <ul>
                  {own.map((suggestion) => (
                    <li key={suggestion.id} className="border-b border-rule py-2.5">
                      <p className="version-words font-copy text-quote" dir="auto">
                        <del>{suggestion.before}</del> <ins>{suggestion.after}</ins>
                      </p>
                      {suggestion.reason !== null && <p dir="auto">{suggestion.reason}</p>}
                      <p className="num flex flex-wrap gap-x-3 text-small text-ink-3">
                        {suggestion.claim !== null && (
                          <Link href={`/claims/${suggestion.claim.id}`} className="link">
                            {claimRef(suggestion.claim.number)}
                          </Link>
                        )}
                        <span>
                          {suggestion.draftAuthor ?? suggestion.by}, <Time at={suggestion.at} />
                        </span>
                        {suggestion.decidedBy !== null && suggestion.decidedAt !== null && (
                          <span>
                            decided by {suggestion.decidedBy}, <Time at={suggestion.decidedAt} />
                          </span>
                        )}
                        {suggestion.decisionNote !== null && <span>{suggestion.decisionNote}</span>}
                        {suggestion.writtenInto !== null && (
                          <Link
                            href={`/stories/${story.id}/versions/${suggestion.writtenInto}`}
                            className="link"
                          >
                            version {suggestion.writtenInto}
                          </Link>
                        )}
                      </p>
                      {may.decide && suggestion.writtenInto === null && (
                        <DecideForm suggestion={suggestion} />
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            ),
        )}
      </div>
    </div>
  );
}

const isWaiting = ({ decision, writtenInto }: SuggestionView): boolean =>
  decision === 'ACCEPTED' && writtenInto === null;
