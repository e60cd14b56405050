import Link from 'next/link';
import { Fragment } from 'react';
import { Sign } from '@/components/ui/status-badge';
import { DueTime, Time } from '@/components/ui/time';
import type { ClaimRelative } from '@/lib/claims/claim-neighbours';
import type { ClaimView } from '@/lib/claims/queries';
import { claimRef } from '@/lib/format';

/** Who has had a hand in the claim, and its dates. `now`: the present, for a check that has aged. */
export function ClaimFacts({ claim, relatives, now }: Props) {
  const isSettled = claim.state === 'SIGNED_OFF' || claim.state === 'DROPPED';
  return (
    <dl className="my-4 grid grid-cols-[92px_minmax(0,1fr)] gap-x-2 gap-y-1.5 border-y border-rule py-3 [&>dt]:text-ink-3">
      <dt>Marked by</dt>
      <dd>
        {claim.markedByName}, <Time at={claim.createdAt} />
      </dd>
      <dt>With</dt>
      <dd>{claim.assigneeName ?? 'Nobody'}</dd>
      {claim.checkerName !== null && (
        <>
          <dt>Checked by</dt>
          <dd>
            {claim.checkerName}
            {claim.checkedAt !== null && (
              <>
                , <Time at={claim.checkedAt} />
              </>
            )}
          </dd>
        </>
      )}
      {claim.reviewerName !== null && (
        <>
          <dt>Second reader</dt>
          <dd>
            {claim.reviewerName}
            {claim.reviewedAt !== null && (
              <>
                , <Time at={claim.reviewedAt} />
              </>
            )}
          </dd>
        </>
      )}
      {claim.singlePerson && (
        <>
          <dt>Two people</dt>
          <dd>
            <Sign icon="person" tint="tint-warn" word="Single-person check" />
          </dd>
        </>
      )}
      {relatives.map(({ id, number, how }) => (
        <Fragment key={id}>
          <dt>{RELATIONS[how]}</dt>
          <dd>
            <Link href={`/claims/${id}`} className="link">
              {claimRef(number)}
            </Link>
            {how === 'split-from' && ', whose evidence may hold here too'}
          </dd>
        </Fragment>
      ))}
      {claim.dueAt !== null && (
        <>
          <dt>Due</dt>
          <dd>
            <DueTime at={claim.dueAt} settled={isSettled} />
          </dd>
        </>
      )}
      {claim.reviewBy !== null && (
        <>
          <dt>Check again</dt>
          <dd>
            {claim.reviewBy < now ? (
              <Sign icon="calendar" tint="tint-warn" word="Due again" className="text-ochre" />
            ) : (
              <>
                after <Time at={claim.reviewBy} form="day" />
              </>
            )}
          </dd>
        </>
      )}
    </dl>
  );
}

type Props = { claim: ClaimView; relatives: readonly ClaimRelative[]; now: Date };

const RELATIONS: Readonly<Record<ClaimRelative['how'], string>> = {
  'split-from': 'Split from',
  'split-into': 'Split into',
  'merged-into': 'Merged into',
  'merged-from': 'Took in',
};
