import type { ClaimRecord } from '@/lib/claims/claim-record';
import type { Context } from '@/lib/context';
import type { ChainedEvent } from '@/lib/domain/audit-chain';
import type { ClaimChange } from '@/lib/domain/claim-moves';
import { Prisma } from '@/prisma/generated/client';

/** When and on which text a finding or a sign-off was made. */
export type Stamps = {
  checkedAt?: Date;
  checkedSha256?: string;
  reviewedAt?: Date | null;
  /** A merged claim that is restored stands for itself again. */
  mergedIntoId?: null;
};

/** What a move writes into the claim; what is absent stays. */
export type MoveColumns = ClaimChange & Stamps;

/**
 * One statement that writes a move where the claim still is at its version, and its event where the chain still ends
 * as it did. It answers one row; none when the claim was changed meanwhile. When the claim is as it was and the chain
 * is not, the event has no place in the chain, and Postgres refuses the whole (`isChainOvertaken`).
 *
 * The claim is locked before the chain, as by every command: the other way round, two of them could wait for each other.
 */
export function moveStatement(
  ctx: Context,
  claim: Pick<ClaimRecord, 'id' | 'version'>,
  columns: MoveColumns,
  { event, hash }: { event: ChainedEvent; hash: string },
): Prisma.Sql {
  const changes = Prisma.join([
    ...Object.entries(columns).map(([name, value]) => COLUMNS[name as keyof MoveColumns](value)),
    Prisma.sql`version = version + 1`,
    Prisma.sql`updated_at = ${ctx.now}::timestamptz`,
  ]);
  return Prisma.sql`
    WITH moved AS (
      UPDATE claim SET ${changes} WHERE id = ${claim.id}::uuid AND version = ${claim.version} RETURNING id
    ), head AS (
      INSERT INTO audit_chain AS chain (chain, length, head)
      SELECT ${event.chain}, ${event.seq}, ${hash} FROM moved
      ON CONFLICT (chain) DO UPDATE SET length = ${event.seq}, head = ${hash} WHERE chain.head = ${event.prevHash}
      RETURNING length
    )
    INSERT INTO audit_event (id, chain, seq, at, actor_id, actor_name, verb, subject_type, subject_id, claim_id,
                             before, after, version_sha256, prev_hash, hash)
    SELECT ${event.id}::uuid, ${event.chain}, head.length, ${event.at}::timestamptz, ${event.actorId}::uuid,
           ${event.actorName}, ${event.verb}, ${event.subjectType}, moved.id, moved.id,
           ${JSON.stringify(event.before)}::jsonb, ${JSON.stringify(event.after)}::jsonb, ${event.versionSha},
           ${event.prevHash}, ${hash}
    FROM moved LEFT JOIN head ON true
    RETURNING id`;
}

/** How each column is written; those that a move leaves alone stay out, and their triggers do not run. */
const COLUMNS: Record<keyof MoveColumns, (value: unknown) => Prisma.Sql> = {
  state: (value) => Prisma.sql`state = ${value}::"ClaimState"`,
  finding: (value) => Prisma.sql`finding = ${value}::"Finding"`,
  said: (value) => Prisma.sql`said = ${value}::"SaidFinding"`,
  assigneeId: (value) => Prisma.sql`assignee_id = ${value}::uuid`,
  checkerId: (value) => Prisma.sql`checker_id = ${value}::uuid`,
  checkerIds: (value) => Prisma.sql`checker_ids = ${value}::uuid[]`,
  reviewerId: (value) => Prisma.sql`reviewer_id = ${value}::uuid`,
  droppedFrom: (value) => Prisma.sql`dropped_from = ${value}::"ClaimState"`,
  singlePerson: (value) => Prisma.sql`single_person = ${value}::boolean`,
  checkedAt: (value) => Prisma.sql`checked_at = ${value}::timestamptz`,
  checkedSha256: (value) => Prisma.sql`checked_sha256 = ${value}`,
  reviewedAt: (value) => Prisma.sql`reviewed_at = ${value}::timestamptz`,
  mergedIntoId: (value) => Prisma.sql`merged_into_id = ${value}::uuid`,
};
