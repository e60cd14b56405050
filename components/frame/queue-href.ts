import { OPEN_STATES } from '@/lib/domain/claim-status';
import { CLAIM_STATUSES, type ClaimStatus, type ClaimType } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

type QueueView = {
  story?: string;
  statuses?: readonly ClaimStatus[];
  type?: ClaimType;
  overdue?: boolean;
};

/** The address of the queue filtered like this, so that a number can lead to the very rows it counts. */
export function queueHref({ story, statuses = [], type, overdue = false }: QueueView): string {
  const query = new URLSearchParams();
  if (story) query.set('story', story);
  if (statuses.length > 0) query.set('status', statuses.map(toWire).join(','));
  if (type) query.set('type', toWire(type));
  if (overdue) query.set('overdue', 'true');
  const search = query.toString().replaceAll('%2C', ',');
  return search === '' ? '/queue' : `/queue?${search}`;
}

/** Badges of work still to be done: until a sign-off the badge is the state. */
export const OPEN_STATUSES: readonly ClaimStatus[] = CLAIM_STATUSES.filter((status) =>
  OPEN_STATES.some((state) => state === status),
);
