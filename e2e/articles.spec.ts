import {
  type ApiClaim,
  call,
  expect,
  hasArticles,
  type ImportedStory,
  readArticle,
  selectWords,
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
    const golden = readGolden(name);
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

for (const name of NAMES) {
  test(`${name} is brought in, marked, evidenced and signed off in the browser`, async ({ as }) => {
    test.skip(!hasArticles, 'skipped: no ../shared');
    test.setTimeout(180_000);
    const checker = await as('checker');
    const editor = await as('editor');
    const copy = readArticle(name);
    await checker.goto('/stories/new');
    await checker.getByRole('textbox', { name: 'Headline' }).fill(`Browser trial of ${name}`);
    await checker.getByRole('textbox', { name: 'Copy' }).fill(copy);
    await checker.getByRole('button', { name: 'Bring in' }).click();
    await expect(checker.getByRole('region', { name: 'Copy' })).toBeVisible();
    const storyId = /stories\/([0-9a-f-]{36})/.exec(checker.url())?.[1];
    const version = await call<{ copy: string }>(checker, 'GET', `/stories/${storyId}/versions/1`);
    // A text area knows one kind of line end; all else is kept to the character.
    expect(version.copy).toBe(copy.replace(/\r\n?/g, '\n'));

    const [golden] = readGolden(name);
    if (golden === undefined) throw new Error(`No golden claim for ${name}.`);
    await selectWords(checker, golden.exact);
    await checker.getByRole('button', { name: 'Mark claim' }).click();
    const inspector = checker.getByRole('region', { name: 'Claim', exact: true });
    await expect(inspector).toContainText(golden.exact);
    await checker.getByRole('button', { name: 'Take', exact: true }).click();
    await checker.getByRole('button', { name: 'Add evidence' }).click();
    await checker.getByRole('textbox', { name: 'Source title' }).fill('Agency report');
    await checker.getByRole('combobox', { name: 'Stance' }).selectOption({ label: 'Supports' });
    await checker.getByRole('textbox', { name: 'Excerpt' }).fill('The same in its own words.');
    await checker.getByRole('textbox', { name: 'Where in the source' }).fill('first paragraph');
    await checker.getByRole('textbox', { name: 'Origin' }).fill(`Report of ${name}`);
    await checker.getByRole('button', { name: 'Attach', exact: true }).click();
    await expect(inspector).toContainText('The same in its own words.');
    await checker.getByRole('combobox', { name: 'Finding' }).selectOption({ label: 'Verified' });
    await checker.getByRole('button', { name: 'Save finding' }).click();
    await checker.getByRole('button', { name: 'Submit for review' }).click();
    await expect(inspector).toContainText('Second read');

    await editor.goto(checker.url());
    await editor.getByRole('button', { name: 'Sign off' }).click();
    await expect(editor.getByRole('button', { name: 'Reopen' })).toBeVisible();
    const csv = await editor.request.get(`/api/v1/stories/${storyId}/sheet?format=csv`);
    expect(await csv.text()).toContain('Agency report');
  });
}

const readGolden = (name: string) =>
  (JSON.parse(readArticle('golden.json')) as Golden).claims.filter(
    (claim) => claim.article === name,
  );
