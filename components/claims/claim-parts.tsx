import type { ReactNode } from 'react';
import { AddEvidence } from '@/components/evidence/add-evidence';
import { EvidenceCount, EvidenceList } from '@/components/evidence/evidence-list';
import type { SourceChoice } from '@/components/evidence/source-fields';
import { NoteForm } from '@/components/notes/note-form';
import { NoteList } from '@/components/notes/note-list';
import type { ClaimView } from '@/lib/claims/queries';

/** Who reads the claim, and what the forms around it offer to choose from. */
export type ClaimSetting = { meId: string; library: readonly SourceChoice[] };

/** Evidence by origin, and the form that adds to it; the same on the desk and on the claim's own page. */
export function ClaimEvidence({
  claim,
  library,
  level,
}: {
  claim: ClaimView;
  library: ClaimSetting['library'];
  level: 3 | 4;
}) {
  const origins = [
    ...new Set(claim.evidence.flatMap(({ origin }) => (origin === null ? [] : [origin.label]))),
  ];
  return (
    <>
      <EvidenceList claim={claim} level={level} />
      {claim.may.attachEvidence && (
        <AddEvidence
          key={claim.id}
          claimId={claim.id}
          storyId={claim.storyId}
          language={claim.storyLanguage}
          library={library}
          origins={origins}
          isPending={!claim.may.judgeEvidence}
        />
      )}
    </>
  );
}

export function ClaimNotes({ claim, meId }: { claim: ClaimView; meId: string }) {
  return (
    <>
      <NoteList claim={claim} meId={meId} />
      <NoteForm key={claim.id} claimId={claim.id} kinds={claim.may.noteKinds} />
    </>
  );
}

/** A part of the inspector under its heading. */
export function Part({
  title,
  beside,
  children,
}: {
  title: string;
  beside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="mt-3 border-t border-rule pt-3" aria-label={title}>
      <h3 className="mb-1.5 flex items-baseline gap-2">
        {title}
        {beside}
      </h3>
      {children}
    </section>
  );
}

export const evidenceCount = (claim: ClaimView): ReactNode => <EvidenceCount claim={claim} />;
