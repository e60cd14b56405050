import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { validate as isUuid } from 'uuid';
import { DeskBar } from '@/components/stories/desk-bar';
import { DeskProvider } from '@/components/stories/desk-context';
import { DeskCopy } from '@/components/stories/desk-copy';
import { DeskCopyRegion } from '@/components/stories/desk-copy-region';
import { DeskFrame } from '@/components/stories/desk-frame';
import { DeskRail } from '@/components/stories/desk-rail';
import { currentContext } from '@/lib/auth/current-user';
import { getStory, getStoryDesk } from '@/lib/stories/queries';
import '@/components/stories/desk.css';

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
  const entries = story.claims.map(({ id, number, start, end, exact }) => ({
    id,
    number,
    start,
    end,
    exact: exact.length > 120 ? `${exact.slice(0, 120)}…` : exact,
  }));
  return (
    <div className="workbench">
      <DeskBar story={story} />
      <Suspense>
        <DeskProvider storyId={story.id} contentSha256={story.current.sha256} entries={entries}>
          <DeskFrame
            claims={<DeskRail story={story} />}
            copy={
              <DeskCopyRegion
                mayMark={story.may.mark}
                text={{
                  copy: story.copy,
                  blocks: story.blocks.map(({ start, end, label }) => ({ start, end, label })),
                  sentences: story.coverage.sentences.map(({ start, end, claimed }) => ({
                    start,
                    end,
                    claimed,
                  })),
                }}
              >
                <DeskCopy story={story} />
              </DeskCopyRegion>
            }
            claim={children}
          />
        </DeskProvider>
      </Suspense>
    </div>
  );
}
