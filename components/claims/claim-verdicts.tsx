import type { ReactNode } from 'react';
import { FindingBadge, SaidBadge, Sign } from '@/components/ui/status-badge';
import { STATUS_LOOKS } from '@/components/ui/status-look';
import type { ClaimView } from '@/lib/claims/queries';
import { claimStatus } from '@/lib/domain/claim-status';
import { STATUS_LABELS, STATUS_MEANINGS } from '@/lib/domain/labels';

/** What came out, in three cells: was it said, is it so, and what the sheet will make of the two. */
export function ClaimVerdicts({ claim }: { claim: ClaimView }) {
  const said = claim.evidence.find(
    ({ layer, removedAt, stance }) =>
      layer !== 'TRUE' && removedAt === null && stance.startsWith('SUPPORTS'),
  );
  const tried = claim.notes.findLast(({ kind }) => kind === 'CHECK_NOTE');
  const isFound = claim.finding !== 'NONE';
  const onSheet = claimStatus({ state: 'SIGNED_OFF', finding: claim.finding, said: claim.said });
  return (
    <dl className="mt-5 grid grid-cols-3 border-y border-t-ink border-b-rule max-md:grid-cols-1">
      <Cell question="Was it said?">
        {claim.voice === 'OWN' && claim.said === 'NONE' ? (
          <Verdict badge={<span className="text-ink-3">Not asked</span>}>
            Our text says it in its own voice.
          </Verdict>
        ) : (
          <Verdict badge={<SaidBadge said={claim.said} />}>
            {said &&
              [
                said.source.title,
                said.locator,
                said.translator && `Translated by ${said.translator}`,
              ]
                .filter(Boolean)
                .join('. ')}
          </Verdict>
        )}
      </Cell>
      <Cell question="Is it so?">
        <Verdict badge={<FindingBadge finding={claim.finding} />}>{isFound && tried?.body}</Verdict>
      </Cell>
      <Cell question="How it will read on the sheet">
        {isFound ? (
          <Verdict
            badge={
              <Sign
                icon={STATUS_LOOKS[onSheet].icon}
                tint={STATUS_LOOKS[onSheet].tint}
                word={STATUS_LABELS[onSheet]}
              />
            }
          >
            {claim.suggestedWording !== null && onSheet !== 'VERIFIED'
              ? `Should read: ${claim.suggestedWording}`
              : STATUS_MEANINGS[onSheet]}
          </Verdict>
        ) : (
          <Verdict badge={<span className="text-ink-3">Open</span>}>
            It stands among the open claims until it has a finding.
          </Verdict>
        )}
      </Cell>
    </dl>
  );
}

function Cell({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div className="px-5 pt-3 pb-3.5 not-first:border-l not-first:border-rule first:pl-0 max-md:border-l-0! max-md:px-0 max-md:py-2.5 max-md:not-first:border-t">
      <dt className="text-small text-ink-3">{question}</dt>
      {children}
    </div>
  );
}

function Verdict({ badge, children }: { badge: ReactNode; children: ReactNode }) {
  return (
    <>
      <dd className="mt-0.5 mb-1 text-[1rem] leading-6 font-strong">{badge}</dd>
      {children && (
        <dd className="line-clamp-6 whitespace-pre-line text-ink-2" dir="auto">
          {children}
        </dd>
      )}
    </>
  );
}
