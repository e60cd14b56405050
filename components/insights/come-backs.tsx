import Link from 'next/link';
import { Time } from '@/components/ui/time';
import { claimRef } from '@/lib/format';
import type { ComeBack } from '@/lib/insights/queries';

/** Claims that came back, each with its reason in the words of whoever sent it. */
export function ComeBacks({ events, none }: { events: readonly ComeBack[]; none: string }) {
  if (events.length === 0) return <p className="py-3 text-ink-2">{none}</p>;
  return (
    <ul>
      {events.map(({ id, claimId, claimNumber, exact, storyHeadline, at, byName, why }) => (
        <li key={id} className="border-b border-rule py-2.5">
          <div className="flex items-baseline gap-3">
            <Link
              href={`/claims/${claimId}`}
              className="words min-w-0 flex-1 truncate hover:underline"
            >
              <bdi>{exact}</bdi>
            </Link>
            <Time at={at} className="num text-small text-ink-3" />
          </div>
          <p className="text-small text-ink-3">
            {claimRef(claimNumber)}, <bdi>{storyHeadline}</bdi>
          </p>
          <p className="mt-1">
            {why === null ? (
              <span className="text-ink-3">No reason was written.</span>
            ) : (
              <bdi className="line-clamp-3">{why}</bdi>
            )}{' '}
            <span className="text-small text-ink-3">{byName}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
