'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as bulk from '@/lib/claims/bulk-commands';
import { AssignForm, DropForm, DueForm } from '@/lib/claims/bulk-forms';
import { forgetCounts } from '@/lib/claims/count-claims';
import { listClaimNumbers } from '@/lib/claims/list-claim-numbers';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';
import { claimRef, count } from '@/lib/format';

/**
 * Changes to the claims ticked in the queue. The answer's first line says what was done; each further line names a
 * claim that was refused, and why. When none could be changed, that is a refusal and the form stays as it was.
 */
export const assignClaims = action(AssignForm, async (ctx, input) =>
  told(ctx, await bulk.assignClaims(ctx, input), 'assigned'),
);

export const setDue = action(DueForm, async (ctx, input) =>
  told(
    ctx,
    await bulk.setDue(ctx, input),
    input.dueAt ? 'given a new due time' : 'left without a due time',
  ),
);

export const dropClaims = action(DropForm, async (ctx, input) =>
  told(ctx, await bulk.dropClaims(ctx, input), 'set aside'),
);

async function told(
  ctx: Context,
  { done, refused }: bulk.BulkOutcome,
  what: string,
): Promise<string> {
  const numbers = await listClaimNumbers(
    ctx,
    refused.map(({ claimId }) => claimId),
  );
  const reasons = refused.map(({ claimId, because }) => {
    const number = numbers.get(claimId);
    return number === undefined ? because : `${claimRef(number)}: ${because}`;
  });
  if (done.length === 0)
    throw new Refusal(
      'rule',
      refused.length === 1 ? 'This claim was not changed.' : 'None of these claims was changed.',
      { reasons },
    );
  forgetCounts();
  revalidatePath('/queue');
  const sentence = `${count(done.length, 'claim')} ${what}.`;
  if (refused.length === 0) return sentence;
  return [`${sentence} ${refused.length} not changed:`, ...reasons].join('\n');
}
