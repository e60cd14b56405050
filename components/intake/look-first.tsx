'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import type { ActionState } from '@/lib/action';
import { proposeCopy } from '@/lib/intake/actions';

/** Takes pasted words to the preview, where their blocks can be named and set aside before they are brought in. */
export function LookFirst({ copy }: { copy: string }) {
  const [answer, setAnswer] = useState<ActionState>(null);
  const [isPending, startTransition] = useTransition();

  function look() {
    const form = new FormData();
    form.set('copy', copy);
    startTransition(async () => {
      const next = await proposeCopy(null, form);
      startTransition(() => setAnswer(next));
    });
  }

  return (
    <>
      <Button
        onClick={look}
        aria-busy={isPending}
        disabled={copy.trim() === '' && { reason: 'Paste the text first.' }}
      >
        Name its blocks first
      </Button>
      <FormMessage state={answer} />
    </>
  );
}
