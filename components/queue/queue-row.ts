import type { ClaimRow } from '@/lib/claims/list-claims';
import { OPEN_STATUSES } from '@/lib/claims/queue-view';
import type { ClaimStatus, ClaimType, Flag } from '@/lib/domain/vocabulary';
import { dueIn, elapsed, shortTime } from '@/lib/format';

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

/** A moment as the reader's cell says it; the exact one stands on hover (see ReaderProvider). */
export type WrittenTime = { iso: string; words: string };
/** `late`: "18 min late"; null while there is time, or when the work is done. */
export type WrittenDue = WrittenTime & { late: string | null };

/** A row with its times in words: a hundred components that write them would cost the page as much as its rows. */
export type WrittenRow = QueueRow & { due: WrittenDue | null; updated: WrittenTime };

export const writtenRow = (claim: QueueRow, zone: string, now: number): WrittenRow => ({
  ...claim,
  due: claim.dueAt === null ? null : writtenDue(claim.dueAt, claim.status, zone, now),
  updated: { iso: new Date(claim.updatedAt).toISOString(), words: elapsed(claim.updatedAt, now) },
});

function writtenDue(at: number, status: ClaimStatus, zone: string, now: number): WrittenDue {
  const { late, words } = dueIn(at, now);
  return {
    iso: new Date(at).toISOString(),
    words: shortTime(at, zone, now),
    late: late && OPEN_STATUSES.includes(status) ? words : null,
  };
}
