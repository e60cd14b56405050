import type { ReactNode } from 'react';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ANY_CLAIM, type QueueView, queueHref, showsSame } from '@/lib/claims/queue-view';

/** A desk without a claim: what to do first, and what comes after. */
export function EmptyQueue({ mayImport }: { mayImport: boolean }) {
  return (
    <div className="grid min-h-0 flex-1 content-start gap-x-16 gap-y-8 overflow-auto bg-paper px-6 pb-12 max-md:px-4 lg:grid-cols-[minmax(0,45rem)_minmax(18.75rem,28.75rem)]">
      <EmptyState
        title="Bring in the first story"
        action={
          mayImport && (
            <>
              <ButtonLink href="/stories/new" variant="primary">
                Bring in a story
              </ButtonLink>
              <ButtonLink href="/stories">Mark claims in a story</ButtonLink>
            </>
          )
        }
      >
        {mayImport
          ? 'Paste the draft as it stands. Stet keeps this text unchanged as version 1 and counts every sentence that nobody has looked at yet. Claims marked in it stand here.'
          : 'Claims stand here once a reporter, a checker or an editor has brought in a story and marked them.'}
      </EmptyState>
      <aside className="pt-9 max-lg:pt-0 lg:border-l lg:border-rule-strong lg:pl-8">
        <h2 className="mb-1.5 font-copy text-[1.25rem] leading-7 font-medium">Then</h2>
        <ol>
          <Step
            n={1}
            title="Mark"
            example={
              <>
                destroyed <span className="cm cm-dashed tint-marked">18 of the 24 drones</span>
              </>
            }
          >
            Select the words that claim something. Each selection becomes a row in this queue.
          </Step>
          <Step
            n={2}
            title="Check"
            example={
              <>
                18 <span className="lit-word">of the 24</span> drones
              </>
            }
          >
            Attach what settles it: the source, the words in it, and where they stand.
          </Step>
          <Step
            n={3}
            title="Second read"
            example={
              <>
                destroyed <span className="cm cm-settled tint-verified">18 of the 24 drones</span>
              </>
            }
          >
            Someone who did not check it signs. If the words change later, the signature falls.
          </Step>
        </ol>
      </aside>
    </div>
  );
}

function Step({ n, title, example, children }: StepProps) {
  return (
    <li className="grid grid-cols-[24px_1fr] border-rule py-2.5 not-first:border-t">
      <span className="num text-ink-3">{n}</span>
      <div>
        <b className="font-strong">{title}</b>
        <p className="text-ink-2">{children}</p>
        <p className="font-copy text-quote leading-[1.875rem]">{example}</p>
      </div>
    </li>
  );
}
type StepProps = { n: number; title: string; example: ReactNode; children: ReactNode };

/** A view without a claim: which of its conditions to take back. */
export function NothingFound({ view }: { view: QueueView }) {
  const isDone = showsSame(view, { ...ANY_CLAIM, assignee: 'me', statuses: view.statuses });
  const quiet = buttonClass();
  return (
    <div className="min-h-0 flex-1 overflow-auto bg-paper px-6 max-md:px-4">
      <EmptyState
        title={isDone ? 'Nothing is waiting for you' : 'No claim fits this view'}
        action={
          <>
            {view.text !== null && (
              <a href={queueHref({ text: null }, view)} className={quiet}>
                Search without the words
              </a>
            )}
            <a href={queueHref({})} className={quiet}>
              Show all claims
            </a>
          </>
        }
      >
        {view.text !== null
          ? 'The search looks for whole words, and for the beginning of the last one, in the exact words and the restatement. A ref such as C-014 works too.'
          : isDone
            ? 'Claims given to you stand here until they are signed off. Unassigned ones are yours to take.'
            : 'Take back a filter above, or start again from all claims.'}
      </EmptyState>
    </div>
  );
}
