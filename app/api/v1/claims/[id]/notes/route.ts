import { noteReply } from '@/lib/api/claim-answer';
import { NoteShape } from '@/lib/api/claim-shapes';
import { endpoint, route } from '@/lib/api/route';
import { writeNote } from '@/lib/notes/commands';
import { WriteNote } from '@/lib/notes/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  POST: route({
    summary: 'Write a note or a query on a claim, or a reply',
    scope: 'write',
    input: WriteNote,
    path: { id: 'claimId' },
    answer: { status: 201, about: 'The note', shape: NoteShape },
    async handle(ctx, input) {
      const { id } = await writeNote(ctx, input);
      return noteReply(ctx, input.claimId, id);
    },
  }),
});
