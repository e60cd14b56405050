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
    },
    preparesStatements() ? { statementNameGenerator: (query) => statementName(query.sql) } : {},
  );
  return new PrismaClient({ adapter });
}

/**
 * Named statements are planned once a connection, which halves the cost of reading a claim. They do not survive a
 * pooler in transaction mode: behind one, set STET_PREPARED_STATEMENTS=0.
 */
const preparesStatements = (): boolean => process.env['STET_PREPARED_STATEMENTS'] !== '0';

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
