'use server';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { action } from '@/lib/action';
import { Refusal } from '@/lib/errors';
import { id } from '@/lib/fields';
import * as lists from '@/lib/intake/claim-list-commands';
import * as intake from '@/lib/intake/commands';
import { BringInClaimsForm, ProposeCopyForm, SettleIntakeForm } from '@/lib/intake/schemas';

/** Leads to the preview of what came. */
export const proposeCopy = action(ProposeCopyForm, async (ctx, { file, url, copy, storyId }) => {
  const hasFile = file !== undefined && file.size > 0;
  const { id: intakeId } = await intake.proposeCopy(ctx, {
    ...(hasFile && { file: { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name } }),
    ...(url !== undefined && { url }),
    ...(copy !== '' && { pasted: copy }),
    storyId,
  });
  redirect(`/stories/new/${intakeId}`);
});

/** Brings the proposal in and leads to where one goes on with it, or keeps what was changed in it. */
export const settleIntake = action(SettleIntakeForm, async (ctx, { settle, ...input }) => {
  const { headline, language, ...rest } = input;
  if (settle === 'keep') {
    const { intakeId, version, byline, publisher, publishedAt, updatedAt, blocks } = rest;
    await intake.changeProposal(ctx, {
      intakeId,
      version,
      headline,
      language,
      byline,
      publisher,
      publishedAt,
      updatedAt,
      blocks,
    });
    revalidatePath(`/stories/new/${intakeId}`);
    return 'Kept for a week';
  }
  if (headline == null) {
    const sentence = 'Write a headline, or choose the block that is one.';
    throw new Refusal('invalid', sentence, { fields: { headline: [sentence] } });
  }
  const { storyId, version } = await intake.confirmIntake(ctx, { ...rest, headline, language });
  revalidatePath('/stories');
  // Of a further version, what became of the claims comes first.
  redirect(
    version.number === 1 ? `/stories/${storyId}` : `/stories/${storyId}/versions/${version.number}`,
  );
});

/** Throws the proposal away and leads back to where the next one begins. */
export const dropIntake = action(z.strictObject({ intakeId: id }), async (ctx, { intakeId }) => {
  await intake.dropIntake(ctx, intakeId);
  redirect('/stories/new');
});

/** Marks every claim of a list (CSV) in the story. */
export const bringInClaims = action(BringInClaimsForm, async (ctx, { storyId, file }) => {
  const { claims } = await lists.bringInClaims(ctx, {
    storyId,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  revalidatePath(`/stories/${storyId}`);
  return `Marked ${claims} ${claims === 1 ? 'claim' : 'claims'}`;
});
