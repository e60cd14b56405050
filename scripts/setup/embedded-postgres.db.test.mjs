import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startPostgres, THROWAWAY_SETTINGS } from './embedded-postgres.mjs';
import { isRunning } from './process-lock.mjs';

let dir;
let started;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'stet-embedded-'));
  await chmod(dir, 0o711);
  started = [];
});

afterEach(async () => {
  for (const postgres of started) await postgres.release();
  await rm(dir, { recursive: true, force: true });
});

async function start(settings = THROWAWAY_SETTINGS) {
  const postgres = await startPostgres({ dir, settings });
  started.push(postgres);
  return postgres;
}

async function stop(postgres) {
  started.splice(started.indexOf(postgres), 1);
  await postgres.release();
}

async function ask(url, sql) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmaster = async () =>
  Number((await readFile(join(dir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const modeOf = async (name) => (await stat(join(dir, name))).mode & 0o777;

describe('The embedded database', { timeout: 60_000 }, () => {
  it('is made once, listens on this machine alone, and keeps its password to its owner', async () => {
    const first = await start();
    expect(first.created).toBe(true);
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual([
      { listen_addresses: '127.0.0.1' },
    ]);
    expect(await ask(first.url, 'SELECT usesuper FROM pg_user WHERE usename = user')).toEqual([
      { usesuper: false },
    ]);
    expect([await modeOf('postgres.json'), await modeOf('postgres')]).toEqual([0o600, 0o700]);
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await stop(first);

    const second = await start();
    expect(second.created).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('is joined where it runs, and stopped by the last who leaves', async () => {
    const owner = await start();
    const pid = await postmaster();
    const guest = await start();
    expect(await postmaster()).toBe(pid);
    // Both are of this process, whose seat is one: the first to leave empties it.
    await stop(owner);
    await stop(guest);
    expect(isRunning(pid)).toBe(false);
  });

  it('comes back after it was killed, with what it had promised', async () => {
    const postgres = await start({});
    await ask(postgres.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const pid = await postmaster();
    process.kill(pid, 'SIGKILL');
    while (postgres.isUp()) await new Promise((resolve) => setTimeout(resolve, 20));

    await postgres.revive();

    expect(await postmaster()).not.toBe(pid);
    expect(await ask(postgres.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('of another major version, or without its passwords, is refused and left alone', async () => {
    await stop(await start());
    const version = join(dir, 'postgres', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(start()).rejects.toThrow('was written by Postgres 17');
    expect(await readFile(version, 'utf8')).toBe('17\n');
    await rm(join(dir, 'postgres.json'));
    await expect(start()).rejects.toThrow('postgres.json, which holds the database');
  });

  it('takes another port where its own is taken meanwhile', async () => {
    const first = await start();
    const { port } = new URL(first.url);
    await stop(first);
    const { createServer } = await import('node:net');
    const squatter = createServer().listen(Number(port), '127.0.0.1');
    try {
      const second = await start();
      expect(new URL(second.url).port).not.toBe(port);
      expect(await ask(second.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    } finally {
      squatter.close();
    }
  });
});
