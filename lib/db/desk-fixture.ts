import type { ClaimRecord } from '@/lib/claims/claim-record';
import { editClaim, markClaim } from '@/lib/claims/commands';
import { moveClaim } from '@/lib/claims/move-claim';
import type { EditClaim, MarkClaim, MoveClaim } from '@/lib/claims/schemas';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import type { ClaimState, Move } from '@/lib/domain/vocabulary';
import { Refusal } from '@/lib/errors';
import { attachEvidence } from '@/lib/evidence/commands';
import type { AttachEvidence } from '@/lib/evidence/schemas';
import { writeNote } from '@/lib/notes/commands';
import { importStory } from '@/lib/stories/commands';
import type { ImportStory } from '@/lib/stories/schemas';
import { openTestDesk, person } from '@/lib/users/test-people';

/** For tests against Postgres: a desk with its usual people, and short ways to a story, a claim, a state. */

/** One person of each role, a second checker and a second editor; `reporter` writes the stories. */
export type People = Awaited<ReturnType<typeof staffDesk>>;

export async function staffDesk() {
  return {
    editor: await person('EDITOR', 'Idris Vale'),
    otherEditor: await person('EDITOR', 'Wren Abara'),
    checker: await person('CHECKER', 'Maren Holt'),
    second: await person('CHECKER', 'Ana Ruiz'),
    reporter: await person('REPORTER', 'Tomasz Lenart'),
    lawyer: await person('LAWYER', 'Ruth Adeyemi'),
    viewer: await person('VIEWER', 'Sam Whitlock'),
    admin: await person('ADMIN', 'Nadia Brandt'),
  };
}

/** An empty database of the test file's own with its usual people. Call `close` in `afterAll`. */
export async function openStaffedDesk() {
  const desk = await openTestDesk();
  return { ...desk, people: await staffDesk() };
}

export const COPY =
  'Night raid on two cities\n\n' +
  'Ukraine’s air force said it had shot down 18 of the 24 drones that Russia launched overnight. ' +
  'It was the third raid in four days.\n\n' +
  'In Odesa 15 drones were counted, and 12 were shot down. Nobody was hurt 🙂 in the “residence”, the city said. ' +
  'Nobody was hurt elsewhere.\n';

export type TestStory = { id: string; sha256: string; copy: string; versionId: string };

/** A story as `ctx.actor` brings it in; a reporter is its author. */
export async function newStory(
  ctx: Context,
  details: Partial<ImportStory> = {},
): Promise<TestStory> {
  const copy = details.copy ?? COPY;
  const { id, version } = await importStory(ctx, { headline: 'Night raid', ...details, copy });
  return { id, sha256: version.sha256, copy, versionId: version.id };
}

export const WORDS = '18 of the 24 drones';

/** A marked claim; answers its id. */
export async function newClaim(
  ctx: Context,
  story: { id: string },
  mark: Partial<MarkClaim> = {},
): Promise<string> {
  return (await markClaim(ctx, { storyId: story.id, quote: WORDS, ...mark })).id;
}

/** The claim's row as it stands. */
export const claimRow = (claimId: string) =>
  database().claim.findUniqueOrThrow({ where: { id: claimId } });

export type MoveDetails = Omit<Partial<MoveClaim>, 'claimId' | 'move'>;

/** A move on the version that stands now, unless another is given. */
export async function makeMove(
  ctx: Context,
  claimId: string,
  move: Move,
  details: MoveDetails = {},
): Promise<ClaimRecord> {
  const version = details.version ?? (await claimRow(claimId)).version;
  return moveClaim(ctx, { claimId, move, ...details, version });
}

export async function change(
  ctx: Context,
  claimId: string,
  fields: Partial<EditClaim>,
): Promise<void> {
  const version = fields.version ?? (await claimRow(claimId)).version;
  await editClaim(ctx, { ...fields, claimId, version });
}

/** Evidence that can carry “Verified”, but for what is given otherwise; answers its id. */
export async function attach(
  ctx: Context,
  claimId: string,
  link: Partial<AttachEvidence> = {},
): Promise<string> {
  const { id } = await attachEvidence(ctx, {
    claimId,
    ...(link.sourceId === undefined && {
      source: { title: 'Morning report', kind: 'OFFICIAL_STATEMENT' as const },
    }),
    stance: 'SUPPORTS',
    proximity: 'PRIMARY',
    authoritative: true,
    excerpt: 'Of 24 drones 18 were destroyed.',
    locator: 'line 2',
    ...link,
  });
  return id;
}

/** Walk a fresh claim of `story` to `state`: `checker` checks it, `editor` reads it. Answers its id. */
export async function claimIn(
  state: ClaimState,
  story: { id: string },
  { checker, editor }: Pick<People, 'checker' | 'editor'>,
): Promise<string> {
  const claimId = await newClaim(checker, story);
  if (state === 'MARKED') return claimId;
  if (state === 'DROPPED') {
    await makeMove(editor, claimId, 'drop', { reason: 'The text was cut.' });
    return claimId;
  }
  await makeMove(checker, claimId, 'take');
  if (state === 'IN_CHECK') return claimId;
  if (state === 'WAITING') {
    await writeNote(checker, { claimId, kind: 'QUERY_AUTHOR', body: 'Whose count is that?' });
    await makeMove(checker, claimId, 'wait');
    return claimId;
  }
  await attach(checker, claimId);
  await makeMove(checker, claimId, 'find', { finding: 'VERIFIED' });
  await makeMove(checker, claimId, 'submit');
  if (state === 'READY') return claimId;
  await makeMove(editor, claimId, 'sign-off');
  if (state === 'SIGNED_OFF') return claimId;
  await makeMove(editor, claimId, 'reopen', { reason: 'A newer count came in.' });
  return claimId;
}

/** The refusal that `work` ends in; fails the test when it is done, or ends in a fault. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** Everything recorded of a claim, oldest first. */
export const historyOf = (claimId: string) =>
  database().auditEvent.findMany({ where: { claimId }, orderBy: { seq: 'asc' } });
