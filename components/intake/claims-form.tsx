'use client';

import { Field, Input } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { bringInClaims } from '@/lib/intake/actions';

/** Marks a whole list of claims in a story: a spreadsheet that somebody kept beside the draft. */
export function ClaimsForm({ storyId }: { storyId: string }) {
  return (
    <section className="border-t border-rule-strong pt-4">
      <h2>Claims from a list</h2>
      <p className="mt-1 mb-3 text-small text-ink-3">
        A CSV file whose first line names its columns: quote (the exact words, the only one that is
        needed), start, restatement, type, claimant, flags, source, link, excerpt, locator. All of
        it is marked, or nothing.
      </p>
      <KeptForm action={bringInClaims} message="own" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="storyId" value={storyId} />
        <Field label="List of claims" name="file" className="min-w-0 flex-1 basis-64">
          <Input
            type="file"
            required
            accept=".csv,.tsv,text/csv"
            className="h-auto! cursor-pointer border-dashed! bg-transparent! px-2! py-1.5! text-small file:mr-3 file:h-compact file:cursor-pointer file:rounded-control file:border file:border-edge file:bg-sheet file:px-2.5 file:text-ui file:font-medium"
          />
        </Field>
        <SubmitButton pendingWord="Marking">Mark the list</SubmitButton>
        <FormMessage className="w-full" />
      </KeptForm>
    </section>
  );
}
