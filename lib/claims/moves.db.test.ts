import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { readClaims } from '@/lib/claims/claim-record';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  attach,
  change,
  claimRow,
  historyOf,
  type MoveDetails,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
  WORDS,
} from '@/lib/db/desk-fixture';
import {
  EXPECTED_STATE,
  expectedPersons,
  expectedRefusal,
  PERSONS,
  type Person,
} from '@/lib/domain/expected-moves';
import {
  CLAIM_STATES,
  type ClaimState,
  MOVES,
  type Move,
  ROLES,
  type Role,
} from '@/lib/domain/vocabulary';
import { writeNote } from '@/lib/notes/commands';
import { Prisma } from '@/prisma/generated/client';

/** The table of lib/domain/expected-moves.ts again, through the command and against Postgres. */

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter);
});
afterAll(() => desk.close());

/** The person in that role: what counts is who they are on this claim, and the role they come with. */
function as(person: Person, role: Role): Context {
  const who = {
    assignee: people.checker,
    checker: people.second,
    author: people.reporter,
    stranger: people.otherEditor,
  }[person];
  return { actor: { ...who.actor, role }, now: new Date() };
}

/** A claim that `second` checked and handed on to `checker`, in that state. */
async function handedOn(state: ClaimState): Promise<string> {
  const { checker, second, editor } = people;
  const claimId = await newClaim(editor, story);
  if (state === 'MARKED') return claimId;
  await makeMove(second, claimId, 'take');
  await attach(second, claimId);
  await makeMove(second, claimId, 'find', { finding: 'VERIFIED' });
  await change(editor, claimId, { assigneeId: checker.actor.id });
  if (state === 'IN_CHECK') return claimId;
  if (state === 'DROPPED') await makeMove(editor, claimId, 'drop', { reason: 'The text was cut.' });
  else if (state === 'WAITING') {
    await askAuthor(claimId);
    await makeMove(checker, claimId, 'wait');
  } else {
    await makeMove(checker, claimId, 'submit');
    if (state !== 'READY') await makeMove(editor, claimId, 'sign-off');
    if (state === 'REOPENED')
      await makeMove(editor, claimId, 'reopen', { reason: 'A newer count.' });
  }
  return claimId;
}

const askAuthor = (claimId: string) =>
  writeNote(people.checker, { claimId, kind: 'QUERY_AUTHOR', body: 'Whose count is that?' });

/** All that any move could ask for. */
const everything = (): MoveDetails => ({
  finding: 'VERIFIED',
  reason: 'The count was corrected.',
  assigneeId: people.otherEditor.actor.id,
  contentSha256: story.sha256,
});

const combinations = MOVES.flatMap((move) =>
  ROLES.flatMap((role) => CLAIM_STATES.map((state) => ({ move, role, state }))),
);
const allowed = combinations.flatMap(({ move, role, state }) =>
  expectedPersons(move, role, state).map((person) => ({ move, role, state, person })),
);

const VERBS: Record<Move, string> = {
  take: 'claim.taken',
  assign: 'claim.assigned',
  wait: 'claim.put-on-wait',
  resume: 'claim.resumed',
  find: 'claim.found',
  submit: 'claim.submitted',
  'sign-off': 'claim.signed-off',
  return: 'claim.returned',
  reopen: 'claim.reopened',
  drop: 'claim.dropped',
  restore: 'claim.restored',
};

describe('every move that the table allows, made', () => {
  it.each(allowed)('$move by the $person as $role where the claim is $state', async (row) => {
    const { move, role, state, person } = row;
    const claimId = await handedOn(state);
    if (move === 'wait') await askAuthor(claimId);
    if (move === 'resume') {
      const query = await database().note.findFirstOrThrow({ where: { claimId } });
      await writeNote(people.reporter, { claimId, threadId: query.id, body: 'The air force’s.' });
    }
    const before = await claimRow(claimId);
    const recorded = (await historyOf(claimId)).length;
    const ctx = as(person, role);
    const answered = await makeMove(ctx, claimId, move, everything());

    expect([answered]).toEqual(await readClaims(Prisma.sql`c.id = ${claimId}::uuid`));
    const after = await claimRow(claimId);
    const wanted = move === 'find' || move === 'restore' ? 'IN_CHECK' : EXPECTED_STATE[move];
    expect(after).toMatchObject({
      state: wanted,
      version: before.version + 1,
      updatedAt: ctx.now,
    });
    const events = (await historyOf(claimId)).slice(recorded);
    expect(events).toMatchObject([
      {
        verb: VERBS[move],
        actorId: ctx.actor.id,
        actorName: ctx.actor.name,
        at: ctx.now,
        chain: story.id,
        subjectId: claimId,
        versionSha: story.sha256,
        ...(wanted !== state && { before: { state }, after: { state: wanted } }),
      },
    ]);
  });
});

it('claims of one story are moved at the same moment, and its record does not fork', async () => {
  const own = await newStory(people.reporter);
  const ids = await Promise.all(Array.from({ length: 30 }, () => newClaim(people.editor, own)));
  await Promise.all(
    ids.flatMap((id) => [
      makeMove(people.checker, id, 'take', { version: 1 }).catch(() => null),
      makeMove(people.second, id, 'take', { version: 1 }).catch(() => null),
    ]),
  );
  const claims = await database().claim.findMany({ where: { storyId: own.id } });
  expect(claims.every(({ state, version }) => state === 'IN_CHECK' && version === 2)).toBe(true);
  const taken = await database().auditEvent.count({
    where: { chain: own.id, verb: 'claim.taken' },
  });
  expect(taken).toBe(30);
  expect(await verifyAudit(people.editor, { chain: own.id })).toMatchObject({ ok: true });
});

describe('every move that the table refuses, refused and without a trace', () => {
  const claims = new Map<ClaimState, string>();
  beforeAll(async () => {
    for (const state of CLAIM_STATES) claims.set(state, await handedOn(state));
  });

  it.each(MOVES.flatMap((move) => ROLES.map((role) => ({ move, role }))))(
    '$move by $role',
    async ({ move, role }) => {
      const ids = [...claims.values()];
      const rows = () =>
        database().claim.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
      const events = () => database().auditEvent.count();
      const [before, recorded] = [await rows(), await events()];
      for (const [state, claimId] of claims) {
        const expected = expectedPersons(move, role, state);
        // Where the role or the state is wrong, whoever comes first will do.
        const tried = expected.length === 0 ? PERSONS.slice(0, 1) : PERSONS;
        for (const person of tried.filter((each) => !expected.includes(each))) {
          const refusal = await refusalOf(makeMove(as(person, role), claimId, move, everything()));
          expect(`${person}, ${state}: ${refusal.code}`).toBe(
            `${person}, ${state}: ${expectedRefusal(move, role, state)}`,
          );
          expect(refusal.reasons.join(' ')).toBe(refusal.message);
        }
      }
      expect(await rows()).toEqual(before);
      expect(await events()).toBe(recorded);
    },
  );
});

describe('what a move leaves behind (I13)', () => {
  it('a finding says who, when, and on which text', async () => {
    const claimId = await newClaim(people.editor, story);
    await makeMove(people.checker, claimId, 'take');
    const ctx = { ...people.checker, now: new Date('2026-05-04T10:00:00Z') };
    await makeMove(ctx, claimId, 'find', { finding: 'UNVERIFIED' });
    expect(await claimRow(claimId)).toMatchObject({
      finding: 'UNVERIFIED',
      checkerId: ctx.actor.id,
      checkerIds: [ctx.actor.id],
      checkedAt: ctx.now,
      checkedSha256: story.sha256,
    });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      before: { finding: 'NONE', checkerId: null, checkerIds: [] },
      after: { finding: 'UNVERIFIED', checkerId: ctx.actor.id, checkerIds: [ctx.actor.id] },
      at: ctx.now,
      versionSha: story.sha256,
    });
  });

  it('a sign-off and a return each leave a review of the exact words, with the text’s hash', async () => {
    const claimId = await handedOn('READY');
    const { editor, otherEditor, checker } = people;
    await makeMove(editor, claimId, 'return', { reason: 'Name the hour.' });
    await makeMove(checker, claimId, 'submit');
    const ctx = { ...otherEditor, now: new Date('2026-05-04T11:00:00Z') };
    await makeMove(ctx, claimId, 'sign-off', { reason: 'Good.', contentSha256: story.sha256 });
    const reviews = await database().review.findMany({
      where: { claimId },
      orderBy: { at: 'desc' },
    });
    const same = {
      versionId: story.versionId,
      sha256: story.sha256,
      exact: WORDS,
      finding: 'VERIFIED',
      said: 'NONE',
      singlePerson: false,
    };
    expect(reviews).toHaveLength(2);
    expect(reviews).toContainEqual(
      expect.objectContaining({
        ...same,
        decision: 'RETURN',
        reviewerId: editor.actor.id,
        comment: 'Name the hour.',
      }),
    );
    expect(reviews).toContainEqual(
      expect.objectContaining({
        ...same,
        decision: 'APPROVE',
        reviewerId: otherEditor.actor.id,
        at: ctx.now,
        comment: 'Good.',
      }),
    );
    expect(await claimRow(claimId)).toMatchObject({
      reviewerId: otherEditor.actor.id,
      reviewedAt: ctx.now,
    });
  });

  it('a reopened claim is nobody’s, and its sign-off is gone; its finding stays to be read', async () => {
    const claimId = await handedOn('REOPENED');
    expect(await claimRow(claimId)).toMatchObject({
      finding: 'VERIFIED',
      assigneeId: null,
      checkerIds: [],
      reviewerId: null,
      reviewedAt: null,
      status: 'REOPENED',
    });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'claim.reopened',
      after: { state: 'REOPENED', reason: 'A newer count.' },
    });
  });

  it('the record of it all is whole', async () => {
    const verdict = await verifyAudit(people.admin);
    expect(verdict).toMatchObject({ ok: true });
    expect(verdict.events).toBe(await database().auditEvent.count());
  });
});
