'use client';

import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox, Choices, Field, Input, Select, Textarea } from '@/components/ui/field';
import { useForm } from '@/components/ui/form-context';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionState } from '@/lib/action';
import { markClaim } from '@/lib/claims/actions';
import { FLAG_LABELS, optionsOf, TYPE_LABELS } from '@/lib/domain/labels';
import type { TextRange } from '@/lib/domain/text-anchor';
import { CLAIM_TYPES, FLAGS } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { claimRef } from '@/lib/format';
import { useDesk } from './desk-context';
import { GivePlace } from './give-place';

/**
 * Marks the selected words at once, or with more said about them. Words that are a claim already are pointed out
 * first; marking them again stays possible.
 */
export function DeskMark({ ref, copy, range, hintId, onMarked }: Props) {
  const { storyId, contentSha256, entries, chosen, choose, expectClaimAt } = useDesk();
  const [panel, setPanel] = useState<'none' | 'twice' | 'details'>('none');
  const [isQueued, setIsQueued] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const sent = useRef<TextRange | null>(null);
  const again = useRef(false);
  const unplaced = range && entries.find(({ id, start }) => id === chosen && start === null);
  const twin =
    range && entries.find(({ start, end }) => start === range.start && end === range.end);

  useImperativeHandle(ref, () => ({
    now: () => (isBusy ? setIsQueued(true) : button.current?.click()),
    withDetails: () => {
      if (range) setPanel('details');
    },
  }));

  // Other words, another question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes when the words change
  useEffect(() => {
    again.current = false;
    setPanel('none');
  }, [range?.start, range?.end]);

  // Whoever marks faster than the server answers is not made to press again.
  useEffect(() => {
    if (isBusy || !isQueued) return;
    setIsQueued(false);
    button.current?.click();
  }, [isBusy, isQueued]);

  function markHere(previous: ActionState, form: FormData) {
    sent.current = range;
    if (range) expectClaimAt(range.start);
    return markClaim(previous, form);
  }
  const onDone = () => {
    if (sent.current) onMarked(sent.current);
  };

  const words = range && copy.slice(range.start, range.end);
  const hidden = (
    <>
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="contentSha256" value={contentSha256} />
      <input type="hidden" name="quote" value={words ?? ''} />
      <input type="hidden" name="start" value={range?.start ?? ''} />
    </>
  );

  return (
    <>
      {range && (
        <Button
          variant="quiet"
          size="compact"
          className="max-sm:hidden"
          aria-expanded={panel === 'details'}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => setPanel(panel === 'details' ? 'none' : 'details')}
        >
          Say more
        </Button>
      )}
      {unplaced && <GivePlace claim={unplaced} range={range} contentSha256={contentSha256} />}
      <KeptForm action={markHere} message="own" className="contents" onDone={onDone}>
        {hidden}
        <SubmitButton
          ref={button}
          size="compact"
          pendingWord="Marking"
          disabled={range ? false : { reasonId: hintId }}
          onMouseDown={(event) => event.preventDefault()}
          onClick={(event) => {
            if (!twin || again.current) return;
            event.preventDefault();
            setPanel('twice');
          }}
        >
          Mark claim
        </SubmitButton>
        <Busy onChange={setIsBusy} />
        <FormMessage className="desk-mark-panel not-has-[[role=alert]_p]:sr-only" />
      </KeptForm>
      {panel === 'twice' && twin && (
        <div
          role="alert"
          className="desk-mark-panel flex flex-wrap items-center gap-x-3 gap-y-2 text-ink"
        >
          <p>
            {claimRef(twin.number)} has exactly these words. Mark them again only if they make a
            second claim.
          </p>
          <span className="flex gap-2">
            <Button size="compact" onClick={() => choose(twin.id)}>
              Open {claimRef(twin.number)}
            </Button>
            <Button
              size="compact"
              onClick={() => {
                again.current = true;
                button.current?.click();
              }}
            >
              Mark again
            </Button>
          </span>
        </div>
      )}
      {panel === 'details' && range && (
        <section aria-label="New claim" className="desk-mark-panel text-ink">
          <KeptForm
            action={markHere}
            keep={`mark:${storyId}:${range.start}-${range.end}`}
            onDone={onDone}
          >
            {hidden}
            <p className="font-copy text-quote" dir="auto">
              {words}
            </p>
            <div className="mt-3 grid grid-cols-2 gap-3 max-sm:grid-cols-1">
              <Field label="Type" name="type">
                <Select
                  options={optionsOf(CLAIM_TYPES, TYPE_LABELS)}
                  empty="As the words suggest"
                />
              </Field>
              <Field label="Who says so" name="claimant" optional>
                <Input placeholder="Nobody: our own voice" autoFocus />
              </Field>
              <Field
                label="As a sentence of its own"
                name="restatement"
                optional
                className="col-span-full"
              >
                <Textarea rows={2} />
              </Field>
            </div>
            <Choices legend="Flags" name="flags" inline className="mt-3">
              {FLAGS.map((flag) => (
                <Checkbox key={flag} name="flags" value={toWire(flag)} label={FLAG_LABELS[flag]} />
              ))}
            </Choices>
            <div className="mt-3 flex gap-2">
              <SubmitButton size="compact" pendingWord="Marking">
                Mark
              </SubmitButton>
              <Button size="compact" variant="quiet" onClick={() => setPanel('none')}>
                Cancel
              </Button>
            </div>
          </KeptForm>
        </section>
      )}
    </>
  );
}

type Props = {
  ref: Ref<{ now: () => void; withDetails: () => void }>;
  copy: string;
  range: TextRange | null;
  /** The sentence that says how to select words, for the button that cannot be pressed yet. */
  hintId: string;
  /** The server has made a claim of these words. */
  onMarked: (range: TextRange) => void;
};

/** Tells what only the inside of the form knows: whether it is on its way. */
function Busy({ onChange }: { onChange: (isBusy: boolean) => void }) {
  const { isPending } = useForm();
  useEffect(() => onChange(isPending), [isPending, onChange]);
  return null;
}
