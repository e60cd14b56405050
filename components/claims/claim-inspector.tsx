import { FlagBadge } from '@/components/ui/flag-badge';
import { Sign, StatusBadge } from '@/components/ui/status-badge';
import { DueTime } from '@/components/ui/time';
import type { AuditRow } from '@/lib/audit/queries';
import type { ClaimView } from '@/lib/claims/queries';
import { TYPE_LABELS, VOICE_LABELS } from '@/lib/domain/labels';
import { claimRef, count } from '@/lib/format';
import type { Assignee } from '@/lib/users/queries';
import type { PlaceWords } from './claim-context';
import { ClaimDetails } from './claim-details';
import { ClaimHistory } from './claim-history';
import { ClaimKeys } from './claim-keys';
import { ClaimMoves } from './claim-moves';
import { ClaimEvidence, ClaimNotes, type ClaimSetting, evidenceCount, Part } from './claim-parts';
import { ClaimPlace } from './claim-place';
import { ClaimWay } from './claim-way';
import { DetailsEditor } from './details-editor';
import { FindingForm } from './finding-form';
import { InspectorNav } from './inspector-nav';
import { mayEditDetails } from './may-edit-details';
import { WordingForm } from './wording-form';

/** One claim beside the copy, in the order of the work: words, who says so, findings, evidence, notes, history. */
export function ClaimInspector({ claim, places, history, assignees, meId, library }: Props) {
  const isSettled = claim.state === 'SIGNED_OFF' || claim.state === 'DROPPED';
  return (
    <>
      <div className="flex h-10 shrink-0 items-center gap-3 border-b border-rule pr-4 pl-6 max-md:px-4">
        <h2 className="shrink-0">{claimRef(claim.number)}</h2>
        <StatusBadge status={claim.status} />
        <span className="flex min-w-0 gap-3 overflow-hidden">
          {claim.flags.map((flag) => (
            <FlagBadge key={flag} flag={flag} />
          ))}
        </span>
        <InspectorNav claimId={claim.id} />
      </div>
      <div className="desk-scroll px-6 pb-5 max-md:px-4">
        <p className="pt-3.5 font-copy text-claim" dir="auto" lang={claim.storyLanguage}>
          {claim.exact}
        </p>
        {claim.restatement !== null && (
          <p className="mt-1 text-ink-2" dir="auto">
            {claim.restatement}
          </p>
        )}
        <p className="mt-2 flex flex-wrap gap-x-4 text-small text-ink-3">
          <span>
            {TYPE_LABELS[claim.type]}, {VOICE_LABELS[claim.voice].toLowerCase()}
          </span>
          {claim.assigneeName !== null && <span>With {claim.assigneeName}</span>}
          {claim.dueAt !== null && (
            <span>
              Due <DueTime at={claim.dueAt} settled={isSettled} />
            </span>
          )}
        </p>
        {claim.singlePerson && (
          <p className="mt-1.5">
            <Sign
              icon="person"
              tint="tint-warn"
              word="Single-person check"
              className="font-medium"
            />
          </p>
        )}
        <ClaimPlace claim={claim} places={places} onDesk className="mt-3" />
        <div className="mt-3 border-t border-rule pt-3">
          <DetailsEditor key={claim.id} claim={claim}>
            <ClaimDetails claim={claim} />
          </DetailsEditor>
          <div className="mt-2">
            <FindingForm key={claim.id} claim={claim} />
            <WordingForm
              key={`${claim.id}-wording`}
              claim={claim}
              mayEdit={mayEditDetails(claim)}
            />
          </div>
        </div>
        <Part title="Evidence" beside={evidenceCount(claim)}>
          <ClaimEvidence claim={claim} library={library} level={4} />
        </Part>
        <Part
          title="Notes"
          beside={
            claim.notes.length > 0 && (
              <span className="num font-normal text-ink-3">{claim.notes.length}</span>
            )
          }
        >
          <ClaimNotes claim={claim} meId={meId} />
        </Part>
        <details className="mt-3 border-t border-rule pt-3">
          <summary className="py-0.5">
            <span className="font-strong">History</span>{' '}
            <span className="num text-ink-3">{count(history.length, 'entry', 'entries')}</span>
          </summary>
          <ClaimHistory history={history} />
        </details>
      </div>
      <div className="shrink-0 bg-desk">
        <ClaimWay key={claim.id} blockers={claim.blockers} />
        <ClaimMoves
          key={`${claim.id}-moves`}
          claim={claim}
          assignees={assignees}
          meId={meId}
          className={`px-6 pt-2.5 pb-3 max-md:px-4 ${claim.blockers.length === 0 ? 'border-t border-rule-strong' : ''}`}
        />
      </div>
      <ClaimKeys />
    </>
  );
}

type Props = ClaimSetting & {
  claim: ClaimView;
  /** Where its words may stand, when that is several places. */
  places: readonly PlaceWords[];
  /** The newest first. */
  history: readonly AuditRow[];
  assignees: readonly Assignee[];
};
