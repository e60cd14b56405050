'use client';

import { useRef } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { Field, Select, Textarea } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { NOTE_KIND_LABELS, optionsOf } from '@/lib/domain/labels';
import type { NoteKind } from '@/lib/domain/vocabulary';
import { writeNote } from '@/lib/notes/actions';

/** Writes a note on the claim; which kinds there are depends on who writes. */
export function NoteForm({ claimId, kinds }: { claimId: string; kinds: readonly NoteKind[] }) {
  const box = useRef<HTMLDivElement>(null);
  useShortcuts([
    { keys: 'n', does: 'Write a note', run: () => box.current?.querySelector('textarea')?.focus() },
  ]);
  const openers = kinds.filter((kind) => kind !== 'REPLY');
  if (openers.length === 0) return null;
  return (
    <div ref={box} className="mt-2">
      <KeptForm action={writeNote} keep={`note:${claimId}`} message="own" className="grid gap-2">
        <input type="hidden" name="claimId" value={claimId} />
        <Field label="Note" hideLabel name="body">
          <Textarea
            rows={2}
            required
            placeholder="Write a note, or a query"
            className="min-h-14!"
          />
        </Field>
        <div className="flex flex-wrap items-center gap-2">
          <Field label="Kind of note" hideLabel name="kind" className="w-40">
            <Select size="compact" options={optionsOf(openers, NOTE_KIND_LABELS)} />
          </Field>
          <SubmitButton size="compact">Add note</SubmitButton>
        </div>
        <FormMessage />
      </KeptForm>
    </div>
  );
}
