import Link from 'next/link';
import { Icon } from '@/components/ui/icon';
import { CLEARANCE_LABELS } from '@/lib/domain/clearance-words';
import type { StoryDesk } from '@/lib/stories/queries';

/** On the desk: which clearances stand, and whether the text changed since; leads to where they are given. */
export function ClearanceLine({ story }: { story: StoryDesk }) {
  const given = story.clearances.map(({ kind }) => CLEARANCE_LABELS[kind].toLowerCase());
  const isChanged = story.clearances.some(
    ({ versionNumber }) => versionNumber !== story.current.number,
  );
  return (
    <p className="flex shrink-0 items-baseline justify-between gap-3 border-b border-rule py-2 pr-5 pl-6 max-lg:pl-5">
      <Link href={`/stories/${story.id}/clearance`} className="py-0.5 font-strong hover:underline">
        Clearance
      </Link>
      <span className="text-right text-small text-ink-3">
        {given.length === 0 ? (
          'not given'
        ) : (
          <span className="sign tint-good">
            <Icon name="tick" size={13} />
            {given.join(', ')}
          </span>
        )}
        {isChanged && <span className="block text-ochre">text changed since</span>}
      </span>
    </p>
  );
}
