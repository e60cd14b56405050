import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, caller, openTestApi } from '@/lib/api/test-api';
import { database } from '@/lib/db/client';

let desk: Awaited<ReturnType<typeof openTestApi>>;
let checker: Caller;
let storyId: string;

const WORDS = Array.from({ length: 30 }, (_, n) => `Bus number ${n + 1} left the depot late.`);

beforeAll(async () => {
  desk = await openTestApi();
  checker = await caller('CHECKER', 'Chris Lee');
  const copy = WORDS.join('\n\n');
  storyId = (await checker.post('/stories', { headline: 'Buses', copy })).body.id;
  for (const [n, quote] of WORDS.entries()) {
    const type = n % 3 === 0 ? 'event' : 'numeric';
    const flags = n === 4 ? ['central'] : [];
    const { body } = await checker.post(`/stories/${storyId}/claims`, { quote, type, flags });
    if (n < 5) await checker.post(`/claims/${body.id}/moves`, { move: 'take', version: 1 });
  }
  // Some are due at the same moment, some never.
  await database().$executeRaw`
    UPDATE claim SET due_at = timestamptz '2026-05-01 10:00Z' + number % 3 * interval '1 day'
    WHERE number % 4 > 0`;
}, 120_000);
afterAll(() => desk.close());

type Item = { id: string; ref: string; dueAt: string | null; exact: string; state: string };

async function pages(path: string, limit: number): Promise<Item[][]> {
  const all: Item[][] = [];
  let cursor: string | null = null;
  do {
    const after: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { status, body } = await checker.get(`${path}&limit=${limit}${after}`);
    expect(status).toBe(200);
    all.push(body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return all;
}

const refs = async (query: string): Promise<string[]> =>
  (await checker.get(`/claims?${query}`)).body.items.map(({ ref }: Item) => ref);

describe('pages of claims', () => {
  const orders = ['due', 'updated', 'status', 'type', 'priority', 'created'];
  it.each([...orders, ...orders.map((order) => `-${order}`)])(
    'hold every claim once, in the order %s',
    async (sort) => {
      const cut = await pages(`/claims?story=${storyId}&sort=${sort}`, 7);
      const ids = cut.flat().map(({ id }) => id);
      expect(cut.map((page) => page.length)).toEqual([7, 7, 7, 7, 2]);
      expect(new Set(ids).size).toBe(30);
      const [whole = []] = await pages(`/claims?story=${storyId}&sort=${sort}`, 200);
      expect(ids).toEqual(whole.map(({ id }) => id));
    },
  );

  it('come in the order asked for', async () => {
    const [soonest = []] = await pages('/claims?sort=due', 200);
    const dues = soonest.map(({ dueAt }) => dueAt ?? '9');
    expect(dues).toEqual(dues.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    expect((await refs('sort=created'))[0]).toBe('C-001');
    expect((await refs('sort=-created'))[0]).toBe('C-030');
  });

  it('do not shift while claims are added', async () => {
    const first = await checker.get(`/claims?story=${storyId}&sort=created&limit=10`);
    const quote = 'left the depot late';
    const added = await checker.post(`/stories/${storyId}/claims`, {
      quote,
      start: WORDS.join('\n\n').indexOf(quote),
    });
    const cursor = encodeURIComponent(first.body.nextCursor);
    const next = await checker.get(
      `/claims?story=${storyId}&sort=created&limit=10&cursor=${cursor}`,
    );
    expect(next.body.items[0].ref).toBe('C-011');
    const { version, id } = added.body;
    await checker.post(`/claims/${id}/moves`, { move: 'drop', version, reason: 'Marked twice.' });
  });

  it('refuse a cursor of another list, a damaged one, and a limit beyond 200', async () => {
    const { body } = await checker.get('/claims?sort=due&limit=1');
    for (const query of [
      `sort=type&cursor=${body.nextCursor}`,
      'cursor=nonsense',
      'cursor=WyJkdWUrIl0',
      'limit=0',
      'limit=201',
      'limit=ten',
      'sort=colour',
      'status=red',
      'assignee=somebody',
      'story=x',
    ]) {
      const answer = await checker.get(`/claims?${query}`);
      expect(answer, query).toMatchObject({ status: 422, body: { code: 'invalid' } });
    }
  });

  it('refuse a cursor whose parts were forged, without a fault', async () => {
    const forge = (...parts: string[]) =>
      Buffer.from(JSON.stringify(['due+', ...parts])).toString('base64url');
    for (const cursor of [forge('x', 'y'), forge('2026-01-01', "' OR 1=1 --")]) {
      const answer = await checker.get(`/claims?cursor=${cursor}`);
      expect(answer.status).toBe(422);
    }
  });
});

describe('filters of claims', () => {
  it('take several words of one kind, by commas or repeated', async () => {
    const taken = ['C-001', 'C-002', 'C-003', 'C-004', 'C-005'];
    expect(
      (await refs('state=in-check&sort=created')).toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(taken);
    expect(await refs('status=in-check,marked&limit=200&type=event')).toHaveLength(10);
    expect(await refs('state=in-check&state=marked&limit=200')).toHaveLength(30);
    expect(await refs('status=verified')).toEqual([]);
  });

  it('take a flag, a person, nobody, and oneself', async () => {
    expect(await refs('flag=central')).toEqual(['C-005']);
    expect(await refs('assignee=me')).toHaveLength(5);
    expect(await refs(`assignee=${checker.id}`)).toHaveLength(5);
    expect(await refs('assignee=nobody&limit=200&state=marked')).toHaveLength(25);
  });

  it('find words and refs', async () => {
    expect(await refs('q=number%2017')).toEqual(['C-017']);
    expect(await refs('q=C-023')).toEqual(['C-023']);
    expect(await refs('q=zeppelin')).toEqual([]);
    expect((await checker.get(`/claims?q=${encodeURIComponent("':* & | ! ) (")}`)).status).toBe(
      200,
    );
  });
});

describe('stories and sources', () => {
  it('are listed by pages, each once', async () => {
    for (let n = 0; n < 7; n += 1) {
      await checker.post('/stories', { headline: `Night bus ${n}`, copy: 'A bus left.' });
      await checker.post('/sources', { title: `Timetable ${n}`, kind: n > 3 ? 'dataset' : 'book' });
    }
    const stories = (await pages('/stories?q=night', 3)).flat();
    expect(new Set(stories.map(({ id }) => id)).size).toBe(7);
    const sources = (await pages('/sources?q=timetable', 2)).flat();
    expect(new Set(sources.map(({ id }) => id)).size).toBe(7);
    expect((await checker.get('/sources?kind=dataset')).body.items).toHaveLength(3);
  });

  it('come with their current version and their counts', async () => {
    const { body } = await checker.get('/stories?q=Buses');
    expect(body.items).toMatchObject([
      {
        headline: 'Buses',
        version: { number: 1 },
        counts: { 'in-check': 5, marked: 25, dropped: 1 },
      },
    ]);
  });
});
