'use client';

import { memo } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { STATUS_LOOKS } from '@/components/ui/status-look';
import { STATUS_LABELS } from '@/lib/domain/labels';
import { claimRef } from '@/lib/format';
import { type DeskEntry, useDesk } from './desk-context';
import { StatusDrawing, StatusDrawings } from './desk-signs';

/** The claims of the story in the order of the text, under the names of their blocks. */
export function DeskRail({ mayMark }: { mayMark: boolean }) {
  const { storyId, entries } = useDesk();
  return (
    <div className="desk-scroll pb-6">
      {entries.length === 0 ? (
        <NoClaims mayMark={mayMark} />
      ) : (
        <RailList storyId={storyId} claims={entries} />
      )}
    </div>
  );
}

const RailList = memo(function RailList({ storyId, claims }: ListProps) {
  return (
    <>
      <StatusDrawings />
      {groups(claims).map(({ key, name, claims: own }) => (
        <section key={key} className="desk-group" aria-label={name}>
          <h2 className="px-6 pt-2.5 pb-0.5 text-micro font-normal text-ink-3 max-lg:px-5">
            {name}
          </h2>
          <ul>
            {own.map((claim) => (
              <li key={claim.id} className="desk-item-row">
                <RailLink storyId={storyId} claim={claim} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
});

type ListProps = { storyId: string; claims: readonly DeskEntry[] };

function RailLink({ storyId, claim }: { storyId: string; claim: DeskEntry }) {
  return (
    <a
      href={`/stories/${storyId}?claim=${claim.id}`}
      data-claim={claim.id}
      className="desk-rail-link"
    >
      <span>{claimRef(claim.number)}</span>
      <span className="words truncate" dir="auto">
        {claim.exact.replace(/\s+/g, ' ')}
      </span>
      <span>
        <span className={`sign ${STATUS_LOOKS[claim.status].tint}`}>
          <StatusDrawing status={claim.status} />
          {STATUS_LABELS[claim.status]}
        </span>
        {claim.assigneeName !== null && <span>{claim.assigneeName}</span>}
      </span>
    </a>
  );
}

function NoClaims({ mayMark }: { mayMark: boolean }) {
  return (
    <div className="px-6 max-lg:px-5">
      <EmptyState title="No claims yet">
        {mayMark ? (
          <p>
            Select words in the copy that can be checked, then press <kbd>M</kbd> or “Mark claim”.
            Figures, names, dates and quotes come first.
          </p>
        ) : (
          <p>Nobody has marked a claim in this story yet.</p>
        )}
      </EmptyState>
    </div>
  );
}

/** Neighbours in the same block; dropped claims, which come last, in a group of their own. */
function groups(claims: readonly DeskEntry[]) {
  const made: { key: string; name: string; claims: DeskEntry[] }[] = [];
  for (const claim of claims) {
    const name = claim.status === 'DROPPED' ? 'Dropped' : claim.block;
    const last = made.at(-1);
    if (last?.name === name) last.claims.push(claim);
    else made.push({ key: claim.id, name, claims: [claim] });
  }
  return made;
}
