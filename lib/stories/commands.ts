import { asJson } from '@/lib/audit/as-json';
import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { mayDo, whyNotDo } from '@/lib/domain/editorial-permissions';
import { Refusal } from '@/lib/errors';
import {
  createStory,
  type ImportedStory,
  refuseImport,
  refuseUnknownPerson,
} from '@/lib/stories/create-story';
import type { EditStory, ImportStory } from '@/lib/stories/schemas';
import type { Prisma } from '@/prisma/generated/client';

/** Bring in a story with its first version; the text is kept to the character. */
export async function importStory(ctx: Context, input: ImportStory): Promise<ImportedStory> {
  refuseImport(ctx, input);
  return inTransaction((tx) => createStory(tx, ctx, input));
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
