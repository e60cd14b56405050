import type { Context } from '@/lib/context';
import { checkableVersion, keptVersion, type VersionText } from '@/lib/coverage/kept-copy';
import { database } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import { coverageOf, type SetAsideMark, type Share } from '@/lib/domain/coverage';
import type { TextRange } from '@/lib/domain/text-anchor';

/** Words somebody set aside, and who did. */
export type SetAsideRow = SetAsideMark & { exact: string; byId: string; byName: string; at: Date };

/** What stands set aside in a version, in the order in which it was. */
export const readSetAsides = (tx: Transaction, versionId: string): Promise<SetAsideRow[]> =>
  tx.$queryRaw<SetAsideRow[]>`
    SELECT s.id, s.start, s."end", s.exact, s.reason::text, s.by_id AS "byId", u.name AS "byName", s.at
    FROM set_aside s JOIN "user" u ON u.id = s.by_id
    WHERE s.version_id = ${versionId}::uuid AND s.undone_at IS NULL
    ORDER BY s.at, s.id`;

/** Where the claims that are not dropped stand in a version. */
export const readClaimRanges = (tx: Transaction, versionId: string): Promise<TextRange[]> =>
  tx.$queryRaw<TextRange[]>`
    SELECT a.start, a."end" FROM anchor a JOIN claim c ON c.id = a.claim_id
    WHERE a.version_id = ${versionId}::uuid AND a.start IS NOT NULL AND c.state <> 'DROPPED'`;

/** How much of a version is looked at, and what is set aside in it. */
export async function readCoverage(tx: Transaction, version: VersionText) {
  const claims = await readClaimRanges(tx, version.id);
  const setAsides = await readSetAsides(tx, version.id);
  return { coverage: coverageOf(checkableVersion(version), claims, setAsides), setAsides };
}

/** What stands set aside in a story's current version. */
export async function listSetAsides(_ctx: Context, versionId: string): Promise<SetAsideRow[]> {
  return readSetAsides(database(), versionId);
}

/** For a list of stories: how much of each current version is looked at, by the version's id. */
export async function listShares(
  _ctx: Context,
  versions: readonly { versionId: string; language: string }[],
): Promise<ReadonlyMap<string, Share>> {
  const ids = versions.map(({ versionId }) => versionId);
  const claims = grouped(
    await database().$queryRaw<(TextRange & { versionId: string })[]>`
      SELECT a.version_id AS "versionId", a.start, a."end" FROM anchor a JOIN claim c ON c.id = a.claim_id
      WHERE a.version_id = ANY(${ids}::uuid[]) AND a.start IS NOT NULL AND c.state <> 'DROPPED'`,
  );
  const setAsides = grouped(
    await database().$queryRaw<(SetAsideMark & { versionId: string })[]>`
      SELECT version_id AS "versionId", id, start, "end", reason::text FROM set_aside
      WHERE version_id = ANY(${ids}::uuid[]) AND undone_at IS NULL ORDER BY at, id`,
  );
  const shares = new Map<string, Share>();
  for (const { versionId: id, language } of versions) {
    const checkable = keptVersion({ id, language }) ?? (await readVersion(id, language));
    if (checkable === null) continue;
    shares.set(id, coverageOf(checkable, claims.get(id) ?? [], setAsides.get(id) ?? []));
  }
  return shares;
}

async function readVersion(id: string, language: string) {
  const version = await database().version.findUnique({
    where: { id },
    select: { text: true, blocks: true },
  });
  return version && checkableVersion({ id, language, ...version });
}

function grouped<Row extends { versionId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const own = groups.get(row.versionId);
    if (own) own.push(row);
    else groups.set(row.versionId, [row]);
  }
  return groups;
}
