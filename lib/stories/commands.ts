import { asJson } from '@/lib/audit/as-json';
import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { findBlocks } from '@/lib/domain/blocks';
import { copyProblem } from '@/lib/domain/copy-rules';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { slugOf } from '@/lib/domain/story-slug';
import { Refusal } from '@/lib/errors';
import { sha256 } from '@/lib/sha256';
import type { EditStory, ImportStory } from '@/lib/stories/schemas';
import type { Prisma } from '@/prisma/generated/client';

export type ImportedStory = {
  id: string;
  slug: string;
  version: { id: string; number: number; sha256: string };
};

/** Bring in a story with its first version; the text is kept to the character. */
export async function importStory(ctx: Context, input: ImportStory): Promise<ImportedStory> {
  if (!mayDo(ctx.actor.role, 'import-story'))
    throw new Refusal('not-allowed', whyNotDo('import-story'));
  const problem = copyProblem(input.copy);
  if (problem !== null) throw new Refusal('invalid', problem, { fields: { copy: [problem] } });
  if (input.scope === 'PARTIAL' && input.scopeNote === undefined)
    throw invalid('scopeNote', 'Say which part is to be checked.');

  return inTransaction(async (tx) => {
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
        blocks: findBlocks(input.copy),
        reason: 'First version',
        createdById: ctx.actor.id,
        createdAt: ctx.now,
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
      },
      versionSha: version.sha256,
    });
    return { id: storyId, slug, version };
  });
}

/** Change a story's details; its text changes only by a new version. */
export async function editStory(ctx: Context, input: EditStory): Promise<void> {
  if (!mayDo(ctx.actor.role, 'edit-story'))
    throw new Refusal('not-allowed', whyNotDo('edit-story'));
  return inTransaction(async (tx) => {
    const story = await tx.story.findUnique({
      where: { id: input.storyId },
      include: { currentVersion: { select: { sha256: true } } },
    });
    if (story === null)
      throw new Refusal('not-found', 'This story is not on the desk. Go back to the stories.');
    const { storyId, version, ...fields } = input;
    const change = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    ) as Prisma.StoryUncheckedUpdateManyInput;
    const scopeNote = fields.scopeNote === undefined ? story.scopeNote : fields.scopeNote;
    if ((fields.scope ?? story.scope) === 'PARTIAL' && scopeNote === null)
      throw invalid('scopeNote', 'Say which part is to be checked.');
    const takesAuthorOff = fields.authorId !== undefined && fields.authorId !== story.authorId;
    if (takesAuthorOff && story.authorId === ctx.actor.id)
      throw new Refusal(
        'not-allowed',
        'You are this story’s author, so you cannot say that somebody else wrote it. Ask an editor.',
      );
    if (fields.authorId) await refuseBusyAuthor(tx, storyId, fields.authorId);
    if (fields.leadCheckerId) await refuseUnknownPerson(tx, 'leadCheckerId', fields.leadCheckerId);

    const { count } = await tx.story.updateMany({
      where: { id: storyId, version },
      data: { ...change, version: version + 1, updatedAt: ctx.now },
    });
    if (count === 0)
      throw new Refusal(
        'conflict',
        'Somebody changed this story after you opened it. Look at what is there now, then save again; your words are kept.',
      );
    const was = Object.fromEntries(
      Object.keys(change).map((field) => [field, story[field as keyof typeof story]]),
    );
    await record(tx, ctx, {
      chain: storyId,
      verb: 'story.edited',
      subject: { type: 'story', id: storyId },
      before: asJson(was),
      after: asJson(change),
      versionSha: story.currentVersion?.sha256 ?? null,
    });
  });
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

async function refuseUnknownPerson(tx: Transaction, field: string, id: string): Promise<void> {
  if ((await tx.user.findUnique({ where: { id }, select: { id: true } })) === null)
    throw invalid(field, 'This person has no account here. Choose somebody of the list.');
}

/** I8: whoever checked claims of a story cannot become its author afterwards. */
async function refuseBusyAuthor(tx: Transaction, storyId: string, authorId: string): Promise<void> {
  await refuseUnknownPerson(tx, 'authorId', authorId);
  const claim = await tx.claim.findFirst({
    where: {
      storyId,
      singlePerson: false,
      OR: [{ assigneeId: authorId }, { reviewerId: authorId }, { checkerIds: { has: authorId } }],
    },
    select: { id: true },
  });
  if (claim !== null)
    throw invalid(
      'authorId',
      'This person has checked claims of the story and cannot be its author.',
    );
}

const invalid = (field: string, sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { [field]: [sentence] } });
