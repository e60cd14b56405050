import type { Share } from '@/lib/domain/coverage';
import { SET_ASIDE_LABELS } from '@/lib/domain/set-aside-rules';
import { SET_ASIDE_REASONS, type SetAsideReason } from '@/lib/domain/vocabulary';
import { count } from '@/lib/format';

/** Words that somebody set aside, as the sheet lists them. */
export type SetAsideLine = {
  /** "¶ 3" */
  where: string;
  words: string;
  reason: SetAsideReason;
  by: string;
  at: Date;
};

type Covered = { coverage: Share; setAsides: readonly SetAsideLine[] };

/** "62 % of sentences looked at; 5 places set aside (3 opinion, 2 scene)". */
export function coverageWords({ coverage, setAsides }: Covered): string {
  const looked =
    coverage.percent === null
      ? 'The text has no sentences to look at'
      : `${coverage.percent} % of sentences looked at`;
  return `${looked}; ${setAsideWords(setAsides)}`;
}

/** "5 places set aside (3 opinion, 2 scene)". */
export function setAsideWords(setAsides: readonly SetAsideLine[]): string {
  if (setAsides.length === 0) return 'nothing set aside';
  const reasons = SET_ASIDE_REASONS.flatMap((reason) => {
    const n = setAsides.filter((line) => line.reason === reason).length;
    return n === 0 ? [] : [`${n} ${SET_ASIDE_LABELS[reason].toLowerCase()}`];
  });
  return `${count(setAsides.length, 'place')} set aside (${reasons.join(', ')})`;
}
