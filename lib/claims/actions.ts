'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as claims from '@/lib/claims/commands';
import { EditClaimForm } from '@/lib/claims/forms';
import * as places from '@/lib/claims/place-claim';
import {
  AcceptNewWords,
  ChooseAnchor,
  CutClaim,
  MarkClaim,
  MergeClaims,
  MoveClaim,
  RespanClaim,
} from '@/lib/claims/schemas';
import * as splits from '@/lib/claims/split-claim';
import type { Move } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
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
  await showingConflicts(claims.moveClaim(ctx, input));
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

export const chooseAnchor = action(ChooseAnchor, async (ctx, input) => {
  await showingConflicts(places.chooseAnchor(ctx, input));
  revalidatePath('/', 'layout');
  return 'Chosen';
});

export const respanClaim = action(RespanClaim, async (ctx, input) => {
  await showingConflicts(places.respanClaim(ctx, input));
  revalidatePath('/', 'layout');
  return 'Marked';
});

export const acceptNewWords = action(AcceptNewWords, async (ctx, input) => {
  await showingConflicts(places.acceptNewWords(ctx, input));
  revalidatePath('/', 'layout');
  return 'Accepted';
});

export const cutClaim = action(CutClaim, async (ctx, input) => {
  await showingConflicts(places.cutClaim(ctx, input));
  revalidatePath('/', 'layout');
  return 'Cut';
});

export const mergeClaims = action(MergeClaims, async (ctx, input) => {
  await showingConflicts(splits.mergeClaims(ctx, input));
  revalidatePath('/', 'layout');
  return 'Merged';
});

/** Whoever was too late is shown what is there now beside the words they typed, so that the next try can go through. */
async function showingConflicts<Result>(change: Promise<Result>): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') revalidatePath('/', 'layout');
    throw error;
  }
}
