'use client';

import { useMemo } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { findBlocks } from '@/lib/domain/blocks';

/** What is to be said about a headline and a copy: it can be taken from the text, or does not stand in it. */
export function HeadlineNote({ headline, copy, isFile, onTake, onPut }: Props) {
  const found = useMemo(() => headlineOf(copy), [copy]);
  const text = useMemo(() => plain(copy), [copy]);
  const typed = plain(headline);
  const isOffered = typed === '' && found !== null;
  const isMissing = typed !== '' && text !== '' && !text.includes(typed);
  return (
    <div role="status">
      {isOffered && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-3">
          <span className="min-w-0 flex-1 truncate">
            The copy begins with <span className="words text-ink-2">{found}</span>
          </span>
          <button type="button" className={LOOK} onClick={() => onTake(found)}>
            Use it as the headline
          </button>
        </p>
      )}
      {isMissing && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ochre">
          <span className="flex min-w-0 flex-1 basis-64 gap-1.5">
            <Icon name="warn" size={14} className="mt-px" />
            This headline does not stand in the copy, so nobody can mark its words.
          </span>
          {isFile ? (
            <span>Edit the file’s text to put it there.</span>
          ) : (
            <button type="button" className={LOOK} onClick={onPut}>
              Put it above the copy
            </button>
          )}
        </p>
      )}
    </div>
  );
}

type Props = {
  headline: string;
  copy: string;
  /** The copy is a file's, which is kept as it is. */
  isFile: boolean;
  onTake: (words: string) => void;
  onPut: () => void;
};

const LOOK = buttonClass({ size: 'compact' });

/** Line breaks and kinds of space do not tell two headlines apart. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function headlineOf(copy: string): string | null {
  const block = findBlocks(copy.slice(0, 20_000)).find(({ kind }) => kind === 'HEADLINE');
  return block === undefined ? null : plain(copy.slice(block.start, block.end)).slice(0, 500);
}
