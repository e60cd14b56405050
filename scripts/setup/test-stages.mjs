/**
 * What `npm test` runs, one function a stage. Each prints for itself and answers whether all is
 * well; those with tests also count them.
 *
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 * @typedef {{ok: boolean, counts?: Counts}} Outcome
 * @typedef {object} Run
 * @property {string[]} filters parts of paths; [] means every file
 * @property {string} folder for reports and logs of this run
 * @property {import('./throwaway-postgres.mjs').ThrowawayPostgres} [postgres] for `db` and `e2e`
 */
import { copyFile, mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './ports.mjs';
import { ROOT } from './project.mjs';
import { runNode } from './run-program.mjs';
import { say, step } from './step.mjs';
import { Stopped, stopping } from './stopping.mjs';
import { Unable } from './unable.mjs';

const DIST_DIR = '.next-test';

const BIOME = 'node_modules/@biomejs/biome/bin/biome';
const NEXT = 'node_modules/next/dist/bin/next';
const TSC = 'node_modules/typescript/bin/tsc';
const VITEST = 'node_modules/vitest/vitest.mjs';
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js';

/**
 * Style, import boundaries, and that every change of the schema has its migration.
 *
 * @returns {Promise<Outcome>}
 */
async function lint() {
  const style = await runNode([BIOME, 'check', '.'], { show: true });
  const schema = await runNode(['scripts/make-migration.mjs', '--check'], { show: true });
  return { ok: style.code === 0 && schema.code === 0 };
}

/** @returns {Promise<Outcome>} */
async function types() {
  // Next writes the types of routes and of imported files that the compiler needs.
  const routes = await runNode([NEXT, 'typegen'], {
    env: { NEXT_DIST_DIR: DIST_DIR, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (routes.code !== 0) say(routes.output.trim());
  const { code } = await runNode([TSC, '--noEmit'], { show: true });
  return { ok: routes.code === 0 && code === 0 };
}

/**
 * @param {'unit' | 'db'} project of vitest.config.ts
 * @returns {(run: Run) => Promise<Outcome>}
 */
const vitest =
  (project) =>
  async ({ filters, folder }) => {
    const report = join(folder, `${project}.json`);
    const { code } = await runNode(
      [
        ...[VITEST, 'run', '--project', project, '--passWithNoTests'],
        ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
        ...filters,
      ],
      { show: true },
    );
    return { ok: code === 0, ...(await counted(report, vitestCounts)) };
  };

/** @returns {Promise<{counts?: Counts}>} nothing where no report was written */
async function counted(report, count) {
  const text = await readFile(report, 'utf8').catch(() => null);
  return text === null ? {} : { counts: count(JSON.parse(text)) };
}

function vitestCounts({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of testResults) {
    // A file that could not even be loaded has no tests to show for it.
    if (file.assertionResults.length === 0 && file.status === 'failed') counts.failed += 1;
    for (const { status } of file.assertionResults) {
      counts[status === 'passed' || status === 'failed' ? status : 'skipped'] += 1;
    }
  }
  return counts;
}

/**
 * Builds the application, starts it on a demo desk of its own, and drives it with Chromium.
 *
 * @param {Run} run
 * @returns {Promise<Outcome>}
 */
async function e2e({ filters, folder, postgres }) {
  const { chromium } = await import('./chromium.mjs');
  const { buildForProduction } = await import('./production-build.mjs');
  const { seedDemoDesk } = await import('./database.mjs');

  let browser = '';
  await step('Chromium', async () => {
    browser = await chromium();
    return browser;
  });
  await step('Application', () => buildForProduction({ distDir: DIST_DIR }));
  const databaseUrl = await postgres.createDatabase('stet_e2e');
  await step('Demo desk', async () => {
    await seedDemoDesk(databaseUrl);
    return 'set up';
  });

  const report = join(folder, 'e2e.json');
  const { server, log } = await startDesk({ folder, databaseUrl });
  let code = 1;
  try {
    ({ code } = await runNode([PLAYWRIGHT, 'test', '--reporter=list,json', ...filters], {
      show: true,
      env: {
        PLAYWRIGHT_CHROMIUM: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        E2E_BASE_URL: server.address,
        E2E_DATABASE_URL: databaseUrl,
        DATABASE_URL: databaseUrl,
      },
    }));
  } finally {
    await server.stop();
    if (code !== 0) {
      await mkdir(join(ROOT, 'test-results'), { recursive: true });
      await copyFile(log, join(ROOT, 'test-results', 'server.log'));
      say('What the server wrote is in test-results/server.log.');
    }
  }
  return { ok: code === 0, ...(await counted(report, playwrightCounts)) };
}

async function startDesk({ folder, databaseUrl }) {
  const { startWebServer } = await import('./web-server.mjs');
  const { keptSecret } = await import('./data-dir.mjs');
  const host = '127.0.0.1';
  const port = await freePort();
  const log = join(folder, 'server.log');
  const file = await open(log, 'w');
  try {
    const server = await startWebServer({
      host,
      port,
      output: file.fd,
      env: {
        NEXT_DIST_DIR: DIST_DIR,
        DATABASE_URL: databaseUrl,
        STET_DATA_DIR: folder,
        NEXTAUTH_SECRET: await keptSecret(folder, 'session-secret'),
        NEXTAUTH_URL: `http://${host}:${port}`,
        NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: await keptSecret(folder, 'actions-key'),
      },
    });
    return { server, log };
  } catch (error) {
    say(await readFile(log, 'utf8'));
    throw error;
  } finally {
    await file.close();
  }
}

function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    // Outside any test, in a file that does not load say.
    failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

/**
 * @param {(run: Run) => Promise<Outcome>} stage
 * @param {Run} run
 * @returns {Promise<Outcome>} a failed one also where the stage could not be run
 */
async function attempt(stage, run) {
  try {
    return await stage(run);
  } catch (error) {
    if (!(error instanceof Stopped)) say(error instanceof Unable ? error.message : error.stack);
    return { ok: false };
  }
}

/** In the order they run: the quick ones first. */
export const STAGES = { lint, types, unit: vitest('unit'), db: vitest('db'), e2e };

/** Those that count tests. */
export const TEST_STAGES = ['unit', 'db', 'e2e'];

/**
 * Runs stages one after another, also after one failed, so that one run tells everything.
 *
 * @param {string[]} names
 * @param {Run} run
 * @returns {Promise<{total: Counts, failed: string[]}>}
 */
export async function runStages(names, run) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failed = [];
  for (const [name, stage] of Object.entries(STAGES)) {
    if (!names.includes(name) || stopping.aborted) continue;
    say(`\n── ${name}`);
    const began = Date.now();
    const { ok, counts } = await attempt(stage, run);
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(`── ${name} ${ok ? 'passed' : 'failed'} in ${seconds} s`);
    if (!ok) failed.push(name);
    for (const kind of Object.keys(total)) total[kind] += counts?.[kind] ?? 0;
  }
  return { total, failed };
}
