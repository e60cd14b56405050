/** The data directory: the embedded database, its log, and secrets made on this machine. */
import { randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  chown,
  constants,
  mkdir,
  readFile,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from './project.mjs';
import { Unable } from './unable.mjs';

const MB = 1024 * 1024;

/** A new cluster takes 50 MB, and a desk needs room to work. */
const LEAST_FREE_BYTES = 200 * MB;

/**
 * @returns {string} absolute path, from STET_DATA_DIR or `.stet` beside package.json
 */
export function dataDirPath() {
  return process.env.STET_DATA_DIR ? resolve(process.env.STET_DATA_DIR) : join(ROOT, '.stet');
}

/**
 * Makes the directory where it is missing and checks that it can be used.
 *
 * @param {string} dir absolute path
 * @throws {Unable} when it cannot be written, is not a directory, or its disk is full
 */
export async function prepareDataDir(dir) {
  try {
    await makeFolder(dir);
    await access(dir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Unable(
      `The data directory ${dir} cannot be written (${error.code}): ` +
        'change its owner or set STET_DATA_DIR to another directory.',
    );
  }
  // As root the database runs as another user, who has to pass through to its own folder.
  const { mode } = await stat(dir);
  if (process.getuid?.() === 0 && (mode & 0o001) === 0) await chmod(dir, (mode & 0o777) | 0o011);
  const { bavail, bsize } = await statfs(dir);
  if (bavail * bsize < LEAST_FREE_BYTES) {
    throw new Unable(
      `The disk that holds ${dir} is nearly full (${Math.floor((bavail * bsize) / MB)} MB left): ` +
        `free at least ${LEAST_FREE_BYTES / MB} MB or set STET_DATA_DIR to another disk.`,
    );
  }
}

/**
 * As root in somebody's data directory: what we make there is theirs, or they could not go on.
 *
 * @param {string} file
 */
export async function giveToFolderOwner(file) {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(dirname(file));
  if (uid !== 0) await chown(file, uid, gid);
}

/** Not Node's own way of making parents too: on a file system that takes no folders it never ends. */
async function makeFolder(path) {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (error.code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (error.code !== 'ENOENT' || (await stat(dirname(path)).catch(() => null))) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}

/**
 * A random secret that is made once and kept in the data directory, readable by its owner alone.
 *
 * @param {string} dir absolute path of the data directory
 * @param {string} name file name
 * @returns {Promise<string>} 32 random bytes in base64
 */
export async function keptSecret(dir, name) {
  const file = join(dir, name);
  const made = randomBytes(32).toString('base64');
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' });
    await giveToFolderOwner(file);
    return made;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const kept = (await readFile(file, 'utf8')).trim();
  if (kept === '') throw new Unable(`${file} is empty: delete it, and a new secret is made.`);
  return kept;
}
