'use server';
import { revalidatePath } from 'next/cache';
import { action } from '@/lib/action';
import * as tokens from '@/lib/tokens/commands';
import { CreateToken, RevokeToken } from '@/lib/tokens/schemas';

/** Answers the token itself, to be shown once. */
export const createToken = action(CreateToken, async (ctx, input) => {
  const { token } = await tokens.createToken(ctx, input);
  revalidatePath('/settings/tokens');
  return token;
});

export const revokeToken = action(RevokeToken, async (ctx, input) => {
  await tokens.revokeToken(ctx, input);
  revalidatePath('/settings/tokens');
  return 'Revoked. Programs that use it are refused from now on.';
});
