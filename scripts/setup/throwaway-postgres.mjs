/** A Postgres for one test run: its own folder and port, and a template with the migrations applied. */
import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, stopAbandoned, THROWAWAY_SETTINGS } from './embedded-postgres.mjs';
import { applyMigrations } from './migrations.mjs';
import { lockHolder, takeLock } from './process-lock.mjs';

const PREFIX = 'stet-test-';

/** Copied by lib/db/test-database.ts for every test file. */
export const TEMPLATE = 'stet_template';

/**
 * @typedef {object} ThrowawayPostgres
 * @property {string} url of a role that may create databases from the template
 * @property {string} dir for whatever else the run keeps
 * @property {(name: string) => Promise<string>} createDatabase from the template; answers its url
 * @property {() => Promise<void>} destroy
 */

/** @returns {Promise<ThrowawayPostgres>} */
export async function startThrowawayPostgres() {
  await removeAbandoned();
  const dir = await mkdtemp(join(tmpdir(), PREFIX));
  await takeLock(join(dir, 'stet.lock'));
  // As root the database runs as another user, who has to pass through.
  const data = join(dir, 'data');
  await mkdir(data);
  for (const folder of [dir, data]) await chmod(folder, 0o711);
  const postgres = await startPostgres({ dir: data, settings: THROWAWAY_SETTINGS });
  const { default: pg } = await import('pg');
  const asAdmin = async (sql) => {
    const client = new pg.Client({ connectionString: postgres.adminUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  const urlOf = (name) => Object.assign(new URL(postgres.url), { pathname: `/${name}` }).href;
  const destroy = async () => {
    await postgres.release();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await asAdmin('ALTER ROLE stet CREATEDB');
    await asAdmin(`CREATE DATABASE ${TEMPLATE} OWNER stet`);
    await applyMigrations(urlOf(TEMPLATE));
  } catch (error) {
    await destroy();
    throw error;
  }
  return {
    url: postgres.url,
    dir,
    async createDatabase(name) {
      await asAdmin(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} OWNER stet`);
      return urlOf(name);
    },
    destroy,
  };
}

/** What a run that was killed left behind: its server still runs, and its folder is still there. */
async function removeAbandoned() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const dir = join(tmpdir(), name);
    const lock = join(dir, 'stet.lock');
    const owner = await stat(dir).catch(() => null);
    if (owner?.uid !== (process.getuid?.() ?? owner?.uid)) continue;
    if ((await stat(lock).catch(() => null)) === null || (await lockHolder(lock)) !== null)
      continue;
    await stopAbandoned(join(dir, 'data'));
    await rm(dir, { recursive: true, force: true });
  }
}
