'use server';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { action } from '@/lib/action';
import { rememberSession } from '@/lib/auth/remember-session';
import * as users from '@/lib/users/commands';
import {
  AddUser,
  ChangeOwnPassword,
  ChangeRole,
  ChooseSingleKeys,
  DisableUser,
  EnableUser,
  ResetPassword,
} from '@/lib/users/schemas';

const PEOPLE = '/settings/people';

/** Answers the password that was made, to be shown once, or nothing. */
export const addUser = action(AddUser, async (ctx, input) => {
  const { madePassword } = await users.addUser(ctx, input);
  revalidatePath(PEOPLE);
  return madePassword ?? undefined;
});

export const changeRole = action(ChangeRole, async (ctx, input) => {
  await users.changeRole(ctx, input);
  revalidatePath(PEOPLE);
  return 'Role changed. It holds from now on; they will be asked to sign in again.';
});

export const disableUser = action(DisableUser, async (ctx, input) => {
  await users.disableUser(ctx, input);
  revalidatePath(PEOPLE);
  return 'Disabled. They are signed out everywhere.';
});

export const enableUser = action(EnableUser, async (ctx, input) => {
  await users.enableUser(ctx, input);
  revalidatePath(PEOPLE);
  return 'Enabled. They can sign in again.';
});

/** Answers the password that was made, to be shown once, or nothing. */
export const resetPassword = action(ResetPassword, async (ctx, input) => {
  const { madePassword } = await users.resetPassword(ctx, input);
  revalidatePath(PEOPLE);
  return madePassword ?? undefined;
});

export const changeOwnPassword = action(ChangeOwnPassword, async (ctx, input) => {
  const userAgent = (await headers()).get('user-agent');
  const { reference } = await users.changeOwnPassword(ctx, input, { userAgent });
  await rememberSession(reference, ctx.now);
  return 'Password changed. Every other browser you were signed in on has to sign in again.';
});

export const chooseSingleKeys = action(ChooseSingleKeys, async (ctx, input) => {
  await users.chooseSingleKeys(ctx, input);
  revalidatePath('/', 'layout');
  return input.singleKeys ? 'Single-key shortcuts are on.' : 'Single-key shortcuts are off.';
});
