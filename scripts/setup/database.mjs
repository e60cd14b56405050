/** The database that the desk uses: its own, or the one that DATABASE_URL names. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { startPostgres } from './embedded-postgres.mjs';
import { ROOT } from './project.mjs';
import { runNode } from './run-program.mjs';
import { Unable } from './unable.mjs';

const OLDEST_MAJOR = 14;

/**
 * @param {string} dir the data directory, prepared
 * @returns {Promise<{
 *   url: string,
 *   describe: string,
 *   isUp: () => boolean,
 *   revive: () => Promise<void>,
 *   release: () => Promise<void>,
 * }>}
 * @throws {Unable}
 */
export async function openDatabase(dir) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    const postgres = await startPostgres({ dir });
    const how = postgres.created ? 'made and running' : 'running';
    return { ...postgres, describe: `${how} under ${dir}` };
  }
  const version = await checkForeignDatabase(url);
  return {
    url,
    describe: `Postgres ${version} at ${new URL(url).host}`,
    isUp: () => true,
    revive: async () => {},
    release: async () => {},
  };
}

/**
 * @param {string} url
 * @returns {Promise<string>} version of the server, which is new enough and lets us in
 * @throws {Unable}
 */
export async function checkForeignDatabase(url) {
  const { default: pg } = await import('pg');
  let host;
  try {
    const parsed = new URL(url);
    if (!/^postgres(ql)?:$/.test(parsed.protocol)) throw new Error('another protocol');
    host = parsed.host;
  } catch {
    throw new Unable(
      'DATABASE_URL is not of the form postgresql://user:password@host:5432/database.',
    );
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Unable(connectionRefusal(host, error));
  }
  try {
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
    );
    if (rows[0].number < OLDEST_MAJOR * 10_000) {
      throw new Unable(
        `The database at ${host} is Postgres ${rows[0].version}, and Stet needs ${OLDEST_MAJOR} or later.`,
      );
    }
    return rows[0].version.split(' ')[0];
  } finally {
    await client.end();
  }
}

function connectionRefusal(host, error) {
  switch (error.code) {
    case '28P01':
    case '28000':
      return `The database at ${host} does not let us in: check the user and password in DATABASE_URL.`;
    case '3D000':
      return `The server at ${host} has no such database: create it, or correct DATABASE_URL.`;
    default: {
      const reason = error.errors?.[0]?.message ?? error.message;
      return `The database at ${host} does not answer (${reason}): check that it runs and that DATABASE_URL is right.`;
    }
  }
}

/**
 * Who is on the desk.
 *
 * @param {string} url a migrated database
 * @returns {Promise<{anybody: boolean, demo: boolean}>} demo: whether accounts of the demo desk,
 *   whose password is published, can sign in
 */
export async function deskAccounts(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT count(*) > 0 AS anybody,
              count(*) FILTER (WHERE email LIKE '%@stet.example' AND disabled_at IS NULL) > 0 AS demo
       FROM "user" WHERE password_hash IS NOT NULL`,
    );
    return rows[0];
  } finally {
    await client.end();
  }
}

/** Fills an empty database with the demo desk. Does nothing where there is any user. */
export async function seedDemoDesk(url) {
  const seed = join(ROOT, 'prisma', 'seed.ts');
  await access(seed);
  const { code, output } = await runNode(['--import', 'tsx', seed], { env: { DATABASE_URL: url } });
  if (code !== 0) throw new Unable(`The demo desk could not be set up.\n${output.trim()}`);
}
