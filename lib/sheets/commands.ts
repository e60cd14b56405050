import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction } from '@/lib/db/transaction';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { Refusal } from '@/lib/errors';
import type { ExportSheet } from '@/lib/sheets/schemas';

export type StartedExport = {
  id: string;
  storyId: string;
  slug: string;
  versionNumber: number;
  format: string;
  /** Which table, for a CSV; null: all of the sheet. */
  part: string | null;
};

/**
 * Note that a file is about to leave the desk. Its hash is not known yet: `finishExport` adds it, and the entry in
 * the record. An export that never gets there (the process was killed) stays listed without a hash.
 */
export function startExport(
  ctx: Context,
  input: Pick<ExportSheet, 'storyId' | 'part'> & { format: ExportSheet['format'] | 'docx' },
): Promise<StartedExport> {
  if (!mayDo(ctx.actor.role, 'export-sheet'))
    throw new Refusal('not-allowed', whyNotDo('export-sheet'));
  return inTransaction(async (tx) => {
    const story = await tx.story.findUnique({
      where: { id: input.storyId },
      select: { slug: true, currentVersion: { select: { number: true, sha256: true } } },
    });
    if (story?.currentVersion == null)
      throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
    const started = {
      id: newId(),
      storyId: input.storyId,
      format: input.format,
      part: input.format === 'csv' ? (input.part ?? 'claims') : null,
    };
    await tx.sheetExport.create({
      data: {
        id: started.id,
        storyId: started.storyId,
        format: started.format,
        filter: started.part,
        versionSha: story.currentVersion.sha256,
        exportedById: ctx.actor.id,
        at: ctx.now,
      },
      select: { id: true },
    });
    return { ...started, slug: story.slug, versionNumber: story.currentVersion.number };
  });
}

export type WrittenFile = {
  /** Lower-case hex SHA-256 of all its bytes; null: it broke off. */
  sha256: string | null;
  /** How many bytes left the desk. */
  bytes: number;
  /** SHA-256 of the text it is about; null: it broke off before that was read. */
  versionSha: string | null;
};

/** The file has left, whole or broken off: keep its hash, and record it on the story's chain. */
export function finishExport(
  ctx: Context,
  started: StartedExport,
  file: WrittenFile,
): Promise<void> {
  return inTransaction(async (tx) => {
    const { versionSha } = await tx.sheetExport.update({
      where: { id: started.id },
      data: {
        sha256: file.sha256,
        bytes: file.bytes,
        ...(file.versionSha !== null && { versionSha: file.versionSha }),
      },
      select: { versionSha: true },
    });
    await record(tx, ctx, {
      chain: started.storyId,
      verb: 'sheet.exported',
      subject: { type: 'story', id: started.storyId },
      before: null,
      after: {
        exportId: started.id,
        format: started.format,
        part: started.part,
        sha256: file.sha256,
        bytes: file.bytes,
      },
      versionSha,
    });
  });
}
