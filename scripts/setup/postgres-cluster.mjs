/** The files of the embedded database: made once, and looked at before they are used. */
import { randomBytes } from 'node:crypto';
import {
  chown,
  lstat,
  mkdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { giveToFolderOwner } from './data-dir.mjs';
import { freePort } from './ports.mjs';
import { canReach, makeSharedPlace, runAs, SHARED_PLACE } from './postgres-binaries.mjs';
import { Unable } from './unable.mjs';

export const POSTGRES_MAJOR = '18';

/** Port and passwords. Written before the cluster is made, so that no cluster is without them. */
export async function connectionFacts(dir) {
  const file = join(dir, 'postgres.json');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text !== null) {
    try {
      return JSON.parse(text);
    } catch {
      throw new Unable(`${file} cannot be read: put it back from a backup of the data directory.`);
    }
  }
  if (await exists(join(dir, 'postgres'))) {
    throw new Unable(
      `${file}, which holds the database's password, is missing: put it back from a backup of the data directory.`,
    );
  }
  const password = () => randomBytes(24).toString('base64url');
  const facts = { port: await freePort(), password: password(), adminPassword: password() };
  await keepConnectionFacts(dir, facts);
  return facts;
}

export async function keepConnectionFacts(dir, facts) {
  const file = join(dir, 'postgres.json');
  await writeFile(`${file}.new`, `${JSON.stringify(facts)}\n`, { mode: 0o600, flush: true });
  await giveToFolderOwner(`${file}.new`);
  await rename(`${file}.new`, file);
}

/**
 * Makes the cluster, under another name first: a failure leaves nothing that looks like one.
 *
 * @returns {Promise<{cluster: string, created: boolean}>} `cluster` is where it really is
 */
export async function ensureCluster({ dir, user, home }) {
  const { adminPassword } = await connectionFacts(dir);
  const cluster = join(dir, 'postgres');
  const found = await placeOf(cluster);
  if (found !== null) return { cluster: found, created: false };

  const reachable = canReach(user, '-x', dir);
  if (!reachable) await makeSharedPlace();
  const parent = reachable ? dir : SHARED_PLACE;
  const half = join(parent, `new-${randomBytes(6).toString('hex')}`);
  const passwordFile = `${half}.password`;
  try {
    await mkdir(half, { mode: 0o700 });
    await writeFile(passwordFile, adminPassword, { mode: 0o600 });
    if (user) {
      await chown(half, user.uid, user.gid);
      await chown(passwordFile, user.uid, user.gid);
    }
    const { code, output } = await runAs(
      join(home, 'bin', 'initdb'),
      [
        `--pgdata=${half}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--no-instructions',
      ],
      { user, cwd: half },
    );
    if (code !== 0) throw new Unable(initdbRefusal(dir, output));
    if (reachable) {
      await rename(half, cluster);
    } else {
      const place = half.replace('new-', 'database-');
      await rename(half, place);
      await symlink(place, cluster);
    }
    return { cluster: await realpath(cluster), created: true };
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function initdbRefusal(dir, output) {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return `The disk that holds ${dir} is full: free some space or set STET_DATA_DIR to another disk.`;
  }
  const lines = output.trim().split('\n');
  const told = lines.find((line) => /error|FATAL|could not|cannot/i.test(line)) ?? lines.at(-1);
  return `The database could not be set up in ${dir}: ${told?.trim()}`;
}

export async function refuseOtherMajor(cluster) {
  const found = await readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (error) => (error.code === 'EACCES' ? POSTGRES_MAJOR : null),
  );
  if (found === POSTGRES_MAJOR) return;
  if (found === null) throw new Unable(`${cluster} is not a database: move it away.`);
  throw new Unable(
    `${cluster} was written by Postgres ${found} and this copy of Stet brings Postgres ${POSTGRES_MAJOR}: ` +
      'make a backup with the copy of Stet that wrote it, and restore that into a new data directory.',
  );
}

export async function refuseOtherOwner(cluster) {
  const uid = process.getuid?.();
  if (uid === undefined || uid === 0) return;
  const owner = (await stat(cluster)).uid;
  if (owner === uid) return;
  throw new Unable(
    `${cluster} belongs to another user (${owner}): start Stet as the user who made it, or as root.`,
  );
}

const exists = (path) =>
  lstat(path).then(
    () => true,
    () => false,
  );

/** Where a cluster is behind its link, as root it may be elsewhere; null: there is none. */
async function placeOf(cluster) {
  const place = await realpath(cluster).catch(() => null);
  if (place !== null || !(await exists(cluster))) return place;
  throw new Unable(
    `${cluster} points to ${await readlink(cluster)}, and there is nothing: put that folder back.`,
  );
}
