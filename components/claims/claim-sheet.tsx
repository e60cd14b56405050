import type { ReactNode } from 'react';
import { FlagBadge } from '@/components/ui/flag-badge';
import { InTheWay } from '@/components/ui/form-message';
import { Sign, StatusBadge } from '@/components/ui/status-badge';
import type { AuditRow } from '@/lib/audit/queries';
import type { ClaimRelative } from '@/lib/claims/claim-neighbours';
import type { ClaimView } from '@/lib/claims/queries';
import { TYPE_LABELS, VOICE_LABELS } from '@/lib/domain/labels';
import { count } from '@/lib/format';
import type { Assignee } from '@/lib/users/queries';
import type { PlaceWords, WordsInContext } from './claim-context';
import { ClaimDetails } from './claim-details';
import { ClaimFacts } from './claim-facts';
import { ClaimHistory } from './claim-history';
import { ClaimKeys } from './claim-keys';
import { ClaimMoves } from './claim-moves';
import { ClaimEvidence, ClaimNotes, type ClaimSetting, evidenceCount } from './claim-parts';
import { ClaimPlace } from './claim-place';
import { ClaimVerdicts } from './claim-verdicts';
import { DetailsEditor } from './details-editor';
import { FindingForm } from './finding-form';
import { mayEditDetails } from './may-edit-details';
import { IN_THE_WAY, wayHeading } from './way-heading';
import { WordingForm } from './wording-form';

/** A claim on a page of its own: its words where they stand, what came out, what it rests on, and what happened to it. */
export function ClaimSheet({
  claim,
  context,
  relatives,
  places,
  history,
  assignees,
  meId,
  library,
  now,
}: Props) {
  const mayFind = claim.moves.some(({ move }) => move === 'find');
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_312px] gap-x-14 border-t border-rule-strong max-lg:grid-cols-1">
      <section aria-label="Claim" className="min-w-0 pt-5 pb-16 max-lg:pb-6">
        <p className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
          <StatusBadge status={claim.status} />
          {claim.flags.map((flag) => (
            <FlagBadge key={flag} flag={flag} />
          ))}
          <span className="text-ink-2">
            {TYPE_LABELS[claim.type]}, {VOICE_LABELS[claim.voice].toLowerCase()}
          </span>
          <span className="num text-ink-2">
            {context.block && `${context.block}, `}version {claim.versionNumber}
          </span>
        </p>
        <h1
          className="mt-3 mb-2 max-w-[44rem] text-[1.625rem] leading-[2.375rem] font-normal whitespace-pre-line max-md:text-claim max-md:leading-8"
          dir="auto"
          lang={claim.storyLanguage}
        >
          <span className="text-ink-3">{context.before}</span>
          <span className="cm cm-on cursor-auto">{context.words}</span>
          <span className="text-ink-3">{context.after}</span>
        </h1>
        {claim.restatement !== null && (
          <p className="max-w-[40rem] text-body text-ink-2" dir="auto">
            {claim.restatement}
          </p>
        )}
        <ClaimPlace claim={claim} places={places} className="mt-4 max-w-[44rem]" />
        <ClaimVerdicts claim={claim} />
        {claim.blockers.length > 0 && (
          <div id={IN_THE_WAY} className="mt-5 max-w-[44rem] border-l-3 border-red pl-4 text-body">
            <InTheWay
              level={2}
              reasons={claim.blockers}
              heading={wayHeading(claim.blockers.length, ' of sign-off')}
            />
          </div>
        )}
        <div className="mt-5 max-w-[44rem]">
          <DetailsEditor claim={claim}>
            <ClaimDetails claim={claim} />
          </DetailsEditor>
          {mayFind && (
            <div className="mt-3 max-w-md">
              <FindingForm claim={claim} />
            </div>
          )}
          <WordingForm claim={claim} mayEdit={mayEditDetails(claim)} />
        </div>
        <Chapter title="Evidence" beside={evidenceCount(claim)}>
          <ClaimEvidence claim={claim} library={library} level={3} />
        </Chapter>
        <Chapter title="Notes">
          <ClaimNotes claim={claim} meId={meId} />
        </Chapter>
      </section>
      <aside
        aria-label="Decide and history"
        className="border-l border-rule-strong pt-5 pb-10 pl-7 max-lg:border-t max-lg:border-l-0 max-lg:pl-0"
      >
        <div className="claim-decide">
          <h2>Decide</h2>
          {claim.blockers.length > 0 && (
            <p className="md:hidden">
              <Sign
                icon="stop"
                tint="tint-block"
                className="font-strong"
                word={`${count(claim.blockers.length, 'thing')} in the way`}
              />
            </p>
          )}
          <ClaimMoves claim={claim} assignees={assignees} meId={meId} className="mt-2" />
          <p className="mt-2 text-small text-ink-3 max-md:hidden">{decideHint(claim)}</p>
        </div>
        <ClaimFacts claim={claim} relatives={relatives} now={now} />
        <h2>History</h2>
        <ClaimHistory history={history} />
      </aside>
      <ClaimKeys />
    </div>
  );
}

type Props = ClaimSetting & {
  claim: ClaimView;
  context: WordsInContext;
  /** Where its words may stand, when that is several places. */
  places: readonly PlaceWords[];
  relatives: readonly ClaimRelative[];
  /** The newest first. */
  history: readonly AuditRow[];
  assignees: readonly Assignee[];
  now: Date;
};

function Chapter({
  title,
  beside,
  children,
}: {
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-7 max-w-[44rem]" aria-label={title}>
      <h2 className="mb-2.5 flex items-baseline gap-2 border-b border-rule-strong pb-2 text-body">
        {title} {beside}
      </h2>
      {children}
    </section>
  );
}

function decideHint({ state, blockers }: ClaimView): string {
  switch (state) {
    case 'READY':
      return blockers.length > 0
        ? 'Sign-off opens when nothing stands in the way. Returning needs a comment.'
        : 'A sign-off covers these exact words in this version. Returning needs a comment.';
    case 'IN_CHECK':
      return blockers.length > 0
        ? 'It can be submitted when nothing stands in the way.'
        : 'Nothing stands in the way of the second read.';
    case 'SIGNED_OFF':
      return 'Any change of these words reopens it.';
    case 'MARKED':
    case 'REOPENED':
    case 'WAITING':
    case 'DROPPED':
      return '';
  }
}
