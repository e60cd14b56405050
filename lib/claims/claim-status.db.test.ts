import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/db/test-database';
import { claimStatus } from '@/lib/domain/claim-status';
import { CLAIM_STATES, FINDINGS, SAID_FINDINGS } from '@/lib/domain/vocabulary';

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // A table with the claim's own generated columns and none of its guards, so that every combination can stand in it.
  await client.query('CREATE TEMP TABLE mirror (LIKE claim INCLUDING GENERATED)');
  await client.query(`DO $$
    DECLARE col text;
    BEGIN
      FOR col IN SELECT attname FROM pg_attribute WHERE attrelid = 'mirror'::regclass AND attnum > 0 AND attnotnull LOOP
        EXECUTE format('ALTER TABLE mirror ALTER COLUMN %I DROP NOT NULL', col);
      END LOOP;
    END $$`);
  await client.query(`INSERT INTO mirror (state, finding, said)
    SELECT state, finding, said FROM unnest(enum_range(NULL::"ClaimState")) state,
      unnest(enum_range(NULL::"Finding")) finding, unnest(enum_range(NULL::"SaidFinding")) said`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('the badge that Postgres computes', () => {
  it('knows every combination of state, finding and said that the domain knows', async () => {
    const { rows } = await client.query('SELECT count(*)::int AS n FROM mirror');
    expect(rows).toEqual([{ n: CLAIM_STATES.length * FINDINGS.length * SAID_FINDINGS.length }]);
  });

  it.each(CLAIM_STATES)('is the domain’s where the claim is %s', async (state) => {
    const { rows } = await client.query(
      'SELECT finding::text, said::text, status::text FROM mirror WHERE state = $1',
      [state],
    );
    const computed = new Map(rows.map((row) => [`${row.finding}, ${row.said}`, row.status]));
    for (const finding of FINDINGS)
      for (const said of SAID_FINDINGS)
        expect(`${finding}, ${said}: ${computed.get(`${finding}, ${said}`)}`).toBe(
          `${finding}, ${said}: ${claimStatus({ state, finding, said })}`,
        );
  });
});
