'use client';

import { Field, Input, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { CLEARANCE_LABELS } from '@/lib/domain/clearance-words';
import type { ClearanceKind } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { clearVersion, withdrawClearance } from '@/lib/stories/actions';

/** Give one clearance of the version on screen. `blockedBy`: id of the reasons why nobody can; null: it is open. */
export function ClearForm({ kind, story, blockedBy, primary }: ClearProps) {
  return (
    <KeptForm action={clearVersion} keep={`clear:${story.id}:${kind}`} className="grid gap-2">
      <input type="hidden" name="storyId" value={story.id} />
      <input type="hidden" name="kind" value={toWire(kind)} />
      <input type="hidden" name="contentSha256" value={story.sha256} />
      {blockedBy === null && (
        <Field label="On condition" name="conditions" optional>
          <Textarea rows={2} maxLength={2_000} />
        </Field>
      )}
      <div>
        <SubmitButton
          variant={primary ? 'primary' : 'default'}
          pendingWord="Clearing"
          disabled={blockedBy === null ? false : { reasonId: blockedBy }}
        >
          Clear version {story.number} ({CLEARANCE_LABELS[kind].toLowerCase()})
        </SubmitButton>
      </div>
    </KeptForm>
  );
}

type ClearProps = {
  kind: ClearanceKind;
  story: { id: string; number: number; sha256: string };
  blockedBy: string | null;
  primary: boolean;
};

/** Take a clearance back, with a reason. */
export function WithdrawForm({ clearanceId }: { clearanceId: string }) {
  return (
    <details>
      <summary className="link w-fit py-1 text-small">Withdraw</summary>
      <KeptForm
        action={withdrawClearance}
        keep={`withdraw:${clearanceId}`}
        className="mt-1 grid gap-2"
      >
        <input type="hidden" name="clearanceId" value={clearanceId} />
        <Field label="Why it is withdrawn" name="reason">
          <Input required maxLength={1_000} autoComplete="off" />
        </Field>
        <div>
          <SubmitButton size="compact" pendingWord="Withdrawing">
            Withdraw clearance
          </SubmitButton>
        </div>
      </KeptForm>
    </details>
  );
}
