import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '@/lib/db/test-database';
import { restoreBackup } from './restore-backup';
import { listTables, readTable, settleTextForms } from './tables';
import { writeBackup } from './write-backup';

const NOW = new Date('2026-03-04T05:06:07.089Z');
const EDITOR = '01900000-0000-7000-8000-000000000001';
const STORY = '01900000-0000-7000-8000-000000000002';
const VERSION = '01900000-0000-7000-8000-000000000003';

/** Copy that a careless format would change. */
const COPY =
  'Eighteen of\u00a024 drones \\ "downed"\r\n\tsaid the general 👩‍🚒\n\\. {"rows":1}\n[null]';

let desk: TestDatabase;
let folder: string;
let opened: TestDatabase[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-backup-'));
  opened = [];
  desk = await newDatabase();
  await query(
    desk,
    `INSERT INTO "user" (id, email, name, role, created_at) VALUES ($1, 'editor@desk.example', 'Ed', 'EDITOR', $2)`,
    [EDITOR, NOW],
  );
  await query(
    desk,
    `INSERT INTO story (id, slug, headline, created_by_id, created_at, updated_at) VALUES ($1, 'drones', 'Drones', $2, $3, $3)`,
    [STORY, EDITOR, NOW],
  );
  await query(
    desk,
    `INSERT INTO version (id, story_id, number, text, sha256, blocks, created_by_id, created_at)
     VALUES ($1, $2, 1, $3, encode(sha256(convert_to($3, 'UTF8')), 'hex'), '[]', $4, $5)`,
    [VERSION, STORY, COPY, EDITOR, NOW],
  );
  await query(desk, 'UPDATE story SET current_version_id = $1', [VERSION]);
});

afterAll(async () => {
  for (const database of opened) await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function newDatabase(): Promise<TestDatabase> {
  const database = await testDatabase();
  opened.push(database);
  return database;
}

async function query(database: TestDatabase, sql: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

/** Every table's rows and hash, for two databases to be compared. */
async function contents(database: TestDatabase): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await settleTextForms(client);
    const found: Record<string, unknown> = {};
    for (const table of await listTables(client)) {
      found[table.name] = await readTable(client, table, () => undefined);
    }
    return found;
  } finally {
    await client.end();
  }
}

async function backup(name: string): Promise<string> {
  const file = join(folder, name);
  await writeBackup(desk.url, file, NOW);
  return file;
}

describe('A backup', () => {
  it('restores into an empty database to the same rows, keys and guards', async () => {
    const file = await backup('whole.stet');
    const target = await newDatabase();

    const end = await restoreBackup(target.url, file);

    expect(end.rows).toBe(3);
    expect(await contents(target)).toEqual(await contents(desk));
    const { rows } = await query(target, 'SELECT text FROM version');
    expect(rows).toEqual([{ text: COPY }]);
    await expect(query(target, 'DELETE FROM story')).rejects.toThrow('stories are kept');
    await expect(
      query(target, `UPDATE story SET created_by_id = '01900000-0000-7000-8000-00000000ffff'`),
    ).rejects.toThrow('foreign key');
  });

  it('is readable by its owner alone', async () => {
    const { mode } = await stat(await backup('private.stet'));
    expect(mode & 0o777).toBe(0o600);
  });

  it('never overwrites a file', async () => {
    const file = await backup('kept.stet');
    await expect(writeBackup(desk.url, file, NOW)).rejects.toThrow('exists already');
  });

  it('says when the place cannot be written, and leaves nothing there', async () => {
    const file = join(folder, 'no such folder', 'desk.stet');
    await expect(writeBackup(desk.url, file, NOW)).rejects.toThrow('cannot be written');
  });
});

describe('Restoring refuses', () => {
  it('a database that has rows', async () => {
    const file = await backup('for-filled.stet');
    await expect(restoreBackup(desk.url, file)).rejects.toThrow(
      'The database is not empty (story, user, version)',
    );
  });

  it('a file that is not there, and one that is no backup', async () => {
    const target = await newDatabase();
    await expect(restoreBackup(target.url, join(folder, 'none.stet'))).rejects.toThrow(
      'There is no file',
    );
    const other = join(folder, 'other.txt');
    await writeFile(other, 'the shopping list');
    await expect(restoreBackup(target.url, other)).rejects.toThrow('not a whole backup');
  });

  const lines = (text: string) => text.split('\n');
  it.each<[string, (text: string) => string]>([
    ['a changed word', (text) => text.replace('drones', 'planes')],
    [
      'a row taken out',
      (text) =>
        lines(text)
          .filter((line) => !line.startsWith('["0190'))
          .join('\n'),
    ],
    ['the end cut off', (text) => `${lines(text).slice(0, -2).join('\n')}\n`],
    ['half of its last line', (text) => text.slice(0, -20)],
    ['something after its end', (text) => `${text}["one more"]\n`],
    ['no lines at all', () => ''],
  ])('a backup with %s, and leaves the database empty', async (_, change) => {
    const whole = gunzipSync(await readFile(await backup(`${Math.random()}.stet`))).toString();
    const file = join(folder, `${Math.random()}.stet`);
    await writeFile(file, gzipSync(change(whole)));
    const target = await newDatabase();

    await expect(restoreBackup(target.url, file)).rejects.toThrow('not a whole backup');

    expect((await query(target, 'SELECT FROM "user"')).rowCount).toBe(0);
  });

  it('a backup cut short in the middle of the compressed file', async () => {
    const bytes = await readFile(await backup('to-cut.stet'));
    const file = join(folder, 'cut.stet');
    await writeFile(file, bytes.subarray(0, bytes.length / 2));
    const target = await newDatabase();
    await expect(restoreBackup(target.url, file)).rejects.toThrow('not a whole backup');
  });

  it('a backup of another migration level', async () => {
    const whole = gunzipSync(await readFile(await backup('level.stet'))).toString();
    const [head = '', ...rest] = lines(whole);
    const header = JSON.parse(head);
    const target = await newDatabase();

    const newer = join(folder, 'newer.stet');
    header.migrations.push('29990101000000_later');
    await writeFile(newer, gzipSync([JSON.stringify(header), ...rest].join('\n')));
    await expect(restoreBackup(target.url, newer)).rejects.toThrow('a newer Stet');

    const older = join(folder, 'older.stet');
    header.migrations = header.migrations.slice(0, 1);
    await writeFile(older, gzipSync([JSON.stringify(header), ...rest].join('\n')));
    await expect(restoreBackup(target.url, older)).rejects.toThrow('an older Stet');
  });
});
