import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { moveClaim } from '@/lib/claims/commands';
import { MoveClaim } from '@/lib/claims/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Make a move: take, assign, find, submit, sign off …',
    scope: 'write',
    input: MoveClaim,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim after the move', shape: ClaimShape },
    async handle(ctx, input) {
      await moveClaim(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
