import { editClaim } from '@/lib/claims/commands';
import { moveClaim } from '@/lib/claims/move-claim';
import type { AssignClaims, DropClaims, SetDue } from '@/lib/claims/schemas';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { Refusal } from '@/lib/errors';

/** What became of each claim of a bulk change: `because` says why one was refused. */
export type BulkOutcome = { done: string[]; refused: { claimId: string; because: string }[] };

/** Give several claims to one person: marked ones are assigned, ones in check are handed on. */
export function assignClaims(ctx: Context, input: AssignClaims): Promise<BulkOutcome> {
  return oneByOne(input.claims, async ({ claimId, version }) => {
    const state = await stateOf(claimId);
    if (state === 'IN_CHECK' || state === 'WAITING')
      await editClaim(ctx, { claimId, version, assigneeId: input.assigneeId });
    else await moveClaim(ctx, { claimId, version, move: 'assign', assigneeId: input.assigneeId });
  });
}

export function setDue(ctx: Context, input: SetDue): Promise<BulkOutcome> {
  return oneByOne(input.claims, async ({ claimId, version }) => {
    await editClaim(ctx, { claimId, version, dueAt: input.dueAt ?? null });
  });
}

export function dropClaims(ctx: Context, input: DropClaims): Promise<BulkOutcome> {
  return oneByOne(input.claims, async ({ claimId, version }) => {
    await moveClaim(ctx, { claimId, version, move: 'drop', reason: input.reason });
  });
}

/** Each claim in its own short transaction: one refused claim does not hold up the others. */
async function oneByOne<Item extends { claimId: string }>(
  claims: readonly Item[],
  change: (claim: Item) => Promise<void>,
): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], refused: [] };
  for (const claim of claims) {
    try {
      await change(claim);
      outcome.done.push(claim.claimId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      outcome.refused.push({ claimId: claim.claimId, because: error.message });
    }
  }
  return outcome;
}

async function stateOf(claimId: string) {
  const claim = await database().claim.findUnique({
    where: { id: claimId },
    select: { state: true },
  });
  return claim?.state ?? null;
}
