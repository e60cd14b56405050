import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { readerZone } from '@/components/frame/current-reader';
import { BackingPages } from '@/components/sheet/backing-pages';
import { ClaimPages } from '@/components/sheet/claim-pages';
import { ExportSide } from '@/components/sheet/export-side';
import { FrontPage } from '@/components/sheet/front-page';
import { PrintButton } from '@/components/sheet/print-button';
import { RunningFoot } from '@/components/sheet/running-foot';
import { buttonClass } from '@/components/ui/button';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { shortHash } from '@/lib/format';
import { getSheet, hasWordDraft, listExports } from '@/lib/sheets/queries';
import '@/components/sheet/sheet.css';

export const metadata: Metadata = { title: 'Verified-claims sheet' };

type Props = { params: Promise<{ storyId: string }> };

export default async function SheetPage({ params }: Props) {
  const { storyId } = await params;
  const ctx = await currentContext();
  const sheet = isUuid(storyId) ? await getSheet(ctx, storyId) : null;
  if (sheet === null) notFound();
  const [exports, zone, hasDraft] = await Promise.all([
    listExports(ctx, storyId),
    readerZone(),
    hasWordDraft(ctx, storyId),
  ]);
  const { facts, rows, sources, evidence } = sheet;
  const may = mayDo(ctx.actor.role, 'export-sheet');
  const address = `/api/v1/stories/${storyId}/sheet`;
  const query = new URLSearchParams({ zone }).toString();
  const extent = [
    { letter: 'G', title: 'Sources', n: sources.length },
    { letter: 'H', title: 'Evidence', n: evidence.length },
    { letter: 'K', title: 'Overrides', n: facts.overrides.length },
  ];
  return (
    <div className="workbench">
      <div className="no-print contents">
        <PageHead
          bar
          title="Verified-claims sheet"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            { href: `/stories/${storyId}`, label: facts.story.headline },
          ]}
          facts={<span>Version {facts.text.number}</span>}
          actions={
            <>
              <PrintButton />
              {may ? (
                <>
                  {/* Files, not pages: a plain link, so that nothing fetches them ahead. */}
                  {hasDraft && (
                    <a
                      href={`/api/v1/stories/${storyId}/draft.docx`}
                      className={buttonClass({ size: 'compact' })}
                    >
                      Export annotated draft
                    </a>
                  )}
                  <a
                    href={`${address}?format=csv&${query}`}
                    className={buttonClass({ size: 'compact' })}
                  >
                    Export CSV
                  </a>
                  <a
                    href={`${address}?format=xlsx&${query}`}
                    className={buttonClass({ size: 'compact', variant: 'primary' })}
                  >
                    Export XLSX
                  </a>
                </>
              ) : (
                <span className="text-ink-3">{whyNotDo('export-sheet')}</span>
              )}
            </>
          }
        />
      </div>
      <div className="flex min-h-0 flex-1 max-xl:flex-col max-xl:overflow-auto print:block">
        <div className="sheet-papers min-w-0 flex-1 px-6 pt-6 pb-7 max-md:px-0 max-md:pt-0 max-xl:overflow-visible xl:overflow-auto print:overflow-visible print:p-0">
          <RunningFoot
            words={`${facts.story.headline}, version ${facts.text.number}, text ${shortHash(facts.text.sha256, 4)}`}
          />
          <FrontPage facts={facts} zone={zone} extent={extent} />
          <ClaimPages facts={facts} rows={rows} zone={zone} left={sheet.left} />
          <BackingPages sheet={sheet} zone={zone} />
        </div>
        <ExportSide
          address={address}
          zone={zone}
          may={may}
          whyNot={whyNotDo('export-sheet')}
          hasProtected={sources.some(({ isProtected }) => isProtected)}
          isLawyer={ctx.actor.role === 'LAWYER'}
          exports={exports}
        />
      </div>
    </div>
  );
}
