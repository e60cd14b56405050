import { record } from '@/lib/audit/record';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/db/id';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import {
  mayDo,
  mayReadNote,
  mayWriteNote,
  noteVisibility,
  whyNotDo,
} from '@/lib/domain/editorial-permissions';
import { Refusal } from '@/lib/errors';
import type { ResolveNote, WriteNote } from '@/lib/notes/schemas';

/** Write a note on a claim, or a reply in a thread. Notes are never changed or deleted afterwards. */
export function writeNote(
  ctx: Context,
  input: WriteNote,
): Promise<{ id: string; claimId: string; storyId: string }> {
  return inTransaction(async (tx) => {
    const claim = await claimOfNote(tx, input.claimId);
    const thread = input.threadId === undefined ? null : await threadOf(tx, ctx, input.threadId);
    if (thread !== null && thread.claimId !== claim.id)
      throw new Refusal('invalid', 'This thread belongs to another claim.');
    const kind = input.kind ?? (thread === null ? 'CHECK_NOTE' : 'REPLY');
    if (!mayWriteNote(ctx.actor.role, kind))
      throw new Refusal(
        'not-allowed',
        'Your role cannot write this kind of note. Choose another kind, or ask an editor.',
      );
    if (thread !== null && (kind === 'QUERY_AUTHOR' || kind === 'QUERY_EDITOR'))
      throw new Refusal(
        'invalid',
        'Inside a thread, write a reply. Write a query as a note of its own.',
      );
    const visibility = noteVisibility(kind, input.visibility, thread?.visibility);
    if (kind === 'QUERY_AUTHOR' && visibility === 'LEGAL')
      throw new Refusal('invalid', 'The author could not read this query. Show it to the team.', {
        fields: { visibility: ['The author could not read this query.'] },
      });
    const id = newId();
    await tx.note.create({
      data: {
        id,
        claimId: claim.id,
        threadId: thread?.id ?? null,
        kind,
        body: input.body,
        visibility,
        authorId: ctx.actor.id,
        createdAt: ctx.now,
      },
      select: { id: true },
    });
    await record(tx, ctx, {
      chain: claim.storyId,
      verb: 'note.written',
      subject: { type: 'note', id },
      claimId: claim.id,
      before: null,
      // The record says that a legal note was written, and not what it says.
      after: {
        kind,
        visibility,
        threadId: thread?.id ?? null,
        ...(visibility === 'TEAM' && { body: input.body }),
      },
      versionSha: claim.versionSha,
    });
    return { id, claimId: claim.id, storyId: claim.storyId };
  });
}

/** Close a query: it is answered, or needs no answer any more. */
export function resolveNote(ctx: Context, input: ResolveNote): Promise<{ storyId: string }> {
  return inTransaction(async (tx) => {
    const note = await threadOf(tx, ctx, input.noteId);
    if (!mayDo(ctx.actor.role, 'resolve-note') && note.authorId !== ctx.actor.id)
      throw new Refusal('not-allowed', whyNotDo('resolve-note'));
    const { count } = await tx.note.updateMany({
      where: { id: note.id, resolvedAt: null },
      data: { resolvedAt: ctx.now, resolvedById: ctx.actor.id },
    });
    if (count === 0) throw new Refusal('rule', 'This query is closed already.');
    const claim = await claimOfNote(tx, note.claimId);
    await record(tx, ctx, {
      chain: claim.storyId,
      verb: 'note.resolved',
      subject: { type: 'note', id: note.id },
      claimId: claim.id,
      before: { resolved: false },
      after: { resolved: true },
      versionSha: claim.versionSha,
    });
    return { storyId: claim.storyId };
  });
}

async function claimOfNote(tx: Transaction, claimId: string) {
  const claim = await tx.claim.findUnique({
    where: { id: claimId },
    select: {
      id: true,
      storyId: true,
      story: { select: { currentVersion: { select: { sha256: true } } } },
    },
  });
  if (claim === null)
    throw new Refusal('not-found', 'This claim is not on the desk. Go back to the queue.');
  return {
    id: claim.id,
    storyId: claim.storyId,
    versionSha: claim.story.currentVersion?.sha256 ?? null,
  };
}

/** The note that opened the thread of `noteId`, or a refusal where the person may not read it. */
async function threadOf(tx: Transaction, ctx: Context, noteId: string) {
  const select = {
    id: true,
    claimId: true,
    threadId: true,
    visibility: true,
    authorId: true,
  } as const;
  const note = await tx.note.findUnique({ where: { id: noteId }, select });
  const opener =
    note !== null && note.threadId !== null
      ? await tx.note.findUnique({ where: { id: note.threadId }, select })
      : note;
  if (opener === null || !mayReadNote(ctx.actor, opener))
    throw new Refusal('not-found', 'This note is not on the claim.');
  return opener;
}
