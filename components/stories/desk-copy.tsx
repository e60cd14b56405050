'use client';

import { memo, type ReactNode } from 'react';
import { claimMarkClass, STATUS_LOOKS } from '@/components/ui/status-look';
import type { LookedAt } from '@/lib/domain/coverage';
import { STATUS_LABELS } from '@/lib/domain/labels';
import type { BlockKind } from '@/lib/domain/vocabulary';
import { claimRef } from '@/lib/format';
import { type DeskEntry, type PlacedEntry, placedOf } from './desk-context';
import { deskRuns, type Run } from './desk-pieces';
import { StatusDrawing } from './desk-signs';
import type { CopyText } from './desk-text';

/**
 * The copy, block by block, with the claims drawn in the words. It is text and nothing else between the tags, so that
 * a selection is a range of the copy: `data-s` says where each text node starts. Drawn anew only when the copy or its
 * claims have changed.
 */
export const DeskCopy = memo(function DeskCopy({ storyId, text, claims }: Props) {
  const standing = placedOf(claims).filter(({ status }) => status !== 'DROPPED');
  const runs = deskRuns(text.copy, text.blocks, standing, text.sentences);
  const byId = new Map(standing.map((claim) => [claim.id, claim]));
  const starting = claimsByBlock(text.blocks, standing);
  return text.blocks.map((block, index) => (
    <div
      key={`${block.start}-${block.label}`}
      className={`desk-block ${LOOKS[block.kind]} ${block.excluded ? 'desk-excluded' : ''}`}
      data-block={index}
    >
      <span className="desk-name">
        {block.label}
        {block.excluded && ', left out'}
        {block.percent !== null && <span className="desk-share">{block.percent} %</span>}
      </span>
      <Words kind={block.kind} language={text.language}>
        <Runs runs={runs[index] ?? []} claims={byId} />
      </Words>
      <Refs storyId={storyId} claims={starting[index] ?? []} />
    </div>
  ));
});

type Props = { storyId: string; text: CopyText; claims: readonly DeskEntry[] };

const LOOKS: Record<BlockKind, string> = {
  HEADLINE: 'desk-headline',
  STANDFIRST: 'desk-standfirst',
  SUBHEAD: 'desk-subhead',
  BODY: '',
  LIST_ITEM: 'desk-item',
  QUOTE: 'desk-quote',
  CAPTION: 'desk-caption',
  TABLE_ROW: 'desk-row',
  FURNITURE: 'desk-furniture',
};

function Words({
  kind,
  language,
  children,
}: {
  kind: BlockKind;
  language: string;
  children: ReactNode;
}) {
  const Tag = kind === 'QUOTE' ? 'blockquote' : 'p';
  return (
    <Tag className="desk-words" lang={language} dir="auto">
      {children}
    </Tag>
  );
}

const LEAF_LOOKS: Readonly<Record<LookedAt, string | undefined>> = {
  CLAIMED: undefined,
  SET_ASIDE: 'aside',
  UNLOOKED: 'unlooked',
};

const DEPTH_CLASSES = ['', 'cm-lower', 'cm-lowest'];

function Runs({
  runs,
  claims,
}: {
  runs: readonly Run[];
  claims: ReadonlyMap<string, DeskEntry>;
}): ReactNode {
  return runs.map((run) => {
    if ('text' in run)
      return (
        <span
          key={run.start}
          data-s={run.start}
          className={run.sentence === null ? undefined : LEAF_LOOKS[run.sentence.state]}
          title={run.sentence?.note}
        >
          {run.text}
        </span>
      );
    const claim = claims.get(run.claimId);
    if (claim === undefined) return null;
    return (
      <mark
        key={`${run.claimId}-${firstStart(run)}`}
        data-claim={claim.id}
        data-n={run.isEnd ? claim.number : undefined}
        title={`${claimRef(claim.number)}, ${STATUS_LABELS[claim.status]}`}
        className={`${claimMarkClass(claim.status)} ${DEPTH_CLASSES[run.depth] ?? ''}`}
      >
        <Runs runs={run.within} claims={claims} />
      </mark>
    );
  });
}

const firstStart = (run: Run): number =>
  'text' in run ? run.start : run.within[0] === undefined ? 0 : firstStart(run.within[0]);

/** Refs for the margin; the browser puts each beside the line where its claim starts. */
function Refs({ storyId, claims }: { storyId: string; claims: readonly DeskEntry[] }) {
  if (claims.length === 0) return null;
  return (
    <div className="desk-refs">
      {claims.map(({ id, number, status }) => (
        <a
          key={id}
          href={`/stories/${storyId}?claim=${id}`}
          className={`desk-ref ${STATUS_LOOKS[status].tint}`}
          data-claim={id}
          draggable={false}
        >
          <StatusDrawing status={status} />
          {claimRef(number)}
          <span className="sr-only">, {STATUS_LABELS[status]}</span>
        </a>
      ))}
    </div>
  );
}

/** The claims that start in each block; both lists are in the order of the text. */
function claimsByBlock(
  blocks: readonly { end: number }[],
  claims: readonly PlacedEntry[],
): PlacedEntry[][] {
  let next = 0;
  return blocks.map(({ end }, index) => {
    const own: PlacedEntry[] = [];
    const isLast = index === blocks.length - 1;
    for (let claim = claims[next]; claim && (claim.start < end || isLast); claim = claims[++next])
      own.push(claim);
    return own;
  });
}
