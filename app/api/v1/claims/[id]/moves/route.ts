import { ClaimShape } from '@/lib/api/claim-shapes';
import { presentClaim } from '@/lib/api/present-claim';
import { endpoint, route } from '@/lib/api/route';
import { moveClaim } from '@/lib/claims/move-claim';
import { claimView } from '@/lib/claims/queries';
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
      const claim = await moveClaim(ctx, input);
      return { body: presentClaim(claimView(ctx, claim)), version: claim.version };
    },
  }),
});
