import type { Metadata } from 'next';
import { readerZone } from '@/components/frame/current-reader';
import { EmptyQueue, NothingFound } from '@/components/queue/empty-queue';
import { QueueFilters } from '@/components/queue/queue-filters';
import { toQueueRow } from '@/components/queue/queue-row';
import { QueueTable } from '@/components/queue/queue-table';
import { QueueViews } from '@/components/queue/queue-views';
import { ShareView } from '@/components/queue/share-view';
import { SoftLinks } from '@/components/ui/soft-links';
import { currentContext } from '@/lib/auth/current-user';
import { cappedCount, roughCount } from '@/lib/claims/count-claims';
import { listClaims } from '@/lib/claims/list-claims';
import {
  ANY_CLAIM,
  claimFilter,
  DESK_VIEWS,
  parseQueueView,
  type Query,
  queueHref,
  showsSame,
} from '@/lib/claims/queue-view';
import { whyNotMove } from '@/lib/domain/claim-moves';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { city, claimRef, clock, weekdayAndDate } from '@/lib/format';
import { pageOrFirst } from '@/lib/page-or-first';
import { getStory } from '@/lib/stories/queries';
import { listAssignees } from '@/lib/users/queries';

export const metadata: Metadata = { title: 'Claim queue' };

const PAGE_LENGTH = 50;

export default async function QueuePage({ searchParams }: { searchParams: Promise<Query> }) {
  const ctx = await currentContext();
  const { view, ignored } = parseQueueView(await searchParams);
  const filter = claimFilter(view, ctx.actor.id, ctx.now);
  const [zone, { page, problem }, counts, matching, people, story] = await Promise.all([
    readerZone(),
    pageOrFirst(view.cursor, (cursor) =>
      listClaims(ctx, {
        filter,
        sort: view.sort,
        descending: view.descending,
        limit: PAGE_LENGTH,
        cursor,
      }),
    ),
    Promise.all(
      DESK_VIEWS.map((desk) => roughCount(ctx, claimFilter(desk.view, ctx.actor.id, ctx.now))),
    ),
    roughCount(ctx, filter),
    listAssignees(ctx),
    view.storyId === null ? null : getStory(ctx, view.storyId),
  ]);
  const all = counts[0] ?? 0;
  const notes = [
    ...(problem === null ? [] : [problem]),
    ...(ignored.length === 0
      ? []
      : [`Part of this address means nothing here and was left out: ${ignored.join(', ')}.`]),
  ];
  const role = ctx.actor.role;

  return (
    <SoftLinks className="workbench">
      <div className="flex shrink-0 items-baseline gap-4 bg-paper px-6 pt-4 max-md:px-4 max-md:pt-3">
        <h1>Claim queue</h1>
        <span className="num text-ink-3 max-md:hidden">
          {all === 0
            ? 'Nothing to check yet'
            : `${weekdayAndDate(ctx.now, zone)}, ${clock(ctx.now, zone)} · ${city(zone)}`}
        </span>
        <span className="ml-auto flex items-baseline gap-2 max-md:hidden">
          <ShareView />
        </span>
      </div>
      <QueueViews
        here={queueHref({ cursor: null }, view)}
        links={DESK_VIEWS.map((desk, i) => ({
          href: queueHref(desk.view),
          title: desk.title,
          count: cappedCount(counts[i] ?? 0),
          current: showsSame(desk.view, view),
        }))}
      />
      {all === 0 && showsSame(view, ANY_CLAIM) ? (
        <EmptyQueue mayImport={mayDo(role, 'import-story')} />
      ) : (
        <>
          <QueueFilters
            view={view}
            story={story?.headline ?? null}
            people={people}
            count={`${cappedCount(matching)} of ${cappedCount(all)}`}
          />
          {notes.map((note) => (
            <p key={note} role="status" className="shrink-0 bg-ochre-wash px-6 py-1.5 max-md:px-4">
              {note}
            </p>
          ))}
          {page.claims.length === 0 ? (
            <NothingFound view={view} />
          ) : (
            <QueueTable
              claims={page.claims.map((claim) =>
                toQueueRow(claim, ctx.actor.id, claimRef(claim.number)),
              )}
              view={view}
              nextHref={
                page.nextCursor === null ? null : queueHref({ cursor: page.nextCursor }, view)
              }
              people={people.map(({ id, name }) => ({ id, name }))}
              powers={{
                assign: whyNotMove('assign', role),
                due: mayDo(role, 'edit-claim') ? null : whyNotDo('edit-claim'),
                drop: whyNotMove('drop', role),
              }}
            />
          )}
        </>
      )}
    </SoftLinks>
  );
}
