import { type ClaimFilter, COUNT_LIMIT, countClaims } from '@/lib/claims/list-claims';
import type { Context } from '@/lib/context';

/**
 * How long a count may be old. Counting costs several times what the page itself does, and every page of the queue
 * shows half a dozen; a desk that works at speed asks for the same ones again and again.
 */
const FRESH_MILLISECONDS = 2_000;

/** Counts asked for lately, by filter. Kept small: most filters are asked for by one person once. */
const KEPT = 500;

type Counted = { at: number; count: Promise<number> };
const lately = new Map<string, Counted>();

/** Claims that match, up to COUNT_LIMIT + 1; as of at most two seconds ago. For showing, never for deciding. */
export function roughCount(ctx: Context, filter: ClaimFilter): Promise<number> {
  const at = ctx.now.getTime();
  const { overdueAt, ...rest } = filter;
  const key = JSON.stringify([rest, overdueAt !== undefined]);
  const known = lately.get(key);
  if (known !== undefined && at - known.at < FRESH_MILLISECONDS) return known.count;
  const count = countClaims(ctx, filter);
  lately.delete(key);
  lately.set(key, { at, count });
  const oldest = lately.keys().next().value;
  if (lately.size > KEPT && oldest !== undefined) lately.delete(oldest);
  count.catch(() => lately.delete(key));
  return count;
}

/** Forget what was counted: something was just changed here, and whoever did it wants to see it. */
export const forgetCounts = (): void => lately.clear();

/** "214", "1,000+". */
export const cappedCount = (count: number): string =>
  count > COUNT_LIMIT ? `${COUNT_LIMIT.toLocaleString('en')}+` : count.toLocaleString('en');
