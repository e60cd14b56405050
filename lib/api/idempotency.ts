import { database } from '@/lib/db/client';
import { Refusal } from '@/lib/errors';
import type { Prisma } from '@/prisma/generated/client';

/** How long the answer to a key is kept. */
const KEPT_MS = 24 * 60 * 60_000;
/** A call takes seconds; one that has no answer after this long broke off. */
const BROKEN_OFF_MS = 2 * 60_000;
const SWEEP_EVERY_MS = 60 * 60_000;
const LONGEST_KEY = 255;

/** As much of an answer as is kept; JSON. */
export type KeptAnswer = { status: number; body: unknown; headers: Record<string, string> };

export type KeyedCall = { userId: string; key: string; requestHash: string; now: Date };

/** The request's Idempotency-Key; null: it has none. */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key');
  if (key === null) return null;
  if (/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(key) && key.length <= LONGEST_KEY) return key;
  throw new Refusal(
    'invalid',
    `An Idempotency-Key has 1 to ${LONGEST_KEY} letters, digits and signs; a new UUID for each call is best.`,
  );
}

/**
 * Do `work` once for this key, and answer a repeat with what the first call was answered. The row that reserves the
 * key is inserted before the work begins, so of calls at the same moment one works and the others are refused.
 * A refusal frees the key, because it changed nothing. After a fault the key stays reserved: nobody knows whether
 * the work was done, and a repeat must not do it twice.
 */
export async function once(
  call: KeyedCall,
  work: () => Promise<KeptAnswer>,
): Promise<KeptAnswer & { replayed: boolean }> {
  const { userId, key } = call;
  if (!(await reserve(call))) return { ...(await answerOfFirst(call)), replayed: true };
  await sweep(call.now);
  let answer: KeptAnswer;
  try {
    answer = await work();
  } catch (error) {
    if (error instanceof Refusal)
      await database().idempotentCall.deleteMany({ where: { userId, key } });
    throw error;
  }
  const { status, body, headers } = answer;
  await database().idempotentCall.updateMany({
    where: { userId, key },
    data: { status, body: { body, headers } as Prisma.InputJsonObject },
  });
  return { ...answer, replayed: false };
}

/** False: the key is taken. */
async function reserve({ userId, key, requestHash, now }: KeyedCall): Promise<boolean> {
  await database().idempotentCall.deleteMany({
    where: { userId, key, createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
  });
  const { count } = await database().idempotentCall.createMany({
    data: { userId, key, requestHash, createdAt: now },
    skipDuplicates: true,
  });
  return count === 1;
}

async function answerOfFirst({ userId, key, requestHash, now }: KeyedCall): Promise<KeptAnswer> {
  const first = await database().idempotentCall.findUnique({
    where: { userId_key: { userId, key } },
  });
  if (first !== null && first.requestHash !== requestHash)
    throw new Refusal(
      'conflict',
      'This Idempotency-Key belongs to another call. Use a new key for a new call.',
    );
  if (first?.status == null || first.body === null) {
    const isBroken = first !== null && now.getTime() - first.createdAt.getTime() > BROKEN_OFF_MS;
    throw new Refusal(
      'conflict',
      isBroken
        ? 'The first call with this Idempotency-Key broke off. Look whether it was done; if not, repeat it with a new key.'
        : 'The first call with this Idempotency-Key is still under way. Wait a moment, then repeat it.',
    );
  }
  const { body, headers } = first.body as Pick<KeptAnswer, 'body' | 'headers'>;
  return { status: first.status, body, headers };
}

let lastSweep = 0;

/** Keys past their time are of no use; once an hour a process clears them away. */
async function sweep(now: Date): Promise<void> {
  if (now.getTime() - lastSweep < SWEEP_EVERY_MS) return;
  lastSweep = now.getTime();
  await database().idempotentCall.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - KEPT_MS) } },
  });
}
