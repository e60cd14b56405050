'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as notes from '@/lib/notes/commands';
import { ResolveNote, WriteNote } from '@/lib/notes/schemas';

export const writeNote = action(WriteNote, async (ctx, input) => {
  await notes.writeNote(ctx, input);
  revalidatePath('/', 'layout');
  return input.threadId === undefined ? 'Note added' : 'Reply added';
});

export const resolveNote = action(ResolveNote, async (ctx, input) => {
  await notes.resolveNote(ctx, input);
  revalidatePath('/', 'layout');
  return 'Query closed';
});
