import { database } from '@/lib/db/client';
import { Prisma } from '@/prisma/generated/client';

export type Transaction = Prisma.TransactionClient;

const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

/**
 * Run `work` in one transaction: all of it is written, or nothing.
 * A deadlock or serialization failure is tried again from the start, so `work` may not touch anything but `tx`.
 */
export async function inTransaction<Result>(
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(work, { timeout: 20_000, maxWait: 10_000 });
    } catch (error) {
      if (attempt === ATTEMPTS || !isRetryable(error)) throw error;
    }
  }
}

function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034') return true;
  const text = `${error.message} ${JSON.stringify('meta' in error ? error.meta : '')}`;
  return text.includes(SERIALIZATION_FAILURE) || text.includes(DEADLOCK);
}
