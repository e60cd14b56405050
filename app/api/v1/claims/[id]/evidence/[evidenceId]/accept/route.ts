import { z } from 'zod';
import { attachedReply, refuseStrayPart } from '@/lib/api/claim-answer';
import { AttachedShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { acceptEvidence } from '@/lib/evidence/commands';
import { AcceptEvidence } from '@/lib/evidence/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Take in a reporter’s evidence',
    scope: 'write',
    input: AcceptEvidence.extend({ claimId: z.uuid() }),
    path: { id: 'claimId', evidenceId: 'evidenceId' },
    answer: { about: 'The evidence, accepted', shape: AttachedShape },
    async handle(ctx, { claimId, ...input }) {
      await refuseStrayPart(ctx, claimId, 'evidence', input.evidenceId);
      await acceptEvidence(ctx, input);
      return attachedReply(ctx, claimId, input.evidenceId);
    },
  }),
});
