import { call, expect, test } from './fixtures';

test('no page breaks the content policy, fails in the console or asks another host', async ({
  as,
}) => {
  test.setTimeout(180_000);
  const page = await as('editor');
  const { items: stories } = await call<{ items: { id: string }[] }>(page, 'GET', '/stories');
  const { items: claims } = await call<{ items: { id: string }[] }>(page, 'GET', '/claims?limit=1');
  const { items: sources } = await call<{ items: { id: string }[] }>(page, 'GET', '/sources');
  const trouble: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => trouble.push(`${page.url()}: ${error.message}`));
  const home = new URL(page.url()).origin;
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(home))
      trouble.push(`${page.url()} asked ${request.url()}`);
  });
  for (const path of [
    '/queue',
    '/stories',
    '/stories/new',
    ...stories.map(({ id }) => `/stories/${id}`),
    `/stories/${stories[0]?.id}/sheet`,
    `/stories/${stories[0]?.id}/edit`,
    `/claims/${claims[0]?.id}`,
    '/sources',
    `/sources/${sources[0]?.id}`,
    '/insights',
    '/settings',
    '/settings/account',
    '/settings/tokens',
    '/settings/audit',
  ]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(answer?.headers()['content-security-policy'], path).toContain("frame-ancestors 'none'");
    await page.waitForLoadState('networkidle');
  }
  expect(trouble).toEqual([]);
});
