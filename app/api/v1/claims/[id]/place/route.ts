import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { respanClaim } from '@/lib/claims/place-claim';
import { RespanClaim } from '@/lib/claims/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Say which words of the current version the claim stands for from now on',
    scope: 'write',
    input: RespanClaim,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim as it stands now', shape: ClaimShape },
    async handle(ctx, input) {
      await respanClaim(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
