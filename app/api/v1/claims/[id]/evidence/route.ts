import { attachedReply } from '@/lib/api/claim-answer';
import { AttachedShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { attachEvidence } from '@/lib/evidence/commands';
import { AttachEvidence } from '@/lib/evidence/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Attach a source of the library, or a new one, to a claim',
    scope: 'write',
    input: AttachEvidence,
    path: { id: 'claimId' },
    answer: { status: 201, about: 'The evidence', shape: AttachedShape },
    async handle(ctx, input) {
      const { id } = await attachEvidence(ctx, input);
      return attachedReply(ctx, input.claimId, id);
    },
  }),
});
