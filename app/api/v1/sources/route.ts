import { presentSourceRow } from '@/lib/api/present-source';
import { endpoint, route } from '@/lib/api/route';
import { ListSources } from '@/lib/api/schemas';
import { sourceOrRefuse, sourceReply } from '@/lib/api/source-answer';
import { SourcePageShape, SourceShape } from '@/lib/api/source-shapes';
import { addSource } from '@/lib/sources/commands';
import { listSources } from '@/lib/sources/queries';
import { AddSource } from '@/lib/sources/schemas';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'The library of sources, newest first',
    scope: 'read',
    input: ListSources,
    answer: { about: 'A page of sources', shape: SourcePageShape },
    async handle(ctx, { q, kind, limit, cursor = null }) {
      const { sources, nextCursor } = await listSources(ctx, { text: q, kind, limit, cursor });
      return { body: { items: sources.map(presentSourceRow), nextCursor } };
    },
  }),
  POST: route({
    summary: 'Add a source to the library',
    scope: 'write',
    input: AddSource,
    answer: { status: 201, about: 'The source', shape: SourceShape },
    async handle(ctx, input) {
      const { id } = await addSource(ctx, input);
      const source = await sourceOrRefuse(ctx, id);
      return { ...sourceReply(source), location: `/api/v1/sources/${id}` };
    },
  }),
});
