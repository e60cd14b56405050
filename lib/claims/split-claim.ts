import { asJson } from '@/lib/audit/as-json';
import { recordAll } from '@/lib/audit/record';
import type { ClaimRecord } from '@/lib/claims/claim-record';
import { asColumns, claimToAddTo, updateClaimAt } from '@/lib/claims/claim-writes';
import { claimToPlace, placeOf, refuseOtherText, standAt, textOf } from '@/lib/claims/place-claim';
import type { MergeClaims, SplitClaim } from '@/lib/claims/schemas';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { mergeProblem, splitProblem } from '@/lib/domain/claim-place';
import { firstGuessAtType } from '@/lib/domain/claim-type';
import { describeRange, type TextRange } from '@/lib/domain/text-anchor';
import { Refusal } from '@/lib/errors';
import { claimRef } from '@/lib/format';

/**
 * Split a claim that says several things: the first part keeps its ref, evidence and history, each other becomes a
 * claim of its own, said by the same people, that names the one it comes from. A verdict on the whole is void.
 */
export function splitClaim(
  ctx: Context,
  input: SplitClaim,
): Promise<{ storyId: string; claims: { id: string; number: number }[] }> {
  return inTransaction(async (tx) => {
    const claim = await claimToPlace(tx, ctx, input);
    refuseOtherText(claim, input.contentSha256);
    const copy = await textOf(tx, claim);
    const problem = splitProblem(copy, placeOf(claim), input.ranges);
    if (problem !== null) throw new Refusal('invalid', problem, { fields: { ranges: [problem] } });
    const [first, ...others] = input.ranges;
    if (first === undefined) throw new Error('A split without parts was let through.');

    const { nextClaimNumber } = await tx.story.update({
      where: { id: claim.storyId },
      data: { nextClaimNumber: { increment: others.length }, updatedAt: ctx.now },
      select: { nextClaimNumber: true },
    });
    const parts = others.map((range, at) => ({
      id: newId(),
      number: nextClaimNumber - others.length + at,
      range,
    }));
    for (const part of parts) await createPart(tx, ctx, claim, copy, part);
    const refs = parts.map(({ number }) => claimRef(number));
    await standAt(tx, ctx, claim, first, {
      verb: 'claim.split',
      reason: `${ctx.actor.name} split it: ${refs.join(', ')} stand for the rest of its words.`,
      more: { into: refs },
    });
    await recordAll(
      tx,
      ctx,
      parts.map(({ id, number, range }) => ({
        chain: claim.storyId,
        verb: 'claim.marked' as const,
        subject: { type: 'claim' as const, id },
        claimId: id,
        before: null,
        after: asJson({
          number,
          exact: copy.slice(range.start, range.end),
          ...range,
          splitFrom: claimRef(claim.number),
        }),
        versionSha: claim.contentSha256,
      })),
    );
    return { storyId: claim.storyId, claims: parts.map(({ id, number }) => ({ id, number })) };
  });
}

async function createPart(
  tx: Transaction,
  ctx: Context,
  whole: ClaimRecord,
  copy: string,
  { id, number, range }: { id: string; number: number; range: TextRange },
): Promise<void> {
  const anchor = describeRange(copy, range);
  await tx.claim.create({
    data: {
      id,
      storyId: whole.storyId,
      number,
      exact: anchor.exact,
      type: firstGuessAtType(anchor.exact),
      voice: whole.voice,
      flags: whole.flags,
      priority: whole.priority,
      asOf: whole.asOf,
      timeZone: whole.timeZone,
      place: whole.place,
      dueAt: whole.dueAt,
      splitFromId: whole.id,
      markedById: ctx.actor.id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      anchors: {
        create: { id: newId(), versionId: whole.versionId, ...anchor, createdAt: ctx.now },
      },
      attributions: {
        create: whole.attribution.map((link, position) => ({ id: newId(), position, ...link })),
      },
    },
    select: { id: true },
  });
}

/**
 * Merge a claim into another of its story that says the same: it is dropped and names the one that goes on. Its
 * evidence, notes and history stay with it, and both histories tell of it.
 */
export function mergeClaims(ctx: Context, input: MergeClaims): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    // Always in the same order, so that two merges never wait for each other.
    await claimToAddTo(
      tx,
      [input.claimId, input.intoId].toSorted((a, b) => (a < b ? -1 : 1))[0] ?? input.claimId,
    );
    const claim = await claimToPlace(tx, ctx, input);
    const into = await claimToAddTo(tx, input.intoId);
    const problem = mergeProblem(claim, into);
    if (problem !== null) throw new Refusal('rule', problem, { reasons: [problem] });
    const change = { state: 'DROPPED' as const, droppedFrom: claim.state };
    await updateClaimAt(tx, ctx, claim, claim.version, {
      ...asColumns(change),
      mergedIntoId: into.id,
    });
    const reason = `Merged into ${claimRef(into.number)}.`;
    const told = {
      chain: claim.storyId,
      verb: 'claim.merged' as const,
      versionSha: claim.contentSha256,
    };
    await recordAll(tx, ctx, [
      {
        ...told,
        subject: { type: 'claim', id: claim.id },
        claimId: claim.id,
        before: { state: claim.state },
        after: { ...change, into: claimRef(into.number), reason },
      },
      {
        ...told,
        subject: { type: 'claim', id: claim.id },
        claimId: into.id,
        before: null,
        after: { from: claimRef(claim.number), exact: claim.exact },
      },
    ]);
    return { storyId: claim.storyId };
  });
}
