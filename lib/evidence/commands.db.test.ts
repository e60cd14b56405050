import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getClaim } from '@/lib/claims/queries';
import { database } from '@/lib/db/client';
import {
  attach,
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
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import type { ClaimState } from '@/lib/domain/vocabulary';
import {
  acceptEvidence,
  attachEvidence,
  editEvidence,
  removeEvidence,
  resolveEvidence,
} from '@/lib/evidence/commands';
import { addSource } from '@/lib/sources/commands';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter);
});
afterAll(() => desk.close());

const evidenceRow = (id: string) => database().evidence.findUniqueOrThrow({ where: { id } });
const inCheck = () => claimIn('IN_CHECK', story, people);

async function edit(id: string, claimId: string, fields: object, version?: number) {
  const claimVersion = version ?? (await claimRow(claimId)).version;
  return editEvidence(people.checker, { evidenceId: id, claimVersion, ...fields });
}

describe('attaching evidence', () => {
  it('with a new source leaves both, the counts, and a record of both in the story’s chain', async () => {
    const claimId = await inCheck();
    const now = new Date('2026-05-04T10:00:00Z');
    const { id, sourceId, storyId } = await attachEvidence(
      { ...people.checker, now },
      {
        claimId,
        source: { title: 'Morning report', kind: 'SOCIAL_POST', url: 'https://posts.example/1' },
        stance: 'SUPPORTS',
        excerpt: '18 of 24',
        locator: 'line 2',
        origin: 'Air force post',
      },
    );
    expect(storyId).toBe(story.id);
    expect(await evidenceRow(id)).toMatchObject({
      claimId,
      sourceId,
      stance: 'SUPPORTS',
      layer: 'TRUE',
      proximity: 'SECONDARY',
      authoritative: false,
      retrievedAt: now,
      acceptedAt: now,
      acceptedById: people.checker.actor.id,
    });
    expect(await database().source.findUnique({ where: { id: sourceId } })).toMatchObject({
      title: 'Morning report',
      language: 'en',
      retrievedAt: now,
    });
    expect(await claimRow(claimId)).toMatchObject({ sourceCount: 1, originCount: 1, version: 3 });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'evidence.attached',
      subjectId: id,
      chain: story.id,
      versionSha: story.sha256,
      before: null,
      after: { stance: 'SUPPORTS', excerpt: '18 of 24', origin: 'Air force post', accepted: true },
    });
    expect(await database().auditEvent.findFirst({ where: { subjectId: sourceId } })).toMatchObject(
      { verb: 'source.added', chain: story.id },
    );
  });

  it('that goes back to a post already known is one origin, however it is spelt', async () => {
    const claimId = await inCheck();
    for (const origin of ['Kyiv city post', 'kyiv  City post', ' KYIV city post'])
      await attach(people.checker, claimId, { origin: origin.trim() });
    expect(await claimRow(claimId)).toMatchObject({ sourceCount: 3, originCount: 1 });
    expect(await database().origin.findMany({ where: { key: 'kyiv city post' } })).toMatchObject([
      { label: 'Kyiv city post' },
    ]);
  });

  it('a wire that copies the post, and a site that rewrites the wire, add no origin (I4)', async () => {
    const claimId = await inCheck();
    const post = await addSource(people.checker, { title: 'Post', kind: 'SOCIAL_POST' });
    const wire = await addSource(people.checker, {
      title: 'Wire',
      derivedFromId: post.id,
      derivation: 'COPIES',
    });
    const site = await addSource(people.checker, {
      title: 'Site',
      derivedFromId: wire.id,
      derivation: 'REWRITES',
    });
    await attach(people.checker, claimId, { sourceId: post.id });
    for (const { id } of [wire, site])
      await attach(people.checker, claimId, { sourceId: id, proximity: 'SECONDARY' });
    expect(await claimRow(claimId)).toMatchObject({ sourceCount: 3, originCount: 1 });
  });

  it('our own text, and what derives from it, never counts (I4)', async () => {
    const claimId = await inCheck();
    const own = await addSource(people.checker, { title: 'Our live page', ownStoryId: story.id });
    const partner = await addSource(people.checker, { title: 'Partner', derivedFromId: own.id });
    for (const { id } of [own, partner]) await attach(people.checker, claimId, { sourceId: id });
    expect(await claimRow(claimId)).toMatchObject({ sourceCount: 2, originCount: 0 });
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    const refusal = await refusalOf(makeMove(people.checker, claimId, 'submit'));
    expect(refusal.reasons).toEqual([
      'The only support is this text itself, or derives from it. Find a source outside it.',
    ]);
    const other = await newStory(people.reporter, { headline: 'Another night' });
    const elsewhere = await claimIn('IN_CHECK', other, people);
    await attach(people.checker, elsewhere, { sourceId: own.id });
    expect(await claimRow(elsewhere)).toMatchObject({ originCount: 1 });
  });

  it('what derives from our own text does not stand against it either', async () => {
    const claimId = await inCheck();
    const own = await addSource(people.checker, { title: 'Our live page', ownStoryId: story.id });
    const partner = await addSource(people.checker, { title: 'Partner', derivedFromId: own.id });
    await attach(people.checker, claimId);
    await attach(people.checker, claimId, { sourceId: partner.id, stance: 'REFUTES' });
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    await makeMove(people.checker, claimId, 'submit');
    await makeMove(people.editor, claimId, 'sign-off');
    expect((await claimRow(claimId)).state).toBe('SIGNED_OFF');
  });

  it.each(['viewer', 'lawyer', 'admin'] as const)('is not for a %s', async (who) => {
    const claimId = await inCheck();
    expect((await refusalOf(attach(people[who], claimId))).code).toBe('not-allowed');
  });

  it('wants a source of the library, a claim of the desk, and one that is not dropped', async () => {
    const claimId = await inCheck();
    const unknown = attach(people.checker, claimId, { sourceId: newId() });
    expect((await refusalOf(unknown)).fields).toHaveProperty('sourceId');
    expect((await refusalOf(attach(people.checker, newId()))).code).toBe('not-found');
    const dropped = await claimIn('DROPPED', story, people);
    expect((await refusalOf(attach(people.checker, dropped))).code).toBe('rule');
  });

  it('several people at once, each with a piece: all of it arrives and is counted', async () => {
    const claimId = await inCheck();
    await Promise.all(
      [people.checker, people.second, people.editor, people.reporter, people.otherEditor].map(
        (ctx, i) => attach(ctx, claimId, { origin: `Origin ${i}` }),
      ),
    );
    // The reporter's waits to be accepted and does not count as an origin yet.
    expect(await claimRow(claimId)).toMatchObject({ sourceCount: 5, originCount: 4, version: 7 });
  });
});

describe('a reporter’s evidence waits for a checker (I2)', () => {
  it('is not accepted by being attached, and holds the claim up until somebody has looked', async () => {
    const claimId = await inCheck();
    const id = await attach(people.reporter, claimId);
    expect(await evidenceRow(id)).toMatchObject({ acceptedAt: null, acceptedById: null });
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    expect((await refusalOf(makeMove(people.checker, claimId, 'submit'))).reasons).toEqual([
      '1 piece of evidence from a reporter waits to be accepted or removed.',
      '“Verified” needs a source that supports the claim. Add evidence with the stance “Supports”.',
    ]);
    await acceptEvidence(people.checker, { evidenceId: id });
    expect(await evidenceRow(id)).toMatchObject({ acceptedById: people.checker.actor.id });
    expect(await claimRow(claimId)).toMatchObject({ originCount: 1 });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'evidence.accepted',
      before: { accepted: false },
      after: { accepted: true },
    });
    await makeMove(people.checker, claimId, 'submit');
  });

  it('is accepted once, and not by the reporter', async () => {
    const claimId = await inCheck();
    const id = await attach(people.reporter, claimId);
    expect((await refusalOf(acceptEvidence(people.reporter, { evidenceId: id }))).code).toBe(
      'not-allowed',
    );
    await acceptEvidence(people.editor, { evidenceId: id });
    expect((await refusalOf(acceptEvidence(people.editor, { evidenceId: id }))).message).toBe(
      'This evidence was accepted already.',
    );
  });

  it('on a signed-off claim reopens it when it is accepted and speaks against it, not before', async () => {
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const id = await attach(people.reporter, claimId, { stance: 'REFUTES' });
    expect((await claimRow(claimId)).state).toBe('SIGNED_OFF');
    await acceptEvidence(people.second, { evidenceId: id });
    expect((await claimRow(claimId)).state).toBe('REOPENED');
    expect((await historyOf(claimId)).at(-2)).toMatchObject({
      verb: 'claim.reopened',
      after: { state: 'REOPENED', reason: 'Evidence against it was accepted.' },
    });
  });
});

describe('verified wants proof, from end to end', () => {
  it('a central claim with one second-hand origin is not submitted; three are enough (I3)', async () => {
    const claimId = await newClaim(people.checker, story, { flags: ['CENTRAL'] });
    await makeMove(people.checker, claimId, 'take');
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    const secondHand = { proximity: 'SECONDARY', authoritative: false } as const;
    for (const origin of ['Post A', 'Post A', 'Post B']) {
      await attach(people.checker, claimId, { ...secondHand, origin });
      expect((await refusalOf(makeMove(people.checker, claimId, 'submit'))).message).toMatch(
        /^A central claim needs one primary source fit to settle it, or three independent origins/,
      );
    }
    await attach(people.checker, claimId, { ...secondHand, origin: 'Post C' });
    await makeMove(people.checker, claimId, 'submit');
  });

  it('that somebody said it does not verify it (I5)', async () => {
    const claimId = await inCheck();
    await attach(people.checker, claimId, { layer: 'SAID', authoritative: false });
    await makeMove(people.checker, claimId, 'find', { finding: 'VERIFIED' });
    expect((await refusalOf(makeMove(people.checker, claimId, 'submit'))).message).toMatch(
      /^The evidence shows that it was said, not that it is so\./,
    );
  });

  it('word for word wants the words in their own language (I6)', async () => {
    const claimId = await newClaim(people.checker, story, { claimant: 'Air force' });
    await makeMove(people.checker, claimId, 'take');
    const recording = (language: string) => ({
      source: { title: `Call in ${language}`, kind: 'RECORDING' as const, language },
      layer: 'SAID' as const,
    });
    await attach(people.checker, claimId, recording('uk'));
    await makeMove(people.checker, claimId, 'find', { finding: 'OUTDATED', said: 'VERBATIM' });
    expect((await refusalOf(makeMove(people.checker, claimId, 'submit'))).reasons).toEqual([
      'The words were said in another language. Choose “Said, in translation” and name the translator.',
    ]);
    await attach(people.checker, claimId, recording('en-GB'));
    await makeMove(people.checker, claimId, 'submit');
  });

  it('evidence against it, added after the submission, stops the sign-off until it is answered', async () => {
    const claimId = await claimIn('READY', story, people);
    const id = await attach(people.second, claimId, { stance: 'REFUTES_PART' });
    expect((await refusalOf(makeMove(people.editor, claimId, 'sign-off'))).message).toMatch(
      /^1 piece of evidence against is unresolved\./,
    );
    await resolveEvidence(people.second, {
      evidenceId: id,
      resolution: 'It is of the night before.',
    });
    expect(await evidenceRow(id)).toMatchObject({
      resolvedById: people.second.actor.id,
      resolution: 'It is of the night before.',
    });
    await makeMove(people.editor, claimId, 'sign-off');
    expect((await historyOf(claimId)).at(-2)).toMatchObject({
      verb: 'evidence.resolved',
      before: { resolution: null },
      after: { resolution: 'It is of the night before.' },
    });
  });

  it('only evidence against is answered, and only once it is accepted', async () => {
    const claimId = await inCheck();
    const supports = await attach(people.checker, claimId);
    const pending = await attach(people.reporter, claimId, { stance: 'REFUTES' });
    const resolution = 'It is older.';
    expect(
      (await refusalOf(resolveEvidence(people.checker, { evidenceId: supports, resolution })))
        .message,
    ).toBe('Only evidence against the claim is resolved.');
    expect(
      (await refusalOf(resolveEvidence(people.checker, { evidenceId: pending, resolution })))
        .message,
    ).toBe('Accept this evidence first, or remove it.');
  });
});

describe('a signed-off claim falls with its evidence (I10)', () => {
  const reopened = { state: 'REOPENED', reviewerId: null, reviewedAt: null, checkerIds: [] };

  it.each(['REFUTES', 'REFUTES_PART'] as const)('when %s comes in', async (stance) => {
    const claimId = await claimIn('SIGNED_OFF', story, people);
    await attach(people.second, claimId, { stance });
    expect(await claimRow(claimId)).toMatchObject(reopened);
    const [attached, reopening] = (await historyOf(claimId)).reverse();
    expect(attached).toMatchObject({ verb: 'evidence.attached' });
    expect(reopening).toMatchObject({
      verb: 'claim.reopened',
      before: { state: 'SIGNED_OFF' },
      after: { state: 'REOPENED', reason: 'New evidence against it.' },
    });
  });

  it.each(['SUPPORTS', 'SUPPORTS_PART', 'CONTEXT', 'NO_INFORMATION'] as const)(
    'not when %s comes in',
    async (stance) => {
      const claimId = await claimIn('SIGNED_OFF', story, people);
      await attach(people.second, claimId, { stance });
      expect((await claimRow(claimId)).state).toBe('SIGNED_OFF');
    },
  );

  it('when a piece is removed; the row stays, with who and why', async () => {
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const { id } = await database().evidence.findFirstOrThrow({ where: { claimId } });
    await removeEvidence(people.second, { evidenceId: id, reason: 'The post was deleted.' });
    expect(await claimRow(claimId)).toMatchObject({ ...reopened, sourceCount: 0, originCount: 0 });
    expect(await evidenceRow(id)).toMatchObject({
      removedById: people.second.actor.id,
      removedReason: 'The post was deleted.',
    });
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'evidence.removed',
      after: { removed: true, reason: 'The post was deleted.' },
    });
    const again = removeEvidence(people.second, { evidenceId: id, reason: 'Again.' });
    expect((await refusalOf(again)).message).toBe('This evidence was removed from the claim.');
  });

  it('when a stance is changed', async () => {
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const { id } = await database().evidence.findFirstOrThrow({ where: { claimId } });
    await edit(id, claimId, { stance: 'CONTEXT' });
    expect(await claimRow(claimId)).toMatchObject(reopened);
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'evidence.edited',
      before: { stance: 'SUPPORTS' },
      after: { stance: 'CONTEXT' },
    });
  });

  it.each(['MARKED', 'IN_CHECK', 'WAITING', 'READY', 'REOPENED'] as const)(
    'in the state %s it stays where it is, one version on',
    async (state: ClaimState) => {
      const claimId = await claimIn(state, story, people);
      const { version } = await claimRow(claimId);
      await attach(people.second, claimId, { stance: 'REFUTES' });
      expect(await claimRow(claimId)).toMatchObject({ state, version: version + 1 });
    },
  );
});

describe('changing evidence', () => {
  it('writes what is given, clears what is null, and counts again', async () => {
    const claimId = await inCheck();
    const id = await attach(people.checker, claimId, {
      origin: 'Post A',
      authorityReason: 'Theirs.',
    });
    await attach(people.checker, claimId, { origin: 'Post B' });
    expect((await claimRow(claimId)).originCount).toBe(2);
    await edit(id, claimId, { origin: 'post b', locator: null, translator: 'O. Marchenko' });
    expect(await evidenceRow(id)).toMatchObject({
      locator: null,
      translator: 'O. Marchenko',
      authorityReason: 'Theirs.',
    });
    expect((await claimRow(claimId)).originCount).toBe(1);
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      before: { locator: 'line 2', translator: null, origin: 'Post A' },
      after: { locator: null, translator: 'O. Marchenko', origin: 'post b' },
    });
    await edit(id, claimId, { origin: null });
    expect((await evidenceRow(id)).originId).toBeNull();
  });

  it('is refused on a stale version, and nothing is written (I18)', async () => {
    const claimId = await inCheck();
    const id = await attach(people.checker, claimId);
    const { version } = await claimRow(claimId);
    await attach(people.second, claimId);
    const [before, history] = [await evidenceRow(id), await historyOf(claimId)];
    expect((await refusalOf(edit(id, claimId, { excerpt: 'Other words' }, version))).code).toBe(
      'conflict',
    );
    expect(await evidenceRow(id)).toEqual(before);
    expect(await historyOf(claimId)).toEqual(history);
  });

  it.each(['reporter', 'viewer', 'lawyer', 'admin'] as const)(
    'accepting, changing, removing and answering are not for a %s',
    async (who) => {
      const claimId = await inCheck();
      const evidenceId = await attach(people.checker, claimId, { stance: 'REFUTES' });
      const { version: claimVersion } = await claimRow(claimId);
      for (const work of [
        acceptEvidence(people[who], { evidenceId }),
        editEvidence(people[who], { evidenceId, claimVersion, excerpt: 'x' }),
        removeEvidence(people[who], { evidenceId, reason: 'x' }),
        resolveEvidence(people[who], { evidenceId, resolution: 'x' }),
      ])
        expect((await refusalOf(work)).code).toBe('not-allowed');
    },
  );

  it('on a dropped claim, or of nothing, it says so', async () => {
    const claimId = await inCheck();
    const evidenceId = await attach(people.checker, claimId);
    await makeMove(people.editor, claimId, 'drop', { reason: 'Cut.' });
    expect(
      (await refusalOf(removeEvidence(people.checker, { evidenceId, reason: 'x' }))).message,
    ).toBe('This claim is dropped. Restore it before you change its evidence.');
    expect((await refusalOf(acceptEvidence(people.checker, { evidenceId: newId() }))).code).toBe(
      'not-found',
    );
  });
});

describe('a protected source behind evidence (I15)', () => {
  const NAME = 'Konstantin Orlenko';

  it('is seen by whoever brought it and by editors, and stands in no audit row', async () => {
    const claimId = await inCheck();
    await attachEvidence(people.second, {
      claimId,
      source: {
        title: `Talk with ${NAME}`,
        creator: NAME,
        publisher: NAME,
        url: 'https://files.example/orlenko',
        kind: 'INTERVIEW',
        confidentiality: 'PROTECTED',
      },
      stance: 'SUPPORTS',
      excerpt: 'A car park would do.',
      locator: 'Notebook 4, page 11',
    });
    const sees = async (who: keyof People) =>
      JSON.stringify(await getClaim(people[who], claimId)).includes('Orlenko');
    expect(await sees('second')).toBe(true);
    expect(await sees('editor')).toBe(true);
    for (const who of ['checker', 'reporter', 'lawyer', 'viewer', 'admin'] as const)
      expect(`${who}: ${await sees(who)}`).toBe(`${who}: false`);
    const events = await database().auditEvent.findMany();
    expect(JSON.stringify(events).toLowerCase()).not.toContain('orlenko');
  });

  it('is not named either where another source derives from it', async () => {
    const claimId = await inCheck();
    const { id } = await addSource(people.second, {
      title: `Talk with ${NAME}`,
      confidentiality: 'PROTECTED',
    });
    const memo = await addSource(people.second, { title: 'Memo of the talk', derivedFromId: id });
    await attach(people.second, claimId, { sourceId: memo.id });
    const view = JSON.stringify(await getClaim(people.viewer, claimId));
    expect(view).toContain('Memo of the talk');
    expect(view).not.toContain('Orlenko');
  });
});
