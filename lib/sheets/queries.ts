import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import type { EvidenceLine } from '@/lib/domain/sheet-columns';
import type { SheetRow } from '@/lib/domain/sheet-rows';
import type { SheetSource } from '@/lib/domain/sheet-sources';
import { type AuditLine, readSheet } from '@/lib/sheets/read-sheet';
import type { SheetFacts } from '@/lib/sheets/sheet-facts';
import { inSnapshot } from '@/lib/sheets/snapshot';

/** As much of a sheet as a page shows; a longer one is for a file. */
const PREVIEW_CLAIMS = 500;
const PREVIEW_EVENTS = 40;

export type SheetPreview = {
  facts: SheetFacts;
  rows: SheetRow[];
  evidence: EvidenceLine[];
  sources: SheetSource[];
  /** The latest entries of the record, oldest first. */
  audit: AuditLine[];
  /** Claims that the preview leaves out. */
  left: number;
};

/** The sheet as it would print now, for `ctx.actor`'s eyes; null: there is no such story. Nothing is recorded. */
export const getSheet = (ctx: Context, storyId: string): Promise<SheetPreview | null> =>
  inSnapshot(async (tx) => {
    const reading = await readSheet(tx, ctx, storyId);
    if (reading === null) return null;
    const { blocks: _blocks, versionId: _versionId, ...facts } = reading.facts;
    const rows = await firstOf(reading.rows(), PREVIEW_CLAIMS);
    const shown = new Set(rows.map(({ ref }) => ref));
    const evidence = await firstOf(reading.evidence(), PREVIEW_CLAIMS * 3);
    const audit: AuditLine[] = [];
    for await (const batch of reading.audit())
      audit.splice(0, audit.length, ...[...audit, ...batch].slice(-PREVIEW_EVENTS));
    return {
      facts,
      rows,
      evidence: evidence.filter(({ claimRef }) => shown.has(claimRef)),
      sources: [...reading.sources.values()],
      audit,
      left: facts.counts.marked + facts.counts.dropped - rows.length,
    };
  });

async function firstOf<Row>(batches: AsyncIterable<readonly Row[]>, most: number): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const batch of batches) {
    rows.push(...batch.slice(0, most - rows.length));
    if (rows.length === most) break;
  }
  return rows;
}

export type EarlierExport = {
  id: string;
  format: string;
  /** "claims", "evidence" or "sources" of a CSV; null: all of the sheet. */
  part: string | null;
  /** Null: being written, or broken off. */
  sha256: string | null;
  bytes: number | null;
  versionSha: string;
  by: string;
  at: Date;
};

/** The files of a story's sheet that left the desk, the newest first; the latest hundred. */
export async function listExports(_ctx: Context, storyId: string): Promise<EarlierExport[]> {
  const exports = await database().sheetExport.findMany({
    where: { storyId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      format: true,
      filter: true,
      sha256: true,
      bytes: true,
      versionSha: true,
      at: true,
      exportedBy: { select: { name: true } },
    },
  });
  return exports.map(({ filter, exportedBy, ...each }) => ({
    ...each,
    part: filter,
    by: exportedBy.name,
  }));
}

/** Whether a version of the story came as a Word file, so that an annotated draft can go back. */
export async function hasWordDraft(_ctx: Context, storyId: string): Promise<boolean> {
  const file = await database().versionFile.findFirst({
    where: { kind: 'DOCX', version: { storyId } },
    select: { versionId: true },
  });
  return file !== null;
}
