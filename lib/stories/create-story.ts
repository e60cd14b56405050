import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';
import type { Json } from '@/lib/domain/audit-chain';
import { type Block, findBlocks } from '@/lib/domain/blocks';
import { copyProblem } from '@/lib/domain/copy-rules';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { slugOf } from '@/lib/domain/story-slug';
import { Refusal } from '@/lib/errors';
import { sha256 } from '@/lib/sha256';
import type { VersionFileInput } from '@/lib/stories/add-version';
import type { ImportStory } from '@/lib/stories/schemas';

export type ImportedStory = {
  id: string;
  slug: string;
  version: { id: string; number: number; sha256: string };
};

/** What is known of copy that a person confirmed in a preview. */
export type ConfirmedCopy = {
  /** As the person left them; absent: found in the copy. */
  blocks?: readonly Block[];
  /** What the copy came in as, byte for byte. */
  file?: VersionFileInput;
  /** What was confirmed beside it, for the record. */
  facts?: { [field: string]: Json };
};

/** Refuses who may not bring in a story, and what cannot be one. */
export function refuseImport(ctx: Context, input: ImportStory): void {
  if (!mayDo(ctx.actor.role, 'import-story'))
    throw new Refusal('not-allowed', whyNotDo('import-story'));
  const problem = copyProblem(input.copy);
  if (problem !== null) throw new Refusal('invalid', problem, { fields: { copy: [problem] } });
  if (input.scope === 'PARTIAL' && input.scopeNote === undefined)
    throw invalid('scopeNote', 'Say which part is to be checked.');
}

/** Write a story with its first version and their record, in the caller's transaction. */
export async function createStory(
  tx: Transaction,
  ctx: Context,
  input: ImportStory,
  { blocks, file, facts }: ConfirmedCopy = {},
): Promise<ImportedStory> {
  // A reporter brings in their own text; others say whose it is.
  const authorId = input.authorId ?? (ctx.actor.role === 'REPORTER' ? ctx.actor.id : null);
  if (authorId !== null) await refuseUnknownPerson(tx, 'authorId', authorId);
  if (input.leadCheckerId !== undefined)
    await refuseUnknownPerson(tx, 'leadCheckerId', input.leadCheckerId);

  const storyId = newId();
  const version = { id: newId(), number: 1, sha256: sha256(input.copy) };
  const slug = await freeSlug(tx, input.slug, input.headline, storyId);
  await tx.story.create({
    data: {
      id: storyId,
      slug,
      headline: input.headline,
      language: input.language ?? 'en',
      dueAt: input.dueAt ?? null,
      risk: input.risk ?? 'NORMAL',
      scope: input.scope ?? 'FULL',
      scopeNote: input.scopeNote ?? null,
      authorId,
      byline: input.byline ?? null,
      leadCheckerId: input.leadCheckerId ?? null,
      createdById: ctx.actor.id,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    },
    select: { id: true },
  });
  await tx.version.create({
    data: {
      ...version,
      storyId,
      text: input.copy,
      blocks: (blocks ?? findBlocks(input.copy)).map(({ kind, start, end, excluded }) => ({
        kind,
        start,
        end,
        excluded,
      })),
      reason: 'First version',
      createdById: ctx.actor.id,
      createdAt: ctx.now,
      ...(file !== undefined && { file: { create: file } }),
    },
    select: { id: true },
  });
  await tx.story.update({
    where: { id: storyId },
    data: { currentVersionId: version.id },
    select: { id: true },
  });
  await record(tx, ctx, {
    chain: storyId,
    verb: 'story.imported',
    subject: { type: 'story', id: storyId },
    before: null,
    after: {
      slug,
      headline: input.headline,
      authorId,
      version: 1,
      sha256: version.sha256,
      characters: input.copy.length,
      ...facts,
    },
    versionSha: version.sha256,
  });
  return { id: storyId, slug, version };
}

/** The given slug, refused when taken; or one made from the headline that is free. */
async function freeSlug(
  tx: Transaction,
  given: string | undefined,
  headline: string,
  storyId: string,
): Promise<string> {
  const taken = async (slug: string) => {
    // Stories that come at the same moment look one after the other.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`story-slug ${slug}`}, 0))`;
    return (await tx.story.findUnique({ where: { slug }, select: { id: true } })) !== null;
  };
  if (given !== undefined) {
    if (await taken(given))
      throw invalid('slug', `Another story is filed as “${given}”. Choose another slug.`);
    return given;
  }
  const base = slugOf(headline) ?? 'story';
  // The tail of the story's own id is unique without counting the others.
  return (await taken(base)) ? `${base}-${storyId.slice(-8)}` : base;
}

export async function refuseUnknownPerson(
  tx: Transaction,
  field: string,
  id: string,
): Promise<void> {
  if ((await tx.user.findUnique({ where: { id }, select: { id: true } })) === null)
    throw invalid(field, 'This person has no account here. Choose somebody of the list.');
}

const invalid = (field: string, sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { [field]: [sentence] } });
