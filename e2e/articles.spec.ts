import {
  type ApiClaim,
  call,
  expect,
  hasArticles,
  type ImportedStory,
  readArticle,
  test,
} from './fixtures';

type Golden = {
  claims: {
    id: string;
    article: string;
    exact: string;
    start: number;
    end: number;
    type: string;
  }[];
};

const NAMES = ['desk-a.txt', 'desk-b.txt', 'desk-c.txt'];

for (const name of NAMES) {
  test(`${name} is brought in, marked and checked through the API`, async ({ as }) => {
    test.skip(!hasArticles, 'skipped: no ../shared');
    test.setTimeout(180_000);
    const checker = await as('checker');
    const editor = await as('editor');
    const copy = readArticle(name);
    const golden = (JSON.parse(readArticle('golden.json')) as Golden).claims.filter(
      (claim) => claim.article === name,
    );
    const story = await call<ImportedStory>(checker, 'POST', '/stories', {
      headline: `Trial of ${name}`,
      copy,
    });
    const version = await call<{ copy: string; sha256: string }>(
      checker,
      'GET',
      `/stories/${story.id}/versions/1`,
    );
    expect(version.copy).toBe(copy);

    const marked: ApiClaim[] = [];
    for (const { exact, start, end } of golden) {
      const claim = await call<ApiClaim>(checker, 'POST', `/stories/${story.id}/claims`, {
        quote: exact,
        start,
      });
      expect([claim.exact, claim.start, claim.end]).toEqual([exact, start, end]);
      marked.push(claim);
    }
    for (const { id } of marked.slice(0, 3)) await checkAndSignOff(id);
    const csv = await editor.request.get(`/api/v1/stories/${story.id}/sheet?format=csv`);
    expect(csv.ok()).toBe(true);
    expect((await csv.text()).split('\r\n').length).toBeGreaterThan(golden.length);

    async function checkAndSignOff(id: string) {
      const now = () => call<ApiClaim>(checker, 'GET', `/claims/${id}`);
      const move = async (body: object) =>
        call(checker, 'POST', `/claims/${id}/moves`, { version: (await now()).version, ...body });
      await move({ move: 'take' });
      await call(checker, 'POST', `/claims/${id}/evidence`, {
        source: { title: 'Statement of the day', kind: 'official-statement' },
        stance: 'supports',
        proximity: 'primary',
        excerpt: 'As published that morning.',
        locator: 'second paragraph',
        origin: 'Statement of the day',
      });
      await move({ move: 'find', finding: 'verified' });
      await move({ move: 'submit' });
      await call(editor, 'POST', `/claims/${id}/moves`, {
        move: 'sign-off',
        version: (await now()).version,
        contentSha256: story.version.sha256,
      });
      expect((await now()).status).toBe('verified');
    }
  });
}
