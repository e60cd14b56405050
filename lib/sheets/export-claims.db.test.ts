import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client';
import { newClaim, newStory, openStaffedDesk } from '@/lib/db/desk-fixture';
import { exportClaims } from '@/lib/sheets/export-claims';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
const MANY = 4_500;

beforeAll(async () => {
  desk = await openStaffedDesk();
  const { reporter, checker } = desk.people;
  const story = await newStory(reporter, { headline: '=Night raid' });
  await newClaim(checker, story, { restatement: '@SUM(A1)' });
  await database().$executeRaw`
    INSERT INTO claim (id, story_id, number, exact, type, voice, flags, due_at, marked_by_id, created_at, updated_at)
    SELECT gen_random_uuid(), ${story.id}::uuid, n, 'Ferry ' || n, 'STATEMENT', 'OWN', '{CENTRAL,SENSITIVE}',
      '2023-05-04T12:00:00Z', ${reporter.actor.id}::uuid, now(), now() FROM generate_series(2, ${MANY}) n`;
});
afterAll(() => desk.close());

async function rowsOf(filter: Parameters<typeof exportClaims>[1]['filter'] = {}) {
  const { stream } = exportClaims(desk.people.viewer, { filter, bom: true });
  const rows: Record<string, string>[] = parse(
    new Uint8Array(await new Response(stream).arrayBuffer()),
    { bom: true, columns: true },
  );
  return rows;
}

describe('the queue as CSV', () => {
  it('has every claim once, over many batches', async () => {
    const refs = (await rowsOf()).map((row) => row['Ref']);
    expect(refs).toHaveLength(MANY);
    expect(new Set(refs).size).toBe(MANY);
  });

  it('takes the filter of the queue, and a search without its limit', async () => {
    expect(await rowsOf({ types: ['NUMERIC'] })).toHaveLength(1);
    expect(await rowsOf({ text: 'ferry' })).toHaveLength(MANY - 1);
    expect(await rowsOf({ flag: 'DEFAMATORY' })).toEqual([]);
  });

  it('guards words, and writes labels and times as people read them', async () => {
    const [marked] = await rowsOf({ types: ['NUMERIC'] });
    expect(marked).toMatchObject({
      Ref: 'C-001',
      Restatement: "'@SUM(A1)",
      Story: "'=Night raid",
      Type: 'Numeric',
      Status: 'Marked',
      Due: '',
    });
    const [ferry] = await rowsOf({ text: 'Ferry 2' });
    expect(ferry).toMatchObject({ Flags: 'Central, Sensitive' });
    expect(new Date(ferry?.['Due'] ?? '').toISOString()).toBe('2023-05-04T12:00:00.000Z');
  });
});
