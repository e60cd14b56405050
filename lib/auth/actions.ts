'use server';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import type { ActionState } from '@/lib/action';
import { askNextAuth } from '@/lib/auth/next-auth';
import { ownPath } from '@/lib/auth/own-path';
import { problemSentence } from '@/lib/auth/sign-in-problem';

const SignIn = z.object({
  email: z.string().trim().min(1, 'Type your e-mail address.'),
  password: z.string().min(1, 'Type your password.'),
  next: z.string().optional(),
});

/** Sign in and go on to the page that was asked for. What was typed comes back, but for the password. */
export async function signIn(_previous: ActionState, form: FormData): Promise<ActionState> {
  const input = SignIn.safeParse(Object.fromEntries(form));
  const email = form.get('email');
  const refused = (message: string, fieldErrors: Record<string, string[]> = {}): ActionState => ({
    ok: false,
    message,
    reasons: [],
    fieldErrors,
    values: { email: typeof email === 'string' ? email : '' },
  });
  if (!input.success)
    return refused(
      'Type your e-mail address and your password.',
      z.flattenError(input.error).fieldErrors,
    );
  const { next, ...credentials } = input.data;
  const problem = await askNextAuth('callback/credentials', credentials);
  if (problem !== null) return refused(problemSentence(problem));
  redirect(ownPath(next));
}

/** End the session, and with it every copy of its cookie. */
export async function signOut(): Promise<void> {
  await askNextAuth('signout', {});
  redirect('/sign-in');
}
