import { claimReply } from '@/lib/api/claim-answer';
import { ClaimShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { chooseAnchor } from '@/lib/claims/place-claim';
import { ChooseAnchor } from '@/lib/claims/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Choose one of the places that fit an ambiguous claim',
    scope: 'write',
    input: ChooseAnchor,
    path: { id: 'claimId' },
    guard: 'version',
    answer: { about: 'The claim as it stands now', shape: ClaimShape },
    async handle(ctx, input) {
      await chooseAnchor(ctx, input);
      return claimReply(ctx, input.claimId);
    },
  }),
});
