import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockHolder, processIdentity, takeLock, withLock } from './process-lock.mjs';

let folder;
let file;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stet-lock-'));
  file = join(folder, 'desk.lock');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('A lock', () => {
  it('is held by one process, named to whoever comes next', async () => {
    const first = await takeLock(file);
    expect(await takeLock(file)).toEqual({ holder: process.pid });
    await first.release();
    expect(await takeLock(file)).toHaveProperty('release');
  });

  it('of a process that is gone is taken over, leaving nothing behind', async () => {
    await writeFile(file, '999999999 1 some-boot');
    expect(await takeLock(file)).toHaveProperty('release');
    expect(await readdir(folder)).toEqual(['desk.lock']);
  });

  it('of an earlier process with the same number is taken over', async () => {
    await writeFile(file, `${process.pid} 1 another-boot`);
    expect(await lockHolder(file)).toBeNull();
    expect(await takeLock(file)).toHaveProperty('release');
    expect(await readFile(file, 'utf8')).toBe(await processIdentity(process.pid));
  });

  it('that was left half-written is taken over', async () => {
    await writeFile(file, '');
    expect(await takeLock(file)).toHaveProperty('release');
  });

  it('lets one after the other in, and tells the second whom it waits for', async () => {
    const order = [];
    const waits = [];
    const work = (name) => async () => {
      order.push(`${name} in`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(`${name} out`);
    };
    const wait = (holder) => waits.push(holder);
    await Promise.all([withLock(file, wait, work('a')), withLock(file, wait, work('b'))]);
    expect(order.map((step) => step.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
    expect(waits).toEqual([process.pid]);
  });
});
