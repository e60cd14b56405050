'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import * as sources from '@/lib/sources/commands';
import { AddSource, EditSource } from '@/lib/sources/schemas';

/** Leads to the new source's page. */
export const addSource = action(AddSource, async (ctx, input) => {
  const { id } = await sources.addSource(ctx, input);
  revalidatePath('/sources');
  redirect(`/sources/${id}`);
});

/** Leads back to the source's page. */
export const editSource = action(EditSource, async (ctx, input) => {
  await sources.editSource(ctx, input);
  revalidatePath('/sources');
  redirect(`/sources/${input.sourceId}`);
});
