'use client';

import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { applySuggestions, decideSuggestion } from '@/lib/stories/actions';
import type { SuggestionView } from '@/lib/stories/suggestion-list';

/** Accept or turn down; until it is written in, the other answer stays possible. */
export function DecideForm({ suggestion }: { suggestion: SuggestionView }) {
  const { id, decision, isCurrent } = suggestion;
  return (
    <KeptForm action={decideSuggestion} className="mt-1.5 grid gap-1.5">
      <input type="hidden" name="suggestionId" value={id} />
      <div className="flex flex-wrap gap-2">
        {decision !== 'ACCEPTED' && (
          <SubmitButton
            name="decision"
            value="accepted"
            size="compact"
            pendingWord="Accepting"
            disabled={
              isCurrent ? false : { reason: 'The words to change are not in the text any more.' }
            }
          >
            Accept
          </SubmitButton>
        )}
        {decision !== 'REJECTED' && (
          <SubmitButton name="decision" value="rejected" size="compact" variant="quiet">
            Turn down
          </SubmitButton>
        )}
      </div>
    </KeptForm>
  );
}

/** Write every accepted change into the copy: the next version. */
export function ApplyForm({
  storyId,
  count,
  next,
}: {
  storyId: string;
  count: number;
  next: number;
}) {
  return (
    <KeptForm action={applySuggestions} className="grid gap-2">
      <input type="hidden" name="storyId" value={storyId} />
      <div>
        <SubmitButton variant="primary" pendingWord="Writing">
          Write {count === 1 ? 'it' : `all ${count}`} into version {next}
        </SubmitButton>
      </div>
    </KeptForm>
  );
}
