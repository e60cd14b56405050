'use client';

import { columnsFor, DataTable, type TableColumn } from '@/components/data-table';
import { ShareBar } from '@/components/ui/share-bar';
import { DueTime, Time } from '@/components/ui/time';
import { OPEN_STATUSES, queueHref } from '@/lib/claims/queue-view';
import { RISK_LABELS } from '@/lib/domain/labels';
import { CLAIM_STATUSES, type ClaimStatus } from '@/lib/domain/vocabulary';
import { number } from '@/lib/format';
import type { StatusCounts, StoryRow } from '@/lib/stories/queries';

/** The stories of the desk, each with how far its claims have come. */
export function StoriesTable({ stories }: { stories: readonly ListedStory[] }) {
  return (
    <DataTable
      label="Stories"
      className="list-table"
      columns={COLUMNS}
      rows={stories}
      rowId={({ id }) => id}
    />
  );
}

export type ListedStory = Pick<
  StoryRow,
  | 'id'
  | 'slug'
  | 'headline'
  | 'byline'
  | 'authorName'
  | 'leadCheckerName'
  | 'dueAt'
  | 'updatedAt'
  | 'risk'
  | 'versionNumber'
  | 'counts'
  | 'coverage'
>;

const column = columnsFor<ListedStory>();
const COLUMNS: readonly TableColumn<ListedStory>[] = column.columns([
  column.display({
    id: 'story',
    header: 'Story',
    cell: ({ row: { original: story } }) => (
      <>
        <a href={`/stories/${story.id}`} className="l-name font-copy text-title" dir="auto">
          {story.headline}
        </a>
        <span className="block text-small text-ink-3">
          {story.slug} · version {story.versionNumber}
          {story.risk !== 'NORMAL' && ` · ${RISK_LABELS[story.risk].toLowerCase()} risk`}
        </span>
      </>
    ),
  }),
  column.display({
    id: 'progress',
    header: 'Claims',
    meta: { className: 'l-line num' },
    cell: ({ row }) => <Progress story={row.original} />,
  }),
  column.display({
    id: 'coverage',
    header: 'Coverage',
    meta: { className: 'l-line num' },
    cell: ({ row: { original: story } }) =>
      story.coverage?.percent != null && (
        <a href={`/stories/${story.id}?view=coverage`} className="hover:underline">
          {story.coverage.percent} % looked at
        </a>
      ),
  }),
  column.display({
    id: 'author',
    header: 'Author',
    meta: { className: 'l-wide l-quiet' },
    cell: ({ row }) => row.original.byline ?? row.original.authorName,
  }),
  column.display({
    id: 'lead',
    header: 'Lead checker',
    meta: { className: 'l-quiet' },
    cell: ({ row }) =>
      row.original.leadCheckerName ?? <span className="l-wide text-ink-3">Nobody yet</span>,
  }),
  column.display({
    id: 'due',
    header: 'Due',
    meta: { className: 'l-line num' },
    cell: ({ row: { original: story } }) =>
      story.dueAt && <DueTime at={story.dueAt} settled={isDone(story.counts)} />,
  }),
  column.display({
    id: 'updated',
    header: 'Changed',
    meta: { className: 'l-end num' },
    cell: ({ row }) => <Time at={row.original.updatedAt} form="relative" />,
  }),
]);

function Progress({ story }: { story: ListedStory }) {
  const { all, signed, second, incorrect } = tally(story.counts);
  if (all === 0) return <span className="text-ink-3">None marked yet</span>;
  const rest = all - signed - second - incorrect;
  const words = [
    `${number(signed + incorrect)} of ${number(all)} signed off`,
    second > 0 && `${number(second)} at second read`,
    incorrect > 0 && `${number(incorrect)} incorrect`,
  ].filter((part) => part !== false);
  return (
    <a href={queueHref({ storyId: story.id })} className="block w-56 max-w-full hover:underline">
      {words.join(', ')}
      <ShareBar
        className="mt-1"
        label={`${words.join(', ')}, ${number(rest)} still open`}
        parts={[
          { value: signed, tint: 'tint-good' },
          { value: second, tint: 'tint-act' },
          { value: rest, tint: 'tint-rest' },
          { value: incorrect, tint: 'tint-block' },
        ]}
      />
    </a>
  );
}

/** Dropped claims are no longer of the story. */
function tally(counts: StatusCounts) {
  const sum = (statuses: readonly ClaimStatus[]) =>
    statuses.reduce((total, status) => total + (counts[status] ?? 0), 0);
  const all = sum(CLAIM_STATUSES) - sum(['DROPPED']);
  const incorrect = sum(['INCORRECT']);
  return { all, incorrect, second: sum(['READY']), signed: all - sum(OPEN_STATUSES) - incorrect };
}

function isDone(counts: StatusCounts): boolean {
  const { all, signed, incorrect } = tally(counts);
  return all > 0 && signed + incorrect === all;
}
