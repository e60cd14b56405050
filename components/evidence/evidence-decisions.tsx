'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ClaimView, EvidenceView } from '@/lib/claims/queries';
import { acceptEvidence, removeEvidence, resolveEvidence } from '@/lib/evidence/actions';
import { EvidenceEdit } from './evidence-edit';

type Panel = 'none' | 'remove' | 'resolve' | 'edit';

/** What a checker does with a piece of evidence: take it in, answer it, mend it, take it off. */
export function EvidenceDecisions({ evidence, claim }: Props) {
  const [panel, setPanel] = useState<Panel>('none');
  const isAgainst = evidence.stance === 'REFUTES' || evidence.stance === 'REFUTES_PART';
  const isPending = evidence.acceptedAt === null;
  const close = () => setPanel('none');

  if (panel === 'edit')
    return <EvidenceEdit evidence={evidence} claimVersion={claim.version} onClose={close} />;
  if (panel === 'remove')
    return (
      <ReasonForm
        action={removeEvidence}
        evidence={evidence}
        field="reason"
        label="Why it is removed"
        button="Remove"
        onClose={close}
      />
    );
  if (panel === 'resolve')
    return (
      <ReasonForm
        action={resolveEvidence}
        evidence={evidence}
        field="resolution"
        label="Why it does not stand in the way"
        button="Save answer"
        onClose={close}
      />
    );
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 *:first:-ml-1.5">
      {isPending && (
        <KeptForm action={acceptEvidence} className="ml-0! mr-1">
          <input type="hidden" name="evidenceId" value={evidence.id} />
          <SubmitButton size="compact">Accept</SubmitButton>
        </KeptForm>
      )}
      {isAgainst && !isPending && (
        <Small onClick={() => setPanel('resolve')} about={evidence.source.title}>
          {evidence.resolution === null ? 'Answer it' : 'Change the answer'}
        </Small>
      )}
      {/* Whoever sees struck-out words would save them over the real ones. */}
      {!evidence.isSealed && (
        <Small onClick={() => setPanel('edit')} about={evidence.source.title}>
          Change
        </Small>
      )}
      <Small onClick={() => setPanel('remove')} about={evidence.source.title}>
        Remove
      </Small>
    </div>
  );
}

type Props = { evidence: EvidenceView; claim: ClaimView };

function Small({
  children,
  about,
  onClick,
}: {
  children: string;
  about: string;
  onClick: () => void;
}) {
  return (
    <Button variant="quiet" size="compact" className="text-small!" onClick={onClick}>
      {children}
      <span className="sr-only">: {about}</span>
    </Button>
  );
}

function ReasonForm({ action, evidence, field, label, button, onClose }: ReasonProps) {
  const box = useRef<HTMLDivElement>(null);
  // The field takes the place of the button that was pressed.
  useEffect(() => box.current?.querySelector('textarea')?.focus(), []);
  return (
    <div ref={box} className="mt-2">
      <KeptForm
        action={action}
        keep={`${field}:${evidence.id}`}
        onDone={onClose}
        className="grid gap-2"
      >
        <input type="hidden" name="evidenceId" value={evidence.id} />
        <Field label={label} name={field}>
          <Textarea rows={2} required />
        </Field>
        <div className="flex gap-2">
          <SubmitButton size="compact">{button}</SubmitButton>
          <Button size="compact" variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </KeptForm>
    </div>
  );
}

type ReasonProps = {
  action: typeof removeEvidence;
  evidence: EvidenceView;
  field: 'reason' | 'resolution';
  label: string;
  button: string;
  onClose: () => void;
};
