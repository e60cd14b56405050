import { existsSync, readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import {
  type APIResponse,
  type BrowserContext,
  test as base,
  expect,
  type Page,
} from '@playwright/test';

export { expect };

/** The demo desk's people, by what they do. */
export type Person = 'editor' | 'checker' | 'second' | 'reporter' | 'lawyer' | 'viewer' | 'admin';

type Fixtures = {
  /** A browser of its own in which `person` has signed in. */
  as: (person: Person) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  as: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (person) => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await signIn(page, person);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${person}@stet.example`);
  await page.getByLabel('Password').fill('stet-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Claim queue' })).toBeVisible();
}

/** Calls the API as the person signed in on `page`; the answer's JSON. Fails on any refusal unless `expected` is given. */
export async function call<Answer>(
  page: Page,
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
  expected?: number,
): Promise<Answer> {
  const response: APIResponse = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { origin: new URL(page.url()).origin },
    ...(body !== undefined && { data: body }),
  });
  const text = await response.text();
  if (expected === undefined) expect(response.ok(), `${method} ${path}: ${text}`).toBe(true);
  else expect(response.status(), text).toBe(expected);
  return JSON.parse(text) as Answer;
}

export type ImportedStory = { id: string; version: { id: string; number: number; sha256: string } };
export type ApiClaim = {
  id: string;
  ref: string;
  exact: string;
  start: number;
  end: number;
  state: string;
  status: string;
  finding: string;
  version: number;
  blockers: string[];
  moves: string[];
};

/** A story of one test's own. */
export const bringIn = (page: Page, headline: string, copy: string): Promise<ImportedStory> =>
  call<ImportedStory>(page, 'POST', '/stories', { headline, copy });

/** Selects `words` in the copy as a mouse would, from their first character to their last. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await page.getByRole('region', { name: 'Copy' }).evaluate((region, wanted) => {
    const pieces: { node: Text; from: number }[] = [];
    const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement?.closest('[data-s]') ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
    );
    let copy = '';
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      pieces.push({ node, from: copy.length });
      copy += node.data;
    }
    const place = (offset: number, isEnd: boolean) => {
      const piece = pieces.findLast(({ from }) => (isEnd ? from < offset : from <= offset));
      if (piece === undefined) throw new Error(`Nothing stands at ${offset}.`);
      return [piece.node, offset - piece.from] as const;
    };
    const start = copy.indexOf(wanted);
    if (start < 0) throw new Error(`“${wanted}” does not stand in the copy.`);
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(start + wanted.length, true));
    const selection = document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    document.dispatchEvent(new Event('selectionchange'));
  }, words);
}

/** What axe finds against WCAG 2.2 AA and its best practices; the test fails on any of it. */
export async function expectNoAxeFindings(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(
    (violation) =>
      `${violation.id}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect.soft(found, what).toEqual([]);
}

const ARTICLES = new URL('../../shared/articles/', import.meta.url);

/** Whether the three news texts for trials lie beside the project. */
export const hasArticles = existsSync(ARTICLES);

export const readArticle = (name: string): string => readFileSync(new URL(name, ARTICLES), 'utf8');
