import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { Refusal } from '@/lib/errors';
import type { End } from './format';
import { FORMAT } from './format';
import { listAppliedMigrations, listTables, readTable, settleTextForms } from './tables';

/**
 * Write the whole desk into one file, as it stood at one moment, while people go on working.
 *
 * @param file absolute path; readable by its owner alone, and there only once it is complete
 * @throws Refusal when the file exists or cannot be written
 */
export async function writeBackup(databaseUrl: string, file: string, now: Date): Promise<End> {
  if (await exists(file)) {
    throw new Refusal('conflict', `${file} exists already: choose another name.`);
  }
  const partial = `${file}.partial`;
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const end = await writeSnapshot(client, partial, now);
    await rename(partial, file);
    return end;
  } catch (error) {
    await rm(partial, { force: true });
    throw isFileProblem(error)
      ? new Refusal('invalid', `${file} cannot be written (${error.code}): choose another place.`)
      : error;
  } finally {
    await client.end();
  }
}

async function writeSnapshot(client: pg.Client, partial: string, now: Date): Promise<End> {
  const out = createWriteStream(partial, { mode: 0o600, flags: 'w' });
  const gzip = createGzip();
  const written = finished(gzip.pipe(out));
  // Whoever awaits it hears of a failure; until then it is not an unhandled one.
  written.catch(() => gzip.destroy());
  const write = async (text: string) => {
    if (gzip.destroyed) await written;
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const writeJson = (value: unknown) => write(`${JSON.stringify(value)}\n`);

  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await settleTextForms(client);
  const version = await client.query<{ server_version: string }>('SHOW server_version');
  await writeJson({
    format: FORMAT,
    takenAt: now.toISOString(),
    postgres: version.rows[0]?.server_version ?? '',
    migrations: await listAppliedMigrations(client),
  });
  const feet = createHash('sha256');
  const end = { tables: 0, rows: 0 };
  for (const table of await listTables(client)) {
    await writeJson({ table: table.name, columns: table.columns.map(({ name }) => name) });
    const foot = await readTable(client, table, write);
    await writeJson(foot);
    feet.update(foot.sha256);
    end.tables += 1;
    end.rows += foot.rows;
  }
  await client.query('COMMIT');
  const sealed = { ...end, sha256: feet.digest('hex') };
  await writeJson(sealed);
  gzip.end();
  await written;
  return sealed;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

function isFileProblem(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'code' in error && !('severity' in error);
}
