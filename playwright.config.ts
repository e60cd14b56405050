import { defineConfig, devices } from '@playwright/test';

/** Both are set by `npm test`, which finds a browser and starts a desk of its own. */
const baseURL = process.env['E2E_BASE_URL'] ?? 'http://127.0.0.1:3000';
const chromium = process.env['PLAYWRIGHT_CHROMIUM'];

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // A whole job by hand, on a machine that others use too.
  timeout: 120_000,
  forbidOnly: true,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // Chromium's sandbox does not work for root; its own errands would reach for the network.
      args: ['--disable-background-networking', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
});
