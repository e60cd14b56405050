import type { Context } from '@/lib/context';
import { inTransaction } from '@/lib/db/transaction';
import { parseBlocks } from '@/lib/domain/blocks';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { locateQuote, rangeProblem, refuseQuote } from '@/lib/domain/text-anchor';
import { Refusal } from '@/lib/errors';
import { readClaimsCsv } from '@/lib/intake/csv-claims';
import { type MarkToWrite, type WrittenMarks, writeMarks } from '@/lib/intake/write-marks';

/**
 * Mark every claim of a list in the story's current version: all of them, or none.
 * @throws Refusal `invalid` that names the line whose words do not stand in the copy
 */
export async function bringInClaims(
  ctx: Context,
  input: { storyId: string; bytes: Uint8Array },
): Promise<WrittenMarks> {
  if (!mayDo(ctx.actor.role, 'mark-claim'))
    throw new Refusal('not-allowed', whyNotDo('mark-claim'));
  const rows = readClaimsCsv(input.bytes);
  return inTransaction(async (tx) => {
    const story = await tx.story.findUnique({
      where: { id: input.storyId },
      select: { currentVersion: { select: { id: true, text: true, sha256: true, blocks: true } } },
    });
    const version = story?.currentVersion;
    if (!version)
      throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
    const { text: copy } = version;
    const marks = rows.map((row): MarkToWrite => {
      const located = locateQuote(copy, row.quote, row.start ?? undefined);
      const problem = located.ok
        ? rangeProblem(copy, located.range)
        : refuseQuote(
            copy,
            parseBlocks(version.blocks),
            row.quote,
            located,
            row.start ?? undefined,
          );
      if (!located.ok || problem !== null) {
        const sentence = `Line ${row.line}: ${problem ?? ''}`;
        throw new Refusal('invalid', sentence, { fields: { file: [sentence] } });
      }
      return {
        ...row,
        ...located.range,
        notes: [],
        sources: row.source === null ? [] : [row.source],
      };
    });
    return writeMarks(tx, ctx, { storyId: input.storyId, version, copy, marks, changes: [] });
  });
}
