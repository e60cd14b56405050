import { createHash } from 'node:crypto';
import type { Context } from '@/lib/context';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { Refusal } from '@/lib/errors';
import { byteStream } from '@/lib/outlet/byte-stream';
import { writeDocx } from '@/lib/outlet/docx';
import type { Download } from '@/lib/outlet/download';
import { finishExport, startExport } from '@/lib/sheets/commands';
import { readDraft } from '@/lib/sheets/read-draft';
import { inSnapshot } from '@/lib/sheets/snapshot';

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Large enough to look at, and small enough to hand over without a pause. */
const PIECE = 256 * 1024;

/**
 * The Word file that the story came as, with suggestions as tracked changes, and findings and open queries as
 * comments. Recorded like a sheet: listed from the start, with its SHA-256 once the reader has taken the last byte.
 * @throws Refusal `not-allowed`; `not-found` for a story that is not there; `rule` when it did not come as a Word
 *   file; `conflict` when the file's words are not the version's
 */
export async function exportAnnotatedDraft(
  ctx: Context,
  { storyId }: { storyId: string },
): Promise<Download> {
  if (!mayDo(ctx.actor.role, 'export-sheet'))
    throw new Refusal('not-allowed', whyNotDo('export-sheet'));
  const draft = await inSnapshot(async (tx) => {
    const reading = await readDraft(tx, ctx, storyId);
    if (reading !== null) return reading;
    const story = await tx.story.findUnique({ where: { id: storyId }, select: { id: true } });
    throw story === null
      ? new Refusal('not-found', 'This story is not on the desk. Go back to the stories.')
      : notWord();
  });
  const { original, version, suggestions, comments } = draft;
  const { bytes } = await writeDocx({ original, copy: version.text, suggestions, comments });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const started = await startExport(ctx, { storyId, format: 'docx' });
  let sent = 0;
  const stream = byteStream(async (sink) => {
    try {
      for (; sent < bytes.length; sent = Math.min(sent + PIECE, bytes.length))
        await sink.push(bytes.subarray(sent, sent + PIECE));
      await sink.drained();
    } catch (error) {
      await finishExport(ctx, started, { sha256: null, bytes: sent, versionSha: version.sha256 });
      throw error;
    }
    await finishExport(ctx, started, {
      sha256,
      bytes: bytes.length,
      versionSha: version.sha256,
    });
  });
  return {
    fileName: `${draft.slug}-v${version.number}-annotated.docx`,
    mediaType: DOCX_TYPE,
    stream,
  };
}

function notWord(): Refusal {
  const sentence =
    'This story did not come as a Word file, so there is no draft to write into. Export the sheet instead.';
  return new Refusal('rule', sentence, { reasons: [sentence] });
}
