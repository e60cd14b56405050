import { presentCoverage, presentSetAside } from '@/lib/api/present-coverage';
import { endpoint, route } from '@/lib/api/route';
import { OfStory } from '@/lib/api/schemas';
import { storyOrRefuse } from '@/lib/api/story-answer';
import { CoverageShape, SetAsideAnswerShape, UndoneShape } from '@/lib/api/story-shapes';
import { setAside, undoSetAside } from '@/lib/coverage/commands';
import { SetAside, UndoSetAside } from '@/lib/coverage/schemas';

const path = { id: 'storyId' } as const;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary:
      'Which sentences, and which numbers, names, quotes and dates in them, are claimed, set aside or not looked at',
    scope: 'read',
    input: OfStory,
    path,
    answer: { about: 'Every sentence with what is in it', shape: CoverageShape },
    handle: async (ctx, { storyId }) => ({
      body: presentCoverage(await storyOrRefuse(ctx, storyId)),
    }),
  }),
  POST: route({
    summary: 'Say of words, or of the rest of a block, that they hold nothing to check, and why',
    scope: 'write',
    input: SetAside,
    path,
    answer: { status: 201, about: 'What was set aside', shape: SetAsideAnswerShape },
    async handle(ctx, input) {
      const ids = new Set((await setAside(ctx, input)).ids);
      const { coverage, setAsides } = await storyOrRefuse(ctx, input.storyId);
      const own = setAsides.filter(({ id }) => ids.has(id));
      return { body: { percent: coverage.percent, setAside: own.map(presentSetAside) } };
    },
  }),
  DELETE: route({
    summary: 'Take back what was set aside; the rows stay, with who took them back',
    scope: 'write',
    input: UndoSetAside,
    path,
    answer: { about: 'How many were taken back', shape: UndoneShape, problems: [409] },
    async handle(ctx, input) {
      const { undone } = await undoSetAside(ctx, input);
      const { coverage } = await storyOrRefuse(ctx, input.storyId);
      return { body: { percent: coverage.percent, undone } };
    },
  }),
});
