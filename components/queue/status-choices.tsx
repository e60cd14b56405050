'use client';

import { Button } from '@/components/ui/button';
import { DialogClose } from '@/components/ui/dialog';
import { Checkbox, Choices } from '@/components/ui/field';
import { parseQueueView, type QueueView, queueHref } from '@/lib/claims/queue-view';
import { STATUS_LABELS } from '@/lib/domain/labels';
import { CLAIM_STATUSES } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';

/** Several statuses at once, ticked; answers with the address of that view. */
export function StatusChoices({
  view,
  onChosen,
}: {
  view: QueueView;
  onChosen: (href: string) => void;
}) {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const status = new FormData(event.currentTarget).getAll('status').map(String);
        const { statuses } = parseQueueView({ status }).view;
        onChosen(queueHref({ statuses }, view));
      }}
      className="space-y-4"
    >
      <Choices legend="Show claims that are">
        <div className="grid grid-cols-2 gap-x-4">
          {CLAIM_STATUSES.map((status) => (
            <Checkbox
              key={status}
              name="status"
              value={toWire(status)}
              label={STATUS_LABELS[status]}
              defaultChecked={view.statuses.includes(status)}
            />
          ))}
        </div>
      </Choices>
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          Show these
        </Button>
        <DialogClose>Cancel</DialogClose>
      </div>
    </form>
  );
}
