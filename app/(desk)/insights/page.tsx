import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { ComeBacks } from '@/components/insights/come-backs';
import { OutcomesByType } from '@/components/insights/outcomes-by-type';
import { StatusCounts } from '@/components/insights/status-counts';
import { StoryLoads } from '@/components/insights/story-loads';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { currentContext } from '@/lib/auth/current-user';
import { OPEN_STATUSES, queueHref } from '@/lib/claims/queue-view';
import { count, duration, number } from '@/lib/format';
import { getInsights } from '@/lib/insights/queries';

export const metadata: Metadata = { title: 'Insights' };

export default async function InsightsPage() {
  const ctx = await currentContext();
  const insights = await getInsights(ctx);
  const { timeToSignOff: pace } = insights;
  const reopenedCount = insights.byStatus.find(({ status }) => status === 'REOPENED')?.claims ?? 0;

  return (
    <div className="page">
      <div className="page-in pb-16">
        <PageHead
          title="Insights"
          facts={
            <span>
              All stories, as of <Time at={ctx.now} form="clock" />
            </span>
          }
        />
        {insights.claims === 0 ? (
          <EmptyState
            title="Nothing to count yet"
            action={
              <ButtonLink href="/stories/new" variant="primary">
                Bring in a story
              </ButtonLink>
            }
          >
            Once claims are marked, this page says where the work stands, what is late, what came
            out, and what had to be opened again.
          </EmptyState>
        ) : (
          <>
            <dl className="flex flex-wrap border-y border-rule-strong">
              <Figure label="claims" href="/queue">
                {number(insights.claims)}
              </Figure>
              <Figure label="open" href={queueHref({ statuses: OPEN_STATUSES })}>
                {number(insights.open)}
              </Figure>
              <Figure
                label="overdue"
                href={queueHref({ overdue: true })}
                late={insights.overdue > 0}
              >
                {number(insights.overdue)}
              </Figure>
              <Figure label="reopened" href={queueHref({ statuses: ['REOPENED'] })}>
                {number(reopenedCount)}
              </Figure>
              <Figure label={pace ? 'median, marked to signed off' : 'marked to signed off'}>
                {pace ? duration(pace.medianMs) : 'none yet'}
              </Figure>
              {pace && (
                <Figure label={`the slowest tenth took longer (of ${number(pace.claims)})`}>
                  {duration(pace.slowestTenthMs)}
                </Figure>
              )}
            </dl>
            <Section title="Where the work stands">
              <StatusCounts counts={insights.byStatus} />
            </Section>
            <Section title="Open and overdue, by story">
              <StoryLoads stories={insights.stories} left={insights.storiesLeft} />
            </Section>
            <Section title="What came out, by type">
              <OutcomesByType types={insights.byType} counts={insights.byStatus} />
            </Section>
            <div className="grid gap-x-14 lg:grid-cols-2">
              <Section title="Reopened, and why" aside={count(reopenedCount, 'claim')}>
                <ComeBacks
                  events={insights.reopened}
                  none="No signed-off claim has been opened again."
                />
                {reopenedCount > insights.reopened.length && (
                  <Link
                    href={queueHref({ statuses: ['REOPENED'] })}
                    className="link mt-2 inline-block py-1"
                  >
                    All {number(reopenedCount)} in the queue
                  </Link>
                )}
              </Section>
              <Section
                title="Returned by the second reader, and why"
                aside={`${count(insights.returnsCounted, 'time')} in 30 days`}
              >
                <ComeBacks
                  events={insights.returned}
                  none="Nothing was returned in the last 30 days."
                />
              </Section>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: string;
  children: ReactNode;
}) {
  return (
    <section className="mt-9 min-w-0">
      <h2 className="flex flex-wrap items-baseline gap-x-3 border-b border-rule-strong pb-2 text-body">
        {title}
        {aside && <span className="num text-ui font-normal text-ink-3">{aside}</span>}
      </h2>
      <div className="pt-2">{children}</div>
    </section>
  );
}

/** A number in the copy face over what it counts; a link where there are rows behind it. */
function Figure({ label, href, late = false, children }: FigureProps) {
  const look = `font-copy text-head ${late ? 'text-ochre' : ''}`;
  return (
    <div className="flex flex-col-reverse border-r border-rule py-3 pr-6 pl-5 first:pl-0 last:border-r-0 max-md:basis-1/2 max-md:border-b max-md:px-0!">
      <dt className={late ? 'text-ochre' : 'text-ink-3'}>{label}</dt>
      <dd className={look}>
        {href ? (
          <Link href={href} className="decoration-1 underline-offset-4 hover:underline">
            {children}
          </Link>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}

type FigureProps = { label: string; href?: string; late?: boolean; children: ReactNode };
