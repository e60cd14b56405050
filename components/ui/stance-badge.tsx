import { STANCE_LABELS } from '@/lib/domain/labels';
import type { Stance } from '@/lib/domain/vocabulary';
import type { IconName } from './icon';
import { Sign } from './status-badge';

/** What a piece of evidence says about the claim. */
export function StanceBadge({ stance, className = '' }: { stance: Stance; className?: string }) {
  const { icon, tint } = LOOKS[stance];
  return (
    <Sign
      icon={icon}
      tint={tint}
      word={STANCE_LABELS[stance]}
      size={14}
      className={`text-small ${className}`}
    />
  );
}

const LOOKS: Record<Stance, { icon: IconName; tint: string }> = {
  SUPPORTS: { icon: 'check', tint: 'tint-good' },
  SUPPORTS_PART: { icon: 'tick-caret', tint: 'tint-good' },
  REFUTES: { icon: 'not-equal', tint: 'tint-warn' },
  REFUTES_PART: { icon: 'angle', tint: 'tint-warn' },
  CONTEXT: { icon: 'note', tint: 'tint-quiet' },
  NO_INFORMATION: { icon: 'dash-circle', tint: 'tint-quiet' },
};
