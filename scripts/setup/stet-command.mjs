import { dataDirPath, prepareDataDir } from './data-dir.mjs';
import { installDependencies } from './dependencies.mjs';
import { runNode } from './run-program.mjs';
import { stopOnSignals } from './stopping.mjs';

/**
 * Runs one command against the desk's database.
 *
 * @param {string[]} args as typed after `npm run stet --`
 * @returns {Promise<number>} the exit code
 * @throws {Unable}
 */
export async function runStetCommand(args) {
  stopOnSignals();
  await installDependencies();
  const { generatePrismaClient } = await import('./prisma-client.mjs');
  await generatePrismaClient();
  const run = (env) =>
    runNode(['--import', 'tsx', 'scripts/stet.ts', ...args], { show: true, env });
  if (['help', '--help', undefined].includes(args[0])) return (await run({})).code;

  const { openDatabase } = await import('./database.mjs');
  const { applyMigrations } = await import('./migrations.mjs');
  const dir = dataDirPath();
  if (!process.env.DATABASE_URL) await prepareDataDir(dir);
  const database = await openDatabase(dir);
  try {
    await applyMigrations(database.url);
    return (await run({ DATABASE_URL: database.url })).code;
  } finally {
    await database.release();
  }
}
