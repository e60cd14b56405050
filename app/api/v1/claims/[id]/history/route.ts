import { HistoryShape } from '@/lib/api/audit-shapes';
import { claimOrRefuse } from '@/lib/api/claim-answer';
import { presentHistory } from '@/lib/api/present-audit';
import { endpoint, route } from '@/lib/api/route';
import { OfClaim } from '@/lib/api/schemas';
import { claimHistory } from '@/lib/audit/queries';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'All that happened to a claim, the oldest first',
    scope: 'read',
    input: OfClaim,
    path: { id: 'claimId' },
    answer: { about: 'Events of the record', shape: HistoryShape },
    async handle(ctx, { claimId }) {
      await claimOrRefuse(ctx, claimId);
      return { body: presentHistory(await claimHistory(ctx, claimId)) };
    },
  }),
});
