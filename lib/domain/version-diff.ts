import { pairBlocks } from './pair-blocks';
import type { TextRange } from './text-anchor';
import { alignTokens } from './token-diff';
import { createSpeller, readTokens, type Tokens, tokensIn } from './tokens';
import { blocksOf, type VersionText } from './version-text';

/**
 * A run of words. SAME stands in both copies (`text` is the new copy's), DELETED only in the old one, INSERTED only in
 * the new one. `from` is its place in the old copy, `to` in the new one; null: it does not stand there. White space
 * belongs to the words before it.
 */
export type DiffPiece = {
  kind: 'SAME' | 'DELETED' | 'INSERTED';
  text: string;
  from: TextRange | null;
  to: TextRange | null;
};

/** Where a row's paragraph stands in one copy: the index of its block, and its range. */
export type DiffSide = TextRange & { block: number };

/**
 * A paragraph of one or both copies. ADDED has no `from`, REMOVED no `to`; all others have both. MOVED stands at its new
 * place in the list and may have changed words as well: look at its pieces. The pieces, without the DELETED ones, are
 * the new paragraph to the character; without the INSERTED ones the old one, save that SAME pieces may differ in white
 * space.
 */
export type DiffRow = {
  kind: 'SAME' | 'CHANGED' | 'ADDED' | 'REMOVED' | 'MOVED';
  from: DiffSide | null;
  to: DiffSide | null;
  pieces: DiffPiece[];
};

/**
 * What changed between two versions, paragraph by paragraph in the order of the new copy, removed ones where they
 * stood. Words are compared as they are spelled, quote marks and dashes too; white space is not compared. The method is
 * that of `alignTokens`; an unchanged word or two between changes is shown as changed with them, as it reads better
 * (semantic clean-up of google/diff-match-patch).
 */
export function diffVersions(before: VersionText, after: VersionText): DiffRow[] {
  const speller = createSpeller({ folded: false });
  const old: Side = {
    copy: before.copy,
    blocks: blocksOf(before),
    tokens: readTokens(before.copy, speller),
  };
  const now: Side = {
    copy: after.copy,
    blocks: blocksOf(after),
    tokens: readTokens(after.copy, speller),
  };
  const pairs = pairBlocks(old, now, alignTokens(old.tokens.ids, now.tokens.ids));
  return pairs.map(({ from, to, isMoved }): DiffRow => {
    const left = sideAt(old, from);
    const right = sideAt(now, to);
    const pieces = comparePieces(old, left, now, right);
    const isSame = pieces.every((piece) => piece.kind === 'SAME');
    return {
      kind:
        left === null
          ? 'ADDED'
          : right === null
            ? 'REMOVED'
            : isMoved
              ? 'MOVED'
              : isSame
                ? 'SAME'
                : 'CHANGED',
      from: left,
      to: right,
      pieces,
    };
  });
}

type Side = VersionText & { blocks: NonNullable<VersionText['blocks']>; tokens: Tokens };

function sideAt(side: Side, block: number | null): DiffSide | null {
  const found = block === null ? undefined : side.blocks[block];
  return found === undefined || block === null
    ? null
    : { block, start: found.start, end: found.end };
}

function comparePieces(
  old: Side,
  left: DiffSide | null,
  now: Side,
  right: DiffSide | null,
): DiffPiece[] {
  if (left === null || right === null) {
    if (left !== null) return [deleted(old.copy, left)];
    return right === null ? [] : [inserted(now.copy, right)];
  }
  const a = tokensIn(old.tokens, left);
  const b = tokensIn(now.tokens, right);
  const image = alignTokens(
    old.tokens.ids.subarray(a.first, a.last),
    now.tokens.ids.subarray(b.first, b.last),
  );
  const steps = tidied(
    stepsOf(image, a.last - a.first, b.last - b.first),
    (from, to) =>
      (old.tokens.ends[a.first + to - 1] ?? 0) - (old.tokens.starts[a.first + from] ?? 0),
  );
  // A token reaches up to the next one, the first from the paragraph's start and the last to its end.
  const edge = (side: Side, span: { first: number; last: number }, range: TextRange, at: number) =>
    at === 0
      ? range.start
      : span.first + at >= span.last
        ? range.end
        : (side.tokens.starts[span.first + at] ?? range.end);
  return steps.flatMap(({ isSame, a: from, aEnd, b: to, bEnd }): DiffPiece[] => {
    const there = { start: edge(old, a, left, from), end: edge(old, a, left, aEnd) };
    const here = { start: edge(now, b, right, to), end: edge(now, b, right, bEnd) };
    if (isSame) {
      const text = now.copy.slice(here.start, here.end);
      return [{ kind: 'SAME', text, from: there, to: here }];
    }
    return [
      ...(from < aEnd ? [deleted(old.copy, there)] : []),
      ...(to < bEnd ? [inserted(now.copy, here)] : []),
    ];
  });
}

const deleted = (copy: string, { start, end }: TextRange): DiffPiece => ({
  kind: 'DELETED',
  text: copy.slice(start, end),
  from: { start, end },
  to: null,
});

const inserted = (copy: string, { start, end }: TextRange): DiffPiece => ({
  kind: 'INSERTED',
  text: copy.slice(start, end),
  from: null,
  to: { start, end },
});

/** Tokens a to aEnd of the old paragraph became b to bEnd of the new one. */
type Step = { isSame: boolean; a: number; aEnd: number; b: number; bEnd: number };

function stepsOf(image: Int32Array, oldCount: number, newCount: number): Step[] {
  const steps: Step[] = [];
  let a = 0;
  let b = 0;
  while (a < oldCount || b < newCount) {
    const from = { a, b };
    if (a < oldCount && image[a] === b) {
      while (a < oldCount && image[a] === b) {
        a++;
        b++;
      }
      steps.push({ isSame: true, a: from.a, aEnd: a, b: from.b, bEnd: b });
      continue;
    }
    while (a < oldCount && (image[a] ?? -1) < 0) a++;
    b = a < oldCount ? (image[a] ?? newCount) : newCount;
    steps.push({ isSame: false, a: from.a, aEnd: a, b: from.b, bEnd: b });
  }
  return steps;
}

/** Characters of an unchanged stretch between two changes that is too short to help the eye. */
const TOO_SHORT = 4;

/** Short unchanged stretches between changes on both sides join them; neighbouring changes become one. */
function tidied(steps: readonly Step[], lengthOf: (a: number, aEnd: number) => number): Step[] {
  const result: Step[] = [];
  for (const [at, step] of steps.entries()) {
    const before = result.at(-1);
    const after = steps[at + 1];
    const isIsland =
      step.isSame &&
      before?.isSame === false &&
      after?.isSame === false &&
      lengthOf(step.a, step.aEnd) < TOO_SHORT &&
      isReplacement(before) &&
      isReplacement(after);
    if (before?.isSame === false && (!step.isSame || isIsland)) {
      before.aEnd = step.aEnd;
      before.bEnd = step.bEnd;
    } else {
      result.push({ ...step });
    }
  }
  return result;
}

const isReplacement = ({ a, aEnd, b, bEnd }: Step): boolean => a < aEnd && b < bEnd;
