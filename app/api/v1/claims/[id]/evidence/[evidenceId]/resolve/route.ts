import { z } from 'zod';
import { attachedReply, refuseStrayPart } from '@/lib/api/claim-answer';
import { AttachedShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { resolveEvidence } from '@/lib/evidence/commands';
import { ResolveEvidence } from '@/lib/evidence/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Say why evidence against the claim does not stand in its way',
    scope: 'write',
    input: ResolveEvidence.extend({ claimId: z.uuid() }),
    path: { id: 'claimId', evidenceId: 'evidenceId' },
    answer: { about: 'The evidence, answered', shape: AttachedShape },
    async handle(ctx, { claimId, ...input }) {
      await refuseStrayPart(ctx, claimId, 'evidence', input.evidenceId);
      await resolveEvidence(ctx, input);
      return attachedReply(ctx, claimId, input.evidenceId);
    },
  }),
});
