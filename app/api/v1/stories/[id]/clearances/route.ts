import { presentClearance } from '@/lib/api/present-story';
import { endpoint, route } from '@/lib/api/route';
import { OfStory } from '@/lib/api/schemas';
import { storyOrRefuse } from '@/lib/api/story-answer';
import { ClearanceListShape } from '@/lib/api/story-shapes';
import type { Context } from '@/lib/context';
import { clearingOf, listClearances } from '@/lib/stories/clearance-list';
import { clearVersion } from '@/lib/stories/clearances';
import { ClearVersion } from '@/lib/stories/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary:
      'The clearances of a story, those that fell included, and what stands in the way of one',
    scope: 'read',
    input: OfStory,
    path: { id: 'storyId' },
    answer: { about: 'The clearances, the newest first', shape: ClearanceListShape },
    handle: async (ctx, { storyId }) => ({ body: await clearancesOf(ctx, storyId) }),
  }),
  POST: route({
    summary: 'Clear the current version of a story',
    scope: 'write',
    input: ClearVersion,
    path: { id: 'storyId' },
    answer: { status: 201, about: 'The clearances, the newest first', shape: ClearanceListShape },
    async handle(ctx, input) {
      await clearVersion(ctx, input);
      return { body: await clearancesOf(ctx, input.storyId) };
    },
  }),
});

async function clearancesOf(ctx: Context, storyId: string) {
  const story = await storyOrRefuse(ctx, storyId);
  const { blockers } = await clearingOf(ctx, { id: storyId, authorId: story.author?.id ?? null });
  const items = await listClearances(ctx, storyId);
  return { items: items.map(presentClearance), blockers };
}
