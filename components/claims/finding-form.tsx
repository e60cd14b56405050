'use client';

import { Field, Select } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { FindingBadge, SaidBadge } from '@/components/ui/status-badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { moveClaim } from '@/lib/claims/actions';
import type { ClaimView } from '@/lib/claims/queries';
import { FINDING_LABELS, optionsOf, SAID_LABELS } from '@/lib/domain/labels';
import { FINDINGS, SAID_FINDINGS } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** The two questions of a claim: was it said, where somebody says it, and is it so. Whoever may not answer reads. */
export function FindingForm({ claim }: { claim: ClaimView }) {
  const asksSaid = claim.voice === 'ATTRIBUTED' || claim.said !== 'NONE';
  if (!claim.moves.some(({ move }) => move === 'find'))
    return (
      <dl className="facts">
        {asksSaid && (
          <>
            <dt>Was it said?</dt>
            <dd>
              <SaidBadge said={claim.said} />
            </dd>
          </>
        )}
        <dt>Is it so?</dt>
        <dd>
          <FindingBadge finding={claim.finding} />
        </dd>
      </dl>
    );
  return (
    <KeptForm
      action={moveClaim}
      keep={`find:${claim.id}`}
      message="own"
      className="grid gap-y-2"
      data-finding
    >
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
      <input type="hidden" name="move" value="find" />
      <div className="facts items-center">
        {asksSaid && (
          <>
            <span className="text-ink-3" aria-hidden="true">
              Was it said?
            </span>
            <Field label="Said" hideLabel name="said">
              <Select
                size="compact"
                defaultValue={toWire(claim.said)}
                options={optionsOf(SAID_FINDINGS, SAID_LABELS)}
              />
            </Field>
          </>
        )}
        <span className="text-ink-3" aria-hidden="true">
          Is it so?
        </span>
        <div className="flex min-w-0 gap-2">
          <Field label="Finding" hideLabel name="finding" className="min-w-0 flex-1">
            <Select
              size="compact"
              defaultValue={toWire(claim.finding)}
              options={optionsOf(FINDINGS, FINDING_LABELS)}
            />
          </Field>
          <SubmitButton size="compact">Save finding</SubmitButton>
        </div>
      </div>
      <FormMessage />
    </KeptForm>
  );
}
