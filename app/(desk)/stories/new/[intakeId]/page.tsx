import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { validate as isUuid } from 'uuid';
import { ProposalForm } from '@/components/intake/proposal-form';
import { StartAgain } from '@/components/intake/start-again';
import { PageHead } from '@/components/ui/page-head';
import { currentContext } from '@/lib/auth/current-user';
import { INTAKE_LABELS } from '@/lib/domain/labels';
import { byteSize } from '@/lib/format';
import { getIntake } from '@/lib/intake/queries';
import { listAssignees, listWriters } from '@/lib/users/queries';

export const metadata: Metadata = { title: 'Look at what came' };

type Props = { params: Promise<{ intakeId: string }> };

export default async function IntakePage({ params }: Props) {
  const ctx = await currentContext();
  const { intakeId } = await params;
  const [intake, writers, checkers] = await Promise.all([
    isUuid(intakeId) ? getIntake(ctx, intakeId) : null,
    listWriters(ctx),
    listAssignees(ctx),
  ]);
  if (intake === null) notFound();
  const { proposal, story } = intake;
  return (
    <div className="page">
      <div className="page-in pb-6">
        <PageHead
          title="Look at what came"
          crumbs={[
            { href: '/stories', label: 'Stories' },
            story === null
              ? { href: '/stories/new', label: 'New story' }
              : { href: `/stories/${story.id}`, label: story.headline },
          ]}
          facts={
            <>
              <span>{INTAKE_LABELS[proposal.kind]}</span>
              {proposal.name !== null && (
                <span className="max-w-80 truncate" dir="auto">
                  {proposal.name}
                </span>
              )}
              {proposal.url !== null && (
                <a
                  href={proposal.url}
                  rel="noreferrer noopener"
                  target="_blank"
                  className="link max-w-80 truncate"
                >
                  {proposal.url}
                </a>
              )}
              <span>{byteSize(intake.byteLength)}</span>
              <span className="font-mono text-small" title={`SHA-256 ${intake.sha256}`}>
                {intake.sha256.slice(0, 8)}
              </span>
            </>
          }
          actions={<StartAgain intakeId={intake.id} />}
        />
        <ProposalForm
          intake={intake}
          writers={writers}
          checkers={checkers.map(({ id, name }) => ({ id, name }))}
        />
      </div>
    </div>
  );
}
