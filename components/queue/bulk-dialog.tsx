'use client';

import { DateTimeInput } from '@/components/ui/date-time-input';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field, Select, Textarea } from '@/components/ui/field';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Action } from '@/lib/action';
import { assignClaims, dropClaims, setDue } from '@/lib/claims/bulk-actions';
import { count } from '@/lib/format';
import type { QueueRow } from './queue-row';

export type BulkKind = 'assign' | 'due' | 'drop';

/** One change to all the ticked claims. What some of them refuse is told afterwards; when all do, the form stays. */
export function BulkDialog({ kind, claims, people, onClose, onDone }: Props) {
  const { title, description, send, action } = CHANGES[kind];
  // Ticked rows exist in the browser alone, so this form may need JavaScript.
  const told: Action = async (previous, form) => {
    const answer = await action(previous, form);
    if (answer?.ok === true) onDone(answer.message ?? '');
    return answer;
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={`${title} ${count(claims.length, 'claim')}`}
      description={description}
    >
      <KeptForm action={told} keep={`bulk-${kind}`} className="space-y-4">
        {claims.map(({ id, version }) => (
          <input key={id} type="hidden" name="claims" value={`${id}:${version}`} />
        ))}
        {kind === 'assign' && (
          <Field label="Assign to" name="assigneeId">
            <Select
              required
              empty="Choose a person"
              options={people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        {kind === 'due' && (
          <Field label="Due" name="dueAt" hint="Leave it empty to take the due time away.">
            <DateTimeInput />
          </Field>
        )}
        {kind === 'drop' && (
          <Field label="Reason" name="reason">
            <Textarea required maxLength={4000} />
          </Field>
        )}
        <div className="flex gap-2">
          <SubmitButton variant="primary">{send}</SubmitButton>
          <DialogClose>Cancel</DialogClose>
        </div>
      </KeptForm>
    </Dialog>
  );
}

type Props = {
  kind: BulkKind;
  claims: readonly QueueRow[];
  people: readonly { id: string; name: string }[];
  onClose: () => void;
  /** With the sentence that says what was done, and a line for each claim that was refused. */
  onDone: (message: string) => void;
};

const CHANGES: Readonly<
  Record<BulkKind, { title: string; description: string; send: string; action: Action }>
> = {
  assign: {
    title: 'Assign',
    description:
      'They go into check with this person. Claims already in check are handed on to them.',
    send: 'Assign',
    action: assignClaims,
  },
  due: {
    title: 'Set the due time of',
    description: 'The same time for all of them.',
    send: 'Set due',
    action: setDue,
  },
  drop: {
    title: 'Set aside',
    description:
      'For words that were cut, and claims marked twice. Nothing is deleted: each can be restored from its own page.',
    send: 'Set aside',
    action: dropClaims,
  },
};
