import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, caller, openTestApi } from '@/lib/api/test-api';

let desk: Awaited<ReturnType<typeof openTestApi>>;
let checker: Caller;

const COPY = `Ferry strike enters second week

The union said 18 of 24 crews had stopped work on Monday. “We’ll hold on,” said its chair, Ana Ruiz. It was quiet.

Advertisement
`;

beforeAll(async () => {
  desk = await openTestApi();
  checker = await caller('CHECKER', 'Chris Lee');
});
afterAll(() => desk.close());

const newStory = async () => {
  const { body } = await checker.post('/stories', { headline: 'Ferry strike', copy: COPY });
  return body as { id: string; version: { sha256: string } };
};
const at = (words: string) => ({
  start: COPY.indexOf(words),
  end: COPY.indexOf(words) + words.length,
});
type Item = { start: number; end: number; kind: string; state: string; reason?: string };
const told = ({ start, end, kind, state, reason }: Item) =>
  [kind, COPY.slice(start, end), state, reason].filter(Boolean).join(' | ');

describe('coverage by the API', () => {
  it('tells every sentence and the things in it, and nothing of page furniture', async () => {
    const { id } = await newStory();
    await checker.post(`/stories/${id}/claims`, { quote: '18 of 24 crews' });
    const { body } = await checker.get(`/stories/${id}/coverage`);
    expect(body.percent).toBe(0);
    expect(body.items.map(told)).toEqual([
      'sentence | Ferry strike enters second week | unlooked-at',
      'number | second | unlooked-at',
      'sentence | The union said 18 of 24 crews had stopped work on Monday. | unlooked-at',
      'number | 18 of 24 | claimed',
      'date | Monday | unlooked-at',
      'sentence | “We’ll hold on,” said its chair, Ana Ruiz. | unlooked-at',
      'quote | “We’ll hold on,” | unlooked-at',
      'name | Ana Ruiz | unlooked-at',
      'sentence | It was quiet. | unlooked-at',
    ]);
  });

  it('sets words aside and takes them back', async () => {
    const { id, version } = await newStory();
    const answer = await checker.post(`/stories/${id}/coverage`, {
      contentSha256: version.sha256,
      reason: 'scene',
      ranges: [at('It was quiet.')],
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        percent: 25,
        setAside: [{ exact: 'It was quiet.', reason: 'scene', by: { name: 'Chris Lee' } }],
      },
    });
    const { body } = await checker.get(`/stories/${id}/coverage`);
    expect(body.items.map(told)).toContain('sentence | It was quiet. | set-aside | scene');
    expect(body.setAside).toEqual(answer.body.setAside);
    const story = await checker.get(`/stories/${id}`);
    expect(story.body.coverage).toEqual({
      percent: 25,
      sentences: 4,
      claimed: 0,
      setAside: 1,
      unlookedAt: 3,
    });
    const { items } = (await checker.get('/stories')).body;
    expect(items.find((row: { id: string }) => row.id === id).coverage).toEqual(
      story.body.coverage,
    );
    const ids = answer.body.setAside.map((row: { id: string }) => row.id);
    expect((await checker.delete(`/stories/${id}/coverage?ids=${ids.join(',')}`)).body).toEqual({
      percent: 0,
      undone: 1,
    });
    const again = await checker.delete(`/stories/${id}/coverage`, { ids });
    expect(again.status).toBe(409);
  });

  it('sets aside the rest of a block by its number', async () => {
    const { id, version } = await newStory();
    await checker.post(`/stories/${id}/claims`, { quote: '18 of 24 crews' });
    const { body } = await checker.post(`/stories/${id}/coverage`, {
      contentSha256: version.sha256,
      reason: 'common-knowledge',
      restOfBlock: 1,
    });
    expect(body.percent).toBe(75);
    expect(body.setAside.map((row: { exact: string }) => row.exact)).toEqual([
      'Monday',
      '“We’ll hold on,” said its chair, Ana Ruiz.',
      'It was quiet.',
    ]);
  });

  it('refuses in words', async () => {
    const { id, version } = await newStory();
    const send = (body: object, who = checker) => who.post(`/stories/${id}/coverage`, body);
    const whole = {
      contentSha256: version.sha256,
      reason: 'opinion',
      ranges: [at('It was quiet.')],
    };
    expect((await send({ ...whole, reason: 'boring' })).body.fields.reason[0]).toContain(
      'common-knowledge',
    );
    expect((await send({ ...whole, contentSha256: 'f'.repeat(64) })).status).toBe(409);
    expect((await send({ ...whole, ranges: [{ start: 4 }] })).status).toBe(422);
    expect((await send({ reason: 'opinion', ranges: [] })).body.fields).toHaveProperty(
      'contentSha256',
    );
    const viewer = await caller('VIEWER', 'Vera Viewer');
    expect((await send(whole, viewer)).status).toBe(403);
    expect((await viewer.get(`/stories/${id}/coverage`)).status).toBe(200);
    expect((await checker.delete(`/stories/${id}/coverage`, { ids: [] })).status).toBe(422);
  });
});
