import { presentImported, presentStoryRow } from '@/lib/api/present-story';
import { endpoint, route } from '@/lib/api/route';
import { ListStories } from '@/lib/api/schemas';
import { ImportedShape, StoryPageShape } from '@/lib/api/story-shapes';
import { importStory } from '@/lib/stories/commands';
import { listStories } from '@/lib/stories/queries';
import { ImportStory } from '@/lib/stories/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'Stories, those changed last first',
    scope: 'read',
    input: ListStories,
    answer: { about: 'A page of stories', shape: StoryPageShape },
    async handle(ctx, { q, limit, cursor = null }) {
      const { stories, nextCursor } = await listStories(ctx, { text: q, limit, cursor });
      return { body: { items: stories.map(presentStoryRow), nextCursor } };
    },
  }),
  POST: route({
    summary: 'Bring in a story; its copy is kept to the character',
    scope: 'write',
    input: ImportStory,
    answer: { status: 201, about: 'The story and its first version', shape: ImportedShape },
    async handle(ctx, input) {
      const story = await importStory(ctx, input);
      return { body: presentImported(story), version: 1, location: `/api/v1/stories/${story.id}` };
    },
  }),
});
