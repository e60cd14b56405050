import type { Page } from '@playwright/test';
import { call, expect, expectNoAxeFindings, test } from './fixtures';

const SCREENS = [
  { width: 320, height: 640 },
  { width: 1280, height: 800 },
];
const SCHEMES = ['light', 'dark'] as const;

/** Every page, in both schemes and at both widths; each must also fit its width. */
async function expectAccessible(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    for (const colorScheme of SCHEMES) {
      for (const screen of SCREENS) {
        const what = `${path}, ${colorScheme}, ${screen.width} px`;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(screen);
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        await expectNoAxeFindings(page, what);
        const overflow = await page.evaluate(() =>
          Math.max(
            ...[document.documentElement, document.querySelector('main')].map((scroller) =>
              scroller === null ? 0 : scroller.scrollWidth - scroller.clientWidth,
            ),
          ),
        );
        expect.soft(overflow, `${what}: the page scrolls sideways`).toBeLessThanOrEqual(0);
      }
    }
  }
}

test('sign-in is accessible', async ({ page }) => {
  await expectAccessible(page, ['/sign-in']);
});

test('the editor’s pages are accessible', async ({ as }) => {
  test.setTimeout(900_000);
  const page = await as('editor');
  const { items: stories } = await call<{ items: { id: string }[] }>(page, 'GET', '/stories');
  const { items: claims } = await call<{ items: { id: string }[] }>(
    page,
    'GET',
    `/claims?story=${stories.at(-1)?.id}&limit=3`,
  );
  const { items: sources } = await call<{ items: { id: string }[] }>(page, 'GET', '/sources');
  const story = stories.find(({ id }) => id)?.id;
  await expectAccessible(page, [
    '/queue',
    '/queue?q=nothing+will+match+this',
    '/stories',
    '/stories/new',
    `/stories/${story}`,
    `/stories/${stories.at(-1)?.id}?claim=${claims[0]?.id}`,
    `/stories/${stories.at(-1)?.id}?view=coverage`,
    `/stories/${stories.at(-1)?.id}/sheet`,
    `/stories/${stories.at(-1)?.id}/edit`,
    `/stories/${stories.at(-1)?.id}/versions`,
    `/stories/${stories.at(-1)?.id}/versions/1`,
    `/stories/${stories.at(-1)?.id}/versions/new`,
    `/stories/${stories.at(-1)?.id}/clearance`,
    `/stories/${stories.at(-1)?.id}/changes`,
    `/claims/${claims[1]?.id}`,
    '/sources',
    `/sources/${sources[0]?.id}`,
    '/insights',
    '/settings',
    '/settings/account',
    '/settings/tokens',
    '/settings/audit',
    '/no-such-page',
  ]);
});

test('the administrator’s pages are accessible', async ({ as }) => {
  test.setTimeout(300_000);
  const page = await as('admin');
  await expectAccessible(page, ['/settings/people', '/settings/people/new', '/settings/audit']);
});
