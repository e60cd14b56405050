'use client';

import { useDeferredValue, useRef, useState } from 'react';
import { LookFirst } from '@/components/intake/look-first';
import { Field, Input } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { copyProblem } from '@/lib/domain/copy-rules';
import { importStory } from '@/lib/stories/actions';
import { CopyField } from './copy-field';
import { CopyPreview } from './copy-preview';
import { HeadlineNote } from './headline-note';
import { type Person, StoryFields } from './story-fields';
import { typeInto } from './type-into';

/** Bring in a story: its headline and copy, what is known of it, and beside them how the copy is read. */
export function NewStoryForm({ writers, checkers }: Props) {
  const [headline, setHeadline] = useState('');
  const [pasted, setPasted] = useState('');
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const headlineField = useRef<HTMLInputElement>(null);
  const copyField = useRef<HTMLTextAreaElement>(null);
  // A long copy is read again after the key has been drawn, not before.
  const copy = useDeferredValue(file?.text ?? pasted);

  return (
    <KeptForm
      action={importStory}
      keep="story:new"
      message="own"
      className="grid gap-x-12 gap-y-8 lg:[&>p]:col-span-full lg:grid-cols-[minmax(0,1fr)_minmax(18rem,26rem)]"
    >
      <div className="min-w-0 space-y-5">
        <div>
          <Field label="Headline" name="headline">
            <Input
              ref={headlineField}
              required
              maxLength={500}
              autoComplete="off"
              size="tall"
              className="font-copy text-title! font-medium"
              onInput={(event) => setHeadline(event.currentTarget.value)}
            />
          </Field>
          <HeadlineNote
            headline={headline}
            copy={copy}
            isFile={file !== null}
            onTake={(words) => typeInto(headlineField.current, words)}
            onPut={() =>
              typeInto(copyField.current, `${headline.trim()}\n\n${copyField.current?.value ?? ''}`)
            }
          />
        </div>
        <CopyField
          field={copyField}
          file={file}
          problem={copy === '' ? null : copyProblem(copy)}
          onFile={setFile}
          onType={setPasted}
        />
        <section className="border-t border-rule pt-4">
          <h2 className="mb-3">Details</h2>
          <StoryFields writers={writers} checkers={checkers}>
            <Field label="Language" name="language" hint="Its short code: en, uk, de.">
              <Input
                defaultValue="en"
                pattern="[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
                title="Write the language as its short code: en, uk, de."
                autoComplete="off"
                maxLength={20}
              />
            </Field>
            <Field
              label="Slug"
              name="slug"
              optional
              hint="Made from the headline when you leave it empty."
              className="md:col-span-2"
            >
              <Input
                pattern="\s*[A-Za-z0-9]+(-[A-Za-z0-9]+)*\s*"
                title="Use letters, digits and single hyphens: night-raid."
                maxLength={80}
                autoComplete="off"
                placeholder="night-raid"
              />
            </Field>
          </StoryFields>
        </section>
        <div className="sticky bottom-0 -mx-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule-strong bg-paper px-2 py-3">
          <SubmitButton variant="primary" pendingWord="Bringing in">
            Bring in
          </SubmitButton>
          {file === null && <LookFirst copy={pasted} />}
          <span className="text-small text-ink-3 max-lg:hidden">
            This text is kept unchanged as version 1.
          </span>
          <FormMessage className="min-w-0 flex-1 basis-64" />
        </div>
      </div>
      <CopyPreview copy={copy} />
    </KeptForm>
  );
}

type Props = { writers: readonly Person[]; checkers: readonly Person[] };
