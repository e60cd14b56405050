/** `npm run bench`: a database of its own, a production build, then bench/run.mjs. See docs/performance.md. */
import './setup/node-version.mjs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDataDir } from './setup/data-dir.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { step } from './setup/step.mjs';
import { runMain } from './setup/unable.mjs';

const DIST_DIR = '.next-bench';

await runMain(async () => {
  await step('Node', async () => process.versions.node);
  await step('Dependencies', () => installDependencies({ development: true }));
  const { generatePrismaClient } = await import('./setup/prisma-client.mjs');
  const { buildForProduction } = await import('./setup/production-build.mjs');
  const { startPostgres } = await import('./setup/embedded-postgres.mjs');
  const { applyMigrations } = await import('./setup/migrations.mjs');
  const { runBench } = await import('../bench/run.mjs');
  await step('Prisma client', generatePrismaClient);
  const env = {
    STET_BENCH: '1',
    NEXTAUTH_SECRET: 'a secret for the length of this benchmark alone',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  await step('Application', () => buildForProduction({ distDir: DIST_DIR, env }));
  const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  await prepareDataDir(dir);
  const postgres = await startPostgres({ dir });
  try {
    await applyMigrations(postgres.url);
    const place = {
      url: postgres.url,
      adminUrl: onDatabase(postgres.adminUrl, postgres.url),
      postmaster: Number(
        (await readFile(join(dir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
      ),
      distDir: DIST_DIR,
      env,
    };
    return (await runBench(place, process.argv.slice(2))) ? 0 : 1;
  } finally {
    await postgres.release();
    await rm(dir, { recursive: true, force: true });
  }
});

/** The superuser's address, on the desk's database. */
function onDatabase(adminUrl, url) {
  const address = new URL(adminUrl);
  address.pathname = new URL(url).pathname;
  return address.href;
}
