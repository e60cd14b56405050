'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { SetAsideReason } from '@/lib/domain/vocabulary';
import { claimRef } from '@/lib/format';
import { type AsideDone, AsideForm, UndoAside } from './desk-aside';
import { wordAfter } from './desk-caret';
import { type DeskEntry, placedOf } from './desk-context';
import type { CopyText, DeskSentence } from './desk-text';

/** For whoever cannot select words in the copy: its sentences in a list, and each narrowed by its first and last word. */
export function SentenceList({ onPick, onAside, isShort, ...given }: Props & { isShort: boolean }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      width="wide"
      title="Sentences"
      description="Choose a sentence, narrow it to the words of the claim, and take them to the copy. Then mark them. Or set them aside here."
      trigger={
        <Button size="compact" variant="quiet">
          <span className={isShort ? 'sr-only' : 'max-md:hidden'}>Choose from a list</span>
          <span className={isShort ? '' : 'md:hidden'} aria-hidden={isShort}>
            List
          </span>
        </Button>
      }
    >
      <List
        {...given}
        onAside={onAside}
        onPick={(range) => {
          setIsOpen(false);
          // The dialog gives the focus back first, which would take the selection away.
          setTimeout(() => onPick(range), 50);
        }}
      />
    </Dialog>
  );
}

type Props = {
  text: CopyText;
  entries: readonly DeskEntry[];
  /** The reasons the reader may set words aside for; empty: none. */
  asideReasons: readonly SetAsideReason[];
  onPick: (range: TextRange) => void;
  onAside: (done: AsideDone) => void;
};

const SHOWN = {
  all: 'All of them',
  unlooked: 'Those left to look at',
  aside: 'Those set aside',
} as const;

const isShown = ({ state }: DeskSentence, shown: keyof typeof SHOWN): boolean =>
  shown === 'all' || state === (shown === 'aside' ? 'SET_ASIDE' : 'UNLOOKED');

const PAGE = 100;

function List({ text, entries, asideReasons, onPick, onAside }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const [which, setWhich] = useState<keyof typeof SHOWN>('all');
  const [shown, setShown] = useState(PAGE);
  const all = text.sentences.filter((sentence) => isShown(sentence, which));
  return (
    <>
      <label className="mb-2 flex items-center gap-2">
        Show
        <select
          className="control w-auto!"
          value={which}
          onChange={(event) => setWhich(event.target.value as keyof typeof SHOWN)}
        >
          {Object.entries(SHOWN).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <ul className="border-t border-rule-strong">
        {all.slice(0, shown).map((sentence) => {
          const claims = placedOf(entries).filter(
            ({ start, end, status }) =>
              status !== 'DROPPED' && start < sentence.end && end > sentence.start,
          );
          return (
            <li key={sentence.start} className="border-b border-rule">
              <button
                type="button"
                aria-expanded={open === sentence.start}
                className="flex w-full items-baseline gap-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2"
                onClick={() => setOpen(open === sentence.start ? null : sentence.start)}
              >
                <span className="words flex-1" dir="auto">
                  {text.copy.slice(sentence.start, sentence.end)}
                </span>
                <span className="num shrink-0 text-small text-ink-3">
                  {standing(sentence, claims)}
                </span>
                <Icon name="chevron-down" size={14} className="self-center text-ink-3" />
              </button>
              {open === sentence.start && (
                <>
                  <Narrow
                    copy={text.copy}
                    sentence={sentence}
                    onPick={onPick}
                    asideReasons={asideReasons}
                    onAside={onAside}
                  />
                  <OwnAsides text={text} sentence={sentence} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      {all.length === 0 && <p className="py-4 text-ink-3">No sentence is of that kind.</p>}
      {shown < all.length && (
        <Button size="compact" className="mt-3" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, all.length - shown)} more
        </Button>
      )}
      <div className="mt-4">
        <DialogClose>Close</DialogClose>
      </div>
    </>
  );
}

/** From which word to which: two plain selects, so that every kind of keyboard, switch or voice can do it. */
function Narrow({
  copy,
  sentence,
  onPick,
  asideReasons,
  onAside,
}: {
  copy: string;
  sentence: TextRange;
} & Pick<Props, 'onPick' | 'asideReasons' | 'onAside'>) {
  const words = useMemo(() => wordsOf(copy, sentence), [copy, sentence]);
  const [first, setFirst] = useState(0);
  const [last, setLast] = useState(words.length - 1);
  const from = words[first];
  const to = words[Math.max(first, last)];
  if (!from || !to) return null;
  const isWhole = first === 0 && last === words.length - 1;
  const range = isWhole
    ? { start: sentence.start, end: sentence.end }
    : { start: from.start, end: to.end };
  return (
    <div className="grid gap-3 pb-3 pl-3">
      <p className="border-l-2 border-blue pl-3 font-copy text-quote" dir="auto">
        {copy.slice(range.start, range.end)}
      </p>
      <div className="flex flex-wrap items-end gap-3">
        <WordSelect
          label="From the word"
          copy={copy}
          words={words}
          value={first}
          onChange={(next) => {
            setFirst(next);
            if (next > last) setLast(next);
          }}
        />
        <WordSelect
          label="To the word"
          copy={copy}
          words={words}
          from={first}
          value={Math.max(first, last)}
          onChange={setLast}
        />
        <Button variant="primary" onClick={() => onPick(range)}>
          Take these words
        </Button>
      </div>
      {asideReasons.length > 0 && (
        <div>
          <p className="text-small text-ink-3">Nothing to check in these words:</p>
          <AsideForm ranges={[range]} reasons={asideReasons} onDone={onAside} />
        </div>
      )}
    </div>
  );
}

/** What is set aside of this sentence, by whom, and a way back. */
function OwnAsides({ text, sentence }: { text: CopyText; sentence: TextRange }) {
  const own = text.asides.filter(({ start, end }) => start < sentence.end && end > sentence.start);
  return own.map((aside) => (
    <p key={aside.id} className="flex flex-wrap items-center gap-3 pb-3 pl-3">
      <span>
        {aside.note}: <span dir="auto">“{text.copy.slice(aside.start, aside.end)}”</span>
      </span>
      {aside.mayUndo && (
        <UndoAside asides={[aside]} onDone={() => undefined}>
          Take back
        </UndoAside>
      )}
    </p>
  ));
}

/** How the sentence stands, in few words. */
function standing({ state }: DeskSentence, claims: readonly DeskEntry[]): string {
  const marked = claims.length === 1 ? claimRef(claims[0]?.number ?? 0) : `${claims.length} claims`;
  if (state === 'SET_ASIDE') return 'set aside';
  if (claims.length === 0) return 'not looked at';
  return state === 'CLAIMED' ? marked : `${marked}, in part`;
}

function WordSelect({ label, copy, words, from = 0, value, onChange }: WordSelectProps) {
  return (
    <label className="grid gap-1">
      <span className="text-small text-ink-3">{label}</span>
      <select
        className="control w-44!"
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {words.slice(from).map((word, index) => (
          <option key={word.start} value={from + index}>
            {copy.slice(word.start, word.end)}
          </option>
        ))}
      </select>
    </label>
  );
}

type WordSelectProps = {
  label: string;
  copy: string;
  words: readonly TextRange[];
  /** Index of the first word to offer. */
  from?: number;
  value: number;
  onChange: (index: number) => void;
};

function wordsOf(copy: string, sentence: TextRange): TextRange[] {
  const found: TextRange[] = [];
  for (
    let word = wordAfter(copy, [sentence], sentence.start);
    word !== null;
    word = wordAfter(copy, [sentence], word.end)
  )
    found.push(word);
  return found;
}
