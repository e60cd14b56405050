/** Vitest's global set-up of the `db` project: a Postgres, where `npm test` did not start one already. */
import { startThrowawayPostgres } from './throwaway-postgres.mjs';

let postgres;

export async function setup() {
  if (process.env.STET_TEST_DATABASE_URL) return;
  postgres = await startThrowawayPostgres();
  process.env.STET_TEST_DATABASE_URL = postgres.url;
}

export async function teardown() {
  await postgres?.destroy();
}
