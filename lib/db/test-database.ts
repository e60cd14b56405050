import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A migrated, empty database of one test file's own. */
export type TestDatabase = {
  /** Connection string, for DATABASE_URL or a client. */
  url: string;
  /** Ends every connection to it and removes it. Call in `afterAll`. */
  drop: () => Promise<void>;
};

/**
 * Make a database from the template that the test run migrated. Takes about a tenth of a second.
 *
 * @throws when not run by vitest's `db` project, which starts the server
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = process.env['STET_TEST_DATABASE_URL'];
  if (!server) throw new Error('Name the file *.db.test.ts: only those tests get a database.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE stet_template`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** One statement on a connection of its own: no transaction may be around these. */
async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
