import { endpoint, route } from '@/lib/api/route';
import { EditStory, OfStory } from '@/lib/api/schemas';
import { storyOrRefuse, storyReply } from '@/lib/api/story-answer';
import { StoryShape } from '@/lib/api/story-shapes';
import { editStory } from '@/lib/stories/commands';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'A story with its current version, its claims by status and its coverage',
    scope: 'read',
    input: OfStory,
    path: { id: 'storyId' },
    answer: { about: 'The story', shape: StoryShape },
    handle: async (ctx, { storyId }) => storyReply(await storyOrRefuse(ctx, storyId)),
  }),
  PATCH: route({
    summary: 'Change a story’s details; its text changes only by a new version',
    scope: 'write',
    input: EditStory,
    path: { id: 'storyId' },
    guard: 'revision',
    answer: { about: 'The story', shape: StoryShape },
    async handle(ctx, { revision, ...change }) {
      await editStory(ctx, { ...change, version: revision });
      return storyReply(await storyOrRefuse(ctx, change.storyId));
    },
  }),
});
