'use client';

import Link from 'next/link';
import type { PlaceWords } from '@/components/claims/claim-context';
import { KeptForm } from '@/components/ui/kept-form';
import { StatusBadge } from '@/components/ui/status-badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { acceptNewWords, chooseAnchor, cutClaim } from '@/lib/claims/actions';
import type { DiffPiece } from '@/lib/domain/version-diff';
import type { ChangedClaim } from '@/lib/stories/version-change';

export type Decision = {
  claim: ChangedClaim;
  /** "C-014". */
  ref: string;
  segments: readonly { kind: DiffPiece['kind']; text: string }[];
  places: readonly PlaceWords[];
};

/** One claim of a new version: its words as they were and are, why, and what can be decided about it. */
export function DecisionItem({ decision, storyId, isOn, onChoose }: Props) {
  const { claim, ref, segments, places } = decision;
  const { may } = claim;
  const hidden = (
    <>
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
    </>
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: J and K choose the row too; this saves the pointer a detour
    <li
      className="version-item"
      data-item={claim.id}
      data-current={isOn ? '' : undefined}
      aria-current={isOn ? 'true' : undefined}
      onClick={onChoose}
    >
      <Link href={`/claims/${claim.id}`} className="hover:underline">
        {ref}
      </Link>
      <div className="min-w-0">
        <p className="version-words font-copy text-quote leading-5.5" dir="auto">
          {segments.map(({ kind, text }, at) => {
            const key = `${at}-${kind}`;
            if (kind === 'SAME') return <span key={key}>{text}</span>;
            return kind === 'INSERTED' ? (
              <ins key={key}>{text} </ins>
            ) : (
              <del key={key}>{text} </del>
            );
          })}
        </p>
        {claim.reason !== null && <p className="mt-0.5 text-small text-ink-2">{claim.reason}</p>}
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 text-small text-ink-3">
          <StatusBadge status={claim.status} size={13} />
          {claim.wasSignedOff && <span>its sign-off fell</span>}
          {claim.block !== '' && <span>{claim.block}</span>}
          <span role="status">{SETTLED[claim.settled ?? 'open']}</span>
        </p>
        {may.choose && (
          <KeptForm action={chooseAnchor} className="mt-1 grid gap-1">
            {hidden}
            {places.map((place, at) => (
              <div key={place.start} className="flex items-baseline gap-2">
                <SubmitButton
                  name="start"
                  value={String(place.start)}
                  size="compact"
                  data-key={String(at + 1)}
                  pendingWord="…"
                  aria-label={`Choose place ${at + 1}, ${place.block}`}
                >
                  {at + 1}
                </SubmitButton>
                <p className="version-words min-w-0 font-copy text-words" dir="auto">
                  <span className="font-sans text-small text-ink-3">{place.block}: </span>
                  {place.before}
                  <u>{place.words}</u>
                  {place.after}
                </p>
              </div>
            ))}
          </KeptForm>
        )}
        <div className="mt-1.5 flex flex-wrap items-start gap-2 empty:hidden">
          {may.accept && (
            <KeptForm action={acceptNewWords}>
              {hidden}
              <SubmitButton size="compact" data-key="a" pendingWord="Accepting">
                {claim.to?.exact === claim.from.exact ? 'Same claim' : 'Same claim, new words'}
              </SubmitButton>
            </KeptForm>
          )}
          {may.cut && (claim.kind === 'lost' || claim.kind === 'ambiguous') && (
            <Link
              href={`/stories/${storyId}?claim=${claim.id}`}
              className="link py-1 text-small"
              title="Opens the desk, where you select its words"
            >
              Mark its words
            </Link>
          )}
          {may.cut && (
            <KeptForm action={cutClaim}>
              {hidden}
              <SubmitButton size="compact" variant="quiet" data-key="x" pendingWord="Cutting">
                Cut from the text
              </SubmitButton>
            </KeptForm>
          )}
        </div>
      </div>
    </li>
  );
}

type Props = { decision: Decision; storyId: string; isOn: boolean; onChoose: () => void };

const SETTLED = {
  open: '',
  accepted: 'accepted: the same claim',
  placed: 'placed by hand',
  dropped: 'dropped',
} as const;
