import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { POST as postStories } from '@/app/api/v1/stories/route';
import { BODY_LIMIT } from '@/lib/api/body';
import { type Caller, call, caller, callerWith, openTestApi } from '@/lib/api/test-api';
import { signIn } from '@/lib/auth/commands';
import { database } from '@/lib/db/client';
import { ROLES } from '@/lib/domain/vocabulary';
import { log } from '@/lib/log';
import { revokeToken } from '@/lib/tokens/commands';
import { disableUser } from '@/lib/users/commands';
import { asSystem, person, TEST_PASSWORD } from '@/lib/users/test-people';

let desk: Awaited<ReturnType<typeof openTestApi>>;
let checker: Caller;
let claimId: string;

beforeAll(async () => {
  desk = await openTestApi();
  checker = await caller('CHECKER', 'Chris Lee');
  const story = { headline: 'Tram', copy: 'Trams stopped at noon.' };
  const { body } = await checker.post('/stories', story);
  const claim = await checker.post(`/stories/${body.id}/claims`, { quote: 'stopped at noon' });
  claimId = claim.body.id;
});
afterAll(() => desk.close());

const STORY = { headline: 'Bridge', copy: 'The bridge opened in May.' };

describe('who calls', () => {
  it('is told by the token, for every role', async () => {
    for (const role of ROLES) {
      const one = await caller(role, `Me ${role}`, 'READ');
      const { status, body } = await one.get('/me');
      expect(status).toBe(200);
      expect(body).toMatchObject({ id: one.id, role: role.toLowerCase(), name: `Me ${role}` });
    }
  });

  it('is refused without a token that stands', async () => {
    const wrong = [
      undefined,
      '',
      'Bearer',
      'Bearer stet_',
      'Bearer nonsense',
      `Basic ${btoa('a:b')}`,
      `Bearer ${checker.token}x`,
      `Bearer ${checker.token.slice(5)}`,
    ];
    for (const authorization of wrong) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const answer = await call('GET', '/me', { headers });
      expect(answer, String(authorization)).toMatchObject({
        status: 401,
        body: { code: 'signed-out', status: 401, type: 'urn:stet:problem:signed-out' },
      });
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
  });

  it('changes nothing with a token that may only read', async () => {
    const reader = await caller('CHECKER', 'Read Only', 'READ');
    expect((await reader.get(`/claims/${claimId}`)).status).toBe(200);
    const before = await database().auditEvent.count();
    for (const answer of [
      await reader.post('/stories', STORY),
      await reader.post(`/claims/${claimId}/moves`, { move: 'take', version: 1 }),
      await reader.patch(`/claims/${claimId}`, { version: 1, priority: 1 }),
      await reader.delete(`/claims/${claimId}/evidence/${claimId}`, { reason: 'No' }),
    ]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
      expect(answer.body.detail).toContain('may only read');
    }
    expect(await database().auditEvent.count()).toBe(before);
  });

  it('stops at once when the token is revoked or the person disabled', async () => {
    const one = await caller('CHECKER', 'Leaving Soon');
    const token = await database().apiToken.findFirstOrThrow({ where: { userId: one.id } });
    await revokeToken(
      { actor: { id: one.id, name: '', email: '', role: 'CHECKER' }, now: new Date() },
      { tokenId: token.id },
    );
    expect((await one.get('/me')).status).toBe(401);
    const other = await caller('CHECKER', 'Disabled Soon');
    await disableUser(asSystem(), { userId: other.id, version: 1 });
    expect((await other.post('/stories', STORY)).status).toBe(401);
  });

  it('acts with the role it has now, and is refused beyond it', async () => {
    for (const role of ['VIEWER', 'LAWYER', 'ADMIN'] as const) {
      const one = await caller(role, `Not ${role}`);
      const answer = await one.post('/stories', STORY);
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    }
    const reporter = await caller('REPORTER', 'Rita Only');
    const taken = await reporter.post(`/claims/${claimId}/moves`, { move: 'take', version: 1 });
    expect(taken).toMatchObject({
      status: 403,
      body: { detail: 'A reporter cannot take a claim.' },
    });
    expect((await reporter.get('/audit/verify')).status).toBe(403);
  });

  it('may be a signed-in browser, which changes things only from our own pages', async () => {
    const { email } = await person('EDITOR', 'Edda Cookie');
    const { reference } = await signIn(
      { email, password: TEST_PASSWORD, network: null, userAgent: 'test' },
      new Date(),
    );
    const cookie = `other=1; stet-session=${reference}`;
    const own = {
      cookie,
      host: 'desk.test',
      origin: 'http://desk.test',
      'sec-fetch-site': 'same-origin',
    };
    expect((await call('GET', '/me', { headers: { cookie } })).body.name).toBe('Edda Cookie');
    expect((await call('POST', '/stories', { body: STORY, headers: own })).status).toBe(201);
    const foreign = [
      { cookie, host: 'desk.test' },
      { ...own, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, origin: 'null', 'sec-fetch-site': 'same-origin' },
    ];
    for (const headers of foreign) {
      const answer = await call('POST', '/stories', { body: STORY, headers });
      expect(answer).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    }
    const { body: story } = await call('POST', '/stories', { body: STORY, headers: own });
    const sheet = `/stories/${story.id}/sheet?format=csv`;
    const elsewhere = { 'sec-fetch-site': 'cross-site' };
    expect(await call('GET', sheet, { headers: { cookie, ...elsewhere } })).toMatchObject({
      status: 403,
      body: { code: 'not-allowed', detail: expect.stringContaining('Open the sheet in Stet') },
    });
    for (const site of ['same-origin', 'none'])
      expect(
        (await call('GET', sheet, { headers: { cookie, 'sec-fetch-site': site } })).status,
      ).toBe(200);
    expect((await checker.get(sheet, elsewhere)).status).toBe(200);
    const madeUp = { cookie: `stet-session=${'A'.repeat(43)}` };
    expect((await call('GET', '/me', { headers: madeUp })).status).toBe(401);
  });
});

describe('what is sent', () => {
  it('is refused when it is no JSON, with the place', async () => {
    const raws = ['{"headline": "A", }', '{', 'headline=A', '\u0000', `${'['.repeat(200_000)}`];
    for (const raw of raws) {
      const headers = { authorization: `Bearer ${checker.token}` };
      const answer = await call('POST', '/stories', { raw, headers });
      expect(answer, raw.slice(0, 9)).toMatchObject({ status: 400, body: { code: 'invalid' } });
      expect(answer.body.detail).toContain('The body is not JSON');
    }
  });

  it('is refused when it is not UTF-8', async () => {
    const raw = new Uint8Array([0x7b, 0xff, 0x7d]);
    const headers = { authorization: `Bearer ${checker.token}` };
    const answer = await call('POST', '/stories', { raw, headers });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });

  it('is refused when it is JSON of another shape', async () => {
    for (const body of [[], 'text', 7, true, null]) {
      const answer = await checker.post('/stories', body);
      expect(answer.status).toBe(422);
    }
  });

  it('is refused when it is larger than the limit, said or not', async () => {
    const headers = { authorization: `Bearer ${checker.token}` };
    const raw = JSON.stringify({ headline: 'A', copy: 'x'.repeat(BODY_LIMIT) });
    const said = { ...headers, 'content-length': String(raw.length) };
    for (const sent of [headers, said]) {
      const answer = await call('POST', '/stories', { raw, headers: sent });
      expect(answer).toMatchObject({ status: 413, body: { code: 'invalid', status: 413 } });
      expect(answer.body.detail).toContain('12 MB');
    }
  });

  it('is refused with the name of every field that is not known', async () => {
    const answer = await checker.post('/stories', { ...STORY, role: 'admin', id: 'x' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(Object.keys(answer.body.fields)).toEqual(['role', 'id']);
    expect(answer.body.detail).toContain('“role” is not a field here');
    const path = `/claims/${claimId}`;
    for (const extra of ['state', 'status', 'markedById', 'claimId', 'constructor', '__proto__']) {
      const sent = `{"version": 1, "priority": 1, "${extra}": {"a": 1}}`;
      const headers = { authorization: `Bearer ${checker.token}` };
      const refused = await call('PATCH', path, { raw: sent, headers });
      expect(refused, extra).toMatchObject({ status: 422, body: { code: 'invalid' } });
    }
    const nested = await checker.post(`/claims/${claimId}/evidence`, {
      stance: 'supports',
      source: { title: 'A', addedById: 'x' },
    });
    expect(nested.body.fields).toHaveProperty(['source.addedById']);
    expect((await checker.get('/claims?colour=red')).body.fields).toHaveProperty('colour');
  });

  it('is told field by field what does not fit', async () => {
    const answer = await checker.post('/stories', {
      headline: 7,
      language: 'klingon!',
      dueAt: 'soon',
    });
    expect(answer.body.fields).toEqual({
      headline: ['Give text in quotes here.'],
      copy: ['This is missing.'],
      language: ['Write the language as its short code: en, uk, de.'],
      dueAt: ['Write the date and time as 2026-05-04 or 2026-05-04T12:30Z.'],
    });
    expect(answer.body.detail).toContain('copy: This is missing.');
    const type = await checker.patch(`/claims/${claimId}`, { version: 1, type: 'SIGNED_OFF' });
    expect(type.body.fields.type[0]).toMatch(/^Choose one of: numeric, date-time/);
  });

  it('is refused when a text is too long', async () => {
    const long = await checker.post('/stories', { ...STORY, headline: 'h'.repeat(501) });
    expect(long.body.fields.headline).toEqual(['Keep this under 500 characters.']);
    const note = await checker.post(`/claims/${claimId}/notes`, { body: 'n'.repeat(20_001) });
    expect(note.status).toBe(422);
  });

  it('is refused when it was made on a stale version, and changes nothing', async () => {
    const fresh = await checker.patch(`/claims/${claimId}`, { version: 1, priority: 1 });
    expect(fresh).toMatchObject({ status: 200, body: { version: 2, priority: 1 } });
    const stale = await checker.patch(`/claims/${claimId}`, { version: 1, priority: 3 });
    expect(stale).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(stale.body.detail).toContain('Chris Lee changed this claim after you opened it');
    const header = await checker.patch(
      `/claims/${claimId}`,
      { priority: 3 },
      { 'if-match': '"1"' },
    );
    expect(header.status).toBe(409);
    const matched = await checker.patch(
      `/claims/${claimId}`,
      { priority: 2 },
      { 'if-match': '"2"' },
    );
    expect(matched.headers.get('etag')).toBe('"3"');
    for (const etag of ['*', '2', '"two"', '"1", "2"']) {
      const answer = await checker.patch(
        `/claims/${claimId}`,
        { priority: 3 },
        { 'if-match': etag },
      );
      expect(answer, etag).toMatchObject({ status: 422, body: { code: 'invalid' } });
    }
    const both = await checker.patch(
      `/claims/${claimId}`,
      { version: 3, priority: 3 },
      { 'if-match': '"2"' },
    );
    expect(both.body.detail).toContain('different versions');
    const neither = await checker.patch(`/claims/${claimId}`, { priority: 3 });
    expect(neither.body.fields).toHaveProperty('version');
  });
});

describe('addresses', () => {
  it('with an id that is none, or nobody’s, are not found', async () => {
    const id = crypto.randomUUID();
    for (const bad of ['x', '0', "' OR 1=1 --", '..%2F..', id]) {
      const part = encodeURIComponent(bad);
      for (const path of [`/claims/${part}`, `/stories/${part}`, `/sources/${part}`]) {
        const answer = await checker.get(path);
        expect(answer, path).toMatchObject({ status: 404, body: { code: 'not-found' } });
      }
      const moved = await checker.post(`/claims/${part}/moves`, { move: 'take', version: 1 });
      expect(moved.status).toBe(404);
    }
  });

  it('refuse a method they do not have, and name those they have', async () => {
    const answer = await call('PUT', `/claims/${claimId}`);
    expect(answer).toMatchObject({ status: 405, body: { status: 405 } });
    expect(answer.headers.get('allow')).toBe('GET, PATCH, HEAD, OPTIONS');
    const options = await call('OPTIONS', '/claims');
    expect(options.status).toBe(204);
    expect(options.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
    expect((await call('DELETE', '/stories')).headers.get('allow')).toBe(
      'GET, POST, HEAD, OPTIONS',
    );
  });

  it('that are not built yet say so, to whoever is signed in', async () => {
    const { body } = await checker.get('/stories');
    const story = `/stories/${body.items[0].id}`;
    const calls = [
      ['GET', `${story}/suggestions`],
      ['GET', `${story}/ledger`],
      ['POST', '/analyse'],
      ['GET', `/claims/${claimId}/alike`],
      ['GET', `/claims/${claimId}/support`],
      ['GET', `/sources/${claimId}/snapshots`],
      ['POST', `/sources/${claimId}/snapshots`],
    ] as const;
    for (const [method, path] of calls) {
      const headers = { authorization: `Bearer ${checker.token}` };
      const answer = await call(method, path, { headers });
      expect(answer, path).toMatchObject({ status: 501, body: { code: 'not-built' } });
      expect(answer.body.detail).toContain('not built yet');
      expect((await call(method, path)).status).toBe(401);
    }
  });

  it('tell whether the process is up and ready, without signing in', async () => {
    expect(await call('GET', '/healthz')).toMatchObject({ status: 200, body: { status: 'up' } });
    expect(await call('GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
    await database().$executeRaw`
      UPDATE _prisma_migrations SET finished_at = NULL
      WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`;
    const unready = await call('GET', '/readyz');
    expect(unready).toMatchObject({ status: 503, body: { code: 'fault' } });
    expect(unready.body.detail).toContain('lacks a migration');
    await database().$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
  });
});

describe('a fault of ours', () => {
  it('is logged under a number, and the caller gets only that', async () => {
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    await database().$executeRaw`ALTER TABLE story RENAME TO story_away`;
    try {
      const answer = await checker.get('/stories');
      expect(answer).toMatchObject({ status: 500, body: { code: 'fault', status: 500 } });
      expect(answer.text).not.toMatch(/story_away|relation|prisma|select/i);
      expect(logged).toHaveBeenCalledOnce();
      expect(logged.mock.calls[0]?.[0]).toMatchObject({ fault: answer.body.fault });
    } finally {
      await database().$executeRaw`ALTER TABLE story_away RENAME TO story`;
      logged.mockRestore();
    }
  });
});

describe('a key for each call', () => {
  const post = (body: object, key: string, by = checker) =>
    by.post('/stories', body, { 'idempotency-key': key });
  const storiesNamed = (headline: string) => database().story.count({ where: { headline } });

  it('answers a repeat as the first call was answered', async () => {
    const body = { ...STORY, headline: 'Once only' };
    const first = await post(body, 'key-1');
    const again = await post(body, 'key-1');
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(first.headers.get('idempotent-replayed')).toBeNull();
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await storiesNamed('Once only')).toBe(1);
  });

  it('is refused for another call, and is another for another person', async () => {
    await post({ ...STORY, headline: 'Key two' }, 'key-2');
    const other = await post({ ...STORY, headline: 'Key two again' }, 'key-2');
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(await storiesNamed('Key two again')).toBe(0);
    const someone = await caller('EDITOR', 'Edda Keys');
    expect((await post({ ...STORY, headline: 'Key two again' }, 'key-2', someone)).status).toBe(
      201,
    );
    const elsewhere = await checker.post(
      '/sources',
      { title: 'S' },
      { 'idempotency-key': 'key-2' },
    );
    expect(elsewhere.status).toBe(409);
  });

  it('lets one of 20 calls at the same moment through', async () => {
    const { body: story } = await checker.post('/stories', STORY);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        checker.post(
          `/stories/${story.id}/claims`,
          { quote: 'opened in May' },
          { 'idempotency-key': 'at-once' },
        ),
      ),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => ![201, 409].includes(status))).toEqual([]);
    expect(await database().claim.count({ where: { storyId: story.id } })).toBe(1);
  });

  it('is free again after a refusal, which changed nothing', async () => {
    const { body: story } = await checker.post('/stories', STORY);
    const post = (quote: string) =>
      checker.post(`/stories/${story.id}/claims`, { quote }, { 'idempotency-key': 'again' });
    expect((await post('no such words')).status).toBe(422);
    expect((await post('opened in May')).status).toBe(201);
  });

  it('is kept for a day', async () => {
    const body = { ...STORY, headline: 'Every day' };
    await post(body, 'daily');
    await database().$executeRaw`
      UPDATE idempotent_call SET created_at = created_at - interval '25 hours' WHERE key = 'daily'`;
    expect((await post(body, 'daily')).headers.get('idempotent-replayed')).toBeNull();
    expect(await storiesNamed('Every day')).toBe(2);
  });

  it('is refused while the first call is under way or broke off', async () => {
    const row = { userId: checker.id, key: 'broken', requestHash: 'x' };
    const body = { ...STORY, headline: 'Broken off' };
    await post(body, 'broken');
    await database().$executeRaw`
      UPDATE idempotent_call SET status = NULL, body = NULL WHERE key = ${row.key}`;
    expect((await post(body, 'broken')).body.detail).toContain('still under way');
    await database().$executeRaw`
      UPDATE idempotent_call SET created_at = created_at - interval '10 minutes' WHERE key = ${row.key}`;
    expect((await post(body, 'broken')).body.detail).toContain('broke off');
    expect(await storiesNamed('Broken off')).toBe(1);
  });

  it('is refused when it is empty or too long', async () => {
    for (const key of ['', 'k'.repeat(256), 'schlüssel'])
      expect((await post(STORY, key)).status, key).toBe(422);
  });
});

it('needs nothing of Next but the request', async () => {
  const request = new Request('http://desk.test/api/v1/stories', { method: 'POST', body: '{}' });
  const response = await postStories(request, { params: Promise.resolve({}) });
  expect(response.status).toBe(401);
  expect((await callerWith(checker.id, checker.token).get('/me')).status).toBe(200);
});
