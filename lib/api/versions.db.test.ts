import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, caller, openTestApi } from '@/lib/api/test-api';
import { COPY, WORDS } from '@/lib/db/desk-fixture';
import { sha256 } from '@/lib/sha256';

let desk: Awaited<ReturnType<typeof openTestApi>>;
let checker: Caller;
let viewer: Caller;
beforeAll(async () => {
  desk = await openTestApi();
  checker = await caller('CHECKER', 'Maren Holt');
  viewer = await caller('VIEWER', 'Sam Whitlock');
});
afterAll(() => desk.close());

const COPY_2 = COPY.replace('18 of the 24', '19 of the 24');

async function story() {
  const { body } = await checker.post('/stories', { headline: 'Night raid', copy: COPY });
  const claims = await Promise.all(
    [WORDS, '12 were shot down'].map(
      async (quote) => (await checker.post(`/stories/${body.id}/claims`, { quote })).body,
    ),
  );
  return { id: String(body.id), sha256: String(body.version.sha256), claims };
}

describe('POST /stories/{id}/versions', () => {
  it('answers the version and where each claim stands, then and now', async () => {
    const { id, claims } = await story();
    const answer = await checker.post(`/stories/${id}/versions`, {
      copy: COPY_2,
      reason: 'A newer count.',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/api/v1/stories/${id}/versions/2`);
    expect(answer.body.version).toMatchObject({ number: 2, sha256: sha256(COPY_2) });
    const byRef = new Map(answer.body.anchors.map((each: { ref: string }) => [each.ref, each]));
    const start = COPY.indexOf(WORDS);
    const changed = claims.find(({ exact }) => exact === WORDS);
    expect(byRef.get(changed.ref)).toMatchObject({
      claimId: changed.id,
      state: 'changed',
      from: { exact: WORDS, start, end: start + WORDS.length },
      to: { exact: '19 of the 24 drones', start, end: start + WORDS.length },
    });
    const kept = claims.find(({ exact }) => exact !== WORDS);
    expect(byRef.get(kept.ref)).toMatchObject({
      state: 'attached',
      to: { exact: kept.exact, start: kept.start, end: kept.end },
    });
  });

  it('is one version for one key, however often it is sent', async () => {
    const { id } = await story();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await checker.post(`/stories/${id}/versions`, { copy: COPY_2 }, key);
    const again = await checker.post(`/stories/${id}/versions`, { copy: COPY_2 }, key);
    expect(again.body).toEqual(first.body);
    expect((await checker.get(`/stories/${id}/versions`)).body.items).toHaveLength(2);
  });

  it('is refused: the same text, an older one, no right, no story, no copy', async () => {
    const { id, sha256: contentSha256 } = await story();
    const path = `/stories/${id}/versions`;
    expect(await checker.post(path, { copy: COPY })).toMatchObject({
      status: 422,
      body: { code: 'invalid', fields: { copy: [expect.stringContaining('version 1')] } },
    });
    expect((await viewer.post(path, { copy: COPY_2 })).status).toBe(403);
    expect((await checker.post(path, {})).status).toBe(422);
    const nowhere = `/stories/${crypto.randomUUID()}/versions`;
    expect((await checker.post(nowhere, { copy: COPY_2 })).status).toBe(404);
    expect((await viewer.get(nowhere)).status).toBe(404);
    await checker.post(path, { copy: COPY_2 });
    const late = await checker.post(path, { copy: `${COPY}So.`, contentSha256 });
    expect(late).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(late.body.detail).toContain('Maren Holt brought in version 2');
  });

  it('a claim whose words were cut has no place, and says so', async () => {
    const { id, claims } = await story();
    const cut = COPY.split('\n\n')[0] ?? '';
    const { body } = await checker.post(`/stories/${id}/versions`, { copy: cut });
    for (const anchor of body.anchors) expect(anchor).toMatchObject({ state: 'lost', to: null });
    const claim = (await checker.get(`/claims/${claims[0].id}`)).body;
    expect(claim).toMatchObject({ start: null, end: null, anchor: { state: 'lost' } });
    expect(claim.blockers.join()).toContain('not in this version');
  });
});

describe('GET /stories/{id}/versions', () => {
  it('lists the newest first, by pages', async () => {
    const { id } = await story();
    for (const copy of [COPY_2, `${COPY_2}So.\n`])
      await checker.post(`/stories/${id}/versions`, { copy });
    const first = await viewer.get(`/stories/${id}/versions?limit=2`);
    expect(first.body.items.map(({ number }: { number: number }) => number)).toEqual([3, 2]);
    expect(first.body.items[0]).toMatchObject({
      createdBy: 'Maren Holt',
      characters: [...`${COPY_2}So.\n`].length,
    });
    const rest = await viewer.get(`/stories/${id}/versions?cursor=${first.body.nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ number: 1 }], nextCursor: null });
    expect((await viewer.get(`/stories/${id}/versions/2`)).body.copy).toBe(COPY_2);
  });
});

describe('clearances', () => {
  it('are given, shown with the story, fall with a version and may be taken back', async () => {
    const { body: made } = await checker.post('/stories', { headline: 'Tram', copy: COPY });
    const path = `/stories/${made.id}/clearances`;
    const give = { kind: 'research', contentSha256: made.version.sha256 };
    const refused = await checker.post(path, give);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'rule', reasons: [expect.stringContaining('No claim has been marked')] },
    });
    const { body: claim } = await checker.post(`/stories/${made.id}/claims`, { quote: WORDS });
    expect((await viewer.get(path)).body).toEqual({
      items: [],
      blockers: [`${claim.ref} is not signed off yet.`],
    });
    const second = await caller('EDITOR', 'Idris Vale');
    await checker.post(`/claims/${claim.id}/evidence`, {
      source: { title: 'Morning report' },
      stance: 'supports',
      proximity: 'primary',
      authoritative: true,
      excerpt: 'Of 24 drones 18 were destroyed.',
      locator: 'line 2',
    });
    const move = async (by: Caller, name: string, more: object = {}) => {
      const { version } = (await by.get(`/claims/${claim.id}`)).body;
      const sent = await by.post(`/claims/${claim.id}/moves`, { move: name, version, ...more });
      expect(sent.status, sent.text).toBe(200);
    };
    await move(checker, 'take');
    await move(checker, 'find', { finding: 'verified' });
    await move(checker, 'submit');
    await move(second, 'sign-off');
    const given = await checker.post(path, give);
    expect(given).toMatchObject({
      status: 201,
      body: { items: [{ kind: 'research', by: { name: 'Maren Holt' }, version: 1 }], blockers: [] },
    });
    expect((await viewer.get(`/stories/${made.id}`)).body.clearances).toHaveLength(1);
    const withdraw = `/clearances/${given.body.items[0].id}/withdraw`;
    expect((await viewer.post(withdraw, { reason: 'No.' })).status).toBe(403);
    const withdrawn = await checker.post(withdraw, { reason: 'A source called back.' });
    expect(withdrawn.body.voidedReason).toContain('A source called back.');
    await second.post(path, { ...give, kind: 'editor' });
    await checker.post(`/stories/${made.id}/versions`, { copy: COPY_2 });
    expect((await viewer.get(`/stories/${made.id}`)).body.clearances).toEqual([]);
    expect((await viewer.get(path)).body.items[0].voidedReason).toContain('Version 2 changed');
  });
});

describe('where a claim stands', () => {
  it('is said over the API: new words accepted, marked anew, split and merged', async () => {
    const { id, claims } = await story();
    const figure = claims.find(({ exact }) => exact === WORDS);
    const other = claims.find(({ exact }) => exact !== WORDS);
    await checker.post(`/stories/${id}/versions`, { copy: COPY_2 });
    const post = async (claim: { id: string }, path: string, body: object = {}) => {
      const { version } = (await checker.get(`/claims/${claim.id}`)).body;
      return checker.post(`/claims/${claim.id}/${path}`, { version, ...body });
    };
    const at = (words: string) => {
      const start = COPY_2.indexOf(words);
      return { start, end: start + words.length };
    };
    expect(await post(figure, 'accept-words')).toMatchObject({
      status: 200,
      body: { state: 'marked' },
    });
    expect((await post(figure, 'choose', { start: 0 })).body.code).toBe('rule');
    expect((await post(figure, 'place', at('24 drones'))).body).toMatchObject({
      exact: '24 drones',
      anchor: { state: 'changed', ...at('24 drones') },
    });
    const whole = at('12 were shot down');
    const ranges = [at('12 were'), { start: at('12 were').end + 1, end: whole.end }];
    expect((await post(other, 'split', { ranges })).body.exact).toBe('12 were');
    const merged = await post(other, 'merge', { intoId: figure.id });
    expect(merged.body).toMatchObject({ state: 'dropped', mergedIntoId: figure.id });
    const refused = await viewer.post(`/claims/${figure.id}/accept-words`, { version: 9 });
    expect(refused.status).toBe(403);
  });
});
