import type { AuditEntry } from '@/lib/audit/event';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';
import { type ChainedEvent, type ChainHead, GENESIS, hashEvent } from '@/lib/domain/audit-chain';
import { sha256 } from '@/lib/sha256';

/**
 * Append `entry` to its chain, in the transaction of the change it tells of: both are written, or neither.
 * Call it last in a command: it locks the chain's head until the commit, and only that chain's.
 */
export async function record(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
  const event = chained(ctx, entry, await holdHead(tx, entry.chain));
  const hash = hashEvent(event, sha256);
  await tx.$executeRaw`
    WITH appended AS (
      INSERT INTO audit_event (id, chain, seq, at, actor_id, actor_name, verb, subject_type, subject_id, claim_id,
                               before, after, version_sha256, prev_hash, hash)
      VALUES (${event.id}::uuid, ${event.chain}, ${event.seq}, ${event.at}::timestamptz, ${event.actorId}::uuid,
              ${event.actorName}, ${event.verb}, ${event.subjectType}, ${event.subjectId}::uuid, ${event.claimId}::uuid,
              ${JSON.stringify(event.before)}::jsonb, ${JSON.stringify(event.after)}::jsonb, ${event.versionSha},
              ${event.prevHash}, ${hash}))
    UPDATE audit_chain SET length = ${event.seq}, head = ${hash} WHERE chain = ${event.chain}`;
}

/**
 * Append several entries to one chain in their order, in two statements however many they are; nothing for an empty
 * list. Call it last in a command, as `record`.
 */
export async function recordAll(
  tx: Transaction,
  ctx: Context,
  entries: readonly AuditEntry[],
): Promise<void> {
  const chain = entries[0]?.chain;
  if (chain === undefined) return;
  if (entries.some((entry) => entry.chain !== chain))
    throw new Error('Entries of several chains cannot be recorded at once.');
  let head = await holdHead(tx, chain);
  const events = entries.map((entry) => {
    const event = chained(ctx, entry, head);
    const hash = hashEvent(event, sha256);
    head = { length: event.seq, head: hash };
    // As text, so that "nothing" arrives as JSON's null and not as SQL's, as in `record`.
    const { before, after } = event;
    return { ...event, before: JSON.stringify(before), after: JSON.stringify(after), hash };
  });
  await tx.$executeRaw`
    WITH appended AS (
      INSERT INTO audit_event (id, chain, seq, at, actor_id, actor_name, verb, subject_type, subject_id, claim_id,
                               before, after, version_sha256, prev_hash, hash)
      SELECT e.id, e.chain, e.seq, e.at, e."actorId", e."actorName", e.verb, e."subjectType", e."subjectId",
        e."claimId", e.before::jsonb, e.after::jsonb, e."versionSha", e."prevHash", e.hash
      FROM jsonb_to_recordset(${JSON.stringify(events)}::jsonb) AS e(id uuid, chain text, seq int, at timestamptz,
        "actorId" uuid, "actorName" text, verb text, "subjectType" text, "subjectId" uuid, "claimId" uuid,
        before text, after text, "versionSha" text, "prevHash" text, hash text))
    UPDATE audit_chain SET length = ${head.length}, head = ${head.head} WHERE chain = ${chain}`;
}

/** Where the chain ends, held until the commit. */
async function holdHead(tx: Transaction, chain: string): Promise<ChainHead> {
  const [head] = await tx.$queryRaw<ChainHead[]>`
    INSERT INTO audit_chain (chain, length, head) VALUES (${chain}, 0, ${GENESIS})
    ON CONFLICT (chain) DO UPDATE SET length = audit_chain.length
    RETURNING length, head`;
  if (head === undefined) throw new Error(`The audit chain ${chain} has no head.`);
  return head;
}

const chained = (ctx: Context, entry: AuditEntry, { length, head }: ChainHead): ChainedEvent => ({
  id: newId(),
  chain: entry.chain,
  seq: length + 1,
  at: ctx.now.toISOString(),
  actorId: ctx.actor.id,
  actorName: ctx.actor.name,
  verb: entry.verb,
  subjectType: entry.subject.type,
  subjectId: entry.subject.id,
  claimId: entry.claimId ?? null,
  before: entry.before,
  after: entry.after,
  versionSha: entry.versionSha,
  prevHash: head,
});
