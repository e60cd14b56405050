import { z } from 'zod';
import { EditClaim } from '@/lib/claims/schemas';
import { nestFields } from '@/lib/form-fields';

/**
 * `EditClaim` as a form sends it: rows of figures and of the chain as `quantities.0.value`, `attribution.1.party`.
 * A form that shows the chain says by it whose assertion the claim is: somebody's in it, or our own.
 */
export const EditClaimForm = z.preprocess((fields) => {
  const nested = nestFields(fields, ['qualifier', 'role', 'ground']);
  if (typeof nested !== 'object' || nested === null || !('attribution' in nested)) return nested;
  const isAttributed = Array.isArray(nested.attribution) && nested.attribution.length > 0;
  return { voice: isAttributed ? 'attributed' : 'own', ...nested };
}, EditClaim);
