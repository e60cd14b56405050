import { z } from 'zod';
import { endpoint, route } from '@/lib/api/route';
import { MeShape } from '@/lib/api/shapes';
import { toWire } from '@/lib/domain/wire-words';

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = endpoint({
  GET: route({
    summary: 'Who this token or session acts as',
    scope: 'read',
    input: z.strictObject({}),
    answer: { about: 'The person', shape: MeShape },
    handle: async ({ actor }) => ({
      body: { id: actor.id, email: actor.email, name: actor.name, role: toWire(actor.role) },
    }),
  }),
});
