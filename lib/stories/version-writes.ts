import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';
import { whyClearancesFall } from '@/lib/domain/other-words';
import { Refusal } from '@/lib/errors';
import { type FoundAgain, rangeKey } from '@/lib/stories/find-again';
import type { VersionBase } from '@/lib/stories/version-base';
import { type FoundClaim, fallenRefs } from '@/lib/stories/version-outcome';
import type { Prisma } from '@/prisma/generated/client';

/** What a new version writes beside itself: a few statements, whether the story has one claim or a thousand. */

type NewVersion = { id: string; number: number };

export async function writeAnchors(
  tx: Transaction,
  ctx: Context,
  version: NewVersion,
  claims: readonly FoundClaim[],
): Promise<void> {
  const anchors = claims.map(({ id, state, from, to, reason, candidates }) => ({
    id: newId(),
    claimId: id,
    exact: to?.exact ?? from.exact,
    prefix: to?.prefix ?? '',
    suffix: to?.suffix ?? '',
    start: to?.start ?? null,
    end: to?.end ?? null,
    state,
    reason,
    candidates: candidates.length > 0 ? candidates.map(({ start, end }) => ({ start, end })) : null,
  }));
  await tx.$executeRaw`
    INSERT INTO anchor (id, claim_id, version_id, exact, prefix, suffix, start, "end", state, reason, candidates, created_at)
    SELECT a.id, a."claimId", ${version.id}::uuid, a.exact, a.prefix, a.suffix, a.start, a."end",
      a.state::"AnchorState", a.reason, nullif(a.candidates, 'null'::jsonb), ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(anchors)}::jsonb) AS a(id uuid, "claimId" uuid, exact text, prefix text,
      suffix text, start int, "end" int, state text, reason text, candidates jsonb)`;
}

/**
 * The claims whose words, state or finding are others now. Only their rows are written: a claim that stands as it was
 * keeps its version, and whoever is working on it is not disturbed.
 */
export async function writeOtherWords(
  tx: Transaction,
  ctx: Context,
  claims: readonly FoundClaim[],
): Promise<void> {
  const rows = claims
    .filter(({ isTouched }) => isTouched)
    .map(({ id, to, was, effect: { change, voids } }) => ({
      id,
      exact: to?.exact ?? was.exact,
      state: change.state ?? null,
      droppedFrom: change.droppedFrom ?? null,
      finding: change.finding ?? null,
      said: change.said ?? null,
      voidsSignOff: voids === 'sign-off',
      voidsFinding: voids === 'finding',
    }));
  if (rows.length === 0) return;
  await tx.$executeRaw`
    UPDATE claim c SET
      exact = x.exact,
      state = coalesce(x.state::"ClaimState", c.state),
      dropped_from = coalesce(x."droppedFrom"::"ClaimState", c.dropped_from),
      finding = coalesce(x.finding::"Finding", c.finding),
      said = coalesce(x.said::"SaidFinding", c.said),
      assignee_id = CASE WHEN x."voidsSignOff" THEN NULL ELSE c.assignee_id END,
      reviewer_id = CASE WHEN x."voidsSignOff" THEN NULL ELSE c.reviewer_id END,
      reviewed_at = CASE WHEN x."voidsSignOff" THEN NULL ELSE c.reviewed_at END,
      single_person = c.single_person AND NOT x."voidsSignOff",
      checker_ids = CASE WHEN x."voidsSignOff" OR x."voidsFinding" THEN '{}' ELSE c.checker_ids END,
      checker_id = CASE WHEN x."voidsFinding" THEN NULL ELSE c.checker_id END,
      checked_at = CASE WHEN x."voidsFinding" THEN NULL ELSE c.checked_at END,
      checked_sha256 = CASE WHEN x."voidsFinding" THEN NULL ELSE c.checked_sha256 END,
      version = c.version + 1,
      updated_at = ${ctx.now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(id uuid, exact text, state text, "droppedFrom" text,
      finding text, said text, "voidsSignOff" boolean, "voidsFinding" boolean)
    WHERE c.id = x.id`;
}

/** What was set aside stays set aside where its sentence stands as it was; elsewhere it has to be looked at again. */
export async function writeSetAsides(
  tx: Transaction,
  base: VersionBase,
  found: FoundAgain,
  copy: string,
  version: NewVersion,
): Promise<void> {
  const carried = base.setAsides.flatMap((each) => {
    const to = found.setAsides.get(rangeKey(each)) ?? null;
    return to === null ? [] : [{ each, to }];
  });
  if (carried.length === 0) return;
  await tx.setAside.createMany({
    data: carried.map(({ each: { reason, byId, at }, to: { start, end } }) => ({
      id: newId(),
      storyId: base.story.id,
      versionId: version.id,
      start,
      end,
      exact: copy.slice(start, end),
      reason,
      byId,
      at,
    })),
  });
}

/**
 * Suggestions go on with the words they are about, and are closed as done where the copy says what they asked for.
 * `resultOf` are those that this version was made from. One whose words are neither stays where it was made.
 */
export async function writeSuggestions(
  tx: Transaction,
  ctx: Context,
  base: VersionBase,
  found: FoundAgain,
  version: NewVersion,
  resultOf: readonly string[],
): Promise<void> {
  const written = base.suggestions.filter(
    ({ id, decision }) => resultOf.includes(id) && decision === 'ACCEPTED',
  );
  if (written.length !== resultOf.length)
    throw new Refusal(
      'conflict',
      'Somebody decided on one of these changes again meanwhile. Look at them, then apply them again.',
    );
  const closing: Prisma.SuggestedChangeUncheckedUpdateManyInput = { resultId: version.id };
  if (written.length > 0)
    await tx.suggestedChange.updateMany({
      where: { id: { in: written.map(({ id }) => id) } },
      data: closing,
    });
  for (const each of base.suggestions) {
    if (resultOf.includes(each.id)) continue;
    const carried = found.suggestions.get(rangeKey(each));
    if (carried?.state === 'OPEN')
      await tx.suggestedChange.update({
        where: { id: each.id },
        data: { versionId: version.id, start: carried.to.start, end: carried.to.end },
        select: { id: true },
      });
    else if (carried?.state === 'DONE')
      await tx.suggestedChange.update({
        where: { id: each.id },
        data: {
          ...closing,
          ...(each.decision === 'OPEN' && {
            decision: 'ACCEPTED' as const,
            decidedById: ctx.actor.id,
            decidedAt: ctx.now,
            decisionNote: `Version ${version.number} says so.`,
          }),
        },
        select: { id: true },
      });
  }
}

/** When the sign-off of a claim falls, so do the clearances that rested on it (I9). Answers those that fell. */
export async function voidClearances(
  tx: Transaction,
  ctx: Context,
  storyId: string,
  version: NewVersion,
  claims: readonly FoundClaim[],
): Promise<{ id: string; kind: string }[]> {
  const refs = fallenRefs(claims);
  if (refs.length === 0) return [];
  return tx.clearance.updateManyAndReturn({
    where: { storyId, voidedAt: null },
    data: { voidedAt: ctx.now, voidedReason: whyClearancesFall(version.number, refs) },
    select: { id: true, kind: true },
  });
}
