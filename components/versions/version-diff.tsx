import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { type Block, blockLabels } from '@/lib/domain/blocks';
import type { DiffRow } from '@/lib/domain/version-diff';
import { claimRef } from '@/lib/format';
import type { ChangedClaim, VersionChange } from '@/lib/stories/version-change';
import { changeSegments, type Segment } from './change-segments';

export const CHANGE_VIEWS = ['changes', 'side-by-side'] as const;
export type ChangeView = (typeof CHANGE_VIEWS)[number];

/** Both copies as one, words struck and written in, or one beside the other; changed claims under a wash. */
export function VersionDiff({ rows, change, view }: Props) {
  const { before, version, claims } = change;
  const segments = changeSegments(rows, claims, before?.number ?? null);
  const names = namesOf(rows, before?.blocks ?? [], version.blocks);
  return view === 'changes' ? (
    <div className="desk-copy">
      {rows.map((row, at) => (
        <div key={keyOf(row)} className={`version-row ${lookOf(row, change)}`} data-kind={row.kind}>
          <span className="desk-name">{names[at]}</span>
          <p className="version-words" lang={change.story.language} dir="auto">
            <Words segments={segments[at] ?? []} />
          </p>
          <Refs claims={claimsOf(segments[at] ?? [], claims)} />
        </div>
      ))}
    </div>
  ) : (
    <div className="py-6 font-copy">
      {rows.map((row, at) => (
        <div key={keyOf(row)} className="version-pair" data-block={blockOf(row, change)?.kind}>
          <p className="version-words" lang={change.story.language} dir="auto">
            <span className="sr-only">Before: </span>
            <Words segments={segments[at] ?? []} without="INSERTED" />
          </p>
          <p className="version-words" lang={change.story.language} dir="auto">
            <span className="sr-only">Now: </span>
            <Words segments={segments[at] ?? []} without="DELETED" />
          </p>
        </div>
      ))}
    </div>
  );
}

type Props = { rows: readonly DiffRow[]; change: VersionChange; view: ChangeView };

const keyOf = ({ from, to }: DiffRow): string => `${from?.start ?? ''}-${to?.start ?? ''}`;

const blockOf = ({ from, to }: DiffRow, { before, version }: VersionChange): Block | undefined =>
  to === null ? before?.blocks[from?.block ?? -1] : version.blocks[to.block];

const lookOf = (row: DiffRow, change: VersionChange): string =>
  blockOf(row, change)?.kind === 'HEADLINE' ? 'desk-headline' : '';

function namesOf(rows: readonly DiffRow[], old: readonly Block[], now: readonly Block[]): string[] {
  const [oldLabels, labels] = [blockLabels(old), blockLabels(now)];
  return rows.map(({ from, to, kind }) => {
    const was = from === null ? '' : (oldLabels[from.block] ?? '');
    const name = to === null ? was : (labels[to.block] ?? '');
    return kind === 'MOVED' ? `${name}, was ${was}` : name;
  });
}

function Words({ segments, without }: { segments: readonly Segment[]; without?: Segment['kind'] }) {
  return segments.map((segment, at) =>
    segment.kind === without ? null : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of one comparison, which never change places
      <Fragment key={at}>{drawn(segment)}</Fragment>
    ),
  );
}

function drawn({ kind, text, claims, isCandidate }: Segment): ReactNode {
  const words = isCandidate ? <u>{text}</u> : text;
  const changed =
    kind === 'INSERTED' ? <ins>{words}</ins> : kind === 'DELETED' ? <del>{words}</del> : words;
  return claims.length === 0 ? changed : <mark data-claim={claims[0]}>{changed}</mark>;
}

const claimsOf = (
  segments: readonly Segment[],
  claims: readonly ChangedClaim[],
): ChangedClaim[] => {
  const ids = new Set(segments.flatMap((segment) => segment.claims));
  return claims.filter(({ id }) => ids.has(id));
};

function Refs({ claims }: { claims: readonly ChangedClaim[] }) {
  if (claims.length === 0) return null;
  return (
    <span className="version-refs">
      {claims.map(({ id, number }) => (
        <Link key={id} href={`/claims/${id}`} className="hover:underline">
          {claimRef(number)}
        </Link>
      ))}
    </span>
  );
}
