import { asJson } from '@/lib/audit/as-json';
import { record } from '@/lib/audit/record';
import { claimToAddTo, evidenceChanged } from '@/lib/claims/claim-writes';
import type { Context } from '@/lib/context';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { DESK_CHAIN } from '@/lib/domain/audit-chain';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { maySeeSource } from '@/lib/domain/sealed-source';
import { Refusal } from '@/lib/errors';
import { createSource, refuseUnknownStory } from '@/lib/sources/create-source';
import type { AddSource, EditSource } from '@/lib/sources/schemas';
import type { Prisma } from '@/prisma/generated/client';

/** Add a source to the library. */
export async function addSource(ctx: Context, input: AddSource): Promise<{ id: string }> {
  if (!mayDo(ctx.actor.role, 'add-source'))
    throw new Refusal('not-allowed', whyNotDo('add-source'));
  return inTransaction((tx) => createSource(tx, ctx, input, { language: null, chain: DESK_CHAIN }));
}

/** Fields on which the count of origins and the rules of findings rest. */
const PROOF_FIELDS = ['kind', 'language', 'derivedFromId', 'ownStoryId'] as const;

/** Change a source. Where proof rests on it otherwise than before, claims signed off on it reopen (I10). */
export async function editSource(ctx: Context, input: EditSource): Promise<void> {
  if (!mayDo(ctx.actor.role, 'edit-source'))
    throw new Refusal('not-allowed', whyNotDo('edit-source'));
  return inTransaction(async (tx) => {
    const source = await tx.source.findUnique({ where: { id: input.sourceId } });
    if (source === null)
      throw new Refusal('not-found', 'This source is not in the library. Go back to the sources.');
    // Whoever may not know it would write over it unseen, or open it to everybody (I15).
    if (!maySeeSource(ctx.actor, source))
      throw new Refusal(
        'not-allowed',
        'This source is protected. Only whoever brought it and the editors can change it.',
      );
    const { sourceId, version, ...fields } = input;
    const change = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Prisma.SourceUncheckedUpdateManyInput;
    if (fields.derivedFromId) await refuseLoop(tx, sourceId, fields.derivedFromId);
    if (fields.ownStoryId) await refuseUnknownStory(tx, fields.ownStoryId);
    if (fields.derivedFromId !== undefined || fields.derivation !== undefined) {
      const parentId =
        fields.derivedFromId === undefined ? source.derivedFromId : fields.derivedFromId;
      // How it derives is said of what derives, and of nothing else.
      change.derivation =
        parentId === null ? null : (fields.derivation ?? source.derivation ?? 'QUOTES');
    }

    const { count } = await tx.source.updateMany({
      where: { id: sourceId, version },
      data: { ...change, version: version + 1 },
    });
    if (count === 0)
      throw new Refusal(
        'conflict',
        'Somebody changed this source after you opened it. Look at what is there now, then save again; your words are kept.',
      );
    const was = Object.fromEntries(
      Object.keys(change).map((field) => [field, source[field as keyof typeof source]]),
    );
    if (
      PROOF_FIELDS.some((field) => fields[field] !== undefined && fields[field] !== source[field])
    )
      await recountClaimsOn(tx, ctx, sourceId);
    const isSealed =
      source.confidentiality === 'PROTECTED' || change.confidentiality === 'PROTECTED';
    await record(tx, ctx, {
      chain: DESK_CHAIN,
      verb: 'source.edited',
      subject: { type: 'source', id: sourceId },
      before: isSealed ? { fields: Object.keys(change) } : asJson(was),
      after: isSealed ? { fields: Object.keys(change) } : asJson(change),
      versionSha: null,
    });
  });
}

/** Circular reporting would count as nobody's: a source cannot derive from what derives from it. */
async function refuseLoop(tx: Transaction, sourceId: string, parentId: string): Promise<void> {
  const parent = await tx.source.findUnique({ where: { id: parentId }, select: { id: true } });
  if (parent === null) throw invalidParent('Choose a source of the library.');
  const [loop] = await tx.$queryRaw<{ found: boolean }[]>`
    WITH RECURSIVE line AS (
      SELECT id, derived_from_id FROM source WHERE id = ${parentId}::uuid
      UNION
      SELECT p.id, p.derived_from_id FROM line JOIN source p ON p.id = line.derived_from_id
    )
    SELECT true AS found FROM line WHERE id = ${sourceId}::uuid LIMIT 1`;
  if (loop !== undefined)
    throw invalidParent(
      'That source already derives from this one. They cannot derive from each other.',
    );
}

/** Claims with evidence from the source, or from what derives from it, at any distance. */
async function recountClaimsOn(tx: Transaction, ctx: Context, sourceId: string): Promise<void> {
  const claims = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE line AS (
      SELECT id FROM source WHERE id = ${sourceId}::uuid
      UNION
      SELECT d.id FROM line JOIN source d ON d.derived_from_id = line.id
    )
    SELECT DISTINCT e.claim_id AS id FROM evidence e JOIN line ON line.id = e.source_id
    WHERE e.removed_at IS NULL ORDER BY 1`;
  for (const { id } of claims) {
    const claim = await claimToAddTo(tx, id);
    await evidenceChanged(tx, ctx, claim, {
      reopenBecause: 'A source it rests on was changed.',
      accepted: true,
    });
  }
}

const invalidParent = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { derivedFromId: [sentence] } });
