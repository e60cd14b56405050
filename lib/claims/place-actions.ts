'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as places from '@/lib/claims/place-claim';
import {
  AcceptNewWords,
  ChooseAnchor,
  CutClaim,
  MergeClaims,
  RespanClaim,
} from '@/lib/claims/schemas';
import { showingConflicts } from '@/lib/claims/showing-conflicts';
import * as splits from '@/lib/claims/split-claim';

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
