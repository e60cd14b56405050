import { presentCoverage } from '@/lib/api/present-story';
import { endpoint, route } from '@/lib/api/route';
import { OfStory } from '@/lib/api/schemas';
import { storyOrRefuse } from '@/lib/api/story-answer';
import { CoverageShape } from '@/lib/api/story-shapes';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'Which sentences hold a claim, which nobody has looked at, and what is set aside',
    scope: 'read',
    input: OfStory,
    path: { id: 'storyId' },
    answer: { about: 'Sentence by sentence', shape: CoverageShape },
    handle: async (ctx, { storyId }) => ({
      body: presentCoverage(await storyOrRefuse(ctx, storyId)),
    }),
  }),
});
