import { requirePermission } from '@/lib/auth/permission';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  type ChainedEvent,
  type ChainFault,
  type ChainHead,
  chainVerifier,
  DESK_CHAIN,
} from '@/lib/domain/audit-chain';
import { sha256 } from '@/lib/sha256';

const CHAINS_AT_A_TIME = 200;
const EVENTS_AT_A_TIME = 2_000;
const LAST_SEQ = 2_147_483_647;

/**
 * The first thing wrong with a chain. `headless`: it has events but its head is gone; `vanished`: a story, or the
 * desk, has no chain at all. `seq` and `id` name the event; `id` null: it is not there.
 */
export type AuditFault = Omit<ChainFault, 'why'> & {
  chain: string;
  why: ChainFault['why'] | 'headless' | 'vanished';
};

export type AuditVerdict =
  | {
      ok: true;
      events: number;
      chains: number;
      /** One hash over every chain's name, length and head: write it down, and nothing before can change unseen. */
      head: string;
    }
  | { ok: false; events: number; chains: number; firstBad: AuditFault; badChains: number };

/**
 * Read the whole record, or one chain of it, and hash it again. Work goes on meanwhile: what is appended after a
 * chain's head was read is left for the next time. Memory stays flat; an event costs some 50 µs.
 */
export async function verifyAudit(
  ctx: Context,
  { chain }: { chain?: string } = {},
): Promise<AuditVerdict> {
  requirePermission(ctx, 'verify-audit');
  const faults = new Map<string, AuditFault>();
  const report = (fault: AuditFault) => {
    if (!faults.has(fault.chain)) faults.set(fault.chain, fault);
  };
  const heads: string[] = [];
  let events = 0;
  let after = '';
  for (let isLast = false; !isLast; ) {
    const batch = await headsAfter(after, chain);
    isLast = batch.length < CHAINS_AT_A_TIME;
    const upTo = isLast ? null : (batch.at(-1)?.chain ?? null);
    events += await verifyRange({ after, upTo, chain }, batch, report);
    heads.push(...batch.map((head) => `${head.chain} ${head.length} ${head.head}\n`));
    after = upTo ?? after;
  }
  for (const vanished of await chainsThatShouldBe(chain))
    report({ chain: vanished, seq: 1, id: null, why: 'vanished' });

  const [firstBad] = faults.values();
  if (firstBad !== undefined)
    return { ok: false, events, chains: heads.length, firstBad, badChains: faults.size };
  const head = sha256(heads.toSorted((a, b) => (a < b ? -1 : 1)).join(''));
  return { ok: true, events, chains: heads.length, head };
}

type Range = { after: string; upTo: string | null; chain: string | undefined };
type HeadRow = ChainHead & { chain: string; lastSeq: number; lastId: string | null };

/** Verify the chains named between two names, those without a head included; answers how many events they hold. */
async function verifyRange(
  range: Range,
  heads: readonly HeadRow[],
  report: (fault: AuditFault) => void,
): Promise<number> {
  const chains = new Map(
    heads.map((head) => [head.chain, { head, verifier: chainVerifier(sha256) }]),
  );
  const strays = new Map<string, StoredEvent>();
  let events = 0;
  for await (const event of eventsIn(range)) {
    const known = chains.get(event.chain);
    if (known === undefined) {
      if (!strays.has(event.chain)) strays.set(event.chain, event);
    } else if (event.seq <= known.head.length) {
      known.verifier.read(event);
      events += 1;
    }
  }
  for (const [chain, { head, verifier }] of chains) {
    const fault = verifier.finish(head);
    if (fault !== null) report({ chain, ...fault });
    // Head and last event were read in one statement, and are always written in one.
    else if (head.lastSeq > head.length)
      report({ chain, seq: head.lastSeq, id: head.lastId, why: 'inserted' });
  }
  for (const [chain, { seq, id }] of strays) {
    // A chain begun since the heads were read has one by now.
    const begun = await database().auditChain.findUnique({ where: { chain } });
    if (begun === null) report({ chain, seq, id, why: 'headless' });
  }
  return events;
}

const headsAfter = (after: string, chain: string | undefined): Promise<HeadRow[]> =>
  database().$queryRaw<HeadRow[]>`
    SELECT c.chain, c.length, c.head, coalesce(last.seq, 0) AS "lastSeq", last.id AS "lastId"
    FROM (SELECT chain, length, head FROM audit_chain
          WHERE chain > ${after} AND (${chain ?? null}::text IS NULL OR chain = ${chain ?? null})
          ORDER BY chain LIMIT ${CHAINS_AT_A_TIME}) c
    LEFT JOIN LATERAL (SELECT e.seq, e.id FROM audit_event e WHERE e.chain = c.chain
                       ORDER BY e.seq DESC LIMIT 1) last ON true
    ORDER BY c.chain`;

type StoredEvent = ChainedEvent & { hash: string };

/** The events of a range in order, a page at a time: memory does not grow with the record. */
async function* eventsIn({ after, upTo, chain }: Range): AsyncGenerator<StoredEvent> {
  let at: { chain: string; seq: number } | undefined =
    chain === undefined ? { chain: after, seq: LAST_SEQ } : { chain, seq: -LAST_SEQ };
  const last: string | null = chain ?? upTo;
  while (at !== undefined) {
    const page: (Omit<StoredEvent, 'at'> & { at: Date })[] = await database().$queryRaw`
      SELECT id, chain, seq, at, actor_id AS "actorId", actor_name AS "actorName", verb,
             subject_type AS "subjectType", subject_id AS "subjectId", claim_id AS "claimId", before, after,
             version_sha256 AS "versionSha", prev_hash AS "prevHash", hash
      FROM audit_event
      WHERE (chain, seq) > (${at.chain}, ${at.seq}::int) AND (${last}::text IS NULL OR chain <= ${last})
      ORDER BY chain, seq LIMIT ${EVENTS_AT_A_TIME}`;
    for (const { at: time, ...event } of page) yield { ...event, at: time.toISOString() };
    at = page.length < EVENTS_AT_A_TIME ? undefined : page.at(-1);
  }
}

/** Every story was recorded when it was brought in, and every person when they were added: a lost chain shows here. */
async function chainsThatShouldBe(chain: string | undefined): Promise<string[]> {
  const rows = await database().$queryRaw<{ chain: string }[]>`
    SELECT owner.chain FROM (
      SELECT ${DESK_CHAIN} AS chain WHERE EXISTS (SELECT FROM "user")
      UNION ALL SELECT id::text FROM story) owner
    WHERE (${chain ?? null}::text IS NULL OR owner.chain = ${chain ?? null})
      AND NOT EXISTS (SELECT FROM audit_chain c WHERE c.chain = owner.chain)
      AND NOT EXISTS (SELECT FROM audit_event e WHERE e.chain = owner.chain)
    ORDER BY owner.chain LIMIT 1000`;
  return rows.map((row) => row.chain);
}

/** Where the desk's own chain ends; null before its first event. */
export const deskHead = (_ctx: Context): Promise<ChainHead | null> =>
  database().auditChain.findUnique({
    where: { chain: DESK_CHAIN },
    select: { length: true, head: true },
  });
