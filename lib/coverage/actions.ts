'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as coverage from '@/lib/coverage/commands';
import { SetAside, UndoSetAside } from '@/lib/coverage/schemas';
import { SET_ASIDE_LABELS } from '@/lib/domain/set-aside-rules';
import { Refusal } from '@/lib/errors';
import { count } from '@/lib/format';

/** What was set aside by one call carries the time of its answer: the desk finds it by that, to undo it. */
export const setAside = action(SetAside, async (ctx, input) => {
  const { ids } = await showingConflicts(coverage.setAside(ctx, input));
  revalidatePath('/', 'layout');
  const what = ids.length === 1 ? 'Set aside' : `${count(ids.length, 'place')} set aside`;
  return `${what} as ${SET_ASIDE_LABELS[input.reason].toLowerCase()}`;
});

export const undoSetAside = action(UndoSetAside, async (ctx, input) => {
  const { undone } = await showingConflicts(coverage.undoSetAside(ctx, input));
  revalidatePath('/', 'layout');
  return undone === 1 ? 'Taken back' : `${count(undone, 'place')} taken back`;
});

/** Whoever was too late is shown what is there now. */
async function showingConflicts<Result>(change: Promise<Result>): Promise<Result> {
  try {
    return await change;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') revalidatePath('/', 'layout');
    throw error;
  }
}
