import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { MergeClaims } from '@/lib/claims/schemas';
import { mergeClaims } from '@/lib/claims/split-claim';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Merge a claim into another of its story; it is dropped and names that one',
    scope: 'write',
    input: MergeClaims,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim as it stands now', shape: ClaimShape },
    async handle(ctx, input) {
      await mergeClaims(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
