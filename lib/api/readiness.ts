import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { database } from '@/lib/db/client';

const PATIENCE_MS = 3_000;

export type Readiness = { ready: true; migrations: number } | { ready: false; because: string };

/** Whether calls can be served: the database answers, and it has every migration that this program knows. */
export async function readiness(): Promise<Readiness> {
  const signal = new AbortController();
  try {
    return await Promise.race([migrationsApplied(), silence(signal.signal)]);
  } catch {
    return { ready: false, because: 'The database does not answer. Look whether it is running.' };
  } finally {
    signal.abort();
  }
}

async function migrationsApplied(): Promise<Readiness> {
  const [known, rows] = await Promise.all([
    knownMigrations(),
    database().$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  ]);
  const applied = new Set(rows.map((row) => row.name));
  const due = known.filter((name) => !applied.has(name));
  if (due.length === 0) return { ready: true, migrations: known.length };
  return {
    ready: false,
    because: `The database lacks ${due.length === 1 ? 'a migration' : `${due.length} migrations`}. Apply them with: npm run migrate.`,
  };
}

async function silence(signal: AbortSignal): Promise<Readiness> {
  await sleep(PATIENCE_MS, undefined, { signal, ref: false });
  throw new Error('The database did not answer in time.');
}

let known: Promise<string[]> | undefined;

/** The folders of prisma/migrations, read once a process. */
function knownMigrations(): Promise<string[]> {
  known ??= readdir(join(/* turbopackIgnore: true */ process.cwd(), 'prisma', 'migrations'), {
    withFileTypes: true,
  }).then((entries) => entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])));
  known.catch(() => {
    known = undefined;
  });
  return known;
}
