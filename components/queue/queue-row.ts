import type { ClaimRow } from '@/lib/claims/list-claims';
import type { ClaimStatus, ClaimType, Flag } from '@/lib/domain/vocabulary';

/** A claim as the queue shows it: only what its cells need, for it is sent to the browser with every page. */
export type QueueRow = {
  id: string;
  ref: string;
  words: string;
  storyId: string;
  story: string;
  type: ClaimType;
  status: ClaimStatus;
  flags: readonly Flag[];
  sources: number;
  origins: number;
  who: string | null;
  isMine: boolean;
  dueAt: number | null;
  updatedAt: number;
  /** The version on screen, for changes that must not overwrite another's. */
  version: number;
};

/** Words are cut in the column anyway; the whole of a long claim is read on its own page. */
const LONGEST_WORDS = 240;

export const toQueueRow = (claim: ClaimRow, readerId: string, ref: string): QueueRow => ({
  id: claim.id,
  ref,
  words:
    claim.exact.length > LONGEST_WORDS ? `${claim.exact.slice(0, LONGEST_WORDS)}…` : claim.exact,
  storyId: claim.storyId,
  story: claim.storyHeadline,
  type: claim.type,
  status: claim.status,
  flags: claim.flags,
  sources: claim.sourceCount,
  origins: claim.originCount,
  who: claim.assigneeName,
  isMine: claim.assigneeId === readerId,
  dueAt: claim.dueAt?.getTime() ?? null,
  updatedAt: claim.updatedAt.getTime(),
  version: claim.version,
});
