import { z } from 'zod';
import { id, named, natural, sha256, text, time } from '@/lib/api/shapes';
import type { Json } from '@/lib/domain/audit-chain';

/** Whatever the event's fields held. */
const json: z.ZodType<Json> = z.any();

export const HistoryShape = named(
  'History',
  z.object({
    items: z.array(
      z.object({
        id,
        at: time,
        /** `id` null: Stet itself. */
        actor: z.object({ id: id.nullable(), name: text }),
        /** `claim.signed-off`. */
        verb: text,
        subject: z.object({ type: text, id }),
        before: json,
        after: json,
        /** SHA-256 of the story's text at that moment. */
        versionSha256: sha256.nullable(),
        seq: z.int().positive(),
      }),
    ),
    nextCursor: z.null(),
  }),
);

export const VerdictShape = named(
  'AuditVerdict',
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), events: natural, chains: natural, head: sha256 }),
    z.object({
      ok: z.literal(false),
      events: natural,
      chains: natural,
      firstBad: z.object({ chain: text, seq: z.int(), id: id.nullable(), why: text }),
      badChains: natural,
    }),
  ]),
);
