import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, caller, openTestApi } from '@/lib/api/test-api';

let desk: Awaited<ReturnType<typeof openTestApi>>;
let checker: Caller;

const COPY = [
  'Ferry strike enters second week',
  '',
  'The union said 18\u00a0of\u00a024 crews had stopped work on Monday. “We’ll hold on,” said its chair, Ana Ruiz.',
  '',
  'The operator said crews had stopped work on two lines only. 🚢 Three ferries sailed.',
].join('\n');

beforeAll(async () => {
  desk = await openTestApi();
  checker = await caller('CHECKER', 'Chris Lee');
});
afterAll(() => desk.close());

const isClaimedSentence = ({ kind, state }: { kind: string; state: string }) =>
  kind === 'sentence' && state === 'claimed';

const storyWith = async (copy = COPY) => {
  const { body } = await checker.post('/stories', { headline: 'Ferry strike', copy });
  return body as { id: string; version: { sha256: string } };
};

const mark = (storyId: string, words: object) => checker.post(`/stories/${storyId}/claims`, words);

describe('bringing in', () => {
  it('keeps the copy to the character, and answers its hash', async () => {
    const copy = `\ufeff\u00a0Line one\r\nline two\t“quoted”\u2028end\n\n`;
    const { id, version } = await storyWith(copy);
    const answer = await checker.get(`/stories/${id}/versions/1`);
    expect(answer.body).toMatchObject({ number: 1, copy, sha256: version.sha256 });
    expect(answer.body.blocks[0]).toMatchObject({ excluded: false });
  });

  it('takes 30,000 words', async () => {
    const copy = `A long read\n\n${'Eight people walked along the quay that night. '.repeat(3_750)}`;
    expect((await checker.post('/stories', { headline: 'Long', copy })).status).toBe(201);
  });

  it('refuses too long a copy, an empty one and one with half a character, in words', async () => {
    const send = (copy: string) => checker.post('/stories', { headline: 'No', copy });
    const long = await send('a'.repeat(2_000_001));
    expect(long).toMatchObject({ status: 422, body: { code: 'invalid' } });
    expect(long.body.fields.copy[0]).toContain('2,000,000 characters');
    expect((await send('')).body.detail).toContain('There is no copy yet.');
    expect((await send('half \ud83d of it')).body.detail).toContain('half of a character');
  });

  it('keeps a slug for one story', async () => {
    const send = () =>
      checker.post('/stories', { headline: 'S', copy: 'Text.', slug: 'ferry-one' });
    expect((await send()).body.slug).toBe('ferry-one');
    expect((await send()).body.fields.slug[0]).toContain('Another story is filed as');
  });

  it('names versions that are not there as not found', async () => {
    const { id } = await storyWith();
    for (const n of ['2', '0', '-1', '1.0', 'one', '99999999999'])
      expect((await checker.get(`/stories/${id}/versions/${n}`)).status, n).toBe(404);
  });
});

describe('marking', () => {
  it('marks the words at their place, with what stands around them', async () => {
    const { id } = await storyWith();
    const { status, body, headers } = await mark(id, {
      quote: '18\u00a0of\u00a024 crews',
      type: 'numeric',
      flags: ['central'],
      restatement: 'Eighteen of twenty-four crews stopped work.',
      claimant: 'The union',
    });
    const start = COPY.indexOf('18\u00a0of');
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/v1/claims/${body.id}`);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      ref: 'C-001',
      storyId: id,
      exact: '18\u00a0of\u00a024 crews',
      start,
      end: start + 14,
      anchor: { state: 'attached', start, exact: '18\u00a0of\u00a024 crews' },
      type: 'numeric',
      state: 'marked',
      status: 'marked',
      finding: 'none',
      said: 'none',
      voice: 'attributed',
      flags: ['central'],
      attribution: [{ party: 'The union', role: 'speaker', ground: 'on-record' }],
      evidence: [],
      notes: [],
      origins: 0,
      moves: ['take', 'drop'],
      version: 1,
    });
    expect(body.blockers[0]).toContain('Nobody is checking it');
    expect(COPY.endsWith(body.anchor.suffix) || COPY.includes(body.anchor.suffix)).toBe(true);
  });

  it('finds words typed with other spaces and quotes, and answers the copy’s own', async () => {
    const { id } = await storyWith();
    const { body } = await mark(id, { quote: '18 of 24 crews' });
    expect(body.exact).toBe('18\u00a0of\u00a024 crews');
    expect((await mark(id, { quote: `"We'll hold on,"` })).body.exact).toBe('“We’ll hold on,”');
  });

  it('refuses words that do not stand there, and names the nearest', async () => {
    const { id } = await storyWith();
    const { status, body } = await mark(id, { quote: 'crews had stopped work on Tuesday' });
    expect(status).toBe(422);
    expect(body.code).toBe('invalid');
    expect(body.detail).toContain('do not stand in the copy');
    expect(body.fields.quote).toHaveLength(1);
  });

  it('asks which is meant when words stand twice, and takes the start', async () => {
    const { id } = await storyWith();
    const quote = 'crews had stopped work';
    const { status, body } = await mark(id, { quote });
    expect(status).toBe(422);
    expect(body.detail).toContain('twice');
    const second = COPY.lastIndexOf(quote);
    const marked = await mark(id, { quote, start: second });
    expect(marked).toMatchObject({ status: 201, body: { start: second, end: second + 22 } });
    const wrong = await mark(id, { quote, start: second + 1 });
    expect(wrong.body.detail).toContain('do not start at character');
  });

  it('counts offsets in UTF-16 units behind an emoji', async () => {
    const { id } = await storyWith();
    const { body } = await mark(id, { quote: 'Three ferries sailed' });
    expect(COPY.slice(body.start, body.end)).toBe('Three ferries sailed');
  });

  it('refuses a mark made on another text', async () => {
    const { id } = await storyWith();
    const answer = await mark(id, { quote: 'Three ferries', contentSha256: 'f'.repeat(64) });
    expect(answer).toMatchObject({ status: 409, body: { code: 'conflict' } });
  });

  it('says what is left to look at', async () => {
    const { id } = await storyWith();
    const before = await checker.get(`/stories/${id}`);
    expect(before.body.coverage).toMatchObject({ percent: 0, claimed: 0 });
    await mark(id, { quote: 'Three ferries sailed' });
    const after = await checker.get(`/stories/${id}`);
    expect(after.body.coverage.claimed).toBe(1);
    expect(after.body.counts).toMatchObject({ marked: 1, verified: 0, 'in-check': 0 });
    const { body } = await checker.get(`/stories/${id}/coverage`);
    expect(body.percent).toBe(after.body.coverage.percent);
    expect(body.items.filter(isClaimedSentence)).toHaveLength(1);
  });
});
