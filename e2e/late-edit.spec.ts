import type { Page } from '@playwright/test';
import {
  type ApiClaim,
  bringIn,
  call,
  expect,
  expectNoAxeFindings,
  type ImportedStory,
  selectWords,
  test,
} from './fixtures';

const COPY = `Ferry fleet loses a third of its boats

The harbour office withdrew 4 of its 12 ferries on Monday, the port director said.

By the evening 12 of 15 crossings had been cancelled, and nobody was hurt.

The oldest boat had sailed since 1978, the register says.
`;

/** The late edit: one figure is another, and a comma goes from a sentence that nobody marked. */
const LATE = COPY.replace('12 of 15', '12 out of 16').replace('on Monday, the', 'on Monday the');

const WORDS = ['12 of 15 crossings', 'sailed since 1978', '4 of its 12 ferries'];

test('a late edit reopens the claim that it touched, and nothing else', async ({ as }) => {
  test.setTimeout(240_000);
  const editor = await as('editor');
  const checker = await as('checker');
  const story = await checkedStory(editor, checker);

  await test.step('an editor clears the text', async () => {
    await editor.goto(`/stories/${story.id}`);
    await editor.getByRole('link', { name: 'Clearance' }).click();
    await expect(editor.getByRole('heading', { name: 'Clearance', level: 1 })).toBeVisible();
    await editor.getByRole('button', { name: 'Clear version 1 (editor)' }).click();
    await expect(editor.getByRole('region', { name: 'Editor', exact: true })).toContainText(
      'version 1',
    );
    await editor.goto(`/stories/${story.id}/sheet`);
    await expect(editor.getByText('Cleared for publication.')).toBeVisible();
    await expect(editor.getByText('Text changed since clearance: no.')).toBeVisible();
  });

  await test.step('a newer text comes in', async () => {
    await editor.goto(`/stories/${story.id}`);
    await editor.getByRole('link', { name: 'New version' }).click();
    const field = editor.getByRole('textbox', { name: 'Copy' });
    await expect(field).toHaveValue(COPY);
    await field.fill(LATE);
    await editor.getByRole('textbox', { name: 'Why' }).fill('The evening count');
    await editor.getByRole('button', { name: 'Bring in version 2' }).click();
    await expect(editor.getByRole('heading', { name: 'Version 1 to 2' })).toBeVisible();
  });

  await test.step('one claim is reopened, the others stand, the clearance falls', async () => {
    const claims = editor.getByRole('complementary', { name: 'Claims' });
    await expect(claims).toContainText('1 claim reopened, 2 stand.');
    await expect(claims).toContainText('The editor clearance fell with it.');
    await expect(claims.getByRole('region', { name: 'Changed' })).toContainText('C-001');
    await expect(claims.getByRole('region', { name: 'Kept' })).toContainText('C-002');
    await expect(claims.getByRole('region', { name: 'Kept' })).toContainText('C-003');
    await expect(
      editor.getByRole('region', { name: 'Changes' }).locator('ins').first(),
    ).toBeVisible();
    await expectNoAxeFindings(editor, 'the version beside the one before');
    await editor.getByRole('link', { name: 'Side by side' }).click();
    await expect(editor).toHaveURL(/view=side-by-side/);
    await expectNoAxeFindings(editor, 'the versions side by side');
  });

  await test.step('the sheet is not clear any more', async () => {
    await editor.goto(`/stories/${story.id}/sheet`);
    await expect(editor.getByText('Not clear for publication.')).toBeVisible();
    await expect(
      editor.getByText('Text changed since clearance: no clearance has been given yet.'),
    ).toBeVisible();
  });

  await test.step('the checker accepts the new words with a key, and checks them', async () => {
    await checker.goto(`/stories/${story.id}/versions/2`);
    await expect(checker.getByRole('button', { name: 'Same claim, new words' })).toBeVisible();
    await checker.keyboard.press('j');
    await expect(checker.locator('[data-current]')).toContainText('C-001');
    await checker.keyboard.press('a');
    await expect(checker.getByRole('region', { name: 'Changed' })).toContainText('accepted');
    await expect(checker.getByRole('button', { name: 'Same claim, new words' })).toHaveCount(0);
    const [claim] = await claimsOf(checker, story);
    expect(claim).toMatchObject({ state: 'in-check', exact: '12 out of 16 crossings' });
    await checker.goto(`/stories/${story.id}?claim=${claim?.id}`);
    await checker.getByRole('combobox', { name: 'Finding' }).selectOption({ label: 'Verified' });
    await checker.getByRole('button', { name: 'Save finding' }).click();
    await checker.getByRole('button', { name: 'Submit for review' }).click();
    await expect(checker.getByRole('button', { name: 'Submit for review' })).toHaveCount(0);
  });

  await test.step('and the editor signs off and clears the new version', async () => {
    const [claim] = await claimsOf(editor, story);
    await editor.goto(`/stories/${story.id}?claim=${claim?.id}`);
    await editor.getByRole('button', { name: 'Sign off' }).click();
    await expect(editor.getByRole('button', { name: 'Reopen' })).toBeVisible();
    await editor.goto(`/stories/${story.id}/clearance`);
    await expectNoAxeFindings(editor, 'the clearances of a story');
    await editor.getByRole('button', { name: 'Clear version 2 (editor)' }).click();
    await expect(editor.getByRole('region', { name: 'No longer valid' })).toContainText(
      'Version 2 changed words that were signed off: C-001.',
    );
    const statuses = (await claimsOf(editor, story)).map(({ status }) => status);
    expect(statuses).toEqual(['verified', 'verified', 'verified']);
  });
});

test('a claim whose words were cut gets its new ones on the desk', async ({ as }) => {
  const checker = await as('checker');
  const story = await bringIn(checker, 'Ferry fleet, short', COPY);
  await call(checker, 'POST', `/stories/${story.id}/claims`, { quote: 'sailed since 1978' });
  const cut = COPY.replace(
    'The oldest boat had sailed since 1978, the register says.',
    'One boat is from the seventies.',
  );
  await call(checker, 'POST', `/stories/${story.id}/versions`, { copy: cut });
  const [lost] = await claimsOf(checker, story);
  await checker.goto(`/stories/${story.id}?claim=${lost?.id}`);
  await expect(
    checker.getByRole('region', { name: 'Not found in this version' }).first(),
  ).toContainText('C-001');
  await expect(checker.getByRole('region', { name: 'Place in the text' })).toContainText(
    'Give C-001 these words',
  );
  const give = checker.getByRole('button', { name: 'Give C-001 these words' });
  // Words selected before the page listens are selected again.
  await expect(async () => {
    await selectWords(checker, 'One boat is from the seventies');
    await expect(give).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await give.click();
  await expect(checker.getByRole('region', { name: 'Place in the text' })).toHaveCount(0);
  const [found] = await claimsOf(checker, story);
  expect(found).toMatchObject({ exact: 'One boat is from the seventies', state: 'marked' });
});

/** Three claims, all signed off by a second person. */
async function checkedStory(editor: Page, checker: Page): Promise<ImportedStory> {
  const story = await bringIn(editor, 'Ferry fleet, late edit', COPY);
  for (const quote of WORDS) {
    const { id } = await call<ApiClaim>(checker, 'POST', `/stories/${story.id}/claims`, { quote });
    const move = async (by: Page, name: string, more: object = {}) => {
      const { version } = await call<ApiClaim>(by, 'GET', `/claims/${id}`);
      await call(by, 'POST', `/claims/${id}/moves`, { move: name, version, ...more });
    };
    await move(checker, 'take');
    await call(checker, 'POST', `/claims/${id}/evidence`, {
      source: { title: 'Port register', kind: 'official-document' },
      stance: 'supports',
      proximity: 'primary',
      authoritative: true,
      excerpt: 'As stated.',
      locator: 'entry 118',
    });
    await move(checker, 'find', { finding: 'verified' });
    await move(checker, 'submit');
    await move(editor, 'sign-off');
  }
  return story;
}

async function claimsOf(page: Page, story: ImportedStory): Promise<ApiClaim[]> {
  const { items } = await call<{ items: ApiClaim[] }>(
    page,
    'GET',
    `/claims?story=${story.id}&sort=created`,
  );
  return items;
}
