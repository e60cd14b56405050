'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox, Field, Input, Select, Textarea } from '@/components/ui/field';
import type { EvidenceView } from '@/lib/claims/queries';
import { LAYER_LABELS, optionsOf, PROXIMITY_LABELS, STANCE_LABELS } from '@/lib/domain/labels';
import { LAYERS, PROXIMITIES, STANCES } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** What a source says about this claim: the same fields when evidence is attached and when it is mended. */
export function LinkFields({ evidence, origins = [] }: Props) {
  const [isFit, setIsFit] = useState(evidence?.authoritative ?? false);
  return (
    <>
      <div className="grid grid-cols-3 gap-2">
        <Field label="Stance" name="stance">
          <Select
            options={optionsOf(STANCES, STANCE_LABELS)}
            defaultValue={toWire(evidence?.stance ?? 'SUPPORTS')}
          />
        </Field>
        <Field label="Shows that" name="layer">
          <Select
            options={optionsOf(LAYERS, LAYER_LABELS)}
            defaultValue={toWire(evidence?.layer ?? 'TRUE')}
          />
        </Field>
        <Field label="Proximity" name="proximity">
          <Select
            options={optionsOf(PROXIMITIES, PROXIMITY_LABELS)}
            defaultValue={toWire(evidence?.proximity ?? 'SECONDARY')}
          />
        </Field>
      </div>
      <Field
        label="Excerpt"
        name="excerpt"
        hint="The words of the source that settle it, as they stand there."
      >
        <Textarea copyFace rows={2} defaultValue={evidence?.excerpt ?? ''} />
      </Field>
      <div className="grid grid-cols-2 gap-2">
        <Field label="Where in the source" name="locator">
          <Input defaultValue={evidence?.locator ?? ''} placeholder="p. 4, or 03:12" />
        </Field>
        <Field label="Translator" name="translator" optional>
          <Input defaultValue={evidence?.translator ?? ''} />
        </Field>
      </div>
      <Origin evidence={evidence} origins={origins} />
      <div>
        <Checkbox
          name="authoritative"
          label="Fit to settle it"
          hint="First-hand for this very fact, or the speaker on their own words."
          defaultChecked={evidence?.authoritative ?? false}
          onChange={(event) => setIsFit(event.currentTarget.checked)}
        />
        {isFit && (
          <Field label="Why it is fit" name="authorityReason" optional className="mt-1">
            <Input defaultValue={evidence?.authorityReason ?? ''} />
          </Field>
        )}
      </div>
    </>
  );
}

type Props = {
  evidence?: EvidenceView;
  /** Labels already in use, to press instead of typing: the same label is the same origin. */
  origins?: readonly string[];
};

function Origin({
  evidence,
  origins,
}: {
  evidence: EvidenceView | undefined;
  origins: readonly string[];
}) {
  return (
    <div data-origin>
      <Field
        label="Origin"
        name="origin"
        hint="Where it goes back to: sources with the same origin count once."
      >
        <Input
          defaultValue={evidence?.origin?.label ?? ''}
          placeholder="Ukrainian air force post, 4 May"
        />
      </Field>
      {origins.length > 0 && (
        <p className="mt-1 flex flex-wrap items-center gap-x-1 text-small text-ink-3">
          Used here:
          {origins.map((label) => (
            <Button
              key={label}
              size="compact"
              variant="quiet"
              className="text-small! text-blue!"
              onClick={(event) => {
                const input = event.currentTarget
                  .closest('[data-origin]')
                  ?.querySelector<HTMLInputElement>('input[name="origin"]');
                if (!input) return;
                input.value = label;
                input.dispatchEvent(new Event('input', { bubbles: true }));
              }}
            >
              {label}
            </Button>
          ))}
        </p>
      )}
    </div>
  );
}
