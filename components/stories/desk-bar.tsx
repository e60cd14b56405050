import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Sign } from '@/components/ui/status-badge';
import { DueTime, Time } from '@/components/ui/time';
import type { StoryDesk } from '@/lib/stories/queries';

/** The head of the desk: which story, which version of it, whose, and until when. */
export function DeskBar({ story }: { story: StoryDesk }) {
  const incorrect = story.counts.INCORRECT ?? 0;
  const author = story.byline ?? story.author?.name;
  return (
    <PageHead
      bar
      crumbs={[{ href: '/stories', label: 'Stories' }]}
      title={story.headline}
      facts={
        <>
          <span className="max-xl:hidden">
            <Link
              href={`/stories/${story.id}/versions`}
              className="py-1 hover:text-ink hover:underline"
            >
              Version {story.current.number}
            </Link>
            , received <Time at={story.current.createdAt} />
          </span>
          {author && <span className="max-lg:hidden">{byLine(author)}</span>}
          {story.dueAt !== null && (
            <span className="text-ink-2">
              Due <DueTime at={story.dueAt} left />
            </span>
          )}
        </>
      }
      actions={
        <>
          {incorrect > 0 && (
            <Sign
              icon="stop"
              tint="tint-block"
              className="font-strong max-md:hidden"
              word={incorrect === 1 ? '1 incorrect claim' : `${incorrect} incorrect claims`}
            />
          )}
          {story.may.addVersion && (
            <ButtonLink
              href={`/stories/${story.id}/versions/new`}
              size="compact"
              className="max-md:hidden"
            >
              New version
            </ButtonLink>
          )}
          <ButtonLink href={`/stories/${story.id}/sheet`} size="compact" className="max-md:hidden">
            Sheet
          </ButtonLink>
        </>
      }
    />
  );
}

const byLine = (author: string): string => (/^by /i.test(author) ? author : `By ${author}`);
