import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { ClearForm, WithdrawForm } from '@/components/clearances/clearance-forms';
import { InTheWay } from '@/components/ui/form-message';
import { PageHead } from '@/components/ui/page-head';
import { Sign } from '@/components/ui/status-badge';
import { Time } from '@/components/ui/time';
import { currentContext } from '@/lib/auth/current-user';
import { CLEARANCE_LABELS } from '@/lib/domain/clearance-words';
import { CLEARANCE_KINDS } from '@/lib/domain/vocabulary';
import { shortHash } from '@/lib/format';
import { clearingOf, listClearances } from '@/lib/stories/clearance-list';
import { getStory } from '@/lib/stories/queries';

export const metadata: Metadata = { title: 'Clearance' };

const IN_THE_WAY = 'clearance-blockers';

type Props = { params: Promise<{ storyId: string }> };

/** Who has cleared the text, what stands in the way, and what was cleared before. */
export default async function ClearancePage({ params }: Props) {
  const ctx = await currentContext();
  const { storyId } = await params;
  const story = isUuid(storyId) ? await getStory(ctx, storyId) : null;
  if (story === null) notFound();
  const { current } = story;
  const [clearances, { blockers, mayGive }] = await Promise.all([
    listClearances(ctx, story.id),
    clearingOf(ctx, { id: story.id, authorId: story.author?.id ?? null }),
  ]);
  const former = clearances.filter(({ voidedAt }) => voidedAt !== null);
  return (
    <div className="page">
      <div className="page-in max-w-3xl! pb-12">
        <PageHead
          title="Clearance"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            { href: `/stories/${story.id}`, label: story.headline },
          ]}
          facts={
            <span>
              Version {current.number},{' '}
              <span className="font-mono" title={current.sha256}>
                {shortHash(current.sha256)}
              </span>
            </span>
          }
        />
        {blockers.length > 0 && (
          <div className="mb-5 border-l-3 border-red pl-4 text-body">
            <InTheWay
              id={IN_THE_WAY}
              level={2}
              reasons={blockers}
              heading="This stands in the way of clearance"
            />
          </div>
        )}
        {CLEARANCE_KINDS.map((kind) => {
          const given = clearances.find((each) => each.kind === kind && each.voidedAt === null);
          const isCurrent = given?.versionNumber === current.number;
          return (
            <section
              key={kind}
              aria-label={CLEARANCE_LABELS[kind]}
              className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 border-t border-rule-strong py-4 max-md:grid-cols-1"
            >
              <h2>{CLEARANCE_LABELS[kind]}</h2>
              <div className="grid gap-2">
                {given === undefined ? (
                  <p className="text-ink-3">Not given</p>
                ) : (
                  <>
                    <p>
                      <Sign icon="tick" tint="tint-good" word={given.by} />, <Time at={given.at} />,
                      for{' '}
                      <Link
                        href={`/stories/${story.id}/versions/${given.versionNumber}`}
                        className="link"
                      >
                        version {given.versionNumber}
                      </Link>
                    </p>
                    {given.conditions !== null && (
                      <p dir="auto">On condition: {given.conditions}</p>
                    )}
                    {!isCurrent && (
                      <p>
                        <Sign
                          icon="warn"
                          tint="tint-warn"
                          word="The text changed since, outside of signed-off words."
                        />
                      </p>
                    )}
                    {given.mayWithdraw && <WithdrawForm clearanceId={given.id} />}
                  </>
                )}
                {mayGive.includes(kind) && !isCurrent && (
                  <ClearForm
                    kind={kind}
                    story={{ id: story.id, number: current.number, sha256: current.sha256 }}
                    blockedBy={blockers.length > 0 ? IN_THE_WAY : null}
                    primary={kind === mayGive.at(-1)}
                  />
                )}
              </div>
            </section>
          );
        })}
        {former.length > 0 && (
          <section aria-label="No longer valid" className="mt-4 border-t border-rule-strong pt-4">
            <h2 className="mb-1">No longer valid</h2>
            <ul>
              {former.map((each) => (
                <li key={each.id} className="border-b border-rule py-2">
                  <p>
                    {CLEARANCE_LABELS[each.kind]}, {each.by}, <Time at={each.at} />, version{' '}
                    {each.versionNumber}
                  </p>
                  <p className="text-small text-ink-3">{each.voidedReason}</p>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}
