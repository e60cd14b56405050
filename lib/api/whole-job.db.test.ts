import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, type Caller, caller, openTestApi } from '@/lib/api/test-api';

let desk: Awaited<ReturnType<typeof openTestApi>>;
let reporter: Caller;
let checker: Caller;
let second: Caller;
let editor: Caller;
let viewer: Caller;

beforeAll(async () => {
  desk = await openTestApi();
  reporter = await caller('REPORTER', 'Rita Gomez');
  checker = await caller('CHECKER', 'Chris Lee');
  second = await caller('CHECKER', 'Sam Okoro');
  editor = await caller('EDITOR', 'Edda Berg');
  viewer = await caller('VIEWER', 'Vic Hale');
});
afterAll(() => desk.close());

const COPY =
  'Harbour lights fail twice\n\nThe harbour lights went out for 40 minutes on Friday. “Nobody was hurt,” said harbour master Ines Roy.';

async function marked(quote: string, more: object = {}): Promise<Answered['body']> {
  const story = await reporter.post('/stories', { headline: 'Harbour lights', copy: COPY });
  expect(story.status).toBe(201);
  const claim = await reporter.post(`/stories/${story.body.id}/claims`, { quote, ...more });
  expect(claim.status).toBe(201);
  return claim.body;
}

/** A move with the claim's present version. */
async function move(by: Caller, claimId: string, words: object): Promise<Answered> {
  const { body } = await by.get(`/claims/${claimId}`);
  return by.post(`/claims/${claimId}/moves`, { version: body.version, ...words });
}

const PROOF = {
  source: {
    title: 'Log of the harbour office',
    kind: 'official-document',
    publisher: 'Harbour office',
  },
  stance: 'supports',
  proximity: 'primary',
  authoritative: true,
  authorityReason: 'It keeps the log.',
  excerpt: 'Outage from 21:10 to 21:50.',
  locator: 'Page 4',
  origin: 'Harbour office log',
};

async function ready(): Promise<string> {
  const { id } = await marked('went out for 40 minutes on Friday', { flags: ['central'] });
  expect((await move(checker, id, { move: 'take' })).body.state).toBe('in-check');
  expect((await checker.post(`/claims/${id}/evidence`, PROOF)).status).toBe(201);
  await move(checker, id, { move: 'find', finding: 'verified' });
  expect((await move(checker, id, { move: 'submit' })).body.state).toBe('ready');
  return id;
}

describe('the whole job', () => {
  it('runs from bringing in to the signature of a second person', async () => {
    const claim = await marked('went out for 40 minutes on Friday', { flags: ['central'] });
    const { id } = claim;

    const taken = await move(checker, id, { move: 'take' });
    expect(taken).toMatchObject({
      status: 200,
      body: { state: 'in-check', status: 'in-check', assignee: { id: checker.id }, version: 2 },
    });
    expect(taken.headers.get('etag')).toBe('"2"');

    const early = await move(checker, id, { move: 'submit' });
    expect(early).toMatchObject({ status: 422, body: { code: 'rule' } });
    expect(early.body.reasons.length).toBeGreaterThan(0);

    const evidence = await checker.post(`/claims/${id}/evidence`, PROOF);
    expect(evidence).toMatchObject({
      status: 201,
      body: {
        claimId: id,
        stance: 'supports',
        layer: 'true',
        proximity: 'primary',
        origin: 'Harbour office log',
        accepted: true,
        removed: false,
        source: { title: 'Log of the harbour office', kind: 'official-document', language: 'en' },
      },
    });

    const edited = await checker.patch(`/claims/${id}`, {
      version: evidence.body.claimVersion,
      quantities: [{ value: 40, unit: 'minute', qualifier: 'exact' }],
      restatement: 'The lights were out for forty minutes on Friday.',
    });
    expect(edited.body.quantities).toEqual([
      { value: 40, low: null, high: null, unit: 'minute', qualifier: 'exact', ofWhat: null },
    ]);

    const found = await move(checker, id, { move: 'find', finding: 'verified' });
    expect(found.body).toMatchObject({ finding: 'verified', origins: 1, blockers: [] });
    expect(found.body.moves).toContain('submit');
    const submitted = await move(checker, id, { move: 'submit' });
    expect(submitted.body).toMatchObject({ state: 'ready', status: 'ready', blockers: [] });
    expect(submitted.body.moves).toEqual(['drop']);

    const own = await move(checker, id, { move: 'sign-off' });
    expect(own).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(own.body.detail).toContain('A second person must review it');

    const signed = await move(second, id, {
      move: 'sign-off',
      contentSha256: submitted.body.contentSha256,
    });
    expect(signed.body).toMatchObject({
      state: 'signed-off',
      status: 'verified',
      reviewer: { id: second.id, name: 'Sam Okoro' },
      singlePerson: false,
      reviews: [{ decision: 'approve', finding: 'verified' }],
    });

    const sheet = await editor.get(`/stories/${claim.storyId}/sheet?format=json`);
    const verified = sheet.body.sections.flatMap(({ claims }: { claims: object[] }) => claims);
    expect(verified).toHaveLength(1);
    expect(JSON.stringify(verified)).toContain('went out for 40 minutes on Friday');
    expect(sheet.body.sources).toHaveLength(1);

    const history = await viewer.get(`/claims/${id}/history`);
    const verbs = history.body.items.map((item: { verb: string }) => item.verb);
    expect(verbs).toEqual([
      'claim.marked',
      'claim.taken',
      'evidence.attached',
      'claim.edited',
      'claim.found',
      'claim.submitted',
      'claim.signed-off',
    ]);
    expect(history.body.items[1].after).toMatchObject({ state: 'in-check' });
    expect(history.body.items[0].after).toMatchObject({ flags: ['central'] });
    expect((await editor.get('/audit/verify')).body).toMatchObject({ ok: true });
  });

  it('lets a signed-off claim be reopened with a reason, and dropped and restored', async () => {
    const id = await ready();
    await move(second, id, { move: 'sign-off' });
    const bare = await move(editor, id, { move: 'reopen' });
    expect(bare).toMatchObject({ status: 422, body: { code: 'invalid' } });
    const opened = await move(editor, id, { move: 'reopen', reason: 'A reader sent the log.' });
    expect(opened.body).toMatchObject({ state: 'reopened', reviewer: null });
    const dropped = await move(checker, id, { move: 'drop', reason: 'Cut from the copy.' });
    expect(dropped.body).toMatchObject({ state: 'dropped', moves: ['restore'] });
    const back = await move(checker, id, { move: 'restore', reason: 'It came back.' });
    expect(back.body.state).toBe('reopened');
  });

  it('returns a claim with a comment, and assigns one to a person', async () => {
    const id = await ready();
    const returned = await move(second, id, { move: 'return', reason: 'Which Friday?' });
    expect(returned.body).toMatchObject({ state: 'in-check', reviews: [{ decision: 'return' }] });

    const other = await marked('Nobody was hurt');
    const given = await move(editor, other.id, { move: 'assign', assigneeId: second.id });
    expect(given.body).toMatchObject({ state: 'in-check', assignee: { name: 'Sam Okoro' } });
    const nobody = await marked('Nobody was hurt');
    expect((await move(editor, nobody.id, { move: 'assign' })).body.detail).toContain(
      'Say who is to check it',
    );
  });
});

describe('evidence', () => {
  it('of a reporter waits for a checker', async () => {
    const { id } = await marked('Nobody was hurt');
    const { body: evidence } = await reporter.post(`/claims/${id}/evidence`, PROOF);
    expect(evidence.accepted).toBe(false);
    const path = `/claims/${id}/evidence/${evidence.id}/accept`;
    expect((await reporter.post(path)).status).toBe(403);
    expect((await checker.post(path)).body.accepted).toBe(true);
    expect((await checker.post(path)).body.code).toBe('rule');
  });

  it('is edited against the claim’s version, in the body or in If-Match', async () => {
    const { id } = await marked('Nobody was hurt');
    const { body: evidence, headers } = await checker.post(`/claims/${id}/evidence`, PROOF);
    const path = `/claims/${id}/evidence/${evidence.id}`;
    const etag = headers.get('etag') ?? '';
    const edited = await checker.patch(path, { locator: 'Page 5' }, { 'if-match': etag });
    expect(edited.body.locator).toBe('Page 5');
    const stale = await checker.patch(path, { locator: 'Page 6' }, { 'if-match': etag });
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict' } });
    const blind = await checker.patch(path, { locator: 'Page 6' });
    expect(blind).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(Object.keys(blind.body.fields)).toEqual(['claimVersion']);
  });

  it('is removed with a reason and stays to be read', async () => {
    const { id } = await marked('Nobody was hurt');
    const { body: evidence } = await checker.post(`/claims/${id}/evidence`, PROOF);
    const path = `/claims/${id}/evidence/${evidence.id}`;
    expect((await checker.delete(path)).body.fields.reason).toEqual(['This is missing.']);
    const removed = await checker.delete(`${path}?reason=Wrong%20night.`);
    expect(removed.body).toMatchObject({ removed: true, removedReason: 'Wrong night.' });
    expect((await checker.get(`/claims/${id}`)).body.evidence).toEqual([]);
    const all = await checker.get(`/claims/${id}?removed=1`);
    expect(all.body.evidence).toHaveLength(1);
    expect((await checker.delete(path, { reason: 'Again.' })).body.code).toBe('rule');
  });

  it('against the claim is answered', async () => {
    const { id } = await marked('Nobody was hurt');
    const against = { ...PROOF, stance: 'refutes' };
    const { body: evidence } = await checker.post(`/claims/${id}/evidence`, against);
    const answered = await checker.post(`/claims/${id}/evidence/${evidence.id}/resolve`, {
      resolution: 'The log is of another harbour.',
    });
    expect(answered.body.resolution).toBe('The log is of another harbour.');
  });

  it('names one source: of the library or a new one', async () => {
    const { id } = await marked('Nobody was hurt');
    const { source, ...link } = PROOF;
    const { body: kept, status } = await checker.post('/sources', source);
    expect(status).toBe(201);
    const attached = await checker.post(`/claims/${id}/evidence`, { ...link, sourceId: kept.id });
    expect(attached.body.source.id).toBe(kept.id);
    expect((await checker.get(`/sources/${kept.id}`)).body.uses).toMatchObject([{ claimId: id }]);
    for (const both of [link, { ...PROOF, sourceId: kept.id }])
      expect((await checker.post(`/claims/${id}/evidence`, both)).body.code).toBe('invalid');
    const unknown = { ...link, sourceId: crypto.randomUUID() };
    expect((await checker.post(`/claims/${id}/evidence`, unknown)).body.fields).toHaveProperty(
      'sourceId',
    );
  });

  it('of another claim is not found under this one', async () => {
    const [one, two] = [await marked('Nobody was hurt'), await marked('Nobody was hurt')];
    const { body: evidence } = await checker.post(`/claims/${one.id}/evidence`, PROOF);
    const stray = `/claims/${two.id}/evidence/${evidence.id}`;
    expect((await checker.delete(`${stray}?reason=No`)).status).toBe(404);
    expect((await checker.post(`${stray}/accept`)).status).toBe(404);
  });

  it('hides a protected source from those who did not bring it', async () => {
    const { id } = await marked('Nobody was hurt');
    const secret = { ...PROOF, source: { ...PROOF.source, confidentiality: 'protected' } };
    const { body } = await checker.post(`/claims/${id}/evidence`, secret);
    expect(body.source.title).toBe('Log of the harbour office');
    const seen = await second.get(`/claims/${id}`);
    expect(seen.body.evidence[0].source).toMatchObject({
      title: 'Protected source',
      publisher: null,
    });
    expect(seen.text).not.toContain('Log of the harbour office');
    const source = await viewer.get(`/sources/${body.source.id}`);
    expect(source.text).not.toContain('Log of the harbour office');
  });
});

describe('notes and sources', () => {
  it('holds a query open until it is answered or closed', async () => {
    const { id } = await marked('Nobody was hurt');
    await move(checker, id, { move: 'take' });
    const asked = await checker.post(`/claims/${id}/notes`, {
      kind: 'query-author',
      body: 'Who told you?',
    });
    expect(asked).toMatchObject({ status: 201, body: { kind: 'query-author', threadId: null } });
    expect((await move(checker, id, { move: 'wait' })).body).toMatchObject({
      state: 'waiting',
      openQueries: 1,
    });
    const reply = await reporter.post(`/claims/${id}/notes`, {
      body: 'She did, by telephone.',
      threadId: asked.body.id,
    });
    expect(reply.body).toMatchObject({ kind: 'reply', threadId: asked.body.id });
    const closed = await checker.post(`/claims/${id}/notes/${asked.body.id}/resolve`);
    expect(closed.body).toMatchObject({ id: asked.body.id, resolvedBy: 'Chris Lee' });
    expect((await move(checker, id, { move: 'resume' })).body.state).toBe('in-check');
    const nowhere = `/claims/${id}/notes/${crypto.randomUUID()}/resolve`;
    expect((await checker.post(nowhere)).status).toBe(404);
  });

  it('changes a source against its version', async () => {
    const { body, headers } = await checker.post('/sources', { title: 'Weather log' });
    expect(body).toMatchObject({ kind: 'other', confidentiality: 'open', version: 1 });
    const etag = headers.get('etag') ?? '';
    const path = `/sources/${body.id}`;
    const edited = await checker.patch(path, { publisher: 'Met' }, { 'if-match': etag });
    expect(edited).toMatchObject({ status: 200, body: { publisher: 'Met', version: 2 } });
    expect((await checker.patch(path, { publisher: 'X' }, { 'if-match': etag })).status).toBe(409);
    expect((await checker.patch(path, { version: 2, url: 'javascript:alert(1)' })).status).toBe(
      422,
    );
  });

  it('changes a story’s details against their revision', async () => {
    const { body } = await editor.post('/stories', { headline: 'Draft', copy: COPY });
    const { body: story, headers } = await editor.get(`/stories/${body.id}`);
    const path = `/stories/${body.id}`;
    const edited = await editor.patch(path, { revision: story.revision, risk: 'high' });
    expect(edited.body).toMatchObject({ risk: 'high', revision: story.revision + 1 });
    const etag = headers.get('etag') ?? '';
    expect((await editor.patch(path, { headline: 'B' }, { 'if-match': etag })).status).toBe(409);
  });
});

describe('the sheet', () => {
  it('comes as a file in each format, and its export is recorded', async () => {
    const { storyId } = await marked('Nobody was hurt');
    const path = `/stories/${storyId}/sheet`;
    const csv = await editor.get(`${path}?format=csv`);
    expect(csv.status).toBe(200);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(csv.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.csv"/);
    expect(csv.text).toContain('Nobody was hurt');
    const parts = ['claims', 'evidence', 'sources'];
    const heads = await Promise.all(
      parts.map(async (part) => (await editor.get(`${path}?format=csv&part=${part}&bom=0`)).text),
    );
    expect(new Set(heads.map((text) => text.split('\r\n')[0])).size).toBe(3);
    for (const format of ['xlsx', 'zip'])
      expect((await editor.get(`${path}?format=${format}`)).text.slice(0, 2)).toBe('PK');
    expect((await editor.get('/audit/verify')).body.ok).toBe(true);
  });

  it('is refused in a format that is not built, or to whoever may not export', async () => {
    const { storyId } = await marked('Nobody was hurt');
    const path = `/stories/${storyId}/sheet`;
    for (const format of ['pdf', 'html', 'claim-review', 'web-annotation'])
      expect(await editor.get(`${path}?format=${format}`)).toMatchObject({
        status: 501,
        body: { code: 'not-built' },
      });
    expect((await editor.get(path)).body.fields).toHaveProperty('format');
    expect((await editor.get(`${path}?format=doc`)).status).toBe(422);
    expect((await viewer.get(`${path}?format=csv`)).status).toBe(403);
    const nowhere = `/stories/${crypto.randomUUID()}/sheet?format=csv`;
    expect((await editor.get(nowhere)).status).toBe(404);
  });
});

describe('taking', () => {
  it('lets one of 20 checkers win a claim', async () => {
    const { id, version } = await marked('Nobody was hurt');
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, n) => caller('CHECKER', `Checker ${n}`)),
    );
    const answers = await Promise.all(
      people.map((one) => one.post(`/claims/${id}/moves`, { move: 'take', version })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const { body } = await viewer.get(`/claims/${id}`);
    expect(body).toMatchObject({ state: 'in-check', version: version + 1 });
  });
});
