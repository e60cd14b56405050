import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyAudit } from '@/lib/audit/verify';
import { database } from '@/lib/db/client';
import {
  attach,
  COPY,
  change,
  claimIn,
  claimRow,
  historyOf,
  makeMove,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
  WORDS,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { CLAIM_STATES, ROLES } from '@/lib/domain/vocabulary';
import { sha256 } from '@/lib/sha256';
import { getSheet } from '@/lib/sheets/queries';
import { addVersion } from '@/lib/stories/add-version';
import { getStoryDesk, getVersion } from '@/lib/stories/queries';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
});
afterAll(() => desk.close());

/** The figure in the claim's own words is another. */
const OTHER_FIGURE = COPY.replace('18 of the 24 drones', '19 of the 24 drones');
const SENTENCE =
  'Ukraine’s air force said it had shot down 18 of the 24 drones that Russia launched overnight. ';
/** A comma goes from a sentence without claims. */
const COMMA_GONE = COPY.replace('were counted, and 12', 'were counted and 12');

const anchorsOf = (claimId: string) =>
  database().anchor.findMany({
    where: { claimId },
    orderBy: { version: { number: 'asc' } },
    select: { state: true, exact: true, start: true, end: true, candidates: true, reason: true },
  });

const eventsOf = (chain: string) =>
  database().auditEvent.findMany({ where: { chain }, orderBy: { seq: 'asc' } });

async function clear(story: TestStory): Promise<string> {
  const id = newId();
  await database().clearance.create({
    data: {
      id,
      storyId: story.id,
      versionId: story.versionId,
      kind: 'EDITOR',
      byId: people.editor.actor.id,
      at: new Date(),
    },
  });
  return id;
}

describe('bringing in a new version', () => {
  it('leaves it numbered and hashed, as the story’s text, with its blocks and its record', async () => {
    const story = await newStory(people.reporter);
    const now = new Date('2026-05-04T11:31:00Z');
    const added = await addVersion(
      { ...people.reporter, now },
      { storyId: story.id, copy: OTHER_FIGURE, reason: 'A newer count.' },
    );
    expect(added).toMatchObject({ number: 2, sha256: sha256(OTHER_FIGURE), claims: [] });
    expect(await getVersion(people.viewer, story.id, 2)).toMatchObject({
      id: added.id,
      text: OTHER_FIGURE,
      reason: 'A newer count.',
      createdAt: now,
    });
    expect((await getVersion(people.viewer, story.id, 2))?.blocks).toHaveLength(3);
    expect((await getStoryDesk(people.viewer, story.id))?.current).toMatchObject({
      number: 2,
      createdBy: 'Tomasz Lenart',
    });
    expect((await eventsOf(story.id)).at(-1)).toMatchObject({
      verb: 'version.added',
      subjectType: 'version',
      subjectId: added.id,
      actorId: people.reporter.actor.id,
      before: { number: 1, sha256: story.sha256 },
      after: { number: 2, sha256: added.sha256, reason: 'A newer count.' },
      versionSha: added.sha256,
    });
  });

  it.each(ROLES)('as a %s', async (role) => {
    const story = await newStory(people.reporter);
    const by = Object.values(people).find(({ actor }) => actor.role === role);
    if (by === undefined) throw new Error(`Nobody is a ${role}.`);
    const work = addVersion(by, { storyId: story.id, copy: OTHER_FIGURE });
    if (['REPORTER', 'CHECKER', 'EDITOR'].includes(role)) expect((await work).number).toBe(2);
    else expect((await refusalOf(work)).code).toBe('not-allowed');
  });

  it('is refused when it is the current text, blank, or of no story', async () => {
    const story = await newStory(people.reporter);
    const same = await refusalOf(addVersion(people.checker, { storyId: story.id, copy: COPY }));
    expect(same).toMatchObject({ code: 'invalid' });
    expect(same.message).toContain('This is the text of version 1');
    expect(
      (await refusalOf(addVersion(people.checker, { storyId: story.id, copy: ' ' }))).code,
    ).toBe('invalid');
    expect(
      (await refusalOf(addVersion(people.checker, { storyId: newId(), copy: 'x' }))).code,
    ).toBe('not-found');
  });

  it('may go back to an older text', async () => {
    const story = await newStory(people.reporter);
    await addVersion(people.checker, { storyId: story.id, copy: OTHER_FIGURE });
    expect((await addVersion(people.checker, { storyId: story.id, copy: COPY })).number).toBe(3);
  });

  it('keeps the file it came in as, and may rename the story', async () => {
    const story = await newStory(people.reporter);
    const bytes = new Uint8Array([80, 75, 3, 4]);
    const { id } = await addVersion(people.checker, {
      storyId: story.id,
      copy: OTHER_FIGURE,
      headline: 'Two cities',
      file: { kind: 'DOCX', name: 'raid.docx', url: null, bytes, sha256: 'f'.repeat(64) },
    });
    expect(await database().versionFile.findUnique({ where: { versionId: id } })).toMatchObject({
      kind: 'DOCX',
      name: 'raid.docx',
    });
    expect(await database().story.findUnique({ where: { id: story.id } })).toMatchObject({
      headline: 'Two cities',
      version: 2,
    });
  });
});

describe('two at once', () => {
  it('do not fork: the second is told whose came first', async () => {
    const story = await newStory(people.reporter);
    await newClaim(people.checker, story);
    const results = await Promise.allSettled([
      addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE }),
      addVersion(people.checker, { storyId: story.id, copy: COMMA_GONE }),
    ]);
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ name: 'Refusal', code: 'conflict' });
    expect(refused[0].message).toMatch(/brought in version 2 while you were writing/);
    expect(await database().version.count({ where: { storyId: story.id } })).toBe(2);
  });

  it('a text written over an older one is refused', async () => {
    const story = await newStory(people.reporter);
    await addVersion(people.checker, { storyId: story.id, copy: OTHER_FIGURE });
    const late = addVersion(people.editor, {
      storyId: story.id,
      copy: COMMA_GONE,
      contentSha256: story.sha256,
    });
    expect(await refusalOf(late)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Maren Holt brought in version 2'),
    });
  });

  it('claims marked meanwhile are found again as well, or refused', async () => {
    const story = await newStory(people.reporter);
    await newClaim(people.checker, story);
    const [added, ...marks] = await Promise.allSettled([
      addVersion(people.reporter, { storyId: story.id, copy: COMMA_GONE }),
      ...Array.from({ length: 6 }, () => newClaim(people.second, story, { quote: 'third raid' })),
    ]);
    expect(added.status).toBe('fulfilled');
    for (const mark of marks)
      if (mark.status === 'rejected') expect(mark.reason).toMatchObject({ name: 'Refusal' });
    const claims = await database().claim.count({ where: { storyId: story.id } });
    const current = await database().anchor.count({
      where: { claim: { storyId: story.id }, version: { number: 2 } },
    });
    expect(current).toBe(claims);
  });

  it('a sign-off that meets a new version is signed before it or refused, never a fault', async () => {
    for (let round = 0; round < 3; round += 1) {
      const story = await newStory(people.reporter);
      const claimId = await claimIn('READY', story, people);
      const [added, signed] = await Promise.allSettled([
        addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE }),
        makeMove(people.editor, claimId, 'sign-off', { contentSha256: story.sha256 }),
      ]);
      expect(added.status).toBe('fulfilled');
      if (signed.status === 'rejected') expect(signed.reason).toMatchObject({ name: 'Refusal' });
      expect(['IN_CHECK', 'REOPENED']).toContain((await claimRow(claimId)).state);
    }
  });
});

describe('what other words do to a claim', () => {
  it('signed off: reopened by name of the version, the clearances with it', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const before = await claimRow(claimId);
    const clearance = await clear(story);
    const added = await addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE });
    expect(added).toMatchObject({ clearancesVoided: 1, counts: { changed: 1, reopened: 1 } });
    expect(await claimRow(claimId)).toMatchObject({
      state: 'REOPENED',
      exact: '19 of the 24 drones',
      finding: 'VERIFIED',
      assigneeId: null,
      checkerIds: [],
      reviewerId: null,
      reviewedAt: null,
      version: before.version + 1,
    });
    expect((await anchorsOf(claimId)).map(({ state, exact }) => [state, exact])).toEqual([
      ['ATTACHED', WORDS],
      ['CHANGED', '19 of the 24 drones'],
    ]);
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'claim.reopened',
      before: { state: 'SIGNED_OFF', exact: WORDS },
      after: {
        state: 'REOPENED',
        exact: '19 of the 24 drones',
        anchor: 'CHANGED',
        reason: expect.stringMatching(/^Version 2: /),
      },
      versionSha: added.sha256,
    });
    expect(await database().clearance.findUnique({ where: { id: clearance } })).toMatchObject({
      voidedReason: 'Version 2 changed words that were signed off: C-001.',
    });
    expect((await eventsOf(story.id)).map(({ verb }) => verb).slice(-3)).toEqual([
      'version.added',
      'claim.reopened',
      'clearance.voided',
    ]);
  });

  it('the sheet says that it changed since it was checked, until it is checked again', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const unchanged = async () =>
      (await getSheet(people.editor, story.id))?.rows.find(({ id }) => id === claimId)?.isUnchanged;
    expect(await unchanged()).toBe(true);
    await addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE });
    expect(await unchanged()).toBe(false);
    await addVersion(people.reporter, { storyId: story.id, copy: `${OTHER_FIGURE}\nMore.\n` });
    expect(await unchanged()).toBe(false);
    await makeMove(people.checker, claimId, 'take');
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    expect(await unchanged()).toBe(true);
    await makeMove(people.checker, claimId, 'submit');
    await makeMove(people.editor, claimId, 'sign-off');
    expect(await unchanged()).toBe(true);
    await addVersion(people.reporter, { storyId: story.id, copy: `${OTHER_FIGURE}\nLess.\n` });
    expect(await unchanged()).toBe(true);
    expect((await claimRow(claimId)).state).toBe('SIGNED_OFF');
  });

  it('ready: back in check, and the finding that was on other words is void', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('READY', story, people);
    await addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE });
    expect(await claimRow(claimId)).toMatchObject({
      state: 'IN_CHECK',
      finding: 'NONE',
      checkerIds: [],
      checkerId: null,
      checkedAt: null,
      checkedSha256: null,
      assigneeId: people.checker.actor.id,
    });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'claim.reworded',
      after: { finding: 'NONE', reason: expect.stringContaining('is void') },
    });
  });

  it('every state goes through, with one anchor a version', async () => {
    const story = await newStory(people.reporter);
    const ids: string[] = [];
    for (const state of CLAIM_STATES) ids.push(await claimIn(state, story, people));
    await addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE });
    await addVersion(people.reporter, { storyId: story.id, copy: COPY.replace(WORDS, 'many') });
    for (const id of ids) expect(await anchorsOf(id)).toHaveLength(3);
    const states = (await Promise.all(ids.map(claimRow))).map(({ state }) => state);
    expect(states).toEqual([
      'MARKED',
      'IN_CHECK',
      'WAITING',
      'IN_CHECK',
      'REOPENED',
      'REOPENED',
      'DROPPED',
    ]);
    expect(await verifyAudit(people.editor)).toMatchObject({ ok: true });
  });

  it('“verified after change” goes on when the version says what was asked for', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('IN_CHECK', story, people);
    await attach(people.checker, claimId);
    await change(people.checker, claimId, { suggestedWording: '19 of the 24 drones' });
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED_AFTER_CHANGE' });
    await refusalOf(makeMove(people.checker, claimId, 'submit'));
    await addVersion(people.reporter, { storyId: story.id, copy: OTHER_FIGURE });
    await makeMove(people.checker, claimId, 'submit');
    expect((await claimRow(claimId)).state).toBe('READY');
  });
});

describe('what stands', () => {
  it('a comma elsewhere leaves sign-offs, versions and clearances alone', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const before = await claimRow(claimId);
    const clearance = await clear(story);
    const added = await addVersion(people.reporter, { storyId: story.id, copy: COMMA_GONE });
    expect(added).toMatchObject({ clearancesVoided: 0, counts: { kept: 1, reopened: 0 } });
    expect(await claimRow(claimId)).toEqual(before);
    expect(
      (await database().clearance.findUnique({ where: { id: clearance } }))?.voidedAt,
    ).toBeNull();
    expect((await historyOf(claimId)).at(-1)?.verb).toBe('claim.signed-off');
  });

  it('words that only stand elsewhere stay signed off, and their history says so', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    await newClaim(people.checker, story, { quote: 'third raid' });
    await newClaim(people.checker, story, { quote: '12 were shot down' });
    const copy = COPY.replace(SENTENCE, '').replace('elsewhere.', `elsewhere. ${SENTENCE}`);
    const added = await addVersion(people.reporter, { storyId: story.id, copy });
    expect(added.counts).toMatchObject({ moved: 1, kept: 2, reopened: 0 });
    expect(added.claims.map(({ isKept }) => isKept)).toEqual([false, true, true]);
    expect((await claimRow(claimId)).state).toBe('SIGNED_OFF');
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'claim.relocated',
      after: { start: added.claims[0]?.to?.start },
    });
  });

  it('what was set aside is set aside again where its sentence stands', async () => {
    const story = await newStory(people.reporter);
    const keep = 'It was the third raid in four days.';
    const gone = 'Nobody was hurt elsewhere.';
    const at = new Date('2026-05-04T08:00:00Z');
    for (const exact of [keep, gone])
      await database().setAside.create({
        data: {
          id: newId(),
          storyId: story.id,
          versionId: story.versionId,
          start: COPY.indexOf(exact),
          end: COPY.indexOf(exact) + exact.length,
          exact,
          reason: 'SCENE',
          byId: people.checker.actor.id,
          at,
        },
      });
    const copy = `${COPY.replace('Night raid', 'A night raid').replace(gone, 'One was hurt.')}`;
    const { id } = await addVersion(people.reporter, { storyId: story.id, copy });
    expect(await database().setAside.findMany({ where: { versionId: id } })).toMatchObject([
      {
        exact: keep,
        start: copy.indexOf(keep),
        byId: people.checker.actor.id,
        at,
        reason: 'SCENE',
      },
    ]);
  });
});

describe('beyond the basic plane', () => {
  it('many claims behind emoji are tied to a new version, and a wrong one among them is refused', async () => {
    const copy = `🙂 ${COPY} 👩‍👩‍👧 ${'𝔘 boats sailed. '.repeat(3)}The end came at nine.`;
    const story = await newStory(people.reporter, { copy });
    for (const quote of [WORDS, '12 were shot down', 'The end came at nine'])
      await newClaim(people.checker, story, { quote });
    const { id, claims } = await addVersion(people.reporter, {
      storyId: story.id,
      copy: `New. ${copy}`,
    });
    expect(claims.map(({ to }) => to?.exact)).toEqual([
      WORDS,
      '12 were shot down',
      'The end came at nine',
    ]);
    const wrong = database().$executeRaw`
      INSERT INTO anchor (id, claim_id, version_id, exact, prefix, suffix, start, "end", created_at)
      SELECT gen_random_uuid(), a.claim_id, ${story.versionId}::uuid, a.exact, '', '', a.start, a."end", now()
      FROM anchor a WHERE a.version_id = ${id}::uuid`;
    await expect(wrong).rejects.toThrow(/do not stand in its version|unique/i);
  });
});

describe('a claim without a place', () => {
  const CUT = COPY.replace(
    'Ukraine’s air force said it had shot down 18 of the 24 drones that Russia launched overnight. ',
    '',
  );

  it('is reopened, keeps its words, and heads the list of the desk', async () => {
    const story = await newStory(people.reporter);
    await newClaim(people.checker, story, { quote: '12 were shot down' });
    const claimId = await claimIn('SIGNED_OFF', story, people);
    await addVersion(people.reporter, { storyId: story.id, copy: CUT });
    expect(await claimRow(claimId)).toMatchObject({ state: 'REOPENED', exact: WORDS });
    expect((await anchorsOf(claimId)).at(-1)).toMatchObject({ state: 'LOST', start: null });
    const view = await getStoryDesk(people.viewer, story.id);
    expect(view?.claims.map(({ number, start, block }) => [number, start === null, block])).toEqual(
      [
        [2, true, 'Not found in this version'],
        [1, false, '¶ 2'],
      ],
    );
    expect((await getSheet(people.editor, story.id))?.facts.verdict.reasons.join()).toContain(
      'no longer stands',
    );
  });

  it('cannot be submitted or signed off', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    await addVersion(people.reporter, { storyId: story.id, copy: CUT });
    await makeMove(people.checker, claimId, 'take');
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    const refusal = await refusalOf(makeMove(people.checker, claimId, 'submit'));
    expect(refusal.reasons).toEqual([expect.stringContaining('not in this version')]);
  });

  it('is found again when its words come back', async () => {
    const story = await newStory(people.reporter);
    const claimId = await claimIn('SIGNED_OFF', story, people);
    await addVersion(people.reporter, { storyId: story.id, copy: CUT });
    const { claims } = await addVersion(people.reporter, {
      storyId: story.id,
      copy: `${COPY}So.\n`,
    });
    expect(claims[0]).toMatchObject({ from: { exact: WORDS, number: 1 }, to: { exact: WORDS } });
    expect((await claimRow(claimId)).state).toBe('REOPENED');
  });
});
