import { presentStory } from '@/lib/api/present-story';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';
import { getStoryDesk, type StoryDesk } from '@/lib/stories/queries';

/** The story with its current text, or a refusal. */
export async function storyOrRefuse(ctx: Context, storyId: string): Promise<StoryDesk> {
  const story = await getStoryDesk(ctx, storyId);
  if (story === null)
    throw new Refusal('not-found', 'This story is not on the desk. Look at its id again.');
  return story;
}

export const storyReply = (story: StoryDesk) => ({
  body: presentStory(story),
  version: story.version,
});
