import { database } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';

/** The longest that a reading may hold its snapshot and its connection. */
const LONGEST_MS = 120_000;

/** Run `work` over one snapshot of the database: whatever it reads belongs together, however many statements. */
export const inSnapshot = <Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> =>
  database().$transaction(
    async (tx) => {
      // A batch of claims with all that hangs on them looks dear to the planner, which would then spend seconds on
      // compiling what runs in milliseconds.
      await tx.$executeRaw`SET LOCAL jit = off`;
      return work(tx);
    },
    { isolationLevel: 'RepeatableRead', timeout: LONGEST_MS, maxWait: 10_000 },
  );
