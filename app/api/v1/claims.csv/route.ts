import { z } from 'zod';
import { endpoint, route } from '@/lib/api/route';
import { claimRequest, ListClaims } from '@/lib/api/schemas';
import { downloadAnswer } from '@/lib/outlet/download';
import { exportClaims } from '@/lib/sheets/export-claims';
import { Flag01 } from '@/lib/sheets/schemas';

const ExportClaims = ListClaims.omit({ sort: true, limit: true, cursor: true }).extend({
  /** Begin with a byte order mark, for Excel. Absent: yes. */
  bom: Flag01.optional(),
});

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'The queue as CSV: every claim of a filter, in the order they were marked',
    scope: 'read',
    input: ExportClaims,
    answer: { about: 'A CSV file that streams', shape: z.string(), media: ['text/csv'] },
    async handle(ctx, { bom, ...filter }) {
      const request = claimRequest(ctx, { ...filter, sort: 'created', limit: 1 });
      return downloadAnswer(exportClaims(ctx, { filter: request.filter, bom: bom ?? true }));
    },
  }),
});
