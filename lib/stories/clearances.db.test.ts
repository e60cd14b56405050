import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import {
  attach,
  COPY,
  change,
  claimIn,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
} from '@/lib/db/desk-fixture';
import { CLEARANCE_KINDS, ROLES } from '@/lib/domain/vocabulary';
import { getSheet } from '@/lib/sheets/queries';
import { addVersion } from '@/lib/stories/add-version';
import { listClearances } from '@/lib/stories/clearance-list';
import { clearVersion, withdrawClearance } from '@/lib/stories/clearances';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

/** A story with one claim that is signed off. */
async function checkedStory() {
  const story = await newStory(people.reporter);
  const claimId = await claimIn('SIGNED_OFF', story, people);
  return { ...story, claimId };
}

const eventsOf = (chain: string) =>
  database().auditEvent.findMany({ where: { chain }, orderBy: { seq: 'asc' } });

describe('clearing a version', () => {
  it('leaves who, when, which version and on what conditions, and its record', async () => {
    const { id: storyId, sha256: contentSha256 } = await checkedStory();
    const now = new Date('2026-05-04T12:00:00Z');
    const { id } = await clearVersion(
      { ...people.lawyer, now },
      { storyId, kind: 'LEGAL', conditions: 'Without the name of the minor.', contentSha256 },
    );
    expect(await listClearances(people.viewer, storyId)).toEqual([
      {
        id,
        kind: 'LEGAL',
        byId: people.lawyer.actor.id,
        by: 'Ruth Adeyemi',
        at: now,
        versionNumber: 1,
        conditions: 'Without the name of the minor.',
        voidedAt: null,
        voidedReason: null,
        mayWithdraw: false,
      },
    ]);
    expect((await eventsOf(storyId)).at(-1)).toMatchObject({
      verb: 'clearance.given',
      subjectType: 'clearance',
      subjectId: id,
      after: { kind: 'LEGAL', version: 1 },
      versionSha: contentSha256,
    });
  });

  it.each(ROLES)('as a %s', async (role) => {
    const by = Object.values(people).find(({ actor }) => actor.role === role);
    if (by === undefined) throw new Error(`Nobody is a ${role}.`);
    const { id: storyId, sha256: contentSha256 } = await checkedStory();
    const given: string[] = [];
    for (const kind of CLEARANCE_KINDS) {
      try {
        await clearVersion(by, { storyId, kind, contentSha256 });
        given.push(kind);
      } catch (error) {
        expect(error).toMatchObject({ name: 'Refusal', code: 'not-allowed' });
      }
    }
    const may = { CHECKER: ['RESEARCH'], EDITOR: ['RESEARCH', 'EDITOR'], LAWYER: ['LEGAL'] };
    expect(given).toEqual(role in may ? may[role as keyof typeof may] : []);
  });

  it('is refused while claims are open or incorrect, with each reason', async () => {
    const story = await newStory(people.reporter);
    const give = () =>
      refusalOf(
        clearVersion(people.editor, {
          storyId: story.id,
          kind: 'EDITOR',
          contentSha256: story.sha256,
        }),
      );
    expect((await give()).reasons).toEqual([expect.stringContaining('No claim has been marked')]);
    const claimId = await claimIn('IN_CHECK', story, people);
    await newClaim(people.checker, story);
    expect(await give()).toMatchObject({
      code: 'rule',
      reasons: ['C-001 and C-002 are not signed off yet.'],
    });
    await attach(people.checker, claimId, { stance: 'REFUTES' });
    await change(people.checker, claimId, { suggestedWording: '17 of the 24 drones' });
    await makeMove(people.checker, claimId, 'find', { finding: 'INCORRECT' });
    await makeMove(people.checker, claimId, 'submit');
    await makeMove(people.editor, claimId, 'sign-off');
    expect((await give()).reasons[0]).toContain('C-001 is incorrect and still in the text.');
  });

  it('is refused to the writer, twice for one version, and of a text that is not on screen', async () => {
    const story = await newStory(people.reporter, { authorId: people.otherEditor.actor.id });
    await claimIn('SIGNED_OFF', story, people);
    const { id: storyId, sha256: contentSha256 } = story;
    const give = { storyId, kind: 'EDITOR' as const, contentSha256 };
    expect((await refusalOf(clearVersion(people.otherEditor, give))).message).toContain(
      'You wrote',
    );
    const old = { ...give, contentSha256: 'a'.repeat(64) };
    expect((await refusalOf(clearVersion(people.editor, old))).code).toBe('conflict');
    await clearVersion(people.editor, give);
    expect((await refusalOf(clearVersion(people.editor, give))).message).toContain(
      'Idris Vale has given this clearance for version 1 already.',
    );
  });

  it('two at once: one stands', async () => {
    const { id: storyId, sha256: contentSha256 } = await checkedStory();
    const give = { storyId, kind: 'RESEARCH' as const, contentSha256 };
    const results = await Promise.allSettled([
      clearVersion(people.checker, give),
      clearVersion(people.second, give),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'Refusal' });
  });

  it('of a newer version takes the place of the older', async () => {
    const { id: storyId, sha256 } = await checkedStory();
    await clearVersion(people.checker, { storyId, kind: 'RESEARCH', contentSha256: sha256 });
    const next = await addVersion(people.reporter, { storyId, copy: `${COPY}So.\n` });
    await clearVersion(people.second, { storyId, kind: 'RESEARCH', contentSha256: next.sha256 });
    expect(await listClearances(people.viewer, storyId)).toMatchObject([
      { versionNumber: 2, voidedAt: null },
      { versionNumber: 1, voidedReason: 'Version 2 was cleared after it.' },
    ]);
  });
});

describe('taking a clearance back', () => {
  it('keeps it with the reason', async () => {
    const { id: storyId, sha256: contentSha256 } = await checkedStory();
    const { id } = await clearVersion(people.checker, { storyId, kind: 'RESEARCH', contentSha256 });
    const withdraw = { clearanceId: id, reason: 'A source called back.' };
    expect((await refusalOf(withdrawClearance(people.second, withdraw))).code).toBe('not-allowed');
    await withdrawClearance(people.checker, withdraw);
    expect((await refusalOf(withdrawClearance(people.editor, withdraw))).code).toBe('conflict');
    expect(await listClearances(people.viewer, storyId)).toMatchObject([
      { voidedReason: 'Maren Holt withdrew it: A source called back.' },
    ]);
    expect((await eventsOf(storyId)).at(-1)).toMatchObject({
      verb: 'clearance.withdrawn',
      after: { reason: 'A source called back.' },
    });
  });
});

describe('on the sheet', () => {
  const factsOf = async (storyId: string) => {
    const sheet = await getSheet(people.editor, storyId);
    if (sheet === null) throw new Error('There is no sheet.');
    return sheet.facts;
  };

  it('a text is clear once an editor has cleared it', async () => {
    const { id: storyId, sha256: contentSha256 } = await checkedStory();
    await clearVersion(people.checker, { storyId, kind: 'RESEARCH', contentSha256 });
    expect((await factsOf(storyId)).verdict).toMatchObject({ answer: 'not-cleared' });
    await clearVersion(people.editor, {
      storyId,
      kind: 'EDITOR',
      conditions: 'With the correction.',
      contentSha256,
    });
    const { verdict, clearances, textChanged } = await factsOf(storyId);
    expect(verdict).toMatchObject({ answer: 'cleared', headline: 'Cleared for publication.' });
    expect(new Map(clearances.map((each) => [each.kind, each]))).toEqual(
      new Map([
        ['RESEARCH', expect.objectContaining({ by: 'Maren Holt', conditions: null })],
        [
          'EDITOR',
          expect.objectContaining({ by: 'Idris Vale', conditions: 'With the correction.' }),
        ],
      ]),
    );
    expect(textChanged).toBe(0);
  });

  it('says in how many places the text changed since, and when a clearance fell', async () => {
    const { id: storyId, sha256: contentSha256 } = await checkedStory();
    expect((await factsOf(storyId)).textChanged).toBeNull();
    await clearVersion(people.editor, { storyId, kind: 'EDITOR', contentSha256 });
    const comma = COPY.replace('were counted, and', 'were counted and');
    await addVersion(people.reporter, { storyId, copy: comma });
    expect(await factsOf(storyId)).toMatchObject({
      textChanged: 1,
      verdict: { answer: 'cleared' },
    });
    await addVersion(people.reporter, { storyId, copy: comma.replace('18 of', '19 of') });
    expect(await factsOf(storyId)).toMatchObject({
      textChanged: null,
      clearances: [],
      verdict: { answer: 'blocked' },
    });
  });
});
