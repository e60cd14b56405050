import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from '@/lib/db/client';
import { Refusal } from '@/lib/errors';
import { sha256 } from '@/lib/sha256';

const WINDOW_SECONDS = 15 * 60;

/** Failures allowed within a window: of one pair of account and network, of one account, of one network. */
export const ATTEMPTS = { pair: 5, account: 20, network: 50, ownPassword: 5 } as const;
type Limit = keyof typeof ATTEMPTS;

// Kept in Postgres: a restart forgives nobody, and every node counts together.
const limiter = (limit: Limit) =>
  new RateLimiterPrisma({
    storeClient: database(),
    tableName: 'rateLimiterFlexible',
    keyPrefix: `sign-in-${limit}`,
    points: ATTEMPTS[limit],
    duration: WINDOW_SECONDS,
    blockDuration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });

/** Whose attempt it is: the address as typed, whether or not it has an account, and where it comes from. */
export type Attempt = { email: string; network: string | null };

/** Count an attempt, before the password is looked at; throws a refusal with the waiting time when there are too many. */
export async function countAttempt(attempt: Attempt): Promise<void> {
  // The account's own limit last: whoever has used up the others cannot go on to lock it for everybody.
  for (const [limit, key] of keysOf(attempt)) await consume(limit, key, 'sign in');
}

/** Take back what a successful attempt counted; the failures of others stay. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  for (const [limit, key] of keysOf(attempt)) {
    if (limit === 'pair') await limiter(limit).delete(key);
    else await limiter(limit).reward(key, 1);
  }
}

/** The same for the current password, asked for again by a page of an open session. */
export const countOwnPasswordAttempt = (userId: string): Promise<void> =>
  consume('ownPassword', userId, 'give the current password');

export const forgiveOwnPasswordAttempts = (userId: string): Promise<boolean> =>
  limiter('ownPassword').delete(userId);

/** Remove counters whose window is long past. */
export async function clearOldAttempts(now: Date): Promise<void> {
  await database().rateLimiterFlexible.deleteMany({ where: { expire: { lt: now } } });
}

function keysOf({ email, network }: Attempt): [Limit, string][] {
  // Hashed: what people type into the wrong field is not ours to keep.
  const account = sha256(email);
  if (network === null) return [['account', account]];
  return [
    ['network', network],
    ['pair', sha256(`${email}\n${network}`)],
    ['account', account],
  ];
}

async function consume(limit: Limit, key: string, what: string): Promise<void> {
  try {
    await limiter(limit).consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw new TooManyAttempts(what, Math.ceil(error.msBeforeNext / 1000));
  }
}

export class TooManyAttempts extends Refusal {
  /** How long to wait. */
  readonly seconds: number;

  constructor(what: string, seconds: number) {
    const minutes = Math.max(1, Math.ceil(seconds / 60));
    const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
    super('not-allowed', `There were too many attempts to ${what}. Wait ${wait}, then try again.`);
    this.seconds = seconds;
  }
}
