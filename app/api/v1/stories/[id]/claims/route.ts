import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { markClaim } from '@/lib/claims/commands';
import { MarkClaim } from '@/lib/claims/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Mark words of the story’s current version as a claim',
    scope: 'write',
    input: MarkClaim,
    path: { id: 'storyId' },
    answer: { status: 201, about: 'The claim', shape: ClaimShape },
    async handle(ctx, input) {
      const { id } = await markClaim(ctx, input);
      return { ...(await claimReply(ctx, id)), location: `/api/v1/claims/${id}` };
    },
  }),
});
