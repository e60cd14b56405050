'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { action } from '@/lib/action';
import { withLineEndsOf } from '@/lib/domain/line-ends';
import { Refusal } from '@/lib/errors';
import * as newVersions from '@/lib/stories/add-version';
import * as clearances from '@/lib/stories/clearances';
import * as stories from '@/lib/stories/commands';
import { readCopyFile } from '@/lib/stories/copy-file';
import { getStory, getVersion } from '@/lib/stories/queries';
import {
  AddVersion,
  ApplySuggestions,
  ClearVersion,
  DecideSuggestion,
  EditStory,
  ImportStoryForm,
  WithdrawClearance,
} from '@/lib/stories/schemas';
import * as suggestions from '@/lib/stories/suggestions';

/** Leads to the story's desk. */
export const importStory = action(ImportStoryForm, async (ctx, { file, copy, ...details }) => {
  const { id } = await stories.importStory(ctx, { ...details, copy: await givenCopy(file, copy) });
  revalidatePath('/stories');
  redirect(`/stories/${id}`);
});

/** Leads to the new version, beside the one before. */
export const addVersion = action(AddVersion, async (ctx, input) => {
  const story = await getStory(ctx, input.storyId);
  const over = story && (await getVersion(ctx, story.id, story.current.number));
  const copy = over === null ? input.copy : withLineEndsOf(over.text, input.copy);
  const { number } = await newVersions.addVersion(ctx, { ...input, copy });
  revalidatePath('/', 'layout');
  redirect(`/stories/${input.storyId}/versions/${number}`);
});

export const clearVersion = action(ClearVersion, async (ctx, input) => {
  await clearances.clearVersion(ctx, input);
  revalidatePath('/', 'layout');
  return 'Cleared';
});

export const withdrawClearance = action(WithdrawClearance, async (ctx, input) => {
  await clearances.withdrawClearance(ctx, input);
  revalidatePath('/', 'layout');
  return 'Withdrawn';
});

export const decideSuggestion = action(DecideSuggestion, async (ctx, input) => {
  await suggestions.decideSuggestion(ctx, input);
  revalidatePath('/', 'layout');
  return input.decision === 'ACCEPTED' ? 'Accepted' : 'Turned down';
});

/** Leads to the version that the changes made. */
export const applySuggestions = action(ApplySuggestions, async (ctx, input) => {
  const { number } = await suggestions.applySuggestions(ctx, input);
  revalidatePath('/', 'layout');
  redirect(`/stories/${input.storyId}/versions/${number}`);
});

/** Leads back to the story's desk. */
export const editStory = action(EditStory, async (ctx, input) => {
  await stories.editStory(ctx, input);
  revalidatePath('/stories');
  redirect(`/stories/${input.storyId}`);
});

/** The copy is what was pasted, or a file as it is; a browser sends an empty file when none was chosen. */
async function givenCopy(file: File | undefined, pasted: string): Promise<string> {
  if (file === undefined || file.size === 0) return pasted;
  if (pasted.trim() !== '')
    throw refused(
      'There is pasted text and a file. Take one of them away, so that it is clear which is the copy.',
    );
  const { text, problem } = await readCopyFile(file);
  if (problem !== null) throw refused(problem);
  return text;
}

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { copy: [sentence] } });
