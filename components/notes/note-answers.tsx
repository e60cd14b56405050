'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { resolveNote, writeNote } from '@/lib/notes/actions';

/** Reply in a thread, or close its query. */
export function NoteAnswers({ claimId, noteId, mayReply, mayClose }: Props) {
  const [isReplying, setIsReplying] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // The field takes the place of the button that was pressed.
  useEffect(() => {
    if (isReplying) box.current?.querySelector('textarea')?.focus();
  }, [isReplying]);
  if (!mayReply && !mayClose) return null;
  if (isReplying)
    return (
      <div ref={box} className="mt-1 ml-8.5">
        <KeptForm
          action={writeNote}
          keep={`reply:${noteId}`}
          onDone={() => setIsReplying(false)}
          className="grid gap-2"
        >
          <input type="hidden" name="claimId" value={claimId} />
          <input type="hidden" name="threadId" value={noteId} />
          <Field label="Reply" hideLabel name="body">
            <Textarea rows={2} required />
          </Field>
          <div className="flex gap-2">
            <SubmitButton size="compact">Send reply</SubmitButton>
            <Button size="compact" variant="quiet" onClick={() => setIsReplying(false)}>
              Cancel
            </Button>
          </div>
        </KeptForm>
      </div>
    );
  return (
    <div className="ml-7 flex gap-1">
      {mayReply && (
        <Button
          size="compact"
          variant="quiet"
          className="text-small!"
          onClick={() => setIsReplying(true)}
        >
          Reply
        </Button>
      )}
      {mayClose && (
        <KeptForm action={resolveNote}>
          <input type="hidden" name="noteId" value={noteId} />
          <SubmitButton
            size="compact"
            variant="quiet"
            className="text-small!"
            pendingWord="Closing"
          >
            Close query
          </SubmitButton>
        </KeptForm>
      )}
    </div>
  );
}

type Props = { claimId: string; noteId: string; mayReply: boolean; mayClose: boolean };
