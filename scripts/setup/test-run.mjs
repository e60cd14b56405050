import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installDependencies } from './dependencies.mjs';
import { say, step } from './step.mjs';
import { stopOnSignals, stopping } from './stopping.mjs';
import { runStages, STAGES, TEST_STAGES } from './test-stages.mjs';
import { Unable } from './unable.mjs';

/** What a test run may not inherit from the shell of a desk in use. */
const NOT_INHERITED = [
  'DATABASE_URL',
  'HOST',
  'NEXTAUTH_SECRET',
  'NEXTAUTH_URL',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'NODE_ENV',
  'PORT',
  'STET_DATA_DIR',
  'STET_DEMO',
];

/**
 * Does all the set-up, then the stages that were asked for.
 *
 * @param {string[]} args as typed after `npm test --`
 * @returns {Promise<number>} the exit code
 * @throws {Unable}
 */
export async function runTests(args) {
  stopOnSignals();
  const { names, filters } = choose(args);
  for (const name of NOT_INHERITED) delete process.env[name];
  await step('Node', async () => process.versions.node);
  await step('Dependencies', () => installDependencies({ development: true }));
  const { generatePrismaClient } = await import('./prisma-client.mjs');
  await step('Prisma client', generatePrismaClient);

  const postgres = await databaseFor(names);
  const folder = postgres?.dir ?? (await mkdtemp(join(tmpdir(), 'stet-report-')));
  let result;
  try {
    result = await runStages(names, { filters, folder, postgres });
  } finally {
    await postgres?.destroy();
    await rm(folder, { recursive: true, force: true });
  }
  return conclude(names, result);
}

/** Which stages, and which files within them. */
function choose(args) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: { only: { type: 'string' } }, allowPositionals: true });
  } catch (error) {
    throw new Unable(error.message);
  }
  const { values, positionals: filters } = parsed;
  if (values.only !== undefined) {
    const names = values.only.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !Object.hasOwn(STAGES, name));
    if (unknown === undefined) return { names, filters };
    throw new Unable(
      `There is no stage ${unknown}: choose among ${Object.keys(STAGES).join(', ')}.`,
    );
  }
  if (filters.length === 0) return { names: Object.keys(STAGES), filters };
  const inBrowser = (path) => path.startsWith('e2e') || path.includes('.spec.');
  if (filters.every(inBrowser)) return { names: ['e2e'], filters };
  return { names: filters.some(inBrowser) ? TEST_STAGES : ['unit', 'db'], filters };
}

async function databaseFor(names) {
  if (!names.includes('db') && !names.includes('e2e')) return undefined;
  const { startThrowawayPostgres } = await import('./throwaway-postgres.mjs');
  let postgres;
  await step('Database', async () => {
    postgres = await startThrowawayPostgres();
    return 'running, with the migrations applied';
  });
  process.env.STET_TEST_DATABASE_URL = postgres.url;
  return postgres;
}

/** The last lines, of which the very last is for machines too. */
function conclude(names, { total, failed }) {
  const isTested = names.some((name) => TEST_STAGES.includes(name));
  const noTestRan = isTested && total.passed + total.failed === 0;
  say('');
  if (stopping.aborted) say('Stopped before the end.');
  if (failed.length > 0) say(`Failed: ${failed.join(', ')}.`);
  if (noTestRan) say('No test ran.');
  say(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  const isFine = failed.length === 0 && total.failed === 0 && !noTestRan;
  return isFine && !stopping.aborted ? 0 : 1;
}
