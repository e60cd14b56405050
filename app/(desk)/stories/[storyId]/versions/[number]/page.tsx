import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { placesInContext } from '@/components/claims/claim-context';
import { ButtonLink } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { Time } from '@/components/ui/time';
import { claimSegments } from '@/components/versions/change-segments';
import { VersionDecisions } from '@/components/versions/version-decisions';
import { CHANGE_VIEWS, VersionDiff } from '@/components/versions/version-diff';
import { VersionFigures } from '@/components/versions/version-facts';
import { diffVersionsInWorker } from '@/lib/anchoring/in-worker';
import { currentContext } from '@/lib/auth/current-user';
import { claimRef, count, shortHash } from '@/lib/format';
import { getVersionChange } from '@/lib/stories/version-change';
import '@/components/stories/desk.css';
import '@/components/versions/versions.css';

type Props = {
  params: Promise<{ storyId: string; number: string }>;
  searchParams: Promise<{ view?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  return { title: `Version ${number}` };
}

/** A version beside the one before it: what changed in the words, and what became of each claim. */
export default async function VersionPage({ params, searchParams }: Props) {
  const ctx = await currentContext();
  const [{ storyId, number }, asked] = await Promise.all([params, searchParams]);
  const change =
    isUuid(storyId) && /^[1-9]\d{0,8}$/.test(number)
      ? await getVersionChange(ctx, storyId, Number(number))
      : null;
  if (change === null) notFound();
  const { version, before, story } = change;
  const view = CHANGE_VIEWS.find((each) => each === asked.view) ?? 'changes';
  const rows = await diffVersionsInWorker(before ?? { copy: '', blocks: [] }, version);
  const places = rows.filter(({ kind }) => kind !== 'SAME').length;
  const path = `/stories/${story.id}/versions`;
  return (
    <div className="workbench">
      <PageHead
        bar
        crumbs={[
          { href: '/stories', label: 'Stories' },
          { href: `/stories/${story.id}`, label: story.headline },
          { href: path, label: 'Versions' },
        ]}
        title={
          before === null
            ? `Version ${version.number}`
            : `Version ${before.number} to ${version.number}`
        }
        facts={
          <>
            <span>
              Received <Time at={version.createdAt} /> from {version.createdBy}
            </span>
            {before !== null && <span>{count(places, 'paragraph')} changed</span>}
            <span className="font-mono max-lg:hidden" title={version.sha256}>
              {shortHash(version.sha256)}
            </span>
          </>
        }
        actions={
          <>
            {before !== null && (
              <ButtonLink
                href={`${path}/${before.number}`}
                size="compact"
                square
                icon="up"
                aria-label={`Version ${before.number}`}
              />
            )}
            {!change.isCurrent && (
              <ButtonLink
                href={`${path}/${version.number + 1}`}
                size="compact"
                square
                icon="down"
                aria-label={`Version ${version.number + 1}`}
              />
            )}
            <ButtonLink href={`/stories/${story.id}`} size="compact">
              To the desk
            </ButtonLink>
          </>
        }
      />
      <div className="version-change">
        <section className="version-proof" aria-label="Changes">
          <div className="desk-copy-bar">
            {before === null ? (
              <span>The first version of the text.</span>
            ) : (
              <>
                <ViewSwitch path={`${path}/${version.number}`} view={view} />
                <span className="version-words truncate text-small max-md:hidden">
                  <del>struck out</del> in version {before.number}, <ins>written in</ins> in version{' '}
                  {version.number}
                </span>
              </>
            )}
          </div>
          <section
            className="desk-scroll"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: the copy scrolls, and is read by keyboard
            tabIndex={0}
            aria-label="Words of both versions"
          >
            <VersionDiff rows={rows} change={change} view={view} />
          </section>
        </section>
        <aside className="version-side" aria-label="Claims">
          <VersionFigures change={change} />
          {version.reason !== null && (
            <p className="pt-1 text-ink-2" dir="auto">
              Reason: {version.reason}
            </p>
          )}
          {!change.isCurrent && (
            <p className="pt-1 text-ink-2">
              A newer version came in since; decide there. This page shows what this one did.
            </p>
          )}
          <VersionDecisions
            storyId={story.id}
            isCurrent={change.isCurrent}
            decisions={change.claims.map((claim) => ({
              claim,
              ref: claimRef(claim.number),
              segments: claimSegments(rows, claim, before?.number ?? null),
              places: placesInContext(
                version.copy,
                version.blocks,
                story.language,
                claim.candidates,
              ),
            }))}
          />
        </aside>
      </div>
    </div>
  );
}

const VIEW_NAMES = { changes: 'Changes', 'side-by-side': 'Side by side' } as const;

function ViewSwitch({ path, view }: { path: string; view: keyof typeof VIEW_NAMES }) {
  return (
    <nav
      aria-label="View of the changes"
      className="flex shrink-0 overflow-hidden rounded-control border border-rule-strong"
    >
      {CHANGE_VIEWS.map((each) => (
        <Link
          key={each}
          href={each === 'changes' ? path : `${path}?view=${each}`}
          aria-current={each === view ? 'true' : undefined}
          className="border-rule-strong px-2.5 leading-[26px] text-ink-2 not-first:border-l hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-sheet aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-[inset_0_-2px_0_var(--color-blue)]"
        >
          {VIEW_NAMES[each]}
        </Link>
      ))}
    </nav>
  );
}
