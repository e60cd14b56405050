import { asJson } from '@/lib/audit/as-json';
import type { AuditVerb } from '@/lib/audit/event';
import { record } from '@/lib/audit/record';
import type { ClaimRecord, EvidenceRecord } from '@/lib/claims/claim-record';
import { claimToAddTo, evidenceChanged } from '@/lib/claims/claim-writes';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { whyNotTheWriter } from '@/lib/domain/claim-moves';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { maySeeSource } from '@/lib/domain/sealed-source';
import type { Stance } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import type {
  AcceptEvidence,
  AttachEvidence,
  EditEvidence,
  RemoveEvidence,
  ResolveEvidence,
} from '@/lib/evidence/schemas';
import { createSource } from '@/lib/sources/create-source';
import type { Prisma } from '@/prisma/generated/client';

/**
 * Tie a claim to a source of the library, or to a new one. From a checker or editor it is accepted at once;
 * from a reporter it waits (I2). Evidence against a signed-off claim reopens it.
 */
export async function attachEvidence(
  ctx: Context,
  input: AttachEvidence,
): Promise<{ id: string; claimId: string; storyId: string; sourceId: string }> {
  if (!mayDo(ctx.actor.role, 'attach-evidence'))
    throw new Refusal('not-allowed', whyNotDo('attach-evidence'));
  return inTransaction(async (tx) => {
    const claim = await claimToAddTo(tx, input.claimId);
    refuseDropped(claim);
    const sourceId = await sourceOf(tx, ctx, input, claim);
    // The writer's own evidence waits as a reporter's does, whatever role the writer has.
    const accepts =
      mayDo(ctx.actor.role, 'judge-evidence') && whyNotTheWriter(claim, ctx.actor.id) === null;
    const evidence = {
      stance: input.stance,
      layer: input.layer ?? ('TRUE' as const),
      proximity: input.proximity ?? ('SECONDARY' as const),
      authoritative: input.authoritative ?? false,
      authorityReason: input.authorityReason ?? null,
      excerpt: input.excerpt ?? null,
      locator: input.locator ?? null,
      translator: input.translator ?? null,
    };
    const id = newId();
    await tx.evidence.create({
      data: {
        id,
        claimId: claim.id,
        sourceId,
        originId: await originId(tx, ctx, input.origin),
        ...evidence,
        asOf: input.asOf ?? null,
        retrievedAt: input.retrievedAt ?? ctx.now,
        addedById: ctx.actor.id,
        createdAt: ctx.now,
        ...(accepts && { acceptedById: ctx.actor.id, acceptedAt: ctx.now }),
      },
      select: { id: true },
    });
    await evidenceChanged(tx, ctx, claim, {
      reopenBecause: against(input.stance) && accepts ? 'New evidence against it.' : null,
      accepted: accepts,
    });
    await recordEvidence(tx, ctx, claim, id, 'evidence.attached', null, {
      ...evidence,
      sourceId,
      origin: input.origin ?? null,
      accepted: accepts,
    });
    return { id, claimId: claim.id, storyId: claim.storyId, sourceId };
  });
}

/** A checker has looked at a reporter's evidence and takes it in. */
export function acceptEvidence(ctx: Context, input: AcceptEvidence): Promise<{ storyId: string }> {
  return onEvidence(ctx, input.evidenceId, async (tx, claim, evidence) => {
    if (evidence.acceptedAt !== null) throw rule('This evidence was accepted already.');
    await tx.evidence.update({
      where: { id: evidence.id },
      data: { acceptedById: ctx.actor.id, acceptedAt: ctx.now },
      select: { id: true },
    });
    await evidenceChanged(tx, ctx, claim, {
      reopenBecause: against(evidence.stance) ? 'Evidence against it was accepted.' : null,
      accepted: true,
    });
    await recordEvidence(
      tx,
      ctx,
      claim,
      evidence.id,
      'evidence.accepted',
      { accepted: false },
      { accepted: true },
    );
  });
}

/** What an answer to evidence against the claim was given to. */
const ANSWERED_FIELDS = ['stance', 'layer', 'excerpt'] as const;

/** Change what the link says; the source itself is changed in the library. */
export function editEvidence(ctx: Context, input: EditEvidence): Promise<{ storyId: string }> {
  return onEvidence(ctx, input.evidenceId, async (tx, claim, evidence) => {
    const { evidenceId, claimVersion, origin, ...fields } = input;
    if (claim.version !== claimVersion)
      throw new Refusal(
        'conflict',
        'The claim changed after you opened it. Look at what is there now, then save again; your words are kept.',
      );
    const change = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Prisma.EvidenceUncheckedUpdateInput;
    if (origin !== undefined) change.originId = await originId(tx, ctx, origin ?? undefined);
    // An answer was given to those words; to others it is none.
    if (ANSWERED_FIELDS.some((field) => fields[field] !== undefined))
      Object.assign(change, { resolvedAt: null, resolvedById: null, resolution: null });
    await tx.evidence.update({ where: { id: evidenceId }, data: change, select: { id: true } });
    await evidenceChanged(tx, ctx, claim, {
      reopenBecause: 'Evidence it rests on was changed.',
      accepted: evidence.acceptedAt !== null,
    });
    const was = Object.fromEntries(
      Object.keys(fields).flatMap((field) =>
        field in change ? [[field, evidence[field as keyof EvidenceRecord]]] : [],
      ),
    );
    await recordEvidence(
      tx,
      ctx,
      claim,
      evidenceId,
      'evidence.edited',
      { ...was, ...(origin !== undefined && { origin: evidence.origin?.label ?? null }) },
      { ...fields, ...(origin !== undefined && { origin }) },
    );
  });
}

/** Take evidence off the claim. The row stays, with the reason; a claim signed off on it reopens (I10). */
export function removeEvidence(ctx: Context, input: RemoveEvidence): Promise<{ storyId: string }> {
  return onEvidence(ctx, input.evidenceId, async (tx, claim, evidence) => {
    await tx.evidence.update({
      where: { id: evidence.id },
      data: { removedById: ctx.actor.id, removedAt: ctx.now, removedReason: input.reason },
      select: { id: true },
    });
    await evidenceChanged(tx, ctx, claim, {
      reopenBecause: `Evidence was removed: ${input.reason}`,
      accepted: evidence.acceptedAt !== null,
    });
    await recordEvidence(
      tx,
      ctx,
      claim,
      evidence.id,
      'evidence.removed',
      { removed: false },
      {
        removed: true,
        reason: input.reason,
      },
    );
  });
}

/** Say why evidence against the claim does not stand in its way. */
export function resolveEvidence(
  ctx: Context,
  input: ResolveEvidence,
): Promise<{ storyId: string }> {
  return onEvidence(ctx, input.evidenceId, async (tx, claim, evidence) => {
    if (!against(evidence.stance)) throw rule('Only evidence against the claim is resolved.');
    if (evidence.acceptedAt === null) throw rule('Accept this evidence first, or remove it.');
    await tx.evidence.update({
      where: { id: evidence.id },
      data: { resolvedById: ctx.actor.id, resolvedAt: ctx.now, resolution: input.resolution },
      select: { id: true },
    });
    await evidenceChanged(tx, ctx, claim, { reopenBecause: null, accepted: true });
    await recordEvidence(
      tx,
      ctx,
      claim,
      evidence.id,
      'evidence.resolved',
      { resolution: evidence.resolution },
      { resolution: input.resolution },
    );
  });
}

async function onEvidence(
  ctx: Context,
  evidenceId: string,
  change: (tx: Transaction, claim: ClaimRecord, evidence: EvidenceRecord) => Promise<void>,
): Promise<{ storyId: string }> {
  if (!mayDo(ctx.actor.role, 'judge-evidence'))
    throw new Refusal('not-allowed', whyNotDo('judge-evidence'));
  return inTransaction(async (tx) => {
    const row = await tx.evidence.findUnique({
      where: { id: evidenceId },
      select: { claimId: true },
    });
    if (row === null) throw new Refusal('not-found', 'This evidence is not on the claim any more.');
    const claim = await claimToAddTo(tx, row.claimId);
    refuseDropped(claim);
    const isWriter = whyNotTheWriter(claim, ctx.actor.id);
    if (isWriter !== null) throw new Refusal('not-allowed', isWriter);
    const evidence = claim.evidence.find((each) => each.id === evidenceId);
    if (evidence === undefined || evidence.removedAt !== null)
      throw rule('This evidence was removed from the claim.');
    // Whoever reads its words struck out would save the strokes over them.
    if (!maySeeSource(ctx.actor, evidence.source))
      throw new Refusal(
        'not-allowed',
        'Its source is protected. Only whoever brought it and the editors change this evidence.',
      );
    await change(tx, claim, evidence);
    return { storyId: claim.storyId };
  });
}

function refuseDropped(claim: ClaimRecord): void {
  if (claim.state === 'DROPPED')
    throw rule('This claim is dropped. Restore it before you change its evidence.');
}

async function sourceOf(
  tx: Transaction,
  ctx: Context,
  input: AttachEvidence,
  claim: ClaimRecord,
): Promise<string> {
  if (input.source !== undefined)
    return (
      await createSource(tx, ctx, input.source, {
        language: claim.storyLanguage,
        chain: claim.storyId,
      })
    ).id;
  const source = await tx.source.findUnique({
    where: { id: input.sourceId ?? '' },
    select: { id: true },
  });
  if (source === null)
    throw new Refusal(
      'invalid',
      'This source is not in the library. Choose another, or describe it.',
      {
        fields: { sourceId: ['Choose a source of the library.'] },
      },
    );
  return source.id;
}

/** The origin with this label, made when it is new: the same label is the same origin. */
async function originId(
  tx: Transaction,
  ctx: Context,
  label: string | undefined,
): Promise<string | null> {
  if (label === undefined) return null;
  const key = label.toLowerCase().replace(/\s+/g, ' ').trim();
  const [origin] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO origin (id, label, key, created_at) VALUES (${newId()}::uuid, ${label}, ${key}, ${ctx.now})
    ON CONFLICT (key) DO UPDATE SET key = excluded.key
    RETURNING id`;
  return origin?.id ?? null;
}

const against = (stance: Stance): boolean => stance === 'REFUTES' || stance === 'REFUTES_PART';

const rule = (sentence: string): Refusal => new Refusal('rule', sentence, { reasons: [sentence] });

async function recordEvidence(
  tx: Transaction,
  ctx: Context,
  claim: ClaimRecord,
  evidenceId: string,
  verb: AuditVerb,
  before: object | null,
  after: object,
): Promise<void> {
  await record(tx, ctx, {
    chain: claim.storyId,
    verb,
    subject: { type: 'evidence', id: evidenceId },
    claimId: claim.id,
    before: asJson(before),
    after: asJson(after),
    versionSha: claim.contentSha256,
  });
}
