import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, caller, openTestApi } from '@/lib/api/test-api';

/** Texts kept beside the project, not in it: whoever has them, tests with them. */
const ARTICLES = new URL('../../../shared/articles/', import.meta.url);
const isThere = existsSync(new URL('golden.json', ARTICLES));

type Golden = {
  claims: { id: string; article: string; exact: string; start: number; end: number }[];
};

if (isThere)
  describe('articles of the real world', () => {
    let desk: Awaited<ReturnType<typeof openTestApi>>;
    let checker: Caller;

    beforeAll(async () => {
      desk = await openTestApi();
      checker = await caller('CHECKER', 'Chris Lee');
    });
    afterAll(() => desk.close());

    it('are brought in, and every quote is marked at its exact place', {
      timeout: 180_000,
    }, async () => {
      const golden = JSON.parse(readFileSync(new URL('golden.json', ARTICLES), 'utf8')) as Golden;
      const stories = new Map<string, string>();
      for (const article of new Set(golden.claims.map((claim) => claim.article))) {
        const copy = readFileSync(new URL(article, ARTICLES), 'utf8');
        const story = await checker.post('/stories', { headline: article, copy });
        expect(story.status, article).toBe(201);
        const { body } = await checker.get(`/stories/${story.body.id}/versions/1`);
        expect(body.copy === copy, 'the copy is kept to the character').toBe(true);
        stories.set(article, story.body.id);
      }
      expect(stories.size).toBe(3);
      for (const { id, article, exact, start, end } of golden.claims) {
        const path = `/stories/${stories.get(article)}/claims`;
        const { status, body } = await checker.post(path, { quote: exact, start });
        expect(status, id).toBe(201);
        expect([body.exact === exact, body.start, body.end], id).toEqual([true, start, end]);
      }
      expect(golden.claims.length).toBe(85);
      const { body } = await checker.get('/stories');
      const totals = body.items.map((story: { total: number }) => story.total);
      expect(totals.reduce((sum: number, n: number) => sum + n, 0)).toBe(85);
    });

    it('are marked without a start as well, where the words stand once', {
      timeout: 180_000,
    }, async () => {
      const golden = JSON.parse(readFileSync(new URL('golden.json', ARTICLES), 'utf8')) as Golden;
      for (const article of new Set(golden.claims.map((claim) => claim.article))) {
        const copy = readFileSync(new URL(article, ARTICLES), 'utf8');
        const story = await checker.post('/stories', { headline: `Again ${article}`, copy });
        for (const { id, exact, start } of golden.claims.filter((one) => one.article === article)) {
          const path = `/stories/${story.body.id}/claims`;
          const { status, body } = await checker.post(path, { quote: exact });
          const isTwice = copy.indexOf(exact) !== copy.lastIndexOf(exact);
          expect(status, id).toBe(isTwice ? 422 : 201);
          if (!isTwice) expect(body.start, id).toBe(start);
        }
      }
    });
  });
// A run without the articles says so in its own words.
else
  it('marks quotes in real articles (skipped: no ../shared)', ({ skip }) =>
    skip('skipped: no ../shared'));
