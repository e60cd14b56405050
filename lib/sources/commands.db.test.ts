import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { presentClaim } from '@/lib/api/present-claim';
import { claimHistory, listAudit } from '@/lib/audit/queries';
import { verifyAudit } from '@/lib/audit/verify';
import { getClaim } from '@/lib/claims/queries';
import type { Context } from '@/lib/context';
import { database } from '@/lib/db/client';
import {
  attach,
  claimIn,
  claimRow,
  historyOf,
  newClaim,
  newStory,
  openStaffedDesk,
  type People,
  refusalOf,
  type TestStory,
} from '@/lib/db/desk-fixture';
import { newId } from '@/lib/db/id';
import { editEvidence } from '@/lib/evidence/commands';
import { addSource, editSource } from '@/lib/sources/commands';
import { getSource, listSources } from '@/lib/sources/queries';
import type { EditSource } from '@/lib/sources/schemas';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
let people: People;
let story: TestStory;
beforeAll(async () => {
  desk = await openStaffedDesk();
  people = desk.people;
  story = await newStory(people.reporter);
});
afterAll(() => desk.close());

const sourceRow = (id: string) => database().source.findUniqueOrThrow({ where: { id } });
const lastOf = (subjectId: string) =>
  database().auditEvent.findFirst({ where: { subjectId }, orderBy: { seq: 'desc' } });

async function edit(
  sourceId: string,
  fields: Partial<EditSource>,
  ctx: Context = people.checker,
): Promise<void> {
  const version = fields.version ?? (await sourceRow(sourceId)).version;
  await editSource(ctx, { ...fields, sourceId, version });
}

describe('the library', () => {
  it('takes a source with what is known of it, and records it in the desk’s own chain', async () => {
    const now = new Date('2026-05-04T10:00:00Z');
    const { id } = await addSource({ ...people.reporter, now }, { title: 'Morning report' });
    expect(await sourceRow(id)).toMatchObject({
      title: 'Morning report',
      kind: 'OTHER',
      confidentiality: 'OPEN',
      language: null,
      retrievedAt: now,
      addedById: people.reporter.actor.id,
      version: 1,
    });
    expect(await lastOf(id)).toMatchObject({
      chain: 'desk',
      verb: 'source.added',
      claimId: null,
      before: null,
      after: { title: 'Morning report', retrievedAt: now.toISOString() },
    });
  });

  it('what derives from another source says how; a quotation when nobody says', async () => {
    const parent = await addSource(people.checker, { title: 'Post' });
    const { id } = await addSource(people.checker, { title: 'Wire', derivedFromId: parent.id });
    expect((await sourceRow(id)).derivation).toBe('QUOTES');
    const alone = await addSource(people.checker, { title: 'Alone', derivation: 'COPIES' });
    expect((await sourceRow(alone.id)).derivation).toBeNull();
  });

  it.each(['viewer', 'lawyer', 'admin'] as const)('is not filled by a %s', async (who) => {
    expect((await refusalOf(addSource(people[who], { title: 'x' }))).code).toBe('not-allowed');
  });

  it.each(['reporter', 'viewer', 'lawyer', 'admin'] as const)(
    'is not changed by a %s',
    async (who) => {
      const { id } = await addSource(people.reporter, { title: 'x' });
      const work = editSource(people[who], { sourceId: id, version: 1, title: 'y' });
      expect((await refusalOf(work)).code).toBe('not-allowed');
    },
  );

  it('knows no source or story that is not there', async () => {
    const derived = addSource(people.checker, { title: 'x', derivedFromId: newId() });
    expect((await refusalOf(derived)).fields).toHaveProperty('derivedFromId');
    const own = addSource(people.checker, { title: 'x', ownStoryId: newId() });
    expect((await refusalOf(own)).fields).toHaveProperty('ownStoryId');
    const { id } = await addSource(people.checker, { title: 'x' });
    expect((await refusalOf(edit(id, { ownStoryId: newId() }))).fields).toHaveProperty(
      'ownStoryId',
    );
    const gone = editSource(people.checker, { sourceId: newId(), version: 1, title: 'x' });
    expect((await refusalOf(gone)).code).toBe('not-found');
  });
});

describe('changing a source', () => {
  it('writes what is given, clears what is null, and records both sides', async () => {
    const { id } = await addSource(people.checker, { title: 'Post', creator: 'Air force' });
    await edit(id, { title: 'Morning post', creator: null });
    expect(await sourceRow(id)).toMatchObject({ title: 'Morning post', creator: null, version: 2 });
    expect(await lastOf(id)).toMatchObject({
      verb: 'source.edited',
      before: { title: 'Post', creator: 'Air force' },
      after: { title: 'Morning post', creator: null },
    });
  });

  it('is refused on a stale version, and nothing is written (I18)', async () => {
    const { id } = await addSource(people.checker, { title: 'Post' });
    await edit(id, { title: 'Morning post' });
    expect((await refusalOf(edit(id, { title: 'Evening post', version: 1 }))).code).toBe(
      'conflict',
    );
    expect(await sourceRow(id)).toMatchObject({ title: 'Morning post', version: 2 });
  });

  it('cannot make two sources derive from each other, at any distance', async () => {
    const a = await addSource(people.checker, { title: 'A' });
    const b = await addSource(people.checker, { title: 'B', derivedFromId: a.id });
    const c = await addSource(people.checker, { title: 'C', derivedFromId: b.id });
    for (const parent of [a, b, c])
      expect((await refusalOf(edit(a.id, { derivedFromId: parent.id }))).fields).toHaveProperty(
        'derivedFromId',
      );
  });

  it('keeps derivation and parent together', async () => {
    const parent = await addSource(people.checker, { title: 'Post' });
    const { id } = await addSource(people.checker, { title: 'Wire', derivedFromId: parent.id });
    await edit(id, { derivation: 'COPIES' });
    expect((await sourceRow(id)).derivation).toBe('COPIES');
    await edit(id, { derivation: null });
    expect(await sourceRow(id)).toMatchObject({ derivedFromId: parent.id, derivation: 'COPIES' });
    await edit(id, { derivedFromId: null, derivation: 'COPIES' });
    expect(await sourceRow(id)).toMatchObject({ derivedFromId: null, derivation: null });
    await edit(id, { derivation: 'COPIES' });
    expect((await sourceRow(id)).derivation).toBeNull();
  });
});

describe('claims that rest on a source which is changed (I10)', () => {
  it('are counted again when two sources turn out to be one origin', async () => {
    const claimId = await claimIn('IN_CHECK', story, people);
    const post = await addSource(people.checker, { title: 'Post' });
    const copy = await addSource(people.checker, { title: 'A copy, as it turns out' });
    for (const { id } of [post, copy]) await attach(people.checker, claimId, { sourceId: id });
    expect((await claimRow(claimId)).originCount).toBe(2);
    await edit(copy.id, { derivedFromId: post.id, derivation: 'COPIES' });
    expect((await claimRow(claimId)).originCount).toBe(1);
  });

  it('reopen when they are signed off, also through what derives from it', async () => {
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const evidence = await database().evidence.findFirstOrThrow({ where: { claimId } });
    const grandparent = await addSource(people.checker, { title: 'Post' });
    await edit(evidence.sourceId, { derivedFromId: grandparent.id });
    expect((await claimRow(claimId)).state).toBe('REOPENED');
    expect((await historyOf(claimId)).at(-1)).toMatchObject({
      verb: 'claim.reopened',
      after: { state: 'REOPENED', reason: 'A source it rests on was changed.' },
    });

    const second = await claimIn('SIGNED_OFF', story, people);
    const other = await database().evidence.findFirstOrThrow({ where: { claimId: second } });
    await database().source.update({
      where: { id: other.sourceId },
      data: { derivedFromId: grandparent.id, derivation: 'COPIES' },
    });
    await edit(grandparent.id, { ownStoryId: story.id });
    expect(await claimRow(second)).toMatchObject({ state: 'REOPENED', originCount: 0 });
  });

  it('stay signed off when only its title or link is put right', async () => {
    const claimId = await claimIn('SIGNED_OFF', story, people);
    const { sourceId } = await database().evidence.findFirstOrThrow({ where: { claimId } });
    const { version } = await claimRow(claimId);
    await edit(sourceId, { title: 'Morning report, 4 May', url: 'https://posts.example/4' });
    expect(await claimRow(claimId)).toMatchObject({ state: 'SIGNED_OFF', version });
  });
});

describe('a protected source', () => {
  const NAME = 'Konstantin Orlenko';
  const secret = {
    title: `Talk with ${NAME}`,
    creator: NAME,
    publisher: `Office of ${NAME}`,
    url: 'https://files.example/orlenko',
    confidentiality: 'PROTECTED' as const,
  };

  it('is read by whoever brought it and by editors only', async () => {
    const { id } = await addSource(people.second, secret);
    const sees = async (who: keyof People) =>
      JSON.stringify(await getSource(people[who], id)).includes('Orlenko');
    const finds = async (who: keyof People) =>
      (await listSources(people[who], { text: 'orlenko', limit: 10, cursor: null })).sources.length;
    for (const who of ['second', 'editor'] as const) {
      expect(await sees(who)).toBe(true);
      expect(await finds(who)).toBeGreaterThan(0);
    }
    for (const who of ['checker', 'reporter', 'lawyer', 'viewer', 'admin'] as const) {
      expect(`${who}: ${await sees(who)}`).toBe(`${who}: false`);
      expect(`${who}: ${await finds(who)}`).toBe(`${who}: 0`);
      const { sources } = await listSources(people[who], { limit: 200, cursor: null });
      expect(JSON.stringify(sources)).not.toContain('Orlenko');
    }
  });

  it('is not given away by the evidence it gave: words are struck, origins and reasons left out', async () => {
    const { id } = await addSource(people.second, secret);
    const claimId = await newClaim(people.second, story);
    const evidenceId = await attach(people.second, claimId, {
      sourceId: id,
      origin: `${NAME}, deputy`,
      authorityReason: 'Orlenko counts them.',
      excerpt: 'I, Orlenko, counted 18.',
      locator: 'Orlenko’s log, page 2',
      translator: NAME,
    });
    await editEvidence(people.editor, {
      evidenceId,
      claimVersion: (await claimRow(claimId)).version,
      excerpt: 'I, Konstantin, counted 18.',
      origin: 'Orlenko',
    });
    const seen = async (who: keyof People) => {
      const claim = await getClaim(people[who], claimId);
      if (claim === null) throw new Error('The claim is gone.');
      const parts = {
        claim,
        api: presentClaim(claim),
        source: await getSource(people[who], id),
        history: await claimHistory(people[who], claimId),
      };
      return Object.entries(parts)
        .filter(([, part]) => /orlenko|konstantin/i.test(JSON.stringify(part)))
        .map(([name]) => name);
    };
    for (const who of ['second', 'editor'] as const)
      expect(`${who}: ${await seen(who)}`).toBe(`${who}: claim,api,source,history`);
    for (const who of ['checker', 'reporter', 'lawyer', 'viewer', 'admin'] as const)
      expect(`${who}: ${await seen(who)}`).toBe(`${who}: `);
    const claim = await getClaim(people.checker, claimId);
    expect(claim?.evidence[0]).toMatchObject({
      excerpt: 'I, [protected], counted 18.',
      authorityReason: null,
      origin: { label: 'Protected origin' },
      isSealed: true,
    });
    expect(await historyOf(claimId)).toContainEqual(
      expect.objectContaining({ after: expect.objectContaining({ origin: 'Orlenko' }) }),
    );
  });

  it('stays unnamed in the log when it was protected only later', async () => {
    const { id } = await addSource(people.second, { ...secret, confidentiality: 'OPEN' });
    await edit(id, { publisher: `House of ${NAME}` });
    await edit(id, { confidentiality: 'PROTECTED' });
    const claimId = await newClaim(people.second, story);
    await attach(people.second, claimId, { sourceId: id, origin: NAME });
    const logged = async (who: 'admin' | 'editor') => {
      const { items } = await listAudit(people[who], {}, undefined, 6);
      return items;
    };
    expect(JSON.stringify(await logged('editor'))).toContain('Orlenko');
    const items = await logged('admin');
    expect(JSON.stringify(items)).not.toMatch(/orlenko/i);
    const aboutIt = items.filter((row) => row.subjectId === id);
    expect(aboutIt.map(({ verb, before, after }) => [verb, before, after])).toEqual([
      ['source.edited', { fields: ['confidentiality'] }, { fields: ['confidentiality'] }],
      ['source.edited', { fields: ['publisher'] }, { fields: ['publisher'] }],
      ['source.added', null, { fields: expect.arrayContaining(['title', 'creator', 'url']) }],
    ]);
    expect(await verifyAudit(people.editor)).toMatchObject({ ok: true });
  });

  it('is changed and opened by nobody else', async () => {
    const { id } = await addSource(people.second, secret);
    for (const fields of [{ confidentiality: 'OPEN' as const }, { title: 'x' }])
      expect((await refusalOf(edit(id, fields))).code).toBe('not-allowed');
    expect(await sourceRow(id)).toMatchObject({ ...secret, version: 1 });
  });

  it('leaves no identity in the record: added, changed, opened again', async () => {
    const { id } = await addSource(people.second, secret);
    await edit(id, { title: `Second talk with ${NAME}`, creator: `${NAME}, again` }, people.second);
    await edit(id, { confidentiality: 'OPEN' }, people.editor);
    const events = await database().auditEvent.findMany({ where: { subjectId: id } });
    expect(events).toHaveLength(3);
    expect(JSON.stringify(events).toLowerCase()).not.toContain('orlenko');
  });

  it('nor does the change that protects it repeat what it protects', async () => {
    const { id } = await addSource(people.second, { ...secret, confidentiality: 'OPEN' });
    await edit(id, { confidentiality: 'PROTECTED', creator: `${NAME}, a soldier` });
    expect(await lastOf(id)).toMatchObject({
      before: { fields: ['confidentiality', 'creator'] },
      after: { fields: ['confidentiality', 'creator'] },
    });
  });

  it('the record of it all is whole', async () => {
    expect(await verifyAudit(people.admin)).toMatchObject({ ok: true });
  });
});
