import type { z } from 'zod';
import type { ClaimRowShape, ClaimShape, EvidenceShape, NoteShape } from '@/lib/api/claim-shapes';
import type { ClaimRow } from '@/lib/claims/list-claims';
import type { ClaimView, EvidenceView, NoteView } from '@/lib/claims/queries';
import { toWire } from '@/lib/domain/wire-words';
import { claimRef } from '@/lib/format';

export const presentClaimRow = (claim: ClaimRow): z.output<typeof ClaimRowShape> => ({
  id: claim.id,
  ref: claimRef(claim.number),
  number: claim.number,
  story: { id: claim.storyId, headline: claim.storyHeadline, slug: claim.storySlug },
  exact: claim.exact,
  type: toWire(claim.type),
  state: toWire(claim.state),
  status: toWire(claim.status),
  flags: claim.flags.map(toWire),
  priority: claim.priority,
  assignee: personOrNone(claim.assigneeId, claim.assigneeName),
  dueAt: isoOrNone(claim.dueAt),
  updatedAt: claim.updatedAt.toISOString(),
  sources: claim.sourceCount,
  origins: claim.originCount,
  singlePerson: claim.singlePerson,
  version: claim.version,
});

/** With `removed`, evidence that was taken off the claim is listed as well. */
export function presentClaim(
  claim: ClaimView,
  { removed = false }: { removed?: boolean } = {},
): z.output<typeof ClaimShape> {
  const { anchor } = claim;
  const standing = claim.evidence.filter((each) => each.removedAt === null);
  return {
    ...presentClaimRow({ ...claim, sourceCount: claim.sources, originCount: claim.origins }),
    storyId: claim.storyId,
    restatement: claim.restatement,
    voice: toWire(claim.voice),
    polarity: toWire(claim.polarity),
    start: anchor?.start ?? null,
    end: anchor?.end ?? null,
    anchor: anchor && {
      state: toWire(anchor.state),
      exact: claim.exact,
      prefix: anchor.prefix,
      suffix: anchor.suffix,
      start: anchor.start,
      end: anchor.end,
      reason: anchor.reason,
      candidates: anchor.candidates,
    },
    splitFromId: claim.splitFromId,
    mergedIntoId: claim.mergedIntoId,
    finding: toWire(claim.finding),
    said: toWire(claim.said),
    suggestedWording: claim.suggestedWording,
    asOf: isoOrNone(claim.asOf),
    timeZone: claim.timeZone,
    place: claim.place,
    reviewBy: isoOrNone(claim.reviewBy),
    quantities: claim.quantities.map((quantity) => ({
      value: figure(quantity.value),
      low: figure(quantity.low),
      high: figure(quantity.high),
      unit: quantity.unit,
      qualifier: toWire(quantity.qualifier),
      ofWhat: quantity.ofWhat,
    })),
    attribution: claim.attribution.map((link) => ({
      party: link.party,
      role: toWire(link.role),
      verb: link.verb,
      ground: toWire(link.ground),
    })),
    evidence: (removed ? claim.evidence : standing).map(presentEvidence),
    originLabels: [...new Set(standing.flatMap((each) => each.origin?.label ?? []))],
    notes: claim.notes.map((note) => presentNote(claim.id, note)),
    openQueries: claim.openQueries,
    reviews: claim.reviews.map((review) => ({
      id: review.id,
      decision: toWire(review.decision),
      reviewer: { id: review.reviewerId, name: review.reviewerName },
      at: review.at,
      comment: review.comment,
      finding: toWire(review.finding),
      said: toWire(review.said),
      sha256: review.sha256,
      exact: review.exact,
      singlePerson: review.singlePerson,
    })),
    markedBy: { id: claim.markedById, name: claim.markedByName },
    checker: personOrNone(claim.checkerId, claim.checkerName),
    checkedAt: isoOrNone(claim.checkedAt),
    checkedSha256: claim.checkedSha256,
    reviewer: personOrNone(claim.reviewerId, claim.reviewerName),
    reviewedAt: isoOrNone(claim.reviewedAt),
    contentSha256: claim.contentSha256,
    versionNumber: claim.versionNumber,
    moves: claim.moves.flatMap(({ move, blockers }) => (blockers.length === 0 ? [move] : [])),
    offeredMoves: claim.moves.map(({ move, blockers }) => ({ move, blockers: [...blockers] })),
    blockers: claim.blockers,
    createdAt: claim.createdAt.toISOString(),
  };
}

export const presentEvidence = (evidence: EvidenceView): z.output<typeof EvidenceShape> => ({
  id: evidence.id,
  stance: toWire(evidence.stance),
  layer: toWire(evidence.layer),
  proximity: toWire(evidence.proximity),
  authoritative: evidence.authoritative,
  authorityReason: evidence.authorityReason,
  excerpt: evidence.excerpt,
  locator: evidence.locator,
  translator: evidence.translator,
  asOf: evidence.asOf,
  retrievedAt: evidence.retrievedAt,
  origin: evidence.origin?.label ?? null,
  source: {
    id: evidence.source.id,
    title: evidence.source.title,
    kind: toWire(evidence.source.kind),
    url: evidence.source.url,
    publisher: evidence.source.publisher,
    language: evidence.source.language,
    confidentiality: toWire(evidence.source.confidentiality),
  },
  addedBy: { id: evidence.addedById, name: evidence.addedByName },
  addedAt: evidence.createdAt,
  accepted: evidence.acceptedAt !== null,
  removed: evidence.removedAt !== null,
  removedReason: evidence.removedReason,
  resolution: evidence.resolution,
});

export const presentNote = (claimId: string, note: NoteView): z.output<typeof NoteShape> => ({
  id: note.id,
  claimId,
  threadId: note.threadId,
  kind: toWire(note.kind),
  body: note.body,
  visibility: toWire(note.visibility),
  author: { id: note.authorId, name: note.authorName },
  createdAt: note.createdAt,
  resolvedAt: note.resolvedAt,
  resolvedBy: note.resolvedByName,
});

const isoOrNone = (at: Date | null): string | null => at?.toISOString() ?? null;

const personOrNone = (id: string | null, name: string | null) =>
  id === null || name === null ? null : { id, name };

/** A number where it says the same figure, digit for digit. */
const figure = (value: string | null): number | string | null =>
  value === null || String(Number(value)) !== value ? value : Number(value);
