import type { Block } from './blocks';
import type { Sentence } from './sentences';
import type { TextRange } from './text-anchor';

export type CoveredSentence = Sentence & { claimed: boolean };

export type Coverage = {
  /** Only the sentences that count: those with words, outside excluded blocks. */
  sentences: CoveredSentence[];
  claimed: number;
  counted: number;
  /** Whole per cent of the sentences; 100 only when all are claimed, 0 only when none is, null without sentences. */
  percent: number | null;
};

const HAS_WORDS = /[\p{L}\p{N}]/u;

/** How much of the copy somebody has looked at: a sentence is claimed when a claim holds a word or figure of it. */
export function coverageOf(
  copy: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
  claimRanges: readonly TextRange[],
): Coverage {
  const claims = joined(claimRanges);
  const covered: CoveredSentence[] = [];
  let from = 0;
  for (const sentence of sentences) {
    if (blocks[sentence.block]?.excluded !== false) continue;
    if (!HAS_WORDS.test(copy.slice(sentence.start, sentence.end))) continue;
    while ((claims[from]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) from++;
    let claimed = false;
    for (let at = from; !claimed; at++) {
      const claim = claims[at];
      if (claim === undefined || claim.start >= sentence.end) break;
      claimed = HAS_WORDS.test(
        copy.slice(Math.max(claim.start, sentence.start), Math.min(claim.end, sentence.end)),
      );
    }
    covered.push({ ...sentence, claimed });
  }
  const claimed = covered.filter((sentence) => sentence.claimed).length;
  return {
    sentences: covered,
    claimed,
    counted: covered.length,
    percent: percent(claimed, covered.length),
  };
}

/** Ranges in order, with those that touch or overlap made one. */
function joined(ranges: readonly TextRange[]): TextRange[] {
  const sorted = ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start);
  const result: TextRange[] = [];
  for (const { start, end } of sorted) {
    const last = result.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

function percent(claimed: number, counted: number): number | null {
  if (counted === 0) return null;
  if (claimed === 0) return 0;
  if (claimed === counted) return 100;
  return Math.min(99, Math.max(1, Math.round((claimed / counted) * 100)));
}
