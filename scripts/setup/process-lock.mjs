/** Files that say which process holds something, and that a crash cannot leave locked. */
import { execFile } from 'node:child_process';
import { constants, copyFile, link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { throwIfStopping } from './stopping.mjs';

/**
 * Names a process so that another one with the same number later is not taken for it.
 *
 * @param {number} pid
 * @returns {Promise<string | null>} null when no such process runs
 */
export async function processIdentity(pid) {
  if (!isRunning(pid)) return null;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat !== null) {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
    // The name in brackets may hold spaces; the start time is the 20th field after it.
    const started = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${pid} ${started} ${boot.trim()}`;
  }
  const ps = await promisify(execFile)('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(
    () => null,
  );
  return `${pid} ${ps?.stdout.trim() ?? ''}`;
}

/** True also for another user's process. */
export function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * The process that holds a lock file.
 *
 * @param {string} file
 * @returns {Promise<number | null>} its number; null when the file is absent or its process gone
 */
export async function lockHolder(file) {
  const identity = await readFile(file, 'utf8').catch(() => null);
  if (!identity) return null;
  const pid = Number.parseInt(identity, 10);
  return (await processIdentity(pid)) === identity ? pid : null;
}

/**
 * Takes a lock for this process.
 *
 * @param {string} file
 * @returns {Promise<{release: () => Promise<void>} | {holder: number}>} `holder` is the process
 *   that has it already
 */
export async function takeLock(file) {
  const mine = `${file}.${process.pid}`;
  await writeFile(mine, String(await processIdentity(process.pid)), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears with its content in one step; a written file could be read half-done.
        await link(mine, file).catch((error) => {
          if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(error.code)) throw error;
          // Some mounted folders know no links.
          return copyFile(mine, file, constants.COPYFILE_EXCL);
        });
        return { release: () => rm(file, { force: true }) };
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      const holder = await lockHolder(file);
      if (holder !== null) return { holder };
      await removeStale(file);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Moves a dead process's lock away; puts it back where a live one slipped in meanwhile. */
async function removeStale(file) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if ((await lockHolder(aside)) !== null) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}

/**
 * Runs `work` while holding the lock, waiting for whoever has it.
 *
 * @template T
 * @param {string} file
 * @param {(holder: number) => void} onWait called once, when there is somebody to wait for
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  let told = false;
  for (;;) {
    const lock = await takeLock(file);
    if ('release' in lock) {
      try {
        return await work();
      } finally {
        await lock.release();
      }
    }
    if (!told) onWait(lock.holder);
    told = true;
    throwIfStopping();
    await sleep(300);
  }
}
