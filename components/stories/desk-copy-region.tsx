'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { Button } from '@/components/ui/button';
import type { TextRange } from '@/lib/domain/text-anchor';
import type { SetAsideReason } from '@/lib/domain/vocabulary';
import { type AsideDone, AsidePanel, AsideStrip } from './desk-aside';
import { type Caret, caretRange, type Walk, walk, wholeWords } from './desk-caret';
import { placedOf, useDesk } from './desk-context';
import { DeskCopy } from './desk-copy';
import { DeskMark } from './desk-mark';
import { pageRange, pageRanges, paint, selectedRange } from './desk-offsets';
import { nextPlace, placeWords, useUnlookedPlaces } from './desk-places';
import { SentenceList } from './desk-sentence-list';
import { ViewSwitch } from './desk-tabs';
import type { CopyText } from './desk-text';

/** The copy with what marks it: by the mouse, by the arrow keys, or from a list of its sentences. */
export function DeskCopyRegion({ text, mayMark, asideReasons }: Props) {
  const { storyId, choose, entries, view } = useDesk();
  const article = useRef<HTMLElement>(null);
  const caret = useRef<Caret | null>(null);
  const [range, setRange] = useState<TextRange | null>(null);
  const mark = useRef<Marker | null>(null);
  const hint = useId();
  const [isAsiding, setIsAsiding] = useState(false);
  const [done, setDone] = useState<AsideDone | null>(null);
  const [said, setSaid] = useState('');
  // Where the walk goes on when what was selected has been dealt with.
  const walked = useRef(0);
  const mayAside = asideReasons.length > 0;
  const places = useUnlookedPlaces(article, text, view);

  // What is selected is known to the browser alone.
  useEffect(() => {
    function onSelection() {
      const element = article.current;
      const selection = window.getSelection();
      if (!element || !selection?.anchorNode || !element.contains(selection.anchorNode)) return;
      const selected = selectedRange(element);
      const next = selected && wholeWords(text.copy, selected);
      if (next === null || caret.current === null || !same(caretRange(caret.current), next))
        caret.current = next && { from: next, to: next };
      setRange((was) => (same(was, next) ? was : next));
    }
    document.addEventListener('selectionchange', onSelection);
    // What was selected before this part of the page woke up.
    onSelection();
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [text.copy]);

  // Drawn by the browser over the text, which stays as the server sent it.
  useEffect(() => {
    const element = article.current;
    paint('stet-marking', range === null || element === null ? [] : pageRanges(element, [range]));
    return () => paint('stet-marking', []);
  }, [range]);

  // With nothing selected there is nothing to set aside.
  useEffect(() => {
    if (range === null) setIsAsiding(false);
  }, [range]);

  /** What was selected is a claim now; words selected since stay. */
  function onMarked(marked: TextRange) {
    const element = article.current;
    if (element === null) return;
    const selected = selectedRange(element);
    walked.current = marked.start;
    if (same(selected && wholeWords(text.copy, selected), marked)) select(null);
    else setRange((was) => (same(was, marked) ? null : was));
    element.focus({ preventScroll: true });
  }

  function select(next: TextRange | null) {
    const element = article.current;
    const selection = window.getSelection();
    if (!element || !selection) return;
    const onPage = next && pageRange(element, next);
    selection.removeAllRanges();
    if (!onPage) {
      caret.current = null;
      return setRange(null);
    }
    selection.addRange(onPage);
    setRange(next);
    const end = onPage.endContainer.parentElement;
    end?.closest('[data-block]')?.scrollIntoView({ block: 'nearest' });
    end?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const next = walk(text, caret.current, step, event.shiftKey);
      if (next === null) return;
      caret.current = next;
      select(caretRange(next));
    } else if (event.key === 'Escape' && range) {
      event.preventDefault();
      select(null);
    } else if (event.key === 'Enter' && range && mayMark) {
      event.preventDefault();
      mark.current?.now();
    } else if (event.key.toLowerCase() === 'm' && mayMark) {
      // Here the key works even where single keys are off: it is this part's own.
      event.preventDefault();
      if (event.shiftKey) mark.current?.withDetails();
      else mark.current?.now();
    } else if (event.key.toLowerCase() === 'u') {
      event.preventDefault();
      nextUnlooked(event.shiftKey ? -1 : 1);
    } else if (event.key.toLowerCase() === 'a' && mayAside && range) {
      event.preventDefault();
      setIsAsiding(true);
    } else if (event.key === ' ' && range) {
      event.preventDefault();
      const under = placedOf(entries)
        .filter(({ start, end }) => start <= range.start && end >= range.end)
        .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (under) choose(under.id);
    }
  }

  function nextUnlooked(by: 1 | -1) {
    const from = range ?? { start: walked.current, end: walked.current };
    const next = nextPlace(places, from, by);
    if (next === null) return setSaid('Everything has been looked at.');
    const { start, end } = next;
    walked.current = start;
    caret.current = { from: { start, end }, to: { start, end } };
    select({ start, end });
    article.current?.focus({ preventScroll: true });
    setSaid(placeWords(text, places, next));
  }

  function onAside(next: AsideDone) {
    setIsAsiding(false);
    setDone(next);
    if (range !== null) walked.current = range.start;
    select(null);
    article.current?.focus({ preventScroll: true });
  }

  function onUndone() {
    setDone(null);
    setSaid('Taken back.');
    article.current?.focus({ preventScroll: true });
  }

  useShortcuts([
    {
      keys: 'u',
      does: 'Next figure, name, quote, date or sentence nobody has looked at; with Shift, the one before',
      run: (event) => nextUnlooked(event.shiftKey ? -1 : 1),
    },
    ...(mayMark
      ? [
          {
            keys: 'm',
            does: 'Mark the selected words; with Shift, say more about the claim',
            run: (event: globalThis.KeyboardEvent) =>
              event.shiftKey ? mark.current?.withDetails() : mark.current?.now(),
          },
        ]
      : []),
    ...(mayAside
      ? [
          {
            keys: 'a',
            does: 'Set the selected words aside, or the rest of their paragraph',
            run: () => setIsAsiding(range !== null),
          },
        ]
      : []),
  ]);

  const left = places.length;
  return (
    <>
      <div className="desk-copy-bar">
        <ViewSwitch />
        {view === 'coverage' ? (
          <>
            {text.percent !== null && range === null && (
              <span className="num shrink-0 min-[56rem]:max-[86rem]:hidden">
                {text.percent} % looked at
              </span>
            )}
            {left > 0 && (
              <button
                type="button"
                className="link min-w-9 truncate py-1 text-small"
                onClick={() => nextUnlooked(1)}
              >
                Next of {left} left
              </button>
            )}
          </>
        ) : (
          mayMark && (
            <span className="truncate text-small max-[86rem]:sr-only" id={hint}>
              Select words, then <kbd>M</kbd>
              <span className="sr-only">
                . With the keyboard: arrow keys go from word to word and from sentence to sentence,
                Shift extends, Enter or M marks, Space opens the claim under the words.
              </span>
            </span>
          )
        )}
        <span className="ml-auto" />
        {(mayMark || mayAside) && (
          // Room for what can be done with the selected words.
          <span className={range && view === 'coverage' ? 'md:max-[100rem]:hidden' : 'contents'}>
            <SentenceList
              text={text}
              entries={entries}
              asideReasons={asideReasons}
              isShort={view === 'coverage'}
              onPick={(picked) => select(picked)}
              onAside={setDone}
            />
          </span>
        )}
        {mayAside && range && (
          <Button
            size="compact"
            className={view === 'coverage' ? '' : 'max-[90rem]:hidden'}
            aria-expanded={isAsiding}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setIsAsiding(!isAsiding)}
          >
            Set aside
          </Button>
        )}
        {mayMark && (
          <DeskMark ref={mark} copy={text.copy} range={range} hintId={hint} onMarked={onMarked} />
        )}
        {isAsiding && range && (
          <AsidePanel
            key={`${range.start}-${range.end}`}
            text={text}
            places={places}
            range={range}
            reasons={asideReasons}
            onDone={onAside}
            onClose={() => {
              setIsAsiding(false);
              article.current?.focus({ preventScroll: true });
            }}
          />
        )}
      </div>
      <AsideStrip
        text={text}
        range={range}
        done={done}
        onDismiss={() => setDone(null)}
        onUndone={onUndone}
      />
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="desk-scroll" data-copy-scroll>
        <article
          ref={article}
          className="desk-copy"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the copy scrolls, and is read and selected by keyboard
          tabIndex={0}
          aria-label="Words of the story"
          aria-describedby={mayMark ? hint : undefined}
          data-copy
          onKeyDown={onKeyDown}
        >
          <DeskCopy storyId={storyId} text={text} claims={entries} />
        </article>
      </div>
    </>
  );
}

export type Marker = { now: () => void; withDetails: () => void };

type Props = {
  text: CopyText;
  mayMark: boolean;
  /** The reasons the reader may set words aside for; empty: none. */
  asideReasons: readonly SetAsideReason[];
};

const STEPS: Readonly<Record<string, Walk>> = {
  ArrowRight: 'next-word',
  ArrowLeft: 'last-word',
  ArrowDown: 'next-sentence',
  ArrowUp: 'last-sentence',
};

const same = (a: TextRange | null, b: TextRange | null): boolean =>
  a?.start === b?.start && a?.end === b?.end;
