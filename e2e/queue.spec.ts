import { type ApiClaim, bringIn, call, expect, test } from './fixtures';

const COPY =
  'The zeppelin carried 40 people. The zeppelin flew for 12 hours. The zeppelin burned in 1937.\n';
const CLAIMS = ['carried 40 people', 'flew for 12 hours', 'burned in 1937'];

test('the view is in the address: filter, search, share, back', async ({ as }) => {
  const page = await as('editor');
  const story = await bringIn(page, 'Queue by address', COPY);
  for (const quote of CLAIMS)
    await call(page, 'POST', `/stories/${story.id}/claims`, {
      quote,
      restatement: `Zeppelin ${quote}`,
    });
  await page.goto('/queue');
  await page.getByRole('textbox', { name: 'Search claims' }).fill('zeppelin 1937');
  await page.getByRole('textbox', { name: 'Search claims' }).press('Enter');
  const table = page.getByRole('table', { name: 'Claims' });
  await expect(table).toContainText('burned in 1937');
  await expect(table).not.toContainText('carried 40 people');
  await expect(page).toHaveURL(/q=zeppelin/);
  await page.reload();
  await expect(table).toContainText('burned in 1937');
  await page.goBack();
  await expect(page).not.toHaveURL(/q=zeppelin/);
});

test('several claims are assigned at once, and what is refused is said', async ({ as }) => {
  const page = await as('editor');
  const story = await bringIn(page, 'Queue in bulk', COPY);
  for (const quote of CLAIMS) await call(page, 'POST', `/stories/${story.id}/claims`, { quote });
  await page.goto(`/queue?story=${story.id}`);
  const boxes = page.getByRole('table', { name: 'Claims' }).getByRole('checkbox');
  await expect(boxes.first()).toBeVisible();
  for (const index of [1, 2, 3]) await boxes.nth(index).check();
  await page.getByRole('button', { name: 'Assign', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Assign to' }).selectOption({ index: 1 });
  await dialog.getByRole('button', { name: /assign/i }).click();
  await expect
    .poll(async () => {
      const { items } = await call<{ items: ApiClaim[] }>(page, 'GET', `/claims?story=${story.id}`);
      return items.map(({ state }) => state);
    })
    .toEqual(['in-check', 'in-check', 'in-check']);
});

test('the queue is walked by keyboard: J, K, X, Enter', async ({ as }) => {
  const page = await as('checker');
  const story = await bringIn(page, 'Queue by keys', COPY);
  for (const quote of CLAIMS) await call(page, 'POST', `/stories/${story.id}/claims`, { quote });
  await page.goto(`/queue?story=${story.id}`);
  await expect(page.getByRole('table', { name: 'Claims' })).toContainText('burned in 1937');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/claim/);
});

test('filters work before JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('viewer@stet.example');
  await page.getByLabel('Password').fill('stet-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Search claims' }).fill('drones');
  await page.getByRole('textbox', { name: 'Search claims' }).press('Enter');
  await expect(page).toHaveURL(/q=drones/);
  await expect(page.getByRole('table', { name: 'Claims' })).toContainText(/drones/i);
  await context.close();
});
