'use client';

import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { Button } from '@/components/ui/button';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Action, ActionState } from '@/lib/action';
import { attachEvidence } from '@/lib/evidence/actions';
import { LinkFields } from './link-fields';
import { type SourceChoice, SourceFields } from './source-fields';
import { SourcePicker } from './source-picker';

/** The button that opens the evidence form, and the form in its place. */
export function AddEvidence({ claimId, storyId, language, library, origins, isPending }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  const [isNew, setIsNew] = useState(true);
  const [said, setSaid] = useState<ActionState>(null);
  const box = useRef<HTMLElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useShortcuts([{ keys: 'e', does: 'Add evidence', run: () => setIsOpen(true) }]);

  // The form appears with the keyboard in its first field, and gives the keyboard back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other kind of source has another first field
  useEffect(() => {
    if (!isOpen) return;
    box.current?.querySelector<HTMLElement>('input:not([type=hidden], [type=radio])')?.focus();
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen, isNew]);

  const close = () => {
    setIsOpen(false);
    setTimeout(() => button.current?.focus(), 0);
  };
  const send: Action = async (previous, form) => {
    const answer = await attachEvidence(previous, form);
    if (answer?.ok === true) setSaid(answer);
    return answer;
  };

  if (!isOpen)
    return (
      <div className="flex flex-wrap items-center gap-2 pt-1">
        <Button
          ref={button}
          size="compact"
          icon="plus"
          onClick={() => {
            setSaid(null);
            setIsOpen(true);
          }}
        >
          Add evidence
        </Button>
        <FormMessage state={said} />
      </div>
    );
  return (
    <section
      ref={box}
      aria-label="New evidence"
      className="mt-2 border-t-2 border-blue pt-3 pb-1"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <div className="mb-3 flex gap-4">
        <Switch isOn={isNew} onClick={() => setIsNew(true)}>
          A new source
        </Switch>
        {library.length > 0 && (
          <Switch isOn={!isNew} onClick={() => setIsNew(false)}>
            From the library
          </Switch>
        )}
      </div>
      <KeptForm
        key={String(isNew)}
        action={send}
        keep={`attach:${claimId}`}
        onDone={close}
        className="grid gap-3"
      >
        <input type="hidden" name="claimId" value={claimId} />
        {isNew ? (
          <SourceFields storyId={storyId} language={language} library={library} />
        ) : (
          <SourcePicker library={library} />
        )}
        <LinkFields origins={origins} />
        {isPending && (
          <p className="text-small text-ink-3">A checker has to accept it before it counts.</p>
        )}
        <div className="flex gap-2">
          <SubmitButton pendingWord="Attaching">Attach</SubmitButton>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </KeptForm>
    </section>
  );
}

function Switch({
  isOn,
  onClick,
  children,
}: {
  isOn: boolean;
  onClick: () => void;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onClick}
      className="border-b-2 border-transparent py-1 text-ink-2 hover:text-ink aria-pressed:border-blue aria-pressed:font-medium aria-pressed:text-ink"
    >
      {children}
    </button>
  );
}

type Props = {
  claimId: string;
  storyId: string;
  /** The story's: most sources are in it. */
  language: string;
  /** Sources added last, newest first. */
  library: readonly SourceChoice[];
  origins: readonly string[];
  /** The reader's evidence waits for a checker. */
  isPending: boolean;
};
