'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as claims from '@/lib/claims/commands';
import { EditClaimForm } from '@/lib/claims/forms';
import * as moves from '@/lib/claims/move-claim';
import { MarkClaim, MoveClaim } from '@/lib/claims/schemas';
import { showingConflicts } from '@/lib/claims/showing-conflicts';
import type { Move } from '@/lib/domain/vocabulary';
import { claimRef } from '@/lib/format';

export const markClaim = action(MarkClaim, async (ctx, input) => {
  const { number } = await showingConflicts(claims.markClaim(ctx, input));
  revalidatePath('/', 'layout');
  return `Marked ${claimRef(number)}`;
});

export const editClaim = action(EditClaimForm, async (ctx, input) => {
  await showingConflicts(claims.editClaim(ctx, input));
  revalidatePath('/', 'layout');
  return input.assigneeId === undefined ? 'Saved' : 'Handed on';
});

export const moveClaim = action(MoveClaim, async (ctx, input) => {
  await showingConflicts(moves.moveClaim(ctx, input));
  revalidatePath('/', 'layout');
  return DONE[input.move];
});

const DONE: Record<Move, string> = {
  take: 'Taken',
  assign: 'Assigned',
  wait: 'Waiting since',
  resume: 'Resumed',
  find: 'Finding saved',
  submit: 'Submitted for review',
  'sign-off': 'Signed off',
  return: 'Returned',
  reopen: 'Reopened',
  drop: 'Dropped',
  restore: 'Restored',
};
