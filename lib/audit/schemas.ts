import { z } from 'zod';
import { isAuditVerb } from '@/lib/audit/verb-words';
import { addressText } from '@/lib/list-address';

const one = z
  .string()
  .transform((value) => addressText(value) ?? undefined)
  .optional()
  .catch(undefined);

/** The address of a page of the log. What it does not understand is left out, so that an old link still leads there. */
export const AuditLogAddress = z.object({
  what: one.transform((what) => (what !== undefined && isAuditVerb(what) ? what : undefined)),
  who: z.uuid().optional().catch(undefined),
  cursor: one,
});
