import { presentClearance } from '@/lib/api/present-story';
import { endpoint, route } from '@/lib/api/route';
import { ClearanceShape } from '@/lib/api/story-shapes';
import { Refusal } from '@/lib/errors';
import { listClearances } from '@/lib/stories/clearance-list';
import { withdrawClearance } from '@/lib/stories/clearances';
import { WithdrawClearance } from '@/lib/stories/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Take a clearance back, with the reason; it stays on record',
    scope: 'write',
    input: WithdrawClearance,
    path: { clearanceId: 'clearanceId' },
    answer: { about: 'The clearance as it is now', shape: ClearanceShape },
    async handle(ctx, input) {
      const { storyId } = await withdrawClearance(ctx, input);
      const all = await listClearances(ctx, storyId);
      const clearance = all.find(({ id }) => id === input.clearanceId);
      if (clearance === undefined) throw new Refusal('not-found', 'There is no such clearance.');
      return { body: presentClearance(clearance) };
    },
  }),
});
