import { type ClaimRecord, claimFacts, loadClaim } from '@/lib/claims/claim-record';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { claimBlockers, movesFor, openQueries, whyNotTheWriter } from '@/lib/domain/claim-moves';
import { parseCandidates } from '@/lib/domain/claim-place';
import { mayDo, mayReadNote, noteKindsFor } from '@/lib/domain/editorial-permissions';
import { independentOrigins, sourceCount } from '@/lib/domain/origins';
import { sealEvidence } from '@/lib/domain/sealed-source';

/** A claim as one person sees it: what may be done, and what stands in the way, come with it. */
export type ClaimView = ReturnType<typeof claimView>;
export type EvidenceView = ClaimView['evidence'][number];
export type NoteView = ClaimView['notes'][number];

/** One claim with its evidence, notes, reviews and moves; null: there is none. */
export async function getClaim(ctx: Context, claimId: string): Promise<ClaimView | null> {
  const claim = await loadClaim(database(), claimId);
  return claim && claimView(ctx, claim);
}

/** The record as `ctx.actor` may see it. */
export function claimView(ctx: Context, claim: ClaimRecord) {
  const { deskCheckerIds: _desk, copyWithSuggestion: _copy, ...seen } = claim;
  const facts = claimFacts(claim);
  const standing = facts.evidence;
  return {
    ...seen,
    anchor: claim.anchor && {
      ...claim.anchor,
      candidates: parseCandidates(claim.anchor.candidates),
    },
    evidence: claim.evidence.map((each) => sealEvidence(each, ctx.actor)),
    notes: claim.notes.filter((note) => mayReadNote(ctx.actor, note)),
    openQueries: openQueries(facts).length,
    sources: sourceCount(standing),
    origins: independentOrigins(standing).size,
    moves: movesFor(facts, ctx.actor),
    blockers: claimBlockers(facts),
    may: {
      edit:
        mayDo(ctx.actor.role, 'edit-claim') ||
        (claim.markedById === ctx.actor.id && claim.state === 'MARKED'),
      /** Say which words of the copy it stands for. */
      place:
        claim.state !== 'DROPPED' &&
        mayDo(ctx.actor.role, 'place-claim') &&
        (claim.state === 'MARKED' || whyNotTheWriter(claim, ctx.actor.id) === null),
      handOn:
        mayDo(ctx.actor.role, 'hand-on-claim') &&
        (claim.state === 'IN_CHECK' || claim.state === 'WAITING'),
      attachEvidence: mayDo(ctx.actor.role, 'attach-evidence') && claim.state !== 'DROPPED',
      judgeEvidence: mayDo(ctx.actor.role, 'judge-evidence') && claim.state !== 'DROPPED',
      resolveNote: mayDo(ctx.actor.role, 'resolve-note'),
      noteKinds: noteKindsFor(ctx.actor.role),
    },
  };
}
