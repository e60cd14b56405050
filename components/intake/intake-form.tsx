'use client';

import { Field, Input } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { proposeCopy } from '@/lib/intake/actions';

/**
 * A file or a link to begin from. What is read of it is looked at before anything of it is on the desk. `storyId`: it
 * is to be a new version of that story.
 */
export function IntakeForm({ storyId }: { storyId?: string }) {
  return (
    <KeptForm
      action={proposeCopy}
      message="own"
      aria-label="A file or a link"
      className="grid items-start gap-x-8 gap-y-3 border-y border-rule bg-desk px-4 pt-4 pb-2 max-md:-mx-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
    >
      {storyId !== undefined && <input type="hidden" name="storyId" value={storyId} />}
      <Field
        label="From a file"
        name="file"
        hint="Word, PDF, a saved page, Markdown or text; up to 10 MB."
      >
        <Input
          type="file"
          accept=".docx,.pdf,.html,.htm,.txt,.md,.markdown"
          className="h-auto! cursor-pointer border-dashed! bg-transparent! px-2! py-1.5! text-small hover:bg-hover! file:mr-3 file:h-compact file:cursor-pointer file:rounded-control file:border file:border-edge file:bg-sheet file:px-2.5 file:text-ui file:font-medium"
        />
      </Field>
      <Field
        label="From a link"
        name="url"
        hint="A page that everybody can read. Nothing on it is run."
      >
        <Input
          type="url"
          maxLength={4000}
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          className="h-[2.625rem]!"
        />
      </Field>
      <SubmitButton pendingWord="Reading" className="md:mt-[1.625rem] md:h-[2.625rem]!">
        Read it
      </SubmitButton>
      <FormMessage className="col-span-full" />
    </KeptForm>
  );
}
