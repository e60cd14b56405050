import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import type { Transaction } from '@/lib/db/transaction';
import { Refusal } from '@/lib/errors';
import type { AddSource } from '@/lib/sources/schemas';

/**
 * Write a new source and its audit row in the caller's transaction: alone from the library, or together with the
 * evidence that brings it; then its row joins that story's chain, so that one story never waits for another.
 * `language` is assumed where the person gave none; null: unknown.
 */
export async function createSource(
  tx: Transaction,
  ctx: Context,
  input: AddSource,
  { language, chain }: { language: string | null; chain: string },
): Promise<{ id: string }> {
  if (input.derivedFromId !== undefined) {
    const parent = await tx.source.findUnique({
      where: { id: input.derivedFromId },
      select: { id: true },
    });
    if (parent === null)
      throw new Refusal('invalid', 'The source it derives from is not in the library.', {
        fields: { derivedFromId: ['Choose a source of the library.'] },
      });
  }
  if (input.ownStoryId !== undefined) await refuseUnknownStory(tx, input.ownStoryId);
  const source = {
    title: input.title,
    kind: input.kind ?? ('OTHER' as const),
    creator: input.creator ?? null,
    publisher: input.publisher ?? null,
    url: input.url ?? null,
    publishedAt: input.publishedAt ?? null,
    retrievedAt: input.retrievedAt ?? ctx.now,
    language: input.language ?? language,
    confidentiality: input.confidentiality ?? ('OPEN' as const),
    derivedFromId: input.derivedFromId ?? null,
    derivation:
      input.derivedFromId === undefined ? null : (input.derivation ?? ('QUOTES' as const)),
    ownStoryId: input.ownStoryId ?? null,
  };
  const id = newId();
  await tx.source.create({
    data: { id, ...source, addedById: ctx.actor.id, createdAt: ctx.now },
    select: { id: true },
  });
  await record(tx, ctx, {
    chain,
    verb: 'source.added',
    subject: { type: 'source', id },
    before: null,
    // A protected source's identity stays out of the record as well.
    after:
      source.confidentiality === 'PROTECTED'
        ? { kind: source.kind, confidentiality: source.confidentiality }
        : {
            ...source,
            publishedAt: source.publishedAt?.toISOString() ?? null,
            retrievedAt: source.retrievedAt.toISOString(),
          },
    versionSha: null,
  });
  return { id };
}

export async function refuseUnknownStory(tx: Transaction, storyId: string): Promise<void> {
  if ((await tx.story.findUnique({ where: { id: storyId }, select: { id: true } })) === null)
    throw new Refusal('invalid', 'This story is not on the desk. Choose one of the list.', {
      fields: { ownStoryId: ['Choose a story of the desk.'] },
    });
}
