import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getClaim } from '@/lib/claims/queries';
import { database } from '@/lib/db/client';
import {
  claimIn,
  claimRow,
  historyOf,
  makeMove,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { mayWriteNote } from '@/lib/domain/editorial-permissions';
import { CLAIM_STATES, NOTE_KINDS } from '@/lib/domain/vocabulary';
import { resolveNote, writeNote } from '@/lib/notes/commands';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
let claimId: string;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter);
  claimId = await claimIn('IN_CHECK', story, people);
});
afterAll(() => desk.close());

const WHO = ['editor', 'checker', 'reporter', 'lawyer', 'viewer', 'admin'] as const;
const query = () =>
  writeNote(people.checker, { claimId, kind: 'QUERY_AUTHOR', body: 'Whose count is that?' });

describe('writing a note', () => {
  it('leaves the note and its record, and does not make anybody’s version stale', async () => {
    const { version } = await claimRow(claimId);
    const now = new Date('2026-05-04T10:00:00Z');
    const { id, storyId } = await writeNote(
      { ...people.checker, now },
      { claimId, body: 'Rang the city.' },
    );
    expect(storyId).toBe(story.id);
    expect(await database().note.findUnique({ where: { id } })).toMatchObject({
      kind: 'CHECK_NOTE',
      body: 'Rang the city.',
      visibility: 'TEAM',
      threadId: null,
      authorId: people.checker.actor.id,
      createdAt: now,
    });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'note.written',
      subjectId: id,
      versionSha: story.sha256,
      after: { kind: 'CHECK_NOTE', body: 'Rang the city.' },
    });
    expect((await claimRow(claimId)).version).toBe(version);
  });

  it.each(NOTE_KINDS)('of the kind %s: whose role may, may', async (kind) => {
    for (const who of WHO) {
      const work = writeNote(people[who], { claimId, kind, body: 'A note.' });
      if (mayWriteNote(people[who].actor.role, kind)) await work;
      else expect((await refusalOf(work)).code).toBe('not-allowed');
    }
  });

  it.each(CLAIM_STATES)('on a claim that is %s', async (state) => {
    const id = await claimIn(state, story, people);
    await writeNote(people.editor, { claimId: id, body: 'Still worth knowing.' });
    expect((await claimRow(id)).state).toBe(state);
  });

  it('on a claim that is not there is refused', async () => {
    const work = writeNote(people.checker, { claimId: newId(), body: 'x' });
    expect((await refusalOf(work)).code).toBe('not-found');
  });
});

describe('a thread', () => {
  it('takes replies, which join the note that opened it, and end the waiting', async () => {
    const waiting = await claimIn('WAITING', story, people);
    const { id: queryId } = await database().note.findFirstOrThrow({ where: { claimId: waiting } });
    expect((await refusalOf(makeMove(people.checker, waiting, 'resume'))).code).toBe('rule');
    const reply = await writeNote(people.reporter, {
      claimId: waiting,
      threadId: queryId,
      body: 'The air force’s.',
    });
    const more = await writeNote(people.checker, {
      claimId: waiting,
      threadId: reply.id,
      body: 'Thank you.',
    });
    for (const { id } of [reply, more])
      expect(await database().note.findUnique({ where: { id } })).toMatchObject({
        kind: 'REPLY',
        threadId: queryId,
      });
    await makeMove(people.checker, waiting, 'resume');
  });

  it('is not answered on another claim', async () => {
    const other = await claimIn('IN_CHECK', story, people);
    const { id } = await query();
    const work = writeNote(people.reporter, { claimId: other, threadId: id, body: 'Here?' });
    expect((await refusalOf(work)).message).toBe('This thread belongs to another claim.');
  });

  it('is closed by a checker, an editor or whoever opened it, once, and that is recorded', async () => {
    const { id } = await query();
    expect((await refusalOf(resolveNote(people.reporter, { noteId: id }))).code).toBe(
      'not-allowed',
    );
    await resolveNote(people.second, { noteId: id });
    expect(await database().note.findUnique({ where: { id } })).toMatchObject({
      resolvedById: people.second.actor.id,
    });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'note.resolved',
      subjectId: id,
      before: { resolved: false },
      after: { resolved: true },
    });
    expect((await refusalOf(resolveNote(people.second, { noteId: id }))).message).toBe(
      'This query is closed already.',
    );
    const own = await writeNote(people.reporter, { claimId, kind: 'QUERY_EDITOR', body: 'May I?' });
    await resolveNote(people.reporter, { noteId: own.id });
  });

  it('closed by two people at once, one of them closes it', async () => {
    const { id } = await query();
    const results = await Promise.allSettled(
      [people.checker, people.second, people.editor].map((ctx) => resolveNote(ctx, { noteId: id })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const closings = await database().auditEvent.count({
      where: { subjectId: id, verb: 'note.resolved' },
    });
    expect(closings).toBe(1);
  });
});

describe('notes that are not for everybody', () => {
  const readers = async (body: string) => {
    const seen: string[] = [];
    for (const who of WHO)
      if (JSON.stringify(await getClaim(people[who], claimId)).includes(body)) seen.push(who);
    return seen;
  };

  it('a legal note is read by lawyers and editors, and its words are not in the record', async () => {
    const body = 'One unnamed man is not enough.';
    const { id } = await writeNote(people.lawyer, { claimId, kind: 'LEGAL', body });
    expect(await readers(body)).toEqual(['editor', 'lawyer']);
    const events = await database().auditEvent.findMany({ where: { subjectId: id } });
    expect(JSON.stringify(events)).not.toContain('unnamed man');
    expect(events).toMatchObject([{ after: { kind: 'LEGAL', visibility: 'LEGAL' } }]);
  });

  it('a reply keeps the visibility of its thread, and only who reads it replies', async () => {
    const { id } = await writeNote(people.lawyer, { claimId, kind: 'LEGAL', body: 'May it run?' });
    const body = 'Not before five o’clock.';
    await writeNote(people.editor, { claimId, threadId: id, body });
    expect(await readers(body)).toEqual(['editor', 'lawyer']);
    for (const who of ['checker', 'reporter'] as const) {
      const work = writeNote(people[who], { claimId, threadId: id, body: 'What is this?' });
      expect((await refusalOf(work)).code).toBe('not-found');
    }
    expect((await refusalOf(resolveNote(people.checker, { noteId: id }))).code).toBe('not-found');
  });

  it('a note for reviewers is not read by the reporter, but by whoever wrote it', async () => {
    const body = 'I know who it is.';
    await writeNote(people.checker, { claimId, body, visibility: 'REVIEWERS' });
    expect(await readers(body)).toEqual(['editor', 'checker', 'lawyer']);
    const own = 'For the reviewers: I was there.';
    await writeNote(people.reporter, { claimId, body: own, visibility: 'REVIEWERS' });
    expect(await readers(own)).toContain('reporter');
  });
});
