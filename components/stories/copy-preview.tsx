'use client';

import { useMemo } from 'react';
import { type Block, findBlocks } from '@/lib/domain/blocks';
import { BLOCK_LABELS } from '@/lib/domain/labels';
import type { BlockKind } from '@/lib/domain/vocabulary';
import { count, number } from '@/lib/format';

/** How the copy is read, before it is brought in: its blocks with their kinds in the margin, and its length. */
export function CopyPreview({ copy }: { copy: string }) {
  const blocks = useMemo(() => findBlocks(copy), [copy]);
  const words = useMemo(() => wordCount(copy), [copy]);
  return (
    <section
      aria-label="How Stet reads it"
      className="min-w-0 lg:sticky lg:top-[calc(var(--frame-top)+1rem)] lg:self-start"
    >
      <h2 className="flex items-baseline gap-3 border-b border-rule-strong pb-2">
        How Stet reads it
        <span className="num ml-auto font-normal text-ink-3">
          {words === 0
            ? 'No words yet'
            : `${count(words, 'word')}, ${count(blocks.length, 'block')}`}
        </span>
      </h2>
      {blocks.length === 0 ? (
        <p className="py-3 text-ink-3">
          Paste the copy, and its headline, paragraphs, lists, quotes and captions stand here. Lines
          left over from a web page are set apart; they are kept, and nobody has to check them.
        </p>
      ) : (
        <ol className="max-h-[70dvh] overflow-auto" tabIndex={-1}>
          {blocks.slice(0, SHOWN).map((block) => (
            <Piece key={block.start} copy={copy} block={block} />
          ))}
        </ol>
      )}
      {blocks.length > SHOWN && (
        <p className="num border-t border-rule pt-2 text-small text-ink-3">
          and {number(blocks.length - SHOWN)} more
        </p>
      )}
    </section>
  );
}

/** More than anybody reads here; all of them stand on the desk afterwards. */
const SHOWN = 300;
const LONGEST = 400;

function Piece({ copy, block }: { copy: string; block: Block }) {
  const words = copy.slice(block.start, Math.min(block.end, block.start + LONGEST));
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-3 border-b border-rule py-1.5 [contain-intrinsic-size:auto_3rem] [content-visibility:auto]">
      <span className="pt-px text-micro text-ink-3">{BLOCK_LABELS[block.kind]}</span>
      <span
        dir="auto"
        className={`font-copy break-words ${FACES[block.kind]} ${block.excluded ? 'text-ink-3' : ''}`}
      >
        {words}
        {block.end - block.start > LONGEST && '…'}
      </span>
    </li>
  );
}

const BODY = 'text-words leading-5';
const FACES: Readonly<Record<BlockKind, string>> = {
  HEADLINE: 'text-title font-medium',
  STANDFIRST: `${BODY} text-ink-2`,
  SUBHEAD: `${BODY} font-strong`,
  BODY,
  LIST_ITEM: BODY,
  QUOTE: `${BODY} border-l-2 border-rule-strong pl-2`,
  CAPTION: `${BODY} text-ink-2`,
  TABLE_ROW: BODY,
  FURNITURE: BODY,
};

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’.,-]*[\p{L}\p{N}])?/gu;

function wordCount(copy: string): number {
  let words = 0;
  for (const _ of copy.matchAll(WORD)) words++;
  return words;
}
