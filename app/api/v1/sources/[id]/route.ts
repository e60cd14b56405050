import { endpoint, route } from '@/lib/api/route';
import { OfSource } from '@/lib/api/schemas';
import { sourceOrRefuse, sourceReply } from '@/lib/api/source-answer';
import { SourceShape } from '@/lib/api/source-shapes';
import { editSource } from '@/lib/sources/commands';
import { EditSource } from '@/lib/sources/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'A source and every claim it settles',
    scope: 'read',
    input: OfSource,
    path: { id: 'sourceId' },
    answer: { about: 'The source', shape: SourceShape },
    handle: async (ctx, { sourceId }) => sourceReply(await sourceOrRefuse(ctx, sourceId)),
  }),
  PATCH: route({
    summary: 'Change a source; claims that rest on it otherwise than before reopen',
    scope: 'write',
    input: EditSource,
    path: { id: 'sourceId' },
    guard: 'version',
    answer: { about: 'The source', shape: SourceShape },
    async handle(ctx, input) {
      await editSource(ctx, input);
      return sourceReply(await sourceOrRefuse(ctx, input.sourceId));
    },
  }),
});
