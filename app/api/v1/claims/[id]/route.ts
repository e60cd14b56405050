import { claimOrRefuse, claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { presentClaim } from '@/lib/api/present-claim';
import { endpoint, route } from '@/lib/api/route';
import { GetClaim } from '@/lib/api/schemas';
import { editClaim } from '@/lib/claims/commands';
import { EditClaim } from '@/lib/claims/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'A claim with its evidence, notes, reviews, moves and what stands in its way',
    scope: 'read',
    input: GetClaim,
    path: { id: 'claimId' },
    answer: { about: 'The claim', shape: ClaimShape },
    async handle(ctx, { claimId, removed = false }) {
      const claim = await claimOrRefuse(ctx, claimId);
      return { body: presentClaim(claim, { removed }), version: claim.version };
    },
  }),
  PATCH: route({
    summary: 'Change what is said about a claim; its words and findings have their own calls',
    scope: 'write',
    input: EditClaim,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim', shape: ClaimShape },
    async handle(ctx, input) {
      await editClaim(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
