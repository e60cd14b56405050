import { type ApiClaim, bringIn, call, expect, selectWords, test } from './fixtures';

const COPY = `Night of sirens

Of the 24 drones sent, 18 were shot down, the air force said. Nobody was hurt.

Около сорока дронов 😀 были запущены, писали утром. A second paragraph ends here.
`;

async function marked(page: Parameters<typeof call>[0], storyId: string): Promise<string[]> {
  const { items } = await call<{ items: ApiClaim[] }>(
    page,
    'GET',
    `/claims?story=${storyId}&sort=created`,
  );
  return items.map(({ exact }) => exact);
}

test('claims overlap, share a sentence and cross paragraphs', async ({ as }) => {
  const page = await as('checker');
  const story = await bringIn(page, 'Marking by mouse', COPY);
  await page.goto(`/stories/${story.id}`);
  const spans = [
    'Of the 24 drones sent, 18 were shot down',
    '18 were shot down, the air force said',
    'Около сорока дронов 😀 были запущены',
  ];
  for (const words of spans) {
    await selectWords(page, words);
    await page.keyboard.press('m');
    await expect(page.getByRole('region', { name: 'Claims' })).toContainText(words);
  }
  await selectWords(page, 'Nobody was hurt.Около сорока');
  await page.getByRole('button', { name: 'Mark claim' }).click();
  await expect.poll(() => marked(page, story.id)).toHaveLength(4);
  const exact = await marked(page, story.id);
  expect(exact).toEqual(expect.arrayContaining(spans));
  expect(exact).toContain('Nobody was hurt.\n\nОколо сорока');
});

test('a claim is marked by keyboard alone', async ({ as }) => {
  const page = await as('checker');
  const story = await bringIn(page, 'Marking by keyboard', COPY);
  await page.goto(`/stories/${story.id}`);
  await page.getByRole('article', { name: 'Words of the story' }).focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'm']) await page.keyboard.press(key);
  await expect
    .poll(() => marked(page, story.id))
    .toEqual(['Of the 24 drones sent, 18 were shot down, the air force said.']);
});

test('a claim is marked from the list of sentences', async ({ as }) => {
  const page = await as('reporter');
  const story = await bringIn(page, 'Marking from the list', COPY);
  await page.goto(`/stories/${story.id}`);
  await page.getByRole('button', { name: 'Choose from a list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Nobody was hurt/ }).click();
  await dialog.getByRole('button', { name: 'Take these words' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Mark claim' }).click();
  await expect.poll(() => marked(page, story.id)).toEqual(['Nobody was hurt.']);
});

test('the same words twice are pointed out, and the text itself is never markup', async ({
  as,
}) => {
  const page = await as('checker');
  const hostile = '<img src=x onerror=alert(1)> cost 5 million, <b>he</b> said.\n';
  const story = await bringIn(page, '<script>alert(2)</script>', hostile);
  page.on('dialog', () => expect(false, 'a dialog opened').toBe(true));
  await page.goto(`/stories/${story.id}`);
  await expect(page.getByRole('region', { name: 'Copy' })).toContainText(
    '<img src=x onerror=alert(1)>',
  );
  for (const _ of [1, 2]) {
    await selectWords(page, 'cost 5 million');
    await page.getByRole('button', { name: 'Mark claim' }).click();
    await expect(page.getByRole('region', { name: 'Claims' })).toContainText('cost 5 million');
  }
  await expect(page.getByText('has exactly these words')).toBeVisible();
  expect(await marked(page, story.id)).toEqual(['cost 5 million']);
});
