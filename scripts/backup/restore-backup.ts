import pg from 'pg';
import { Refusal } from '@/lib/errors';
import type { End } from './format';
import { type Row, readBackup } from './read-backup';
import {
  listAppliedMigrations,
  listTables,
  quote,
  readTable,
  settleTextForms,
  type Table,
} from './tables';

/** Sent to Postgres at once: rows, or characters where rows are long. */
const BATCH_ROWS = 1000;
const BATCH_CHARACTERS = 4_000_000;

/**
 * Fill an empty database from a backup, in one transaction: it holds the whole desk then, or nothing.
 *
 * Foreign keys are taken off and put on again, which checks them; the guards that speak of the order
 * of work (a review before its sign-off) rest meanwhile. In their place every table is read back and
 * its hash compared with the backup's.
 *
 * @param file absolute path
 * @throws Refusal when the database has rows or another migration level, or the file is not whole
 */
export async function restoreBackup(databaseUrl: string, file: string): Promise<End> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await settleTextForms(client);
    const tables = await listTables(client);
    await lockAgainstOthers(client, tables);
    await refuseRows(client, tables);
    const putBack = await takeOffKeysAndGuards(client);
    const end = await fill(client, tables, file);
    for (const statement of putBack) await client.query(statement);
    await client.query('COMMIT');
    return end;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function lockAgainstOthers(client: pg.Client, tables: readonly Table[]): Promise<void> {
  await client.query("SET LOCAL lock_timeout = '5s'");
  try {
    await client.query(`LOCK TABLE ${tables.map(({ name }) => quote(name)).join(', ')}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '55P03') throw error;
    throw new Refusal('conflict', 'The desk is in use: stop Stet and restore again.');
  }
}

async function refuseRows(client: pg.Client, tables: readonly Table[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await client.query(`SELECT FROM ${quote(name)} LIMIT 1`);
    if (rowCount) filled.push(name);
  }
  if (filled.length === 0) return;
  throw new Refusal(
    'conflict',
    `The database is not empty (${filled.join(', ')}): restore into a new one, by naming a new STET_DATA_DIR.`,
  );
}

/** @returns the statements that undo it */
async function takeOffKeysAndGuards(client: pg.Client): Promise<string[]> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
    WHERE contype = 'f' AND conparentid = 0 AND connamespace = current_schema()::regnamespace
    ORDER BY conrelid::regclass::text, conname`);
  const { rows: guards } = await client.query<{ table: string; name: string }>(`
    SELECT tgrelid::regclass::text AS table, tgname AS name
    FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
    WHERE NOT tgisinternal AND tgenabled = 'O' AND relnamespace = current_schema()::regnamespace`);
  const undo: string[] = [];
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quote(name)}`);
    undo.push(`ALTER TABLE ${table} ADD CONSTRAINT ${quote(name)} ${definition}`);
  }
  for (const { table, name } of guards) {
    await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${quote(name)}`);
    undo.push(`ALTER TABLE ${table} ENABLE TRIGGER ${quote(name)}`);
  }
  return undo;
}

async function fill(client: pg.Client, tables: readonly Table[], file: string): Promise<End> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  let filling: Filling | null = null;
  const end = await readBackup(file, {
    async header({ migrations }) {
      refuseOtherLevel(migrations, await listAppliedMigrations(client));
    },
    async table({ table: name, columns }) {
      const table = byName.get(name);
      if (!table || columns.join() !== table.columns.map((column) => column.name).join()) {
        throw new Refusal('invalid', `The backup's table ${name} is not as in this database.`);
      }
      byName.delete(name);
      filling = new Filling(client, table);
    },
    async row(row) {
      await filling?.add(row);
    },
    async foot({ rows, sha256 }) {
      if (!filling) return;
      await filling.flush();
      const reading = await readTable(client, filling.table, () => undefined);
      if (reading.rows !== rows || reading.sha256 !== sha256) {
        throw new Error(`Table ${filling.table.name} does not read back as it was written.`);
      }
    },
  });
  if (byName.size === 0) return end;
  throw new Refusal('invalid', `The backup lacks ${[...byName.keys()].join(', ')}.`);
}

function refuseOtherLevel(ofBackup: readonly string[], ofDatabase: readonly string[]): void {
  if (ofBackup.join() === ofDatabase.join()) return;
  const missing = ofBackup.find((name) => !ofDatabase.includes(name));
  throw new Refusal(
    'conflict',
    missing
      ? `The backup was made by a newer Stet (${missing}): restore it with that one.`
      : `The backup was made by an older Stet (up to ${ofBackup.at(-1)}): restore it with that one, then start this one.`,
  );
}

/** Rows on their way into one table. */
class Filling {
  readonly table: Table;
  readonly #client: pg.Client;
  #rows: Row[] = [];
  #characters = 0;

  constructor(client: pg.Client, table: Table) {
    this.#client = client;
    this.table = table;
  }

  async add(row: Row): Promise<void> {
    this.#rows.push(row);
    for (const value of row) this.#characters += value?.length ?? 0;
    if (this.#rows.length >= BATCH_ROWS || this.#characters >= BATCH_CHARACTERS) await this.flush();
  }

  /** One statement a batch: an array of texts for each column, each cast to the column's type. */
  async flush(): Promise<void> {
    if (this.#rows.length === 0) return;
    const { name, columns } = this.table;
    const names = columns.map((column) => quote(column.name)).join(', ');
    const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(', ');
    const aliases = columns.map((_, index) => `c${index}`).join(', ');
    const values = columns.map((column, index) => `c${index}::${column.type}`).join(', ');
    await this.#client.query(
      `INSERT INTO ${quote(name)} (${names}) SELECT ${values} FROM unnest(${arrays}) AS r (${aliases})`,
      columns.map((_, index) => this.#rows.map((row) => row[index] ?? null)),
    );
    this.#rows = [];
    this.#characters = 0;
  }
}
