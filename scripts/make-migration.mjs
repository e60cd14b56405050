/**
 * Writes a migration from what changed in prisma/schema.prisma since the last one.
 *
 *   node scripts/make-migration.mjs add_sources          write the migration
 *   node scripts/make-migration.mjs add_sources --empty  write one even when the schema is the same
 *   node scripts/make-migration.mjs --check              exit 1 when a migration is missing
 *
 * The earlier schema is the copy kept beside the last migration's SQL, so what was written into
 * the SQL by hand (checks, triggers, generated columns) is never undone by a later migration.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { listMigrations, MIGRATIONS_DIR, SCHEMA_FILE, SNAPSHOT_NAME } from './setup/migrations.mjs';
import { ROOT } from './setup/project.mjs';
import { differenceAsSql } from './setup/schema-engine.mjs';
import { say } from './setup/step.mjs';
import { runMain, Unable } from './setup/unable.mjs';

const USAGE = 'Usage: node scripts/make-migration.mjs <name_in_snake_case> [--empty] | --check';

const LOCKFILE = `# Read by Prisma: which database the migrations are for.
provider = "postgresql"
`;

async function earlierSchema() {
  const last = (await listMigrations()).at(-1);
  if (last === undefined) return null;
  return readFile(join(MIGRATIONS_DIR, last, SNAPSHOT_NAME), 'utf8').catch(() => {
    throw new Unable(
      `Beside prisma/migrations/${last}/migration.sql there is no ${SNAPSHOT_NAME}.`,
    );
  });
}

/** Prisma's own form: 20261123063400. Always later than the last migration. */
async function timestamp() {
  const now = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const last = (await listMigrations()).at(-1)?.slice(0, 14) ?? '0';
  return now > last ? now : String(Number(last) + 1);
}

await runMain(async () => {
  const { values, positionals } = parseArgs({
    options: { check: { type: 'boolean' }, empty: { type: 'boolean' } },
    allowPositionals: true,
  });
  const schema = await readFile(SCHEMA_FILE, 'utf8');
  const sql = await differenceAsSql(await earlierSchema(), schema);

  if (values.check) {
    if (sql === '') return;
    throw new Unable(
      'prisma/schema.prisma has changes without a migration: run node scripts/make-migration.mjs <name>.',
    );
  }
  const [name, ...rest] = positionals;
  if (!name || rest.length > 0 || !/^[a-z][a-z0-9_]*$/.test(name)) throw new Unable(USAGE);
  if (sql === '' && !values.empty) {
    say('The schema is as the last migration left it; nothing was written.');
    return;
  }
  const folder = join(MIGRATIONS_DIR, `${await timestamp()}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), LOCKFILE);
  await writeFile(join(folder, 'migration.sql'), sql);
  await copyFile(SCHEMA_FILE, join(folder, SNAPSHOT_NAME));
  say(`Wrote ${relative(ROOT, folder)}/migration.sql. Read it before you commit it.`);
});
