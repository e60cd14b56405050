import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, selectWords, test } from './fixtures';

const COPY = `Ferry fleet loses a third of its boats

The harbour office withdrew 4 of its 12 ferries on Monday, the port director said. It was a grey morning.

Nobody was hurt. The oldest boat had sailed since 1978.
`;

test('a story goes from the pasted copy to the signed sheet', async ({ as }) => {
  test.setTimeout(180_000);
  const editor = await as('editor');
  const checker = await as('checker');

  await test.step('an editor brings it in', async () => {
    await editor.getByRole('link', { name: 'Stories', exact: true }).first().click();
    await editor.getByRole('link', { name: 'New story' }).first().click();
    await editor
      .getByRole('textbox', { name: 'Headline' })
      .fill('Ferry fleet loses a third of its boats');
    await editor.getByRole('textbox', { name: 'Copy' }).fill(COPY);
    await editor.getByRole('button', { name: 'Bring in' }).click();
    await expect(editor.getByRole('region', { name: 'Copy' })).toContainText('4 of its 12 ferries');
  });

  await test.step('and marks claims in its words', async () => {
    for (const words of ['withdrew 4 of its 12 ferries', 'had sailed since 1978']) {
      await selectWords(editor, words);
      await editor.getByRole('button', { name: 'Mark claim' }).click();
      await expect(editor.getByRole('region', { name: 'Claims' })).toContainText(words);
    }
    await expect(editor.getByRole('region', { name: 'Claim', exact: true })).toContainText(
      'had sailed since 1978',
    );
  });

  await test.step('a checker takes the claim, and is told what is missing', async () => {
    await checker.goto(editor.url());
    await checker.getByRole('button', { name: 'Take', exact: true }).click();
    const submit = checker.getByRole('button', { name: 'Submit for review' });
    await expect(submit).toBeVisible();
    await expect(checker.getByRole('region', { name: 'Claim', exact: true })).toContainText(
      'has no finding yet',
    );
  });

  await test.step('attaches evidence', () => attachEvidence(checker));

  await test.step('says what was found, adds a note, and submits', async () => {
    await checker.getByRole('combobox', { name: 'Finding' }).selectOption({ label: 'Verified' });
    await checker.getByRole('button', { name: 'Save finding' }).click();
    await expect(checker.getByRole('region', { name: 'Claim', exact: true })).not.toContainText(
      'has no finding yet',
    );
    await checker
      .getByRole('textbox', { name: 'Note', exact: true })
      .fill('Read the register on paper.');
    await checker.getByRole('button', { name: 'Add note' }).click();
    await expect(checker.getByText('Read the register on paper.')).toBeVisible();
    await checker.getByRole('button', { name: 'Submit for review' }).click();
    await expect(checker.getByRole('button', { name: 'Submit for review' })).toHaveCount(0);
    await expect(checker.getByRole('button', { name: 'Sign off' })).toHaveCount(0);
  });

  await test.step('a second person signs off', async () => {
    await editor.reload();
    await editor.getByRole('button', { name: 'Sign off' }).click();
    await expect(editor.getByRole('region', { name: 'Claim', exact: true })).toContainText(
      'Verified',
    );
    await expect(editor.getByRole('button', { name: 'Reopen' })).toBeVisible();
  });

  await test.step('the queue shows what is left', async () => {
    await editor.goto('/queue');
    await editor.getByRole('textbox', { name: 'Search claims' }).fill('12 ferries');
    await editor.getByRole('textbox', { name: 'Search claims' }).press('Enter');
    await expect(editor.getByRole('table', { name: 'Claims' })).toContainText(
      'withdrew 4 of its 12 ferries',
    );
    await expect(editor.getByRole('table', { name: 'Claims' })).not.toContainText('1978');
  });

  await test.step('and the sheet comes out', async () => {
    await editor.goBack();
    await editor.goto('/stories');
    await editor
      .getByRole('link', { name: 'Ferry fleet loses a third of its boats' })
      .first()
      .click();
    await editor.getByRole('link', { name: 'Sheet' }).click();
    await expect(editor.getByRole('heading', { name: 'Verified-claims sheet' })).toBeVisible();
    expect((await download(editor, 'Export XLSX')).subarray(0, 2).toString()).toBe('PK');
    const csv = (await download(editor, 'Export CSV')).toString('utf8');
    expect(csv).toContain('had sailed since 1978');
    expect(csv).toContain('Port register');
  });
});

async function attachEvidence(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add evidence' }).click();
  await page.getByRole('textbox', { name: 'Source title' }).fill('Port register');
  await page
    .getByRole('textbox', { name: 'Link', exact: true })
    .fill('https://port.example/register');
  await page.getByRole('combobox', { name: 'Stance' }).selectOption({ label: 'Supports' });
  await page.getByRole('textbox', { name: 'Excerpt' }).fill('In service from 12 March 1978.');
  await page.getByRole('textbox', { name: 'Where in the source' }).fill('entry 118');
  await page.getByRole('textbox', { name: 'Origin' }).fill('Port register');
  await page.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(page.getByText('In service from 12 March 1978.')).toBeVisible();
}

async function download(page: Page, name: string): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().click();
  return readFileSync(await (await waiting).path());
}
