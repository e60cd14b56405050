import type { ClaimStatus } from '@/lib/domain/vocabulary';
import type { IconName } from './icon';

type Look = {
  icon: IconName;
  /** Class that sets `--tint` for the icon and the line. */
  tint: string;
  /** Class for the line under the words, beside `cm` and the tint. */
  line: string;
};

/** How each status looks: icon, tint and line. Dashed: work to do; unbroken: answered for; wavy: it does not hold. */
export const STATUS_LOOKS: Readonly<Record<ClaimStatus, Look>> = {
  MARKED: { icon: 'broken-circle', tint: 'tint-marked', line: 'cm-dashed' },
  IN_CHECK: { icon: 'pencil', tint: 'tint-in-check', line: 'cm-dashed' },
  WAITING: { icon: 'hourglass', tint: 'tint-waiting', line: 'cm-dashed' },
  READY: { icon: 'second', tint: 'tint-ready', line: 'cm-solid' },
  REOPENED: { icon: 'back', tint: 'tint-reopened', line: 'cm-dashed-strong' },
  VERIFIED: { icon: 'tick', tint: 'tint-verified', line: 'cm-settled' },
  VERIFIED_AFTER_CHANGE: { icon: 'tick-caret', tint: 'tint-after', line: 'cm-settled' },
  ATTRIBUTION_ONLY: { icon: 'quote', tint: 'tint-said', line: 'cm-double' },
  ON_AUTHOR: { icon: 'nib', tint: 'tint-author', line: 'cm-settled' },
  DISPUTED: { icon: 'not-equal', tint: 'tint-disputed', line: 'cm-wavy' },
  UNVERIFIED: { icon: 'question', tint: 'tint-unverified', line: 'cm-wavy' },
  MISLEADING: { icon: 'angle', tint: 'tint-misleading', line: 'cm-wavy' },
  OUTDATED: { icon: 'calendar', tint: 'tint-outdated', line: 'cm-wavy' },
  INCORRECT: { icon: 'cross', tint: 'tint-incorrect', line: 'cm-heavy' },
  NOT_CHECKABLE: { icon: 'dash-circle', tint: 'tint-not-checkable', line: 'cm-none' },
  DROPPED: { icon: 'struck', tint: 'tint-dropped', line: 'cm-none' },
};

/** The classes of a claim drawn in the copy; add `cm-on` for the chosen one, `cm-lower` for the longer of two. */
export const claimMarkClass = (status: ClaimStatus): string => {
  const { tint, line } = STATUS_LOOKS[status];
  return `cm ${line} ${tint}`;
};
