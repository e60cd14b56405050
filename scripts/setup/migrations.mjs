/**
 * Migrations kept in Prisma's folder layout and applied as `prisma migrate deploy` would: the same
 * engine, the same `_prisma_migrations` table, the same checksums.
 */
import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { NO_FILTER, withSchemaEngine } from './schema-engine.mjs';
import { Unable } from './unable.mjs';

export const SCHEMA_FILE = join(ROOT, 'prisma', 'schema.prisma');
export const MIGRATIONS_DIR = join(ROOT, 'prisma', 'migrations');

/** A copy of the schema that each migration ends at, kept beside its SQL. */
export const SNAPSHOT_NAME = 'schema.prisma';

/** Any number but 72707369, which is the engine's own lock, taken on another connection. */
const MIGRATION_LOCK = 5_738_210;

/**
 * Folder names of all migrations, oldest first; [] when there is none.
 *
 * @returns {Promise<string[]>}
 */
export async function listMigrations() {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = [];
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    const sql = join(MIGRATIONS_DIR, entry.name, 'migration.sql');
    if (
      await access(sql).then(
        () => true,
        () => false,
      )
    )
      names.push(entry.name);
  }
  return names.sort((a, b) => (a < b ? -1 : 1));
}

async function migrationList() {
  const lockfile = await readFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'utf8').catch(
    () => null,
  );
  const migrationDirectories = [];
  for (const name of await listMigrations()) {
    const value = await readFile(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8');
    migrationDirectories.push({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } },
    });
  }
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories,
  };
}

/**
 * Applies the migrations that the database does not have yet. Nodes that start together wait for
 * one another.
 *
 * @param {string} databaseUrl a direct connection, not one through a transaction pooler
 * @returns {Promise<string[]>} names of those applied now
 * @throws {Unable} when a migration fails, failed earlier, or the database is ahead of this code
 */
export async function applyMigrations(databaseUrl) {
  const { default: pg } = await import('pg');
  const guard = new pg.Client({ connectionString: databaseUrl });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const list = await migrationList();
    if (await isUpToDate(guard, list)) return [];
    const schema = await readFile(SCHEMA_FILE, 'utf8');
    return await withSchemaEngine({ databaseUrl, schema }, async (engine) => {
      // A script is one transaction: one that failed left nothing, and may be tried again.
      for (const migrationName of await failedMigrations(guard)) {
        await engine.markMigrationRolledBack({ migrationName });
      }
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: list,
        filters: NO_FILTER,
      });
      return appliedMigrationNames;
    });
  } catch (error) {
    if (error instanceof Unable) throw error;
    throw new Unable(migrationRefusal(error));
  } finally {
    await guard.end();
  }
}

async function failedMigrations(client) {
  if (!(await hasMigrationsTable(client))) return [];
  const { rows } = await client.query(
    `SELECT migration_name AS name FROM _prisma_migrations
     WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
  return rows.map(({ name }) => name);
}

async function hasMigrationsTable(client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  return rows[0].name !== null;
}

/** The engine tells the way through its own sources; the name and Postgres' words are enough. */
function migrationRefusal(error) {
  const name = error.message.match(/migration_name="([^"]*)"/)?.[1];
  const reason = error.message.match(/ERROR: (.*)/)?.[1] ?? error.message.trim();
  return name
    ? `The migration ${name} could not be applied, and the database is as it was before it: ${reason}`
    : `The migrations could not be applied: ${reason}`;
}

/**
 * Whether every migration has been applied; then the engine need not be loaded.
 *
 * @throws {Unable} when a newer Stet has been at this database: older code could damage its data
 */
async function isUpToDate(client, list) {
  if (!(await hasMigrationsTable(client))) return false;
  const { rows } = await client.query(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const names = list.migrationDirectories.map(({ path }) => path);
  const unknown = rows.map(({ name }) => name).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new Unable(
      `The database has migrations that this copy of Stet does not know (${unknown.join(', ')}): ` +
        'start the newer copy, or restore a backup that was made before the update.',
    );
  }
  const finished = new Set(rows.filter((row) => row.finished).map(({ name }) => name));
  return rows.every((row) => row.finished) && names.every((name) => finished.has(name));
}
