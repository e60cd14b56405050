import { AUDIT_WORDS, isAuditVerb } from '@/lib/audit/verb-words';
import { type ClaimRecord, claimFacts, loadClaims } from '@/lib/claims/claim-record';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/db/transaction';
import { type Block, blockIndexAt, blockLabels } from '@/lib/domain/blocks';
import { openQueries } from '@/lib/domain/claim-moves';
import type { SheetClaim } from '@/lib/domain/sheet-claim';
import { type EvidenceLine, evidenceLine } from '@/lib/domain/sheet-columns';
import { type SheetRow, sheetRow } from '@/lib/domain/sheet-rows';
import { SHEET_SECTIONS, type SheetSection, statusesIn } from '@/lib/domain/sheet-sections';
import { type KnownSource, type SheetSource, sheetSource } from '@/lib/domain/sheet-sources';
import { claimRef, sourceRef } from '@/lib/format';
import { type ReadFacts, readFacts } from '@/lib/sheets/sheet-facts';
import { Prisma } from '@/prisma/generated/client';

/** Claims read at a time, with all that hangs on them: some megabytes at most. */
const CLAIM_BATCH = 500;
const AUDIT_BATCH = 2_000;

/** One line of the story's record, as the sheet extracts it: who did what when, and the chain that binds it. */
export type AuditLine = {
  seq: number;
  at: Date;
  by: string;
  what: string;
  claimRef: string | null;
  versionSha: string | null;
  hash: string;
};

/** A sheet being read. Parts are read in batches when they are asked for; nothing is kept but the sources. */
export type SheetReading = {
  facts: ReadFacts;
  /** In the order of their numbers. */
  sources: ReadonlyMap<string, SheetSource>;
  /** The claims of one section, or of all of them in order. */
  rows: (section?: SheetSection) => AsyncGenerator<SheetRow[]>;
  evidence: () => AsyncGenerator<EvidenceLine[]>;
  audit: () => AsyncGenerator<AuditLine[]>;
};

/**
 * The sheet of a story; null: there is no such story. `tx` is a transaction with one snapshot (repeatable read), so
 * that the front page counts exactly the rows that follow.
 */
export async function readSheet(
  tx: Transaction,
  ctx: Context,
  storyId: string,
): Promise<SheetReading | null> {
  const sources = new Map(
    (await readSources(tx, storyId)).map((source) => [source.id, sheetSource(source)]),
  );
  const facts = await readFacts(tx, ctx, storyId, sources);
  if (facts === null) return null;
  const total = facts.counts.marked + facts.counts.dropped;
  let all: Promise<ClaimRecord[]> | null = null;

  // A story of usual length is read once, and its sections are picked from that.
  async function* claims(section?: SheetSection): AsyncGenerator<ClaimRecord[]> {
    const statuses = section && statusesIn(section);
    if (total > CLAIM_BATCH) {
      yield* claimBatches(tx, storyId, statuses);
      return;
    }
    all ??= loadClaims(tx, Prisma.sql`c.story_id = ${storyId}::uuid`);
    const records = await all;
    const some = statuses ? records.filter(({ status }) => statuses.includes(status)) : records;
    if (some.length > 0) yield some;
  }

  async function* rowsOf(section: SheetSection): AsyncGenerator<SheetRow[]> {
    for await (const batch of claims(section)) {
      const complete = await sheetClaims(tx, batch, facts?.blocks ?? []);
      yield complete.map((claim) => sheetRow(claim, sources, ctx.actor));
    }
  }

  return {
    facts,
    sources,
    async *rows(section) {
      for (const each of section === undefined ? SHEET_SECTIONS : [section]) yield* rowsOf(each);
    },
    async *evidence() {
      for await (const batch of claims()) yield batch.flatMap((claim) => linesOf(claim, sources));
    },
    audit: () => auditBatches(tx, storyId),
  };
}

/** By ranges of claim numbers, so that the last batch costs what the first does. */
async function* claimBatches(
  tx: Transaction,
  storyId: string,
  statuses: readonly string[] | undefined,
): AsyncGenerator<ClaimRecord[]> {
  let after = 0;
  for (;;) {
    const numbers = await tx.$queryRaw<{ number: number }[]>`
      SELECT number FROM claim c
      WHERE c.story_id = ${storyId}::uuid AND c.number > ${after}
        ${statuses ? Prisma.sql`AND c.status = ANY (${[...statuses]}::"ClaimStatus"[])` : Prisma.empty}
      ORDER BY number LIMIT ${CLAIM_BATCH}`;
    const last = numbers.at(-1);
    if (last === undefined) return;
    yield await loadClaims(
      tx,
      Prisma.sql`c.story_id = ${storyId}::uuid AND c.number = ANY (${numbers.map(({ number }) => number)}::int[])`,
    );
    if (numbers.length < CLAIM_BATCH) return;
    after = last.number;
  }
}

/** The records with what the sheet tells beyond them. */
async function sheetClaims(
  tx: Transaction,
  records: readonly ClaimRecord[],
  blocks: readonly Block[],
): Promise<SheetClaim[]> {
  const ids = records.map(({ id }) => id);
  const former = await tx.$queryRaw<{ claimId: string; exact: string }[]>`
    SELECT DISTINCT ON (a.claim_id) a.claim_id AS "claimId", a.exact
    FROM anchor a JOIN version v ON v.id = a.version_id JOIN claim c ON c.id = a.claim_id
    WHERE a.claim_id = ANY (${ids}::uuid[]) AND a.exact <> c.exact
    ORDER BY a.claim_id, v.number DESC`;
  // A sign-off checks the words again, in the version that it names; else the checker's own text counts.
  const checks = await tx.$queryRaw<{ claimId: string; exact: string; stands: boolean }[]>`
    SELECT c.id AS "claimId", coalesce(r.exact, a.exact) AS exact,
      NOT EXISTS (
        SELECT FROM anchor later JOIN version lv ON lv.id = later.version_id
        WHERE later.claim_id = c.id AND lv.number > coalesce(rv.number, av.number)
          AND later.state NOT IN ('ATTACHED', 'MOVED')) AS stands
    FROM claim c
    LEFT JOIN LATERAL (
      SELECT v.number, v.id FROM version v WHERE v.story_id = c.story_id AND v.sha256 = c.checked_sha256
      ORDER BY v.number DESC LIMIT 1) av ON true
    LEFT JOIN anchor a ON a.claim_id = c.id AND a.version_id = av.id
    LEFT JOIN LATERAL (
      SELECT r.exact, r.version_id FROM review r WHERE r.claim_id = c.id AND r.at >= c.checked_at
      ORDER BY r.at DESC, r.id DESC LIMIT 1) r ON true
    LEFT JOIN version rv ON rv.id = r.version_id
    WHERE c.id = ANY (${ids}::uuid[]) AND coalesce(r.exact, a.exact) IS NOT NULL`;
  const put = records.filter(({ state }) => state === 'DROPPED' || state === 'REOPENED');
  const reasons =
    put.length === 0
      ? []
      : await tx.$queryRaw<{ claimId: string; reason: string | null }[]>`
          SELECT DISTINCT ON (claim_id) claim_id AS "claimId", after ->> 'reason' AS reason
          FROM audit_event
          WHERE claim_id = ANY (${put.map(({ id }) => id)}::uuid[])
            AND verb IN ('claim.dropped', 'claim.reopened')
          ORDER BY claim_id, seq DESC`;
  const lastChecks = new Map(checks.map(({ claimId, ...check }) => [claimId, check]));
  const formerWords = new Map(former.map(({ claimId, exact }) => [claimId, exact]));
  const reasonOf = new Map(reasons.map(({ claimId, reason }) => [claimId, reason]));
  const labels = blockLabels(blocks);
  return records.map((record) => {
    const facts = claimFacts(record);
    const place = record.anchor?.start ?? null;
    return {
      ...record,
      ref: claimRef(record.number),
      where: place === null ? '' : (labels[blockIndexAt(blocks, place)] ?? ''),
      formerWords: formerWords.get(record.id) ?? null,
      lastCheck: lastChecks.get(record.id) ?? null,
      stateReason: reasonOf.get(record.id) ?? null,
      standing: facts.evidence,
      openQueryIds: openQueries(facts).map(({ id }) => id),
    };
  });
}

const linesOf = (claim: ClaimRecord, sources: ReadonlyMap<string, SheetSource>): EvidenceLine[] =>
  claim.evidence.flatMap((evidence) => {
    const source = sources.get(evidence.source.id);
    return source ? [evidenceLine(claimRef(claim.number), evidence, source)] : [];
  });

/**
 * Every source that was ever tied to a claim of the story, numbered in the order of first use: removing evidence
 * later does not move the numbers of an earlier printed sheet.
 */
async function readSources(tx: Transaction, storyId: string): Promise<KnownSource[]> {
  const rows = await tx.$queryRaw<SourceRow[]>`
    WITH used AS (
      SELECT DISTINCT ON (e.source_id) e.source_id, e.created_at, e.id
      FROM evidence e JOIN claim c ON c.id = e.claim_id
      WHERE c.story_id = ${storyId}::uuid
      ORDER BY e.source_id, e.created_at, e.id
    ), numbered AS (
      SELECT source_id, row_number() OVER (ORDER BY created_at, id)::int AS number FROM used
    )
    SELECT so.id, n.number, so.kind::text, so.title, so.creator, so.publisher, so.url,
      so.published_at AS "publishedAt", so.retrieved_at AS "retrievedAt", so.language,
      so.confidentiality::text, so.added_by_id AS "addedById", u.name AS "addedByName",
      so.derivation::text, p.title AS "parentTitle", p.confidentiality::text AS "parentConfidentiality",
      pn.number AS "parentNumber", coalesce(so.own_story_id = ${storyId}::uuid, false) AS "isOwnText",
      ARRAY(SELECT DISTINCT c.number FROM evidence e JOIN claim c ON c.id = e.claim_id
            WHERE e.source_id = so.id AND e.removed_at IS NULL AND c.story_id = ${storyId}::uuid
            ORDER BY c.number) AS "usedIn"
    FROM numbered n
    JOIN source so ON so.id = n.source_id
    JOIN "user" u ON u.id = so.added_by_id
    LEFT JOIN source p ON p.id = so.derived_from_id
    LEFT JOIN numbered pn ON pn.source_id = p.id
    ORDER BY n.number`;
  return rows.map(({ number, parentTitle, parentConfidentiality, parentNumber, ...source }) => ({
    ...source,
    ref: sourceRef(number),
    derivedFrom:
      parentTitle === null || parentConfidentiality === null
        ? null
        : {
            ref: parentNumber === null ? null : sourceRef(parentNumber),
            title: parentTitle,
            confidentiality: parentConfidentiality,
          },
    usedIn: source.usedIn.map(claimRef),
  }));
}

type SourceRow = Omit<KnownSource, 'ref' | 'derivedFrom' | 'usedIn'> & {
  number: number;
  parentTitle: string | null;
  parentConfidentiality: KnownSource['confidentiality'] | null;
  parentNumber: number | null;
  usedIn: number[];
};

/** The story's record without what was written: notes and sources have their own rules. */
async function* auditBatches(tx: Transaction, storyId: string): AsyncGenerator<AuditLine[]> {
  let after = 0;
  for (;;) {
    const rows = await tx.$queryRaw<
      {
        seq: number;
        at: Date;
        by: string;
        verb: string;
        number: number | null;
        versionSha: string | null;
        hash: string;
      }[]
    >`
      SELECT e.seq, e.at, e.actor_name AS by, e.verb, c.number, e.version_sha256 AS "versionSha", e.hash
      FROM audit_event e LEFT JOIN claim c ON c.id = e.claim_id
      WHERE e.chain = ${storyId} AND e.seq > ${after}
      ORDER BY e.seq LIMIT ${AUDIT_BATCH}`;
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ verb, number, ...row }) => ({
      ...row,
      what: isAuditVerb(verb) ? AUDIT_WORDS[verb] : verb,
      claimRef: number === null ? null : claimRef(number),
    }));
    if (rows.length < AUDIT_BATCH) return;
    after = last.seq;
  }
}
