'use client';

import { useRef, useState } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { copyProblem } from '@/lib/domain/copy-rules';
import { addVersion } from '@/lib/stories/actions';

/** The current copy, to be edited or pasted over; it becomes the next version. */
export function NewVersionForm({ story, copy }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <KeptForm action={addVersion} keep={`version:${story.id}`} className="space-y-5">
      <input type="hidden" name="storyId" value={story.id} />
      <input type="hidden" name="contentSha256" value={story.sha256} />
      <Field
        label="Copy"
        name="copy"
        error={problem}
        hint="Change it here, or paste the whole new text over it."
      >
        <Textarea
          ref={field}
          copyFace
          required
          rows={22}
          defaultValue={copy}
          spellCheck={false}
          className="min-h-80! leading-7! [field-sizing:fixed]!"
          onInput={(event) => {
            const sentence = copyProblem(event.currentTarget.value);
            event.currentTarget.setCustomValidity(sentence ?? '');
            setProblem(sentence);
          }}
        />
      </Field>
      <Field label="Why" name="reason" optional hint="“The evening count”, “Cut for length”.">
        <Input maxLength={1_000} autoComplete="off" />
      </Field>
      <div className="sticky bottom-[var(--frame-foot)] -mx-2 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-rule-strong bg-paper px-2 py-3">
        <SubmitButton variant="primary" pendingWord="Comparing">
          Bring in version {story.number + 1}
        </SubmitButton>
        <ButtonLink variant="quiet" href={`/stories/${story.id}`}>
          Cancel
        </ButtonLink>
        <span className="text-small text-ink-3 max-md:hidden">
          Every claim is found again in it. Those whose words changed are reopened.
        </span>
      </div>
    </KeptForm>
  );
}

type Props = { story: { id: string; number: number; sha256: string }; copy: string };
