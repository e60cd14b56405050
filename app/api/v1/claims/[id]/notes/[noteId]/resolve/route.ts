import { z } from 'zod';
import { noteReply, refuseStrayPart } from '@/lib/api/claim-answer';
import { NoteShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { resolveNote } from '@/lib/notes/commands';
import { ResolveNote } from '@/lib/notes/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Close a query: it is answered, or needs no answer any more',
    scope: 'write',
    input: ResolveNote.extend({ claimId: z.uuid() }),
    path: { id: 'claimId', noteId: 'noteId' },
    answer: { about: 'The note that opened the thread', shape: NoteShape },
    async handle(ctx, { claimId, noteId }) {
      await refuseStrayPart(ctx, claimId, 'notes', noteId);
      await resolveNote(ctx, { noteId });
      return noteReply(ctx, claimId, noteId, 'opener');
    },
  }),
});
