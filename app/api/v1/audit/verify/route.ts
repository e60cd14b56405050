import { z } from 'zod';
import { VerdictShape } from '@/lib/api/audit-shapes';
import { endpoint, route } from '@/lib/api/route';
import { verifyAudit } from '@/lib/audit/verify';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'Read the whole record and hash it again',
    scope: 'read',
    input: z.strictObject({}),
    answer: { about: 'Whether it is whole', shape: VerdictShape },
    handle: async (ctx) => ({ body: await verifyAudit(ctx) }),
  }),
});
