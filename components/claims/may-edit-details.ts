import type { ClaimView } from '@/lib/claims/queries';

/** What was checked stays as it was signed off, until the claim is reopened. */
export const mayEditDetails = ({ may, state }: Pick<ClaimView, 'may' | 'state'>): boolean =>
  may.edit && state !== 'SIGNED_OFF' && state !== 'DROPPED';
