import { database } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';

/** The longest that a reading may hold its snapshot and its connection. */
const LONGEST_MS = 120_000;

/** Run `work` over one snapshot of the database: whatever it reads belongs together, however many statements. */
export const inSnapshot = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  database().$transaction(work, {
    isolationLevel: 'RepeatableRead',
    timeout: LONGEST_MS,
    maxWait: 10_000,
  });
