import { z } from 'zod';
import { EditClaim } from '@/lib/claims/schemas';
import { nestFields } from '@/lib/form-fields';

/** `EditClaim` as a form sends it: rows of figures and of the chain as `quantities.0.value`, `attribution.1.party`. */
export const EditClaimForm = z.preprocess(
  (fields) => nestFields(fields, ['qualifier', 'role', 'ground']),
  EditClaim,
);
