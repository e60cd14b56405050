import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { readCoverage } from '@/lib/coverage/queries';
import type { SetAside, UndoSetAside } from '@/lib/coverage/schemas';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { type Block, blockIndexAt, parseBlocks } from '@/lib/domain/blocks';
import { isCharacterEdge } from '@/lib/domain/character-edges';
import { restToSetAside } from '@/lib/domain/coverage';
import { whyNotSetAside, whyNotUndo } from '@/lib/domain/set-aside-rules';
import { type TextRange, trimRange } from '@/lib/domain/text-anchor';
import { Refusal } from '@/lib/errors';

/**
 * Say of words of the current version that they hold nothing to check, and why: given ones, or what nobody has looked
 * at in a block. One entry in the record for all of them. Answers the ids, to undo.
 */
export async function setAside(ctx: Context, input: SetAside): Promise<{ ids: string[] }> {
  return inTransaction(async (tx) => {
    const { story, version } = await currentText(tx, input.storyId);
    const problem = whyNotSetAside(ctx.actor, story.authorId, input.reason);
    if (problem !== null) throw new Refusal('not-allowed', problem);
    if (input.contentSha256 !== version.sha256) throw textChanged();

    const ranges = await rangesOf(tx, input, { ...version, language: story.language });
    const rows = ranges.map(({ start, end }) => ({
      id: newId(),
      start,
      end,
      exact: version.text.slice(start, end),
    }));
    await stillCurrent(tx, ctx, input.storyId, version.id);
    await tx.setAside.createMany({
      data: rows.map((row) => ({
        ...row,
        storyId: input.storyId,
        versionId: version.id,
        reason: input.reason,
        byId: ctx.actor.id,
        at: ctx.now,
      })),
    });
    await record(tx, ctx, {
      chain: input.storyId,
      verb: 'coverage.set-aside',
      subject: { type: 'story', id: input.storyId },
      before: null,
      after: {
        reason: input.reason,
        places: rows.map(({ id, start, end }) => ({ id, start, end })),
      },
      versionSha: version.sha256,
    });
    return { ids: rows.map(({ id }) => id) };
  });
}

/** Take back what was set aside: all of these, or none. The rows stay, with who took them back. */
export async function undoSetAside(ctx: Context, input: UndoSetAside): Promise<{ undone: number }> {
  return inTransaction(async (tx) => {
    const { story, version } = await currentText(tx, input.storyId);
    const ids = [...new Set(input.ids)];
    const rows = await tx.setAside.findMany({
      where: { id: { in: ids }, storyId: input.storyId, versionId: version.id },
      select: { id: true, byId: true, start: true, end: true, reason: true, undoneAt: true },
      orderBy: { start: 'asc' },
    });
    if (rows.length === 0 || rows.length < ids.length)
      throw new Refusal(
        'not-found',
        'These words are not set aside in this story. Reload to see what is.',
      );
    for (const { byId } of rows) {
      const problem = whyNotUndo(ctx.actor, story.authorId, byId);
      if (problem !== null) throw new Refusal('not-allowed', problem);
    }
    const { count } = await tx.setAside.updateMany({
      where: { id: { in: ids }, undoneAt: null },
      data: { undoneAt: ctx.now, undoneById: ctx.actor.id },
    });
    if (count < ids.length)
      throw new Refusal(
        'conflict',
        'Some of these were taken back already. Reload to see what is set aside now.',
      );
    await touch(tx, ctx, input.storyId);
    await record(tx, ctx, {
      chain: input.storyId,
      verb: 'coverage.undone',
      subject: { type: 'story', id: input.storyId },
      before: {
        places: rows.map(({ id, start, end, reason }) => ({ id, start, end, reason })),
      },
      after: null,
      versionSha: version.sha256,
    });
    return { undone: count };
  });
}

async function currentText(tx: Transaction, storyId: string) {
  const story = await tx.story.findUnique({
    where: { id: storyId },
    select: {
      authorId: true,
      language: true,
      currentVersion: { select: { id: true, text: true, sha256: true, blocks: true } },
    },
  });
  if (!story?.currentVersion)
    throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
  return { story, version: story.currentVersion };
}

type Text = { id: string; text: string; blocks: unknown; language: string };

async function rangesOf(tx: Transaction, input: SetAside, version: Text): Promise<TextRange[]> {
  const blocks = parseBlocks(version.blocks);
  if ((input.ranges === undefined) === (input.restOfBlock === undefined))
    throw invalid('ranges', 'Give the words to set aside, or the block whose rest is set aside.');
  if (input.ranges !== undefined) {
    if (input.ranges.length === 0) throw invalid('ranges', 'Choose the words to set aside.');
    return disjoint(input.ranges.map((range) => placeIn(version.text, blocks, range)));
  }
  const block = input.restOfBlock ?? 0;
  if (blocks[block] === undefined)
    throw invalid('restOfBlock', 'The text has no such block. Blocks are counted from 0.');
  const { coverage } = await readCoverage(tx, version);
  const rest = restToSetAside(coverage, block);
  if (rest.length === 0) throw new Refusal('rule', 'Nothing is left to look at in this paragraph.');
  return rest;
}

function placeIn(text: string, blocks: readonly Block[], given: TextRange): TextRange {
  if (given.start >= given.end || given.end > text.length)
    throw invalid('ranges', `No words stand at ${given.start} to ${given.end} of this text.`);
  const range = trimRange(text, given);
  const words = text.slice(range.start, range.end);
  if (!/[\p{L}\p{N}]/u.test(words))
    throw invalid('ranges', 'There are no words in this stretch. Choose some.');
  if (!isCharacterEdge(text, range.start) || !isCharacterEdge(text, range.end))
    throw invalid('ranges', 'This stretch cuts a character in two. Choose whole words.');
  if (blocks[blockIndexAt(blocks, range.start)]?.excluded !== false)
    throw invalid(
      'ranges',
      `“${shortened(words)}” is page furniture, which is not counted anyway.`,
    );
  return range;
}

const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

function disjoint(ranges: readonly TextRange[]): TextRange[] {
  const result: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** A version that came in meanwhile has other offsets: nothing may be written for the one before. */
async function stillCurrent(tx: Transaction, ctx: Context, storyId: string, versionId: string) {
  const { count } = await tx.story.updateMany({
    where: { id: storyId, currentVersionId: versionId },
    data: { updatedAt: ctx.now },
  });
  if (count === 0) throw textChanged();
}

const touch = (tx: Transaction, ctx: Context, storyId: string) =>
  tx.story.update({ where: { id: storyId }, data: { updatedAt: ctx.now }, select: { id: true } });

const textChanged = (): Refusal =>
  new Refusal(
    'conflict',
    'A newer version of the text came in while you were reading. Reload, then set the words aside again.',
  );

const invalid = (field: string, sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { [field]: [sentence] } });
