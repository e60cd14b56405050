import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { acceptNewWords } from '@/lib/claims/place-claim';
import { AcceptNewWords } from '@/lib/claims/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Accept the new words that a version brought: the same claim, back to checking',
    scope: 'write',
    input: AcceptNewWords,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim as it stands now', shape: ClaimShape },
    async handle(ctx, input) {
      await acceptNewWords(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
