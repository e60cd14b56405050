import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { SplitClaim } from '@/lib/claims/schemas';
import { splitClaim } from '@/lib/claims/split-claim';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Split a claim; the first part keeps its ref, evidence and history',
    scope: 'write',
    input: SplitClaim,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim as it stands now', shape: ClaimShape },
    async handle(ctx, input) {
      await splitClaim(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
