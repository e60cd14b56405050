import { z } from 'zod';
import { attachedReply, refuseStrayPart } from '@/lib/api/claim-answer';
import { AttachedShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { editEvidence, removeEvidence } from '@/lib/evidence/commands';
import { EditEvidence, RemoveEvidence } from '@/lib/evidence/schemas';

const claimId = z.uuid();
const path = { id: 'claimId', evidenceId: 'evidenceId' } as const;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  PATCH: route({
    summary: 'Change what a piece of evidence says about the claim',
    scope: 'write',
    input: EditEvidence.extend({ claimId }),
    path,
    guard: 'claimVersion',
    answer: { about: 'The evidence', shape: AttachedShape },
    async handle(ctx, { claimId, ...input }) {
      await refuseStrayPart(ctx, claimId, 'evidence', input.evidenceId);
      await editEvidence(ctx, input);
      return attachedReply(ctx, claimId, input.evidenceId);
    },
  }),
  DELETE: route({
    summary: 'Take evidence off the claim; the row stays, with the reason',
    scope: 'write',
    input: RemoveEvidence.extend({ claimId }),
    path,
    answer: { about: 'The evidence, removed', shape: AttachedShape },
    async handle(ctx, { claimId, ...input }) {
      await refuseStrayPart(ctx, claimId, 'evidence', input.evidenceId);
      await removeEvidence(ctx, input);
      return attachedReply(ctx, claimId, input.evidenceId);
    },
  }),
});
