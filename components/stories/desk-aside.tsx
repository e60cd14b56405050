'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useForm } from '@/components/ui/form-context';
import { FormMessage } from '@/components/ui/form-message';
import { KeptForm } from '@/components/ui/kept-form';
import { SubmitButton } from '@/components/ui/submit-button';
import type { ActionState } from '@/lib/action';
import { setAside, undoSetAside } from '@/lib/coverage/actions';
import type { UnlookedPlace } from '@/lib/domain/coverage';
import { SET_ASIDE_LABELS, SET_ASIDE_MEANINGS } from '@/lib/domain/set-aside-rules';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { SetAsideReason } from '@/lib/domain/vocabulary';
import { toWire } from '@/lib/domain/wire-words';
import { placedOf, useDesk } from './desk-context';
import type { CopyText, DeskAside } from './desk-text';

/** What was set aside by one answer of the server: its time finds the words again, to take them back. */
export type AsideDone = { at: string; message: string };

const ASIDE_KEYS: Readonly<Record<SetAsideReason, string>> = {
  OPINION: 'o',
  COMMON_KNOWLEDGE: 'k',
  ON_AUTHOR: 'a',
  SCENE: 's',
};

type Scope = 'words' | 'sentence' | 'rest';

/** Which words hold nothing to check, and why: the selected ones, their sentence, or the rest of their paragraph. */
export function AsidePanel({ text, places, range, reasons, onDone, onClose }: PanelProps) {
  const { entries } = useDesk();
  const panel = useRef<HTMLElement>(null);
  const sentence = text.sentences.find(
    ({ start, end }) => start <= range.start && range.end <= end,
  );
  const isWhole = sentence?.start === range.start && sentence.end === range.end;
  const hasClaim = placedOf(entries).some(
    ({ start, end, status }) =>
      status !== 'DROPPED' && sentence && start < sentence.end && end > sentence.start,
  );
  const isPlace = places.some(({ start, end }) => start === range.start && end === range.end);
  const [scope, setScope] = useState<Scope>(
    sentence && !isWhole && isPlace && !hasClaim ? 'sentence' : 'words',
  );
  const blockAt = text.blocks.findIndex(({ end }) => end > range.start);
  const block = text.blocks[blockAt];
  const left = places.filter((place) => place.block === blockAt).length;
  const words = scope === 'sentence' && sentence ? sentence : range;

  useEffect(() => panel.current?.querySelector<HTMLElement>('[data-reason]')?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose();
    }
    const reason = reasons.find((each) => ASIDE_KEYS[each] === event.key.toLowerCase());
    if (reason === undefined) return;
    event.preventDefault();
    panel.current?.querySelector<HTMLElement>(`[data-reason="${reason}"]`)?.click();
  }

  return (
    <section
      ref={panel}
      aria-label="Set aside"
      className="desk-mark-panel text-ink"
      onKeyDown={onKeyDown}
    >
      <fieldset className="flex flex-wrap gap-x-5 gap-y-1">
        <legend className="mb-1 font-medium">Nothing to check in</legend>
        <ScopeChoice name="words" scope={scope} onChoose={setScope}>
          {isWhole ? 'this sentence' : 'the selected words'}
        </ScopeChoice>
        {sentence && !isWhole && (
          <ScopeChoice name="sentence" scope={scope} onChoose={setScope}>
            the whole sentence
          </ScopeChoice>
        )}
        {block && left > 0 && (
          <ScopeChoice name="rest" scope={scope} onChoose={setScope}>
            the rest of {block.label}
          </ScopeChoice>
        )}
      </fieldset>
      <p className="mt-2 line-clamp-3 font-copy text-quote" dir="auto">
        {scope === 'rest'
          ? `Everything nobody has looked at in ${block?.label ?? 'it'}`
          : text.copy.slice(words.start, words.end)}
      </p>
      <AsideForm
        {...(scope === 'rest' ? { restOfBlock: blockAt } : { ranges: [words] })}
        reasons={reasons}
        hasKeys
        onDone={onDone}
      >
        <Button size="compact" variant="quiet" onClick={onClose}>
          Cancel
        </Button>
      </AsideForm>
    </section>
  );
}

type PanelProps = {
  text: CopyText;
  /** What is left to look at. */
  places: readonly UnlookedPlace[];
  range: TextRange;
  reasons: readonly SetAsideReason[];
  onDone: (done: AsideDone) => void;
  onClose: () => void;
};

function ScopeChoice({
  name,
  scope,
  onChoose,
  children,
}: {
  name: Scope;
  scope: Scope;
  onChoose: (scope: Scope) => void;
  children: React.ReactNode;
}) {
  return (
    <label className="flex min-h-6 items-center gap-2">
      <input
        type="radio"
        name="scope"
        className="tick-box"
        checked={scope === name}
        onChange={() => onChoose(name)}
      />
      <span>{children}</span>
    </label>
  );
}

/** A button for each reason that the reader may give. */
export function AsideForm({ ranges, restOfBlock, reasons, hasKeys, onDone, children }: FormProps) {
  const { storyId, contentSha256 } = useDesk();
  async function send(previous: ActionState, form: FormData) {
    const answer = await setAside(previous, form);
    if (answer?.ok) onDone({ at: answer.at, message: answer.message ?? 'Set aside' });
    return answer;
  }
  return (
    <KeptForm action={send} message="own" className="mt-3">
      <input type="hidden" name="storyId" value={storyId} />
      <input type="hidden" name="contentSha256" value={contentSha256} />
      {restOfBlock !== undefined && <input type="hidden" name="restOfBlock" value={restOfBlock} />}
      {ranges?.map(({ start, end }) => (
        <input key={start} type="hidden" name="ranges" value={`${start}-${end}`} />
      ))}
      <div className="flex flex-wrap gap-2">
        {reasons.map((reason) => (
          <SubmitButton
            key={reason}
            size="compact"
            name="reason"
            value={toWire(reason)}
            data-reason={reason}
            aria-label={SET_ASIDE_LABELS[reason]}
            {...(hasKeys && { 'aria-keyshortcuts': ASIDE_KEYS[reason] })}
            title={SET_ASIDE_MEANINGS[reason]}
            pendingWord="Saving"
          >
            {SET_ASIDE_LABELS[reason]}
            {hasKeys && <kbd className="ml-1.5">{ASIDE_KEYS[reason].toUpperCase()}</kbd>}
          </SubmitButton>
        ))}
        {children}
      </div>
      <FormMessage className="mt-2 not-has-[[role=alert]_p]:sr-only" />
    </KeptForm>
  );
}

type FormProps = {
  ranges?: readonly TextRange[];
  restOfBlock?: number;
  reasons: readonly SetAsideReason[];
  /** Whether to show the letters that press the buttons. */
  hasKeys?: boolean;
  onDone: (done: AsideDone) => void;
  children?: React.ReactNode;
};

/** Takes words set aside back. */
export function UndoAside({ asides, onDone, children = 'Undo' }: UndoProps) {
  const { storyId } = useDesk();
  return (
    <KeptForm action={undoSetAside} message="own" className="contents" onDone={onDone}>
      <input type="hidden" name="storyId" value={storyId} />
      {asides.map(({ id }) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
      <SubmitButton size="compact" pendingWord="Undoing">
        {children}
      </SubmitButton>
      <Refused />
    </KeptForm>
  );
}

type UndoProps = {
  asides: readonly DeskAside[];
  onDone: () => void;
  children?: string;
};

function Refused() {
  const { state } = useForm();
  return (
    <span role="alert" className="text-small text-ink">
      {state?.ok === false && state.message}
    </span>
  );
}

/** Under the bar: what was just set aside, until it is dismissed; else why the selected words are. */
export function AsideStrip({ text, range, done, onDismiss, onUndone }: StripProps) {
  const just = done === null ? [] : text.asides.filter(({ at }) => at === done.at);
  const under =
    range === null
      ? undefined
      : text.asides.findLast(({ start, end }) => start <= range.start && range.end <= end);
  return (
    <>
      <div className="desk-aside-strip" role="status">
        {done !== null && (
          <>
            <span>{done.message}.</span>
            {just.length > 0 && (
              <UndoAside asides={just} onDone={onUndone}>
                Undo
              </UndoAside>
            )}
            <Button size="compact" variant="quiet" onClick={onDismiss}>
              Dismiss
            </Button>
          </>
        )}
      </div>
      {done === null && under && (
        <div className="desk-aside-strip">
          <span>{under.note}.</span>
          {under.mayUndo && (
            <UndoAside asides={[under]} onDone={onUndone}>
              Take back
            </UndoAside>
          )}
        </div>
      )}
    </>
  );
}

type StripProps = {
  text: CopyText;
  range: TextRange | null;
  done: AsideDone | null;
  onDismiss: () => void;
  onUndone: () => void;
};
