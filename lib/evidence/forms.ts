import { z } from 'zod';
import { AttachEvidence, EditEvidence } from '@/lib/evidence/schemas';
import { nestFields } from '@/lib/form-fields';

/** Fields of a new source that always hold something and so do not say that one is described. */
const NOT_ENOUGH = ['kind', 'confidentiality', 'derivation', 'language'];

/** `AttachEvidence` as a form sends it, the new source's fields as `source.title`. */
export const AttachEvidenceForm = z.preprocess((fields) => {
  const nested = nestFields(fields, NOT_ENOUGH);
  if (!isFields(nested)) return nested;
  const { source, ...rest } = nested;
  if (rest['sourceId']) return rest;
  // An empty description is still one, so that the refusal stands at its first field.
  return { ...rest, source: source ?? { title: '' } };
}, AttachEvidence);

/** `EditEvidence` as a form sends it: a box without its tick is not sent at all. */
export const EditEvidenceForm = z.preprocess(
  (fields) =>
    isFields(fields) ? { ...fields, authoritative: fields['authoritative'] ?? false } : fields,
  EditEvidence,
);

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
