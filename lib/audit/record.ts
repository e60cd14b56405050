import type { AuditEntry } from '@/lib/audit/event';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';
import { type ChainedEvent, GENESIS, hashEvent } from '@/lib/domain/audit-chain';
import { sha256 } from '@/lib/sha256';

/** How long a chain is, and the hash of its last event. */
export type ChainHead = { length: number; head: string };

/**
 * Append `entry` to its chain, in the transaction of the change it tells of: both are written, or neither.
 * Call it last in a command: it locks the chain's head until the commit, and only that chain's.
 */
export async function record(tx: Transaction, ctx: Context, entry: AuditEntry): Promise<void> {
  const [head] = await tx.$queryRaw<ChainHead[]>`
    INSERT INTO audit_chain (chain, length, head) VALUES (${entry.chain}, 0, ${GENESIS})
    ON CONFLICT (chain) DO UPDATE SET length = audit_chain.length
    RETURNING length, head`;
  if (head === undefined) throw new Error(`The audit chain ${entry.chain} has no head.`);

  const { event, hash } = chained(ctx, entry, head);
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

/** The event that continues a chain whose head is this, and its hash. */
export function chained(
  ctx: Context,
  entry: AuditEntry,
  head: ChainHead,
): { event: ChainedEvent; hash: string } {
  const event: ChainedEvent = {
    id: newId(),
    chain: entry.chain,
    seq: head.length + 1,
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
    prevHash: head.head,
  };
  return { event, hash: hashEvent(event, sha256) };
}
