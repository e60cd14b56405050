import type { TextRange } from '@/lib/domain/text-anchor';
import type { DiffPiece, DiffRow } from '@/lib/domain/version-diff';
import type { ChangedClaim, ChangeKind } from '@/lib/stories/version-change';

/** Words of one kind throughout, and the claims whose words they are, by number; only claims that need a look. */
export type Segment = {
  kind: DiffPiece['kind'];
  text: string;
  /** Ids of the claims that these words belong to; the shortest first. */
  claims: string[];
  /** One of several places that fit a claim. */
  isCandidate: boolean;
};

type Marked = Pick<ChangedClaim, 'id' | 'kind' | 'candidates'> & {
  from: TextRange & { number: number };
  to: TextRange | null;
};

const SHOWN: readonly ChangeKind[] = ['changed', 'ambiguous', 'lost'];

type Mark = TextRange & { id: string | null };

/**
 * The rows of a comparison cut at the edges of the claims that changed, so that each can be drawn. `before`: the number
 * of the old version; claims that had no place in it are drawn in the new one alone.
 */
export function changeSegments(
  rows: readonly DiffRow[],
  claims: readonly Marked[],
  before: number | null,
): Segment[][] {
  const shown = claims.filter(({ kind }) => SHOWN.includes(kind));
  const old = shown
    .filter(({ from }) => from.number === before)
    .map(({ id, from }): Mark => ({ id, start: from.start, end: from.end }));
  const now = shown.flatMap(({ id, to, candidates }): Mark[] => [
    ...(to === null ? [] : [{ id, start: to.start, end: to.end }]),
    ...candidates.map(({ start, end }) => ({ id: null, start, end })),
  ]);
  return rows.map(({ pieces }) =>
    pieces.flatMap((piece) =>
      piece.to === null ? cut(piece, piece.from, old) : cut(piece, piece.to, now),
    ),
  );
}

/** The piece cut at the edges of the marks. A piece's text is that of its range, to the character. */
function cut(piece: DiffPiece, range: TextRange | null, marks: readonly Mark[]): Segment[] {
  if (range === null) return [];
  const over = marks.filter(({ start, end }) => start < range.end && end > range.start);
  const edges = [range.start, ...over.flatMap(({ start, end }) => [start, end]), range.end].filter(
    (edge) => edge >= range.start && edge <= range.end,
  );
  const sorted = [...new Set(edges)].toSorted((a, b) => a - b);
  return sorted.slice(0, -1).map((start, at): Segment => {
    const end = sorted[at + 1] ?? range.end;
    const under = over
      .filter((mark) => mark.start <= start && mark.end >= end)
      .toSorted((a, b) => a.end - a.start - (b.end - b.start));
    return {
      kind: piece.kind,
      text: piece.text.slice(start - range.start, end - range.start),
      claims: under.flatMap(({ id }) => (id === null ? [] : [id])),
      isCandidate: under.some(({ id }) => id === null),
    };
  });
}

/** A claim's words as they were and as they are, word by word; without a comparison, all struck and all written in. */
export function claimSegments(
  rows: readonly DiffRow[],
  { from, to }: Pick<ChangedClaim, 'from' | 'to'>,
  before: number | null,
): { kind: DiffPiece['kind']; text: string }[] {
  const plain = [
    { kind: 'DELETED' as const, text: from.exact },
    ...(to === null ? [] : [{ kind: 'INSERTED' as const, text: to.exact }]),
  ];
  if (to === null || from.number !== before) return plain;
  if (to.exact === from.exact) return [{ kind: 'SAME', text: to.exact }];
  const found = rows.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => {
      const range = piece.to ?? piece.from;
      const mark = piece.to === null ? from : to;
      if (range === null) return [];
      const [start, end] = [Math.max(range.start, mark.start), Math.min(range.end, mark.end)];
      return start < end
        ? [{ kind: piece.kind, text: piece.text.slice(start - range.start, end - range.start) }]
        : [];
    }),
  );
  const says = (skip: DiffPiece['kind']) =>
    found
      .filter(({ kind }) => kind !== skip)
      .map(({ text }) => text)
      .join('');
  // Words that went to another paragraph are read better as they were and as they are.
  return says('DELETED') === to.exact && squeezed(says('INSERTED')) === squeezed(from.exact)
    ? found
    : plain;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();
