'use client';

import Link from 'next/link';
import { KeptForm } from '@/components/ui/kept-form';
import { Sign } from '@/components/ui/status-badge';
import { SubmitButton } from '@/components/ui/submit-button';
import { acceptNewWords, chooseAnchor, cutClaim } from '@/lib/claims/actions';
import type { ClaimView } from '@/lib/claims/queries';
import { claimRef } from '@/lib/format';
import type { PlaceWords } from './claim-context';

/**
 * What a new version made of the claim's words, where that asks for a person: choose one of several places, mark the
 * words where they are now, accept new words, or cut the claim. Nothing for a claim that stands.
 */
export function ClaimPlace({ claim, places, onDesk = false, className = '' }: Props) {
  const { anchor } = claim;
  if (anchor === null || claim.state === 'DROPPED') return null;
  const isChange = anchor.state === 'CHANGED' && claim.state === 'REOPENED';
  if (anchor.start !== null && !isChange) return null;
  const hidden = (
    <>
      <input type="hidden" name="claimId" value={claim.id} />
      <input type="hidden" name="version" value={claim.version} />
    </>
  );
  return (
    <section
      aria-label="Place in the text"
      className={`border-l-3 border-ochre pl-3 text-body ${className}`}
    >
      <h3>
        <Sign
          icon={anchor.state === 'AMBIGUOUS' ? 'fork' : isChange ? 'back' : 'struck'}
          tint="tint-warn"
          className="font-strong"
          word={HEADS[anchor.state] ?? ''}
        />
      </h3>
      {anchor.reason !== null && <p className="text-ink-2">{anchor.reason}</p>}
      {claim.may.place && (
        <>
          {places.length > 0 && (
            <KeptForm action={chooseAnchor} className="mt-1.5 grid gap-1">
              {hidden}
              {places.map((place, at) => (
                <div key={place.start} className="flex items-baseline gap-2">
                  <SubmitButton
                    name="start"
                    value={String(place.start)}
                    size="compact"
                    pendingWord="…"
                    aria-label={`Choose place ${at + 1}, ${place.block}`}
                  >
                    {at + 1}
                  </SubmitButton>
                  <p className="min-w-0 font-copy text-words" dir="auto">
                    <span className="font-sans text-small text-ink-3">{place.block}: </span>
                    {place.before}
                    <span className="underline decoration-ochre decoration-dashed underline-offset-4">
                      {place.words}
                    </span>
                    {place.after}
                  </p>
                </div>
              ))}
            </KeptForm>
          )}
          {!isChange && (
            <p className="mt-1.5">
              {onDesk ? (
                <>
                  Select the words in the copy where it stands now, then press “Give{' '}
                  {claimRef(claim.number)} these words”.
                </>
              ) : (
                <Link href={`/stories/${claim.storyId}?claim=${claim.id}`} className="link py-1">
                  Mark its words on the desk
                </Link>
              )}
            </p>
          )}
          <div className="mt-1.5 flex flex-wrap gap-2">
            {isChange && (
              <KeptForm action={acceptNewWords}>
                {hidden}
                <SubmitButton size="compact" pendingWord="Accepting">
                  Same claim, new words
                </SubmitButton>
              </KeptForm>
            )}
            <KeptForm action={cutClaim}>
              {hidden}
              <SubmitButton size="compact" variant="quiet" pendingWord="Cutting">
                Cut from the text
              </SubmitButton>
            </KeptForm>
          </div>
        </>
      )}
    </section>
  );
}

type Props = {
  claim: ClaimView;
  /** The places that fit, when there are several. */
  places: readonly PlaceWords[];
  /** Beside the copy, where its words can be selected. */
  onDesk?: boolean;
  className?: string;
};

const HEADS: Partial<Record<NonNullable<ClaimView['anchor']>['state'], string>> = {
  AMBIGUOUS: 'Several places fit',
  LOST: 'Not found in this version',
  CHANGED: 'Its words changed',
};
