import { FLAG_LABELS } from '@/lib/domain/labels';
import type { Flag } from '@/lib/domain/vocabulary';
import { Icon, type IconName } from './icon';

/** A claim's flag, quieter than its status. */
export function FlagBadge({ flag, className = '' }: { flag: Flag; className?: string }) {
  return (
    <span className={`sign gap-1 text-ink-2 tint-quiet ${className}`}>
      <Icon name={ICONS[flag]} size={14} />
      {FLAG_LABELS[flag]}
    </span>
  );
}

const ICONS: Record<Flag, IconName> = {
  CENTRAL: 'diamond',
  DEFAMATORY: 'scales',
  SENSITIVE: 'sensitive',
  ANONYMOUS_SOURCE: 'anonymous',
  MINOR: 'minor',
};
