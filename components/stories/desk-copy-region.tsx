'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useShortcuts } from '@/components/frame/shortcuts';
import { cutsWord } from '@/lib/domain/character-edges';
import { type TextRange, trimRange } from '@/lib/domain/text-anchor';
import { type Caret, caretRange, type Walk, walk } from './desk-caret';
import { placedOf, useDesk } from './desk-context';
import { type CopyText, DeskCopy } from './desk-copy';
import { DeskMark } from './desk-mark';
import { pageRange, paintMarking, selectedRange } from './desk-offsets';
import { SentenceList } from './desk-sentence-list';
import { ViewSwitch } from './desk-tabs';

/** The copy with what marks it: by the mouse, by the arrow keys, or from a list of its sentences. */
export function DeskCopyRegion({ text, mayMark }: Props) {
  const { storyId, choose, entries, view } = useDesk();
  const article = useRef<HTMLElement>(null);
  const caret = useRef<Caret | null>(null);
  const [range, setRange] = useState<TextRange | null>(null);
  const mark = useRef<Marker | null>(null);
  const hint = useId();

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
    return () => document.removeEventListener('selectionchange', onSelection);
  }, [text.copy]);

  // Drawn by the browser over the text, which stays as the server sent it.
  useEffect(() => {
    const element = article.current;
    paintMarking(range === null || element === null ? null : pageRange(element, range));
    return () => paintMarking(null);
  }, [range]);

  /** What was selected is a claim now; words selected since stay. */
  function onMarked(marked: TextRange) {
    const element = article.current;
    if (element === null) return;
    const selected = selectedRange(element);
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
    } else if (event.key === ' ' && range) {
      event.preventDefault();
      const under = placedOf(entries)
        .filter(({ start, end }) => start <= range.start && end >= range.end)
        .toSorted((a, b) => a.end - a.start - (b.end - b.start))[0];
      if (under) choose(under.id);
    }
  }

  function nextUnlooked() {
    const from = range?.end ?? 0;
    const open = text.sentences.filter(({ claimed }) => !claimed);
    const next = open.find(({ start }) => start >= from) ?? open[0];
    if (!next) return;
    caret.current = { from: next, to: next };
    select(next);
    article.current?.focus({ preventScroll: true });
  }

  useShortcuts(
    mayMark
      ? [
          {
            keys: 'm',
            does: 'Mark the selected words; with Shift, say more about the claim',
            run: (event) => (event.shiftKey ? mark.current?.withDetails() : mark.current?.now()),
          },
          { keys: 'u', does: 'Next sentence nobody has looked at', run: nextUnlooked },
        ]
      : [],
  );

  const unlooked = text.sentences.filter(({ claimed }) => !claimed).length;
  return (
    <>
      <div className="desk-copy-bar">
        <ViewSwitch />
        {view === 'coverage' && unlooked > 0 ? (
          <button type="button" className="link truncate py-1 text-small" onClick={nextUnlooked}>
            Next of {unlooked} not looked at
          </button>
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
        {mayMark && (
          <>
            <span className="ml-auto" />
            <SentenceList text={text} entries={entries} onPick={(picked) => select(picked)} />
            <DeskMark ref={mark} copy={text.copy} range={range} hintId={hint} onMarked={onMarked} />
          </>
        )}
      </div>
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

type Props = { text: CopyText; mayMark: boolean };

const STEPS: Readonly<Record<string, Walk>> = {
  ArrowRight: 'next-word',
  ArrowLeft: 'last-word',
  ArrowDown: 'next-sentence',
  ArrowUp: 'last-sentence',
};

/** Without the blanks at its ends, and out to the edge of a word that the mouse cut in two. */
function wholeWords(copy: string, range: TextRange): TextRange | null {
  let { start, end } = trimRange(copy, range);
  if (start >= end) return null;
  while (start > 0 && cutsWord(copy, start)) start--;
  while (end < copy.length && cutsWord(copy, end)) end++;
  return { start, end };
}

const same = (a: TextRange | null, b: TextRange | null): boolean =>
  a?.start === b?.start && a?.end === b?.end;
