'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import {
  type ComponentProps,
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useRef,
  useState,
  useTransition,
} from 'react';
import type { Action, ActionState } from '@/lib/action';
import { FormProvider } from './form-context';
import { FormMessage } from './form-message';
import { Time } from './time';
import { useDraft } from './use-draft';

type Props = Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'noValidate' | 'children'> & {
  /** A server action made by `action()` of lib/action.ts. Pass it as it is: wrapped, it would need JavaScript. */
  action: Action;
  /**
   * Names what is being written, such as `note:${claimId}`; what is typed is then kept in this browser until it is
   * saved. Leave out for forms with nothing to type.
   */
  keep?: string;
  /** Where the answer stands: under the fields, above them, or where you put `<FormMessage />` yourself. */
  message?: 'below' | 'above' | 'own';
  /** After success the fields go back to what the page gave them; false leaves them as typed. */
  resets?: boolean;
  /** After success, in the browser: to close a dialog, say. */
  onDone?: () => void;
  children: ReactNode;
};

/**
 * A form that loses nothing. It works before JavaScript. With it: a refusal leaves every word in its field, with the
 * reasons; what is typed outlives a reload and a closed session; a lost connection says so instead of taking the page
 * down. Fields inside (field.tsx) show their own errors, submit-button.tsx its progress.
 */
export function KeptForm({
  action,
  keep,
  message = 'below',
  resets = true,
  onDone,
  children,
  ...rest
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  // The dispatcher is what the browser posts to before hydration; after that `send` takes over.
  const [posted, post] = useActionState(action, null);
  const [answer, setAnswer] = useState<ActionState>(null);
  const [isPending, startTransition] = useTransition();
  const draft = useDraft(form, keep);
  const state = answer ?? posted;

  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const { currentTarget } = event;
    if (isPending) return;
    if (!currentTarget.checkValidity()) {
      currentTarget.querySelector<HTMLElement>(':is(input, select, textarea):invalid')?.focus();
      return;
    }
    const data = new FormData(currentTarget, event.nativeEvent.submitter);
    startTransition(async () => {
      const next = await answered(action, state, data, draft.forget);
      startTransition(() => setAnswer(next));
      if (next?.ok !== true) return;
      draft.forget();
      if (resets) currentTarget.reset();
      onDone?.();
    });
  }

  const refused = state?.ok === false ? state : null;
  return (
    <FormProvider
      value={{
        state,
        isPending,
        posted: answer === null ? (refused?.values ?? null) : null,
        refused: refused?.values ?? null,
        fieldErrors: refused?.fieldErrors ?? {},
      }}
    >
      <form {...rest} ref={form} action={post} onSubmit={send} noValidate={draft.isReady}>
        {draft.restored && (
          <p role="status" className="text-small text-ink-3">
            {draft.restored.isStale
              ? 'This has changed since you wrote here. Your words are back; compare before you save. '
              : 'Your unsaved words are back, from '}
            {!draft.restored.isStale && <Time at={draft.restored.at} />}
            {!draft.restored.isStale && '. '}
            <button type="button" className="link py-1" onClick={draft.startOver}>
              Start over
            </button>
          </p>
        )}
        {message === 'above' && <FormMessage />}
        {children}
        {message === 'below' && <FormMessage />}
      </form>
    </FormProvider>
  );
}

/**
 * The action's answer. Redirects and other signals of the router pass through, and settle the draft. A fault on the
 * way becomes a refusal, so that the page and the words stay.
 */
async function answered(
  action: Action,
  previous: ActionState,
  data: FormData,
  forget: () => void,
): Promise<ActionState> {
  try {
    return await action(previous, data);
  } catch (error) {
    try {
      unstable_rethrow(error);
    } catch (signal) {
      forget();
      throw signal;
    }
    return { ok: false, message: faultMessage(error), reasons: [], fieldErrors: {}, values: {} };
  }
}

function faultMessage(error: unknown): string {
  if (unstable_isUnrecognizedActionError(error))
    return 'Stet has been updated since you opened this page. Reload it and send again; your words are kept here.';
  if (error instanceof TypeError || !navigator.onLine)
    return 'The desk could not be reached. Your words are kept here; send again when the connection is back.';
  return 'Something went wrong on our side and nothing was saved. Your words are kept here; send again, and if it happens twice tell whoever runs your desk.';
}
