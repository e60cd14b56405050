'use client';

import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import { respanClaim } from '@/lib/claims/actions';
import type { TextRange } from '@/lib/domain/text-anchor';
import { claimRef } from '@/lib/format';
import type { DeskEntry } from './desk-context';

/** Gives the selected words to the chosen claim, which has no place in this version. */
export function GivePlace({ claim, range, contentSha256 }: Props) {
  if (claim.status === 'DROPPED') return null;
  return (
    <KeptForm action={respanClaim} message="own" className="contents">
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version ?? ''} />
      <input type="hidden" name="start" value={range.start} />
      <input type="hidden" name="end" value={range.end} />
      <input type="hidden" name="contentSha256" value={contentSha256} />
      <SubmitButton
        size="compact"
        pendingWord="Marking"
        onMouseDown={(event) => event.preventDefault()}
      >
        Give {claimRef(claim.number)} these words
      </SubmitButton>
      <FormMessage className="desk-mark-panel not-has-[[role=alert]_p]:sr-only" />
    </KeptForm>
  );
}

type Props = { claim: DeskEntry; range: TextRange; contentSha256: string };
