import { createHash } from 'node:crypto';
import type { Context } from '@/lib/context';
import { log } from '@/lib/log';
import { byteStream, inPieces, ReaderGone } from '@/lib/outlet/byte-stream';
import type { Download } from '@/lib/outlet/download';
import { finishExport, type StartedExport, startExport } from '@/lib/sheets/commands';
import { readSheet } from '@/lib/sheets/read-sheet';
import type { ExportSheet } from '@/lib/sheets/schemas';
import { MEDIA_TYPES, sheetChunks } from '@/lib/sheets/sheet-files';
import { inSnapshot } from '@/lib/sheets/snapshot';

/**
 * The verified-claims sheet as a file that streams. Refused (before the first byte) to whoever may not export, and
 * for a story that is not there. The export is listed from the start; once the reader has taken the last byte its
 * SHA-256 and size are kept and recorded, and only then does the stream end. A file that breaks off is recorded
 * without a hash.
 */
export async function exportSheet(ctx: Context, input: ExportSheet): Promise<Download> {
  const started = await startExport(ctx, input);
  const hash = createHash('sha256');
  const file = { bytes: 0, versionSha: null as string | null };
  const stream = byteStream(async (sink) => {
    try {
      await inSnapshot(async (tx) => {
        const reading = await readSheet(tx, ctx, input.storyId);
        if (reading === null) throw new Error(`Story ${input.storyId} has gone.`);
        file.versionSha = reading.facts.text.sha256;
        const chunks = sheetChunks[input.format](reading, {
          part: input.part ?? 'claims',
          bom: input.bom ?? true,
          zone: input.zone ?? 'UTC',
        });
        for await (const chunk of inPieces(chunks)) {
          hash.update(chunk);
          file.bytes += chunk.length;
          await sink.push(chunk);
        }
      });
      await sink.drained();
    } catch (error) {
      await finishExport(ctx, started, { ...file, sha256: null });
      if (!(error instanceof ReaderGone))
        log.error({ err: error, storyId: input.storyId }, 'An export of a sheet broke off.');
      throw error;
    }
    await finishExport(ctx, started, { ...file, sha256: hash.digest('hex') });
  });
  return { fileName: fileName(started), mediaType: MEDIA_TYPES[input.format], stream };
}

/** "kremlin-drones-v3-sheet.xlsx", "kremlin-drones-v3-claims.csv". */
const fileName = ({ slug, versionNumber, part, format }: StartedExport): string =>
  `${slug}-v${versionNumber}-${part ?? 'sheet'}.${format}`;
