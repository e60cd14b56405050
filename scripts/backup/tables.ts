import { createHash } from 'node:crypto';
import type pg from 'pg';

/** A column that a backup carries, in the table's own order. Generated ones are computed again. */
export type Column = { name: string; type: string };
export type Table = { name: string; columns: readonly Column[]; key: readonly string[] };

/** Rows read at once: enough to be quick, few enough to hold in memory whatever they say. */
const BATCH = 1000;

/** Every value is kept as Postgres writes it, so both ends must write alike. */
export async function settleTextForms(client: pg.ClientBase): Promise<void> {
  await client.query("SET LOCAL timezone = 'UTC'");
  await client.query("SET LOCAL datestyle = 'ISO'");
  await client.query("SET LOCAL intervalstyle = 'iso_8601'");
  await client.query('SET LOCAL extra_float_digits = 1');
  await client.query('SET LOCAL statement_timeout = 0');
}

/** Every table of the desk, by name; Prisma's record of migrations is not one. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[]; key: string[] | null }>(`
    SELECT c.relname AS name,
      (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL))
                       ORDER BY a.attnum)
         FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
      (SELECT json_agg(a.attname ORDER BY array_position(i.indkey::int2[], a.attnum))
         FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
        WHERE i.indrelid = c.oid AND i.indisprimary) AS key
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname COLLATE "C"`);
  return rows.map(({ name, columns, key }) => ({
    name,
    columns,
    key: key ?? columns.map((column) => column.name),
  }));
}

/** Names of the migrations that the database has, oldest first. */
export async function listAppliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
    ORDER BY migration_name COLLATE "C"`);
  return rows.map(({ name }) => name);
}

/** What was read of one table: the hash is over its lines in the order of its primary key. */
export type Reading = { rows: number; sha256: string };

/**
 * Read a table as lines, each a JSON array of strings and nulls.
 *
 * @param onLines gets a batch of lines, each with its line feed
 */
export async function readTable(
  client: pg.ClientBase,
  table: Table,
  onLines: (lines: string) => Promise<void> | void,
): Promise<Reading> {
  const columns = table.columns.map(({ name }) => `${quote(name)}::text`).join(', ');
  const order = table.key.map(quote).join(', ');
  await client.query(
    `DECLARE reading NO SCROLL CURSOR FOR SELECT ${columns} FROM ${quote(table.name)} ORDER BY ${order}`,
  );
  const hash = createHash('sha256');
  let count = 0;
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({
      text: `FETCH ${BATCH} FROM reading`,
      rowMode: 'array',
    });
    if (rows.length === 0) break;
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    hash.update(lines);
    count += rows.length;
    await onLines(lines);
  }
  await client.query('CLOSE reading');
  return { rows: count, sha256: hash.digest('hex') };
}

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
