import { WRONG_SIGN_IN } from '@/lib/auth/commands';
import { TooManyAttempts } from '@/lib/auth/limits';
import { Refusal } from '@/lib/errors';
import { log } from '@/lib/log';

const TOO_MANY = 'too-many-';

/** What went wrong with a sign-in, as a word that may stand in an address. */
export function problemCode(error: unknown): string {
  if (error instanceof TooManyAttempts) return `${TOO_MANY}${error.seconds}`;
  if (error instanceof Refusal) return 'wrong';
  log.error({ err: error }, 'A sign-in failed');
  return 'fault';
}

/** The sentence for such a word. Addresses come from anywhere, so a word that is not ours says nothing of its own. */
export function problemSentence(code: string): string {
  const seconds = new RegExp(`^${TOO_MANY}(\\d{1,4})$`).exec(code)?.[1];
  if (seconds !== undefined) return new TooManyAttempts('sign in', Number(seconds)).message;
  if (code === 'wrong' || code === 'CredentialsSignin') return WRONG_SIGN_IN;
  return 'Stet could not sign you in just now. Try again in a moment; if it happens again, tell whoever runs your desk.';
}
