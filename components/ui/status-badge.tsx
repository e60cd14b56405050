import { FINDING_LABELS, SAID_LABELS, STATUS_LABELS } from '@/lib/domain/labels';
import type { ClaimStatus, Finding, SaidFinding } from '@/lib/domain/vocabulary';
import { Icon, type IconName } from './icon';
import { STATUS_LOOKS } from './status-look';

type Size = 13 | 14 | 16;

/** A claim's status: icon and word, the tint on the icon alone. */
export function StatusBadge({ status, size = 16, className = '' }: StatusProps) {
  const { icon, tint } = STATUS_LOOKS[status];
  return (
    <Sign icon={icon} tint={tint} word={STATUS_LABELS[status]} size={size} className={className} />
  );
}
type StatusProps = { status: ClaimStatus; size?: Size; className?: string };

/** The answer to "Is it so?"; "No finding yet" stands in ink 3 without an icon. */
export function FindingBadge({ finding, size = 16, className = '' }: FindingProps) {
  if (finding === 'NONE')
    return <span className={`text-ink-3 ${className}`}>{FINDING_LABELS.NONE}</span>;
  const { icon, tint } = STATUS_LOOKS[finding];
  return (
    <Sign
      icon={icon}
      tint={tint}
      word={FINDING_LABELS[finding]}
      size={size}
      className={className}
    />
  );
}
type FindingProps = { finding: Finding; size?: Size; className?: string };

/** The answer to "Was it said?". */
export function SaidBadge({ said, size = 16, className = '' }: SaidProps) {
  if (said === 'NONE') return <span className={`text-ink-3 ${className}`}>{SAID_LABELS.NONE}</span>;
  const { icon, tint } = SAID_LOOKS[said];
  return (
    <Sign icon={icon} tint={tint} word={SAID_LABELS[said]} size={size} className={className} />
  );
}
type SaidProps = { said: SaidFinding; size?: Size; className?: string };

const SAID_LOOKS: Record<Exclude<SaidFinding, 'NONE'>, { icon: IconName; tint: string }> = {
  VERBATIM: { icon: 'tick', tint: 'tint-good' },
  TRANSLATION: { icon: 'tick', tint: 'tint-good' },
  PARAPHRASE: { icon: 'tick-caret', tint: 'tint-good' },
  ALTERED: { icon: 'angle', tint: 'tint-warn' },
  MISATTRIBUTED: { icon: 'not-equal', tint: 'tint-warn' },
  NOT_FOUND: { icon: 'question', tint: 'tint-warn' },
};

/** Any icon with its word: the shape under every badge, for signs of your own ("Conflict", "Adds up"). */
export function Sign({ icon, word, tint = 'tint-quiet', size = 16, className = '' }: SignProps) {
  return (
    <span className={`sign ${tint} ${className}`}>
      <Icon name={icon} size={size} />
      {word}
    </span>
  );
}
type SignProps = { icon: IconName; word: string; tint?: string; size?: Size; className?: string };
