import { recordAll } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { type Block, findBlocks } from '@/lib/domain/blocks';
import { copyProblem } from '@/lib/domain/copy-rules';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { keptBlocks } from '@/lib/domain/kept-blocks';
import type { VersionCounts } from '@/lib/domain/other-words';
import type { IntakeKind } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import { sha256 } from '@/lib/sha256';
import { type FoundAgain, findAgain, foundAll, textOf } from '@/lib/stories/find-again';
import { readVersionBase, type VersionBase } from '@/lib/stories/version-base';
import {
  type FoundClaim,
  foundClaims,
  versionCounts,
  versionEntries,
} from '@/lib/stories/version-outcome';
import {
  voidClearances,
  writeAnchors,
  writeOtherWords,
  writeSetAsides,
  writeSuggestions,
} from '@/lib/stories/version-writes';

export type NewVersion = {
  storyId: string;
  /** The whole text, kept to the character. */
  copy: string;
  /** As a person confirmed them; left out: found in the copy, and kept where the words are those of the text before. */
  blocks?: readonly Block[] | undefined;
  reason?: string | undefined;
  /** What the desk calls the story from now on; left out: as before. */
  headline?: string | undefined;
  /** What the text came in as, byte for byte. */
  file?: VersionFileInput | undefined;
  /** SHA-256 of the text it was written over; a version made on another text is refused. */
  contentSha256?: string | undefined;
  /** Accepted suggestions that are written into it. */
  resultOf?: readonly string[] | undefined;
  /** What else is written with it, in the same transaction and before its record. */
  alongside?:
    | ((tx: Transaction, version: { id: string; number: number; sha256: string }) => Promise<void>)
    | undefined;
};

export type VersionFileInput = {
  kind: IntakeKind;
  name: string | null;
  url: string | null;
  bytes: Uint8Array<ArrayBuffer>;
  sha256: string;
};

export type AddedVersion = {
  id: string;
  number: number;
  sha256: string;
  /** Every claim of the story, dropped ones included, in the order of their numbers. */
  claims: FoundClaim[];
  counts: VersionCounts;
  /** Clearances that fell with it. */
  clearancesVoided: number;
};

/** Claims that are marked or moved while a text is compared make it be compared again, this often at most. */
const ATTEMPTS = 5;

/**
 * Bring in a further text of a story: immutable, numbered and hashed. Every claim is found again in it; those whose
 * words are others now, or nowhere, are reopened (I9), and clearances fall when a signed-off claim was among them.
 * The comparison runs before anything is held; what happened to the claims meanwhile is looked at again under the lock.
 *
 * @throws Refusal 'invalid' when the copy cannot be kept, or is the current text; 'conflict' when another version
 *   came in first: nothing is overwritten, and two new versions never fork.
 */
export async function addVersion(ctx: Context, input: NewVersion): Promise<AddedVersion> {
  if (!mayDo(ctx.actor.role, 'add-version'))
    throw new Refusal('not-allowed', whyNotDo('add-version'));
  const problem = copyProblem(input.copy);
  if (problem !== null) throw new Refusal('invalid', problem, { fields: { copy: [problem] } });
  const hash = sha256(input.copy);
  let base = await baseOrRefuse(database(), input.storyId);
  const over = base.current;
  await refuseOtherBase(database(), base, input.contentSha256 ?? over.sha256);
  if (over.sha256 === hash) throw sameText(over.number);
  const blocks =
    input.blocks ?? keptBlocks(findBlocks(input.copy), input.copy, await textOf(over.id));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const found = await findAgain(base, { copy: input.copy, blocks });
    const added = await inTransaction(async (tx) => {
      const now = await holdStory(tx, input.storyId);
      await refuseOtherBase(tx, now, over.sha256);
      base = now;
      return foundAll(now, found) ? write(tx, ctx, now, found, { ...input, blocks, hash }) : null;
    });
    if (added !== null) return added;
  }
  throw new Refusal(
    'conflict',
    'Claims of this story are being marked faster than the new text can be compared. Send it again in a moment; your words are kept.',
  );
}

type Write = NewVersion & { blocks: readonly Block[]; hash: string };

async function write(
  tx: Transaction,
  ctx: Context,
  base: VersionBase,
  found: FoundAgain,
  input: Write,
): Promise<AddedVersion> {
  const version = { id: newId(), number: base.current.number + 1, sha256: input.hash };
  await tx.version.create({
    data: {
      ...version,
      storyId: base.story.id,
      text: input.copy,
      blocks: input.blocks.map(({ kind, start, end, excluded }) => ({
        kind,
        start,
        end,
        excluded,
      })),
      reason: input.reason ?? null,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
      ...(input.file !== undefined && { file: { create: input.file } }),
    },
    select: { id: true },
  });
  const renamed = input.headline === base.story.headline ? null : (input.headline ?? null);
  await tx.story.update({
    where: { id: base.story.id },
    data: {
      currentVersionId: version.id,
      updatedAt: ctx.now,
      ...(renamed !== null && { headline: renamed, version: base.story.version + 1 }),
    },
    select: { id: true },
  });

  const claims = foundClaims(base, found);
  await writeAnchors(tx, ctx, version, claims);
  await writeOtherWords(tx, ctx, claims);
  await writeSetAsides(tx, base, found, input.copy, version);
  await writeSuggestions(tx, ctx, base, found, version, input.resultOf ?? []);
  const clearances = await voidClearances(tx, ctx, base.story.id, version, claims);

  await input.alongside?.(tx, version);

  const counts = versionCounts(claims);
  await recordAll(
    tx,
    ctx,
    versionEntries({
      storyId: base.story.id,
      version,
      claims,
      counts,
      clearances,
      before: {
        number: base.current.number,
        sha256: base.current.sha256,
        ...(renamed !== null && { headline: base.story.headline }),
      },
      after: {
        number: version.number,
        sha256: version.sha256,
        characters: input.copy.length,
        reason: input.reason ?? null,
        suggestions: input.resultOf?.length ?? 0,
        ...(renamed !== null && { headline: renamed }),
      },
    }),
  );
  return { ...version, claims, counts, clearancesVoided: clearances.length };
}

/**
 * The story as it is, held until the commit with all its claims: first the claims, as every move of a claim holds them
 * before it looks at the story.
 */
async function holdStory(tx: Transaction, storyId: string): Promise<VersionBase> {
  await tx.$queryRaw`
    SELECT 1 FROM claim WHERE story_id = ${storyId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM story WHERE id = ${storyId}::uuid FOR UPDATE`;
  return baseOrRefuse(tx, storyId);
}

async function baseOrRefuse(tx: Transaction, storyId: string): Promise<VersionBase> {
  const base = await readVersionBase(tx, storyId);
  if (base === null)
    throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
  return base;
}

/** Whoever wrote over an older text is told whose text came in first. */
async function refuseOtherBase(tx: Transaction, base: VersionBase, sha: string): Promise<void> {
  if (base.current.sha256 === sha) return;
  const version = await tx.version.findUnique({
    where: { id: base.current.id },
    select: { createdBy: { select: { name: true } } },
  });
  throw new Refusal(
    'conflict',
    `${version?.createdBy.name ?? 'Somebody'} brought in version ${base.current.number} while you were writing. Compare it with your text, then send yours again; your words are kept.`,
  );
}

function sameText(number: number): Refusal {
  const sentence = `This is the text of version ${number}, to the character. Change it first, or leave it as it is.`;
  return new Refusal('invalid', sentence, { fields: { copy: [sentence] } });
}
