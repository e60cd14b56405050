import { type ApiClaim, bringIn, call, expect, signIn, test } from './fixtures';

const COPY =
  'The council cut the budget by 8 percent in March. It was the third cut in four years.\n';

test('a wrong password gets one sentence, and the address stays typed', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill('lawyer@stet.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'do not match' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('lawyer@stet.example');
});

test('pages want a sign-in, and lead back afterwards', async ({ page }) => {
  await page.goto('/sources');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('viewer@stet.example');
  await page.getByLabel('Password').fill('stet-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/sources/);
});

test('empty copy is refused in words and the headline is kept', async ({ as }) => {
  const page = await as('reporter');
  await page.goto('/stories/new');
  await page.getByRole('textbox', { name: 'Headline' }).fill('A headline of mine');
  await page.getByRole('textbox', { name: 'Copy' }).fill('   ');
  await page.getByRole('button', { name: 'Bring in' }).click();
  await expect(page.getByRole('textbox', { name: 'Headline' })).toHaveValue('A headline of mine');
  await expect(page).toHaveURL(/\/stories\/new/);
});

test('a claim that changed meanwhile is not overwritten, and the choice is kept', async ({
  as,
}) => {
  const checker = await as('checker');
  const story = await bringIn(checker, 'Stale trial', COPY);
  const claim = await call<ApiClaim>(checker, 'POST', `/stories/${story.id}/claims`, {
    quote: 'cut the budget by 8 percent',
  });
  await call(checker, 'POST', `/claims/${claim.id}/moves`, {
    move: 'take',
    version: claim.version,
  });
  await checker.goto(`/claims/${claim.id}`);
  await checker.getByRole('combobox', { name: 'Finding' }).selectOption({ label: 'Outdated' });
  const seen = await call<ApiClaim>(checker, 'GET', `/claims/${claim.id}`);
  await call(checker, 'POST', `/claims/${claim.id}/moves`, {
    move: 'find',
    finding: 'disputed',
    version: seen.version,
  });
  await checker.getByRole('button', { name: 'Save finding' }).click();
  await expect(checker.getByText('changed this claim after you opened it')).toBeVisible();
  await expect(checker.getByRole('combobox', { name: 'Finding' })).toHaveValue('outdated');
  const now = await call<ApiClaim>(checker, 'GET', `/claims/${claim.id}`);
  expect(now.finding).toBe('disputed');
});

test('a note outlives a session that was closed elsewhere, and a reload', async ({ as }) => {
  const page = await as('second');
  const story = await bringIn(page, 'Closed session trial', COPY);
  const claim = await call<ApiClaim>(page, 'POST', `/stories/${story.id}/claims`, {
    quote: 'the third cut in four years',
  });
  await page.goto(`/claims/${claim.id}`);
  await page
    .getByRole('textbox', { name: 'Note', exact: true })
    .fill('Rang the treasurer at noon.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByText(/session has ended|sign in again/i).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(
    'Rang the treasurer at noon.',
  );
  await signIn(page, 'second');
  await page.goto(`/claims/${claim.id}`);
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue(
    'Rang the treasurer at noon.',
  );
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveValue('');
});

test('a viewer reads everything and is offered nothing to change', async ({ as }) => {
  const editor = await as('editor');
  const story = await bringIn(editor, 'Viewer trial', COPY);
  const claim = await call<ApiClaim>(editor, 'POST', `/stories/${story.id}/claims`, {
    quote: 'cut the budget by 8 percent',
  });
  const viewer = await as('viewer');
  await viewer.goto(`/claims/${claim.id}`);
  await expect(viewer.getByText('cut the budget by 8 percent').first()).toBeVisible();
  for (const name of ['Take', 'Save finding', 'Add evidence', 'Sign off', 'Add note'])
    await expect(viewer.getByRole('button', { name, exact: true })).toHaveCount(0);
  await call(viewer, 'POST', `/stories/${story.id}/claims`, { quote: 'third cut' }, 403);
});

test('whoever checked a claim is not offered its sign-off, in any tab', async ({ as }) => {
  const checker = await as('checker');
  const story = await bringIn(checker, 'Two tabs trial', COPY);
  const { id } = await call<ApiClaim>(checker, 'POST', `/stories/${story.id}/claims`, {
    quote: 'the third cut in four years',
  });
  const version = async () => (await call<ApiClaim>(checker, 'GET', `/claims/${id}`)).version;
  const move = async (body: object) =>
    call(checker, 'POST', `/claims/${id}/moves`, { version: await version(), ...body });
  await move({ move: 'take' });
  await call(checker, 'POST', `/claims/${id}/notes`, {
    body: 'Asked two archives; neither knows.',
  });
  await move({ move: 'find', finding: 'unverified' });
  await move({ move: 'submit' });
  await checker.goto(`/claims/${id}`);
  await expect(checker.getByRole('button', { name: 'Sign off' })).toHaveCount(0);
  const refused = await call<{ code: string; detail: string }>(
    checker,
    'POST',
    `/claims/${id}/moves`,
    { move: 'sign-off', version: await version() },
    403,
  );
  expect(refused.detail).toContain('second person');
});
