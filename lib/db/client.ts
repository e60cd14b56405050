import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '@/prisma/generated/client';

export type Database = PrismaClient;

function connect(): Database {
  const connectionString = process.env['DATABASE_URL'];
  if (!connectionString) throw new Error('DATABASE_URL is not set; start Stet with npm start.');
  const adapter = new PrismaPg(
    {
      connectionString,
      max: Number(process.env['STET_DB_POOL'] ?? 10),
      // A desk that cannot reach its database should say so, not hang.
      connectionTimeoutMillis: 10_000,
      // Prisma reads and writes times as UTC, whatever zone the server is set to.
      ...(isPooled() ? {} : { options: '-c TimeZone=UTC' }),
    },
    isPooled() ? {} : { statementNameGenerator: (query) => statementName(query.sql) },
  );
  return new PrismaClient({ adapter });
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
const kept = globalThis as typeof globalThis & { stetDatabase?: Database };

/** The process's database. Connects at the first query. */
export function database(): Database {
  kept.stetDatabase ??= connect();
  return kept.stetDatabase;
}

/** Close the pool: for command-line programs and tests. */
export async function disconnect(): Promise<void> {
  await kept.stetDatabase?.$disconnect();
  delete kept.stetDatabase;
}
