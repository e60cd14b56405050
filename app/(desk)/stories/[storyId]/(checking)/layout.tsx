import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { validate as isUuid } from 'uuid';
import { ClearanceLine } from '@/components/clearances/clearance-line';
import { DeskBar } from '@/components/stories/desk-bar';
import { DeskProvider } from '@/components/stories/desk-context';
import { DeskCopyRegion } from '@/components/stories/desk-copy-region';
import { DeskFrame } from '@/components/stories/desk-frame';
import { DeskProgress } from '@/components/stories/desk-progress';
import { DeskRail } from '@/components/stories/desk-rail';
import { currentContext } from '@/lib/auth/current-user';
import { getStory, getStoryDesk } from '@/lib/stories/queries';
import '@/components/stories/desk.css';

/** Characters of a claim's words that its row in the list can hold. */
const SHOWN_WORDS = 120;

type Props = { params: Promise<{ storyId: string }>; children: ReactNode };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { storyId } = await params;
  if (!isUuid(storyId)) return {};
  const story = await getStory(await currentContext(), storyId);
  return { title: story?.headline ?? 'No such story' };
}

/**
 * The checking desk: claims and copy, which stay while one claim after another is looked at beside them. Going from
 * claim to claim then asks the server for that claim alone, however long the story is.
 */
export default async function CheckingLayout({ params, children }: Props) {
  const { storyId } = await params;
  const ctx = await currentContext();
  const story = isUuid(storyId) ? await getStoryDesk(ctx, storyId) : null;
  if (story === null) notFound();
  const entries = story.claims.map(
    ({ id, number, start, end, exact, status, block, assigneeName, version }) => ({
      id,
      number,
      start,
      end,
      exact: exact.length > SHOWN_WORDS ? `${exact.slice(0, SHOWN_WORDS)}…` : exact,
      status,
      block,
      assigneeName,
      // Only what has no place yet is given one from here.
      ...(start === null && { version }),
    }),
  );
  const { copy, language, blocks, coverage } = story;
  return (
    <div className="workbench">
      <DeskBar story={story} />
      <Suspense>
        <DeskProvider storyId={story.id} contentSha256={story.current.sha256} entries={entries}>
          <DeskFrame
            claims={
              <>
                <DeskProgress counts={story.counts} coverage={coverage} />
                <ClearanceLine story={story} />
                <DeskRail mayMark={story.may.mark} />
              </>
            }
            copy={
              <DeskCopyRegion
                mayMark={story.may.mark}
                text={{ copy, language, blocks, sentences: coverage.sentences }}
              />
            }
            claim={children}
          />
        </DeskProvider>
      </Suspense>
    </div>
  );
}
