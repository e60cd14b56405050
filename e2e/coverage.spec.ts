import type { Page } from '@playwright/test';
import { bringIn, call, expect, expectNoAxeFindings, selectWords, test } from './fixtures';

const COPY = `Rain over Odesa

It was a grey morning. The harbour smelled of tar. Nobody hurried.

In Odesa 15 drones were counted. The mayor, Ana Ruiz, called it “a long night”.
`;

type Coverage = {
  percent: number;
  items: { start: number; end: number; kind: string; state: string; reason?: string }[];
};

/** The key works once the page has woken up. */
async function firstPlace(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('u');
    await expect.poll(() => selected(page), { timeout: 2_000 }).toBe('Odesa');
  }).toPass();
}

const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString());

test('what is left to look at is walked, set aside, taken back and marked by keyboard', async ({
  as,
}) => {
  const page = await as('checker');
  const story = await bringIn(page, 'Coverage by keyboard', COPY);
  await page.goto(`/stories/${story.id}`);
  await page.getByRole('link', { name: 'Coverage' }).click();
  await expect(page).toHaveURL(/view=coverage/);
  const copy = page.getByRole('region', { name: 'Copy' });
  await expect(copy).toContainText('0 % looked at');

  await firstPlace(page);
  await expect(copy.getByText('Name: Odesa. Headline, 1 of 8 left.')).toBeAttached();
  await page.keyboard.press('u');
  await expect.poll(() => selected(page)).toBe('It was a grey morning.');

  await page.keyboard.press('a');
  const panel = page.getByRole('region', { name: 'Set aside' });
  await expect(panel.getByRole('button', { name: 'Opinion' })).toBeFocused();
  await page.keyboard.press('s');
  await expect(copy).toContainText('Set aside as scene');
  await expect(copy).toContainText('17 % looked at');

  // The walk goes on from where it was.
  await page.keyboard.press('u');
  await expect.poll(() => selected(page)).toBe('The harbour smelled of tar.');
  await page.keyboard.press('a');
  await panel.getByRole('radio', { name: 'the rest of ¶ 1' }).check();
  await panel.getByRole('button', { name: 'Common knowledge' }).click();
  await expect(copy).toContainText('2 places set aside as common knowledge');
  await expect(copy).toContainText('50 % looked at');
  await copy.getByRole('button', { name: 'Undo' }).click();
  await expect(copy).toContainText('17 % looked at');

  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await page.keyboard.press('u');
  await expect.poll(() => selected(page)).toBe('Odesa');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => selected(page)).toBe('In Odesa 15 drones were counted.');
  await page.keyboard.press('m');
  await expect(copy).toContainText('33 % looked at');
  const { items } = await call<Coverage>(page, 'GET', `/stories/${story.id}/coverage`);
  const states = items
    .filter(({ kind }) => kind === 'sentence')
    .map(({ state, reason }) => reason ?? state);
  expect(states).toEqual([
    'unlooked-at',
    'scene',
    'unlooked-at',
    'unlooked-at',
    'claimed',
    'unlooked-at',
  ]);
});

test('what is set aside stays undoable, tells who, and stands on the sheet', async ({ as }) => {
  const page = await as('checker');
  const story = await bringIn(page, 'Coverage by mouse', COPY);
  await page.goto(`/stories/${story.id}?view=coverage`);
  await selectWords(page, 'The harbour smelled of tar.');
  await page.getByRole('button', { name: 'Set aside' }).click();
  await page.getByRole('button', { name: 'Scene' }).click();
  const copy = page.getByRole('region', { name: 'Copy' });
  await expect(copy.getByRole('button', { name: 'Undo' })).toBeVisible();
  await copy.getByRole('button', { name: 'Dismiss' }).click();
  await expect(copy.getByRole('button', { name: 'Undo' })).toBeHidden();
  await expect(copy.getByTitle(/^Set aside as scene by /)).toHaveText(
    'The harbour smelled of tar.',
  );
  await selectWords(page, 'harbour smelled');
  await expect(copy.getByRole('button', { name: 'Take back' })).toBeVisible();
  await expectNoAxeFindings(page, 'the desk with its coverage');

  await page.goto(`/stories/${story.id}/sheet`);
  await expect(
    page.getByText(/17 % of 6 sentences looked at; 1 place set aside \(1 scene\)/),
  ).toBeVisible();
  await expect(page.getByRole('table', { name: 'Set aside' })).toContainText(
    'The harbour smelled of tar.',
  );
  await page.goto('/stories');
  await expect(page.getByRole('row', { name: /Coverage by mouse/ }).first()).toContainText(
    '17 % looked at',
  );
});

test('a sentence is set aside from the list, and taken back there', async ({ as }) => {
  const page = await as('editor');
  const story = await bringIn(page, 'Coverage from the list', COPY);
  await page.goto(`/stories/${story.id}`);
  await page.getByRole('button', { name: 'Choose from a list' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Nobody hurried/ }).click();
  await dialog.getByRole('button', { name: 'Opinion' }).click();
  await expect(dialog.getByRole('button', { name: /Nobody hurried/ })).toContainText('set aside');
  await dialog.getByLabel('Show').selectOption('Those set aside');
  await expect(dialog.getByRole('listitem')).toHaveCount(1);
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await expect(dialog.getByText('No sentence is of that kind.')).toBeVisible();
});

test('the author vouches for words and nothing else; a viewer looks', async ({ as }) => {
  const reporter = await as('reporter');
  const story = await bringIn(reporter, 'Coverage by its author', COPY);
  await reporter.goto(`/stories/${story.id}?view=coverage`);
  await selectWords(reporter, 'Nobody hurried.');
  await reporter.getByRole('button', { name: 'Set aside' }).click();
  const panel = reporter.getByRole('region', { name: 'Set aside' });
  await expect(panel.getByRole('button', { name: 'Scene' })).toBeHidden();
  await panel.getByRole('button', { name: 'On author' }).click();
  await expect(reporter.getByRole('region', { name: 'Copy' })).toContainText('17 % looked at');
  const viewer = await as('viewer');
  await viewer.goto(`/stories/${story.id}?view=coverage`);
  await firstPlace(viewer);
  await expect(viewer.getByRole('button', { name: 'Set aside' })).toBeHidden();
});

test('coverage on a phone', async ({ as }) => {
  const page = await as('checker');
  const story = await bringIn(page, 'Coverage on a phone', COPY);
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`/stories/${story.id}?view=coverage`);
  await selectWords(page, 'It was a grey morning.');
  await page.getByRole('button', { name: 'Set aside' }).click();
  await expect(page.getByRole('button', { name: 'Scene' })).toBeInViewport();
  await page.getByRole('button', { name: 'Scene' }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeInViewport();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
