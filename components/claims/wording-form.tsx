'use client';

import Link from 'next/link';
import { Field, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { editClaim } from '@/lib/claims/actions';
import type { ClaimView } from '@/lib/claims/queries';
import type { Finding } from '@/lib/domain/vocabulary';

const WANTS_WORDING: readonly Finding[] = [
  'INCORRECT',
  'MISLEADING',
  'OUTDATED',
  'VERIFIED_AFTER_CHANGE',
];

/** What the copy should say instead, where the finding asks for it or somebody has written it. */
export function WordingForm({ claim, mayEdit }: { claim: ClaimView; mayEdit: boolean }) {
  if (claim.suggestedWording === null && !(mayEdit && WANTS_WORDING.includes(claim.finding)))
    return null;
  if (!mayEdit)
    return (
      <dl className="facts mt-2">
        <dt>Should read</dt>
        <dd className="font-copy text-quote" dir="auto">
          {claim.suggestedWording}
        </dd>
      </dl>
    );
  return (
    <KeptForm
      action={editClaim}
      keep={`wording:${claim.id}`}
      resets={false}
      className="mt-3 grid gap-2"
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
      <Field label="What the copy should say instead" name="suggestedWording">
        <Textarea copyFace rows={2} defaultValue={claim.suggestedWording ?? ''} />
      </Field>
      <div className="flex flex-wrap items-baseline gap-3">
        <SubmitButton size="compact">Save wording</SubmitButton>
        {claim.suggestedWording !== null && (
          <Link href={`/stories/${claim.storyId}/changes`} className="link py-1 text-small">
            Suggested changes
          </Link>
        )}
      </div>
    </KeptForm>
  );
}
