import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { type Prisma, PrismaClient } from '@/prisma/generated/client';

export type Database = PrismaClient;

/** One pool, used by Prisma and, for lists, without it. */
type Connection = { pool: pg.Pool; prisma: Database };

function connect(): Connection {
  const connectionString = process.env['DATABASE_URL'];
  if (!connectionString) throw new Error('DATABASE_URL is not set; start Stet with npm start.');
  const pool = new pg.Pool({
    connectionString,
    max: Number(process.env['STET_DB_POOL'] ?? 10),
    // A desk that cannot reach its database should say so, not hang.
    connectionTimeoutMillis: 10_000,
    // Prisma reads and writes times as UTC, whatever zone the server is set to.
    ...(isPooled() ? {} : { options: '-c TimeZone=UTC' }),
  });
  // A connection that breaks while nobody uses it is replaced by the next query.
  pool.on('error', () => undefined);
  const adapter = new PrismaPg(
    pool,
    isPooled() ? {} : { statementNameGenerator: (query) => statementName(query.sql) },
  );
  return { pool, prisma: new PrismaClient({ adapter }) };
}

/**
 * Behind a pooler in transaction mode neither named statements nor settings of a session survive: set
 * STET_POOLED=1 there, and the database's time zone to UTC. Otherwise each statement is planned once a connection,
 * which halves the cost of reading a claim.
 */
const isPooled = (): boolean => process.env['STET_POOLED'] === '1';

const names = new Map<string, string>();

/** The same text has the same name; texts that vary without end (lists of conditions) are few and short-lived. */
function statementName(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = `stet_${createHash('sha1').update(sql).digest('base64url')}`;
    names.set(sql, name);
  }
  return name;
}

// One pool a process: Next evaluates a module once a bundle, and development reloads it.
const kept = globalThis as typeof globalThis & { stetConnection?: Connection };

function connection(): Connection {
  kept.stetConnection ??= connect();
  return kept.stetConnection;
}

/** The process's database. Connects at the first query. */
export const database = (): Database => connection().prisma;

/**
 * The rows of one statement that stands alone, as the driver reads them: times as Date, numeric and bigint as text,
 * JSON parsed. Prisma converts every cell twice more, which costs a page of fifty claims as much as Postgres does.
 */
export async function readRows<Row extends object>(statement: Prisma.Sql): Promise<Row[]> {
  const { text, values } = statement;
  const name = isPooled() ? {} : { name: statementName(text) };
  const { rows } = await connection().pool.query<Row>({ ...name, text, values });
  return rows;
}

/** Whether a write was refused because its event found no place: another came into its chain first. */
export const isChainOvertaken = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === NOT_NULL_VIOLATION && error.column === 'seq';

const NOT_NULL_VIOLATION = '23502';

/** Close the pool: for command-line programs and tests. */
export async function disconnect(): Promise<void> {
  await kept.stetConnection?.prisma.$disconnect();
  await kept.stetConnection?.pool.end();
  delete kept.stetConnection;
}
