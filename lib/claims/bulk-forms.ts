import { z } from 'zod';
import { AssignClaims, DropClaims, SetDue } from '@/lib/claims/schemas';
import { list } from '@/lib/fields';

/** A form sends each ticked claim as one field, "id:version": the version that was on screen. */
const ticked = list(
  z.preprocess((value) => {
    const [claimId, version] = typeof value === 'string' ? value.split(':') : [];
    return { claimId, version };
  }, AssignClaims.shape.claims.element),
  200,
).refine((claims) => claims.length > 0, 'Select at least one claim.');

export const AssignForm = z.strictObject({ ...AssignClaims.shape, claims: ticked });
export const DueForm = z.strictObject({ ...SetDue.shape, claims: ticked });
export const DropForm = z.strictObject({ ...DropClaims.shape, claims: ticked });
