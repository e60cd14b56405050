'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as evidence from '@/lib/evidence/commands';
import { AttachEvidenceForm, EditEvidenceForm } from '@/lib/evidence/forms';
import { AcceptEvidence, RemoveEvidence, ResolveEvidence } from '@/lib/evidence/schemas';

export const attachEvidence = action(AttachEvidenceForm, async (ctx, input) => {
  await evidence.attachEvidence(ctx, input);
  revalidatePath('/', 'layout');
  return 'Attached';
});

export const editEvidence = action(EditEvidenceForm, async (ctx, input) => {
  await evidence.editEvidence(ctx, input);
  revalidatePath('/', 'layout');
  return 'Saved';
});

export const acceptEvidence = action(AcceptEvidence, async (ctx, input) => {
  await evidence.acceptEvidence(ctx, input);
  revalidatePath('/', 'layout');
  return 'Accepted';
});

export const removeEvidence = action(RemoveEvidence, async (ctx, input) => {
  await evidence.removeEvidence(ctx, input);
  revalidatePath('/', 'layout');
  return 'Removed';
});

export const resolveEvidence = action(ResolveEvidence, async (ctx, input) => {
  await evidence.resolveEvidence(ctx, input);
  revalidatePath('/', 'layout');
  return 'Answered';
});
