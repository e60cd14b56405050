import Link from 'next/link';
import { ShareBar } from '@/components/ui/share-bar';
import { DueTime } from '@/components/ui/time';
import { OPEN_STATUSES, queueHref } from '@/lib/claims/queue-view';
import { count } from '@/lib/format';
import type { StoryLoad } from '@/lib/insights/queries';
import { Count } from './count';

/** Stories with work left, the most overdue first. */
export function StoryLoads({ stories, left }: { stories: readonly StoryLoad[]; left: number }) {
  if (stories.length === 0) return <p className="py-3 text-ink-2">No story has open claims.</p>;
  return (
    <>
      <div className="overflow-x-auto">
        <table className="w-full min-w-176 table-fixed border-collapse">
          <thead>
            <tr className="h-8 border-b border-rule-strong text-small text-ink-3">
              <th scope="col">Story</th>
              <th scope="col" className="w-36 pr-6">
                Signed off
              </th>
              <th scope="col" className="w-16 text-right">
                Open
              </th>
              <th scope="col" className="w-20 text-right">
                Overdue
              </th>
              <th scope="col" className="w-44 pl-6">
                Due
              </th>
            </tr>
          </thead>
          <tbody>
            {stories.map((story) => (
              <tr key={story.id} className="h-10 border-b border-rule">
                <td className="pr-4">
                  <Link
                    href={`/stories/${story.id}`}
                    className="words block truncate hover:underline"
                  >
                    <bdi>{story.headline}</bdi>
                  </Link>
                </td>
                <td className="pr-6">
                  <span className="num text-small text-ink-2">
                    {story.signedOff} of {story.claims}
                  </span>
                  <ShareBar
                    label={`${story.signedOff} signed off, ${story.open} open`}
                    parts={[
                      { value: story.signedOff, tint: 'tint-good' },
                      { value: story.open, tint: 'tint-rest' },
                    ]}
                  />
                </td>
                <td className="num text-right">
                  <Count
                    n={story.open}
                    href={queueHref({ storyId: story.id, statuses: OPEN_STATUSES })}
                  />
                </td>
                <td className="num text-right">
                  <Count
                    n={story.overdue}
                    href={queueHref({ storyId: story.id, overdue: true })}
                    className="text-ochre! font-strong"
                  />
                </td>
                <td className="num pl-6">
                  {story.dueAt ? (
                    <DueTime at={story.dueAt} />
                  ) : (
                    <span className="text-ink-3">No deadline</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <p className="mt-2 text-small text-ink-3">
          {count(left, 'more story', 'more stories')} with open claims.
        </p>
      )}
    </>
  );
}
