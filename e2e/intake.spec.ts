import { expect, expectNoAxeFindings, test } from './fixtures';

const PARAGRAPHS = [
  'The harbour board voted on Tuesday to sell two of its nine cranes, a spokeswoman said, after an audit found that they had stood idle since 2021.',
  'Each had cost 4.2 million when it was bought, according to <a href="https://harbour.example/books">the board’s books</a>, and nobody has made an offer yet.',
  'Dockers’ representatives called the plan a mistake and asked for a second count of the hours that the cranes had worked in the last five years.',
];
const PAGE = `<!doctype html><html lang="en-GB"><head><title>Harbour sells two cranes</title></head><body>
<nav><a href="/">Home</a></nav><main><article><h1>Harbour sells two cranes</h1>
${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n')}
<div class="share">Share on Facebook</div><p>By-products of the sale go to the port fund.</p></article></main></body></html>`;

const upload = { name: 'harbour.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) };

test('a page is looked at, changed and brought in; its link waits as a source', async ({ as }) => {
  const page = await as('checker');
  await page.goto('/stories/new');
  await page.getByLabel('From a file').setInputFiles(upload);
  await page.getByRole('button', { name: 'Read it' }).click();
  const copy = page.getByRole('region', { name: 'The copy' });
  await expect(copy.getByRole('status')).toHaveText('5 blocks, 1 set aside');
  await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue(
    'Harbour sells two cranes',
  );
  await expect(page.getByText('From the page’s main heading (h1).')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: '1 link' })).toBeChecked();

  await page.getByRole('button', { name: /^Put back “Share on/ }).click();
  await page.getByRole('button', { name: /^Set aside “By-products/ }).click();
  await page.getByRole('combobox', { name: /^Kind of “Dockers/ }).selectOption('quote');
  await expect(copy.getByRole('status')).toHaveText('5 blocks, 1 set aside');
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(page.getByText('Kept for a week')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: /^Kind of “Dockers/ })).toHaveValue('quote');
  await expect(page.getByRole('button', { name: /^Put back “By-products/ })).toBeVisible();

  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(page).toHaveURL(/\/stories\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('region', { name: 'Claims' })).toContainText('Each had cost 4.2');
});

test('a link into a private network is refused in words and kept', async ({ as }) => {
  const page = await as('reporter');
  await page.goto('/stories/new');
  await page.getByRole('textbox', { name: 'From a link' }).fill('http://127.0.0.1:80/admin');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('inside a private network').first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'From a link' })).toHaveValue(
    'http://127.0.0.1:80/admin',
  );
});

test('the preview is one’s own, and accessible', async ({ as }) => {
  test.setTimeout(180_000);
  const checker = await as('checker');
  await checker.goto('/stories/new');
  await checker
    .getByRole('textbox', { name: 'Copy' })
    .fill('Harbour sells two cranes\n\nThe board voted on Tuesday.\n\nShare:');
  await checker.getByRole('button', { name: 'Name its blocks first' }).click();
  await expect(checker).toHaveURL(/\/stories\/new\/[0-9a-f-]{36}$/);
  const address = new URL(checker.url()).pathname;
  for (const colorScheme of ['light', 'dark'] as const) {
    await checker.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await checker.goto(address);
    await expect(checker.getByRole('region', { name: 'The copy' })).toBeVisible();
    await expectNoAxeFindings(checker, `the preview, ${colorScheme}`);
  }
  const reporter = await as('reporter');
  await reporter.goto(address);
  await expect(reporter.getByRole('region', { name: 'The copy' })).toBeHidden();
  await checker.goto(address);
  await checker.getByRole('button', { name: 'Start again' }).click();
  await expect(checker).toHaveURL(/\/stories\/new$/);
});
