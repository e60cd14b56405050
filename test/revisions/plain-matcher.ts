import search from 'approx-string-match';
import { describeRange } from '../../lib/domain/text-anchor';
import { type ReadCase, type RevisionCase, readCase } from './revision-case';

/** What a plain matcher made of a case, in the words of `judge.ts`. */
export type PlainJudgement = 'RIGHT' | 'KEPT' | 'GUESSED' | 'DROPPED';

/**
 * The same case through an approximate quote matcher as annotation tools have it (the weights are those of
 * hypothesis/client, `match-quote`: quote 50, prefix 20, suffix 20, position 2): the best match within half the quote's
 * length in errors keeps the annotation, and with it the verdict.
 */
export function plainJudgement(revision: RevisionCase): PlainJudgement {
  const read = readCase(revision);
  const start = bestMatch(read);
  if (revision.must === 'KEEP') {
    return start !== null && (read.place === null || start === read.place.start)
      ? 'RIGHT'
      : 'DROPPED';
  }
  if (start === null) return 'RIGHT';
  return revision.must === 'AMBIGUOUS' ? 'GUESSED' : 'KEPT';
}

function bestMatch({ before, after, claim }: ReadCase): number | null {
  const { exact, prefix, suffix } = describeRange(before, claim);
  const matches = search(after, exact, Math.min(256, exact.length / 2));
  let best: { start: number; score: number } | null = null;
  for (const match of matches) {
    const score =
      50 * (1 - match.errors / exact.length) +
      20 * likeness(after.slice(Math.max(0, match.start - prefix.length), match.start), prefix) +
      20 * likeness(after.slice(match.end, match.end + suffix.length), suffix) +
      2 * (1 - Math.abs(match.start - claim.start) / Math.max(1, after.length));
    if (best === null || score > best.score) best = { start: match.start, score };
  }
  return best === null ? null : best.start;
}

function likeness(text: string, wanted: string): number {
  if (wanted === '' || text === '') return wanted === text ? 1 : 0;
  const [best] = search(text, wanted, wanted.length);
  return best === undefined ? 0 : 1 - best.errors / wanted.length;
}
