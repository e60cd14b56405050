import { ClaimPageShape } from '@/lib/api/claim-shapes';
import { presentClaimRow } from '@/lib/api/present-claim';
import { endpoint, route } from '@/lib/api/route';
import { claimRequest, ListClaims } from '@/lib/api/schemas';
import { listClaims } from '@/lib/claims/list-claims';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'Claims by filter and order: the queue',
    scope: 'read',
    input: ListClaims,
    answer: { about: 'A page of claims', shape: ClaimPageShape },
    async handle(ctx, input) {
      const { claims, nextCursor } = await listClaims(ctx, claimRequest(ctx, input));
      return { body: { items: claims.map(presentClaimRow), nextCursor } };
    },
  }),
});
