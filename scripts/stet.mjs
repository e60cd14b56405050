/**
 * `npm run stet -- COMMAND`: finds the desk's database, or starts it for as long as the command
 * takes, and runs scripts/stet.ts. Says nothing of its own while all is well.
 */
import { dataDirPath, prepareDataDir } from './setup/data-dir.mjs';
import { checkNode, installDependencies } from './setup/dependencies.mjs';
import { runNode } from './setup/run-program.mjs';
import { stopOnSignals } from './setup/stopping.mjs';
import { runMain } from './setup/unable.mjs';

await runMain(async () => {
  stopOnSignals();
  const args = process.argv.slice(2);
  checkNode();
  await installDependencies();
  const run = (env) =>
    runNode(['--import', 'tsx', 'scripts/stet.ts', ...args], { show: true, env });
  if (['help', '--help', undefined].includes(args[0])) return (await run({})).code;

  const { generatePrismaClient } = await import('./setup/prisma-client.mjs');
  const { openDatabase } = await import('./setup/database.mjs');
  const { applyMigrations } = await import('./setup/migrations.mjs');
  await generatePrismaClient();
  const dir = dataDirPath();
  if (!process.env.DATABASE_URL) await prepareDataDir(dir);
  const database = await openDatabase(dir);
  try {
    await applyMigrations(database.url);
    return (await run({ DATABASE_URL: database.url })).code;
  } finally {
    await database.release();
  }
});
