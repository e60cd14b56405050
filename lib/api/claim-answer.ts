import { presentClaim, presentEvidence, presentNote } from '@/lib/api/present-claim';
import { type ClaimView, getClaim } from '@/lib/claims/queries';
import type { Context } from '@/lib/context';
import { Refusal } from '@/lib/errors';

/** The claim as the caller may see it, or a refusal. */
export async function claimOrRefuse(ctx: Context, claimId: string): Promise<ClaimView> {
  const claim = await getClaim(ctx, claimId);
  if (claim === null)
    throw new Refusal('not-found', 'This claim is not on the desk. Look at its id again.');
  return claim;
}

/** The claim as it now stands: what every call that changes one answers. */
export async function claimReply(ctx: Context, claimId: string) {
  const claim = await claimOrRefuse(ctx, claimId);
  return { body: presentClaim(claim), version: claim.version };
}

/** Refuse evidence or a note that is named under another claim than its own. */
export async function refuseStrayPart(
  ctx: Context,
  claimId: string,
  list: 'evidence' | 'notes',
  partId: string,
): Promise<void> {
  const claim = await claimOrRefuse(ctx, claimId);
  if (claim[list].some((part) => part.id === partId)) return;
  const what = list === 'evidence' ? 'evidence' : 'note';
  throw new Refusal('not-found', `This ${what} is not on the claim. Look at its id again.`);
}

/** One piece of evidence as it now stands, with the claim's version after it. */
export async function attachedReply(ctx: Context, claimId: string, evidenceId: string) {
  const claim = await claimOrRefuse(ctx, claimId);
  const evidence = claim.evidence.find((each) => each.id === evidenceId);
  if (evidence === undefined)
    throw new Refusal('not-found', 'This evidence is not on the claim. Look at its id again.');
  return {
    body: { ...presentEvidence(evidence), claimId, claimVersion: claim.version },
    version: claim.version,
  };
}

/** One note, or the one that opened its thread. */
export async function noteReply(
  ctx: Context,
  claimId: string,
  noteId: string,
  which: 'itself' | 'opener' = 'itself',
) {
  const { notes } = await claimOrRefuse(ctx, claimId);
  const note = notes.find((each) => each.id === noteId);
  const wanted = which === 'opener' ? (note?.threadId ?? noteId) : noteId;
  const found = notes.find((each) => each.id === wanted);
  if (found === undefined)
    throw new Refusal('not-found', 'This note is not on the claim. Look at its id again.');
  return { body: presentNote(claimId, found) };
}
