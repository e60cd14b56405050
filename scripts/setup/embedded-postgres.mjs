/**
 * The embedded Postgres of one data directory: made, started, adopted, watched and stopped.
 *
 * Several programs may use it at once (the server, a backup). Each leaves its name in `users/`,
 * and the last to leave stops it.
 */
import { spawn } from 'node:child_process';
import {
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirPath, giveToFolderOwner } from './data-dir.mjs';
import { freePort, listenProblem } from './ports.mjs';
import {
  identityOf,
  plainEnvironment,
  postgresHome,
  postgresUser,
  runAs,
} from './postgres-binaries.mjs';
import {
  connectionFacts,
  ensureCluster,
  keepConnectionFacts,
  refuseOtherMajor,
  refuseOtherOwner,
} from './postgres-cluster.mjs';
import { isRunning, lockHolder, processIdentity } from './process-lock.mjs';
import { Unable } from './unable.mjs';

const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const STOP_LIMIT_MS = 90_000;

/** Settings for a desk of tens of people on one modest machine; the rest is Postgres' own. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  checkpoint_timeout: '10min',
  random_page_cost: '1.1',
  jit: 'off',
  synchronous_commit: 'on',
  log_min_messages: 'warning',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

/** For databases that live as long as one test run. */
export const THROWAWAY_SETTINGS = {
  // Its worker, the superuser's, would stand in the way when a test's database is dropped by force.
  autovacuum: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
};

/**
 * Starts the database of a data directory, or joins it where it runs already.
 *
 * @param {object} [options]
 * @param {string} [options.dir] the data directory, prepared
 * @param {Record<string, string>} [options.settings] on top of the usual ones
 * @returns {Promise<{
 *   url: string,
 *   adminUrl: string,
 *   created: boolean,
 *   isUp: () => boolean,
 *   revive: () => Promise<void>,
 *   release: () => Promise<void>,
 * }>} `url` is the desk's own role on its own database; `adminUrl` the superuser's; `created`
 *   whether the database was made now. `revive` starts the server again after it ended by itself;
 *   `release` stops it unless another program uses it.
 * @throws {Unable}
 */
export async function startPostgres({ dir = dataDirPath(), settings = {} } = {}) {
  const user = await postgresUser(join(dir, 'postgres'));
  const home = await postgresHome(user);
  const seat = await takeSeat(dir);
  try {
    const { cluster, created } = await ensureCluster({ dir, user, home });
    await refuseOtherMajor(cluster);
    await refuseOtherOwner(cluster);
    const run = () => runServer({ dir, cluster, user, home, settings });
    let server = await run();
    await ensureDatabase(server);
    return {
      url: server.url,
      adminUrl: server.adminUrl,
      created,
      isUp: () => isRunning(server.pid),
      async revive() {
        const { url } = server;
        server = await run();
        if (server.url !== url) {
          throw new Unable('The database came back on another port: start Stet again.');
        }
      },
      async release() {
        await seat.leave();
        if (!(await seat.isTaken())) await stopServer({ cluster, user, home, pid: server.pid });
      },
    };
  } catch (error) {
    await seat.leave();
    throw error;
  }
}

/** Who uses the server: one file a program, void once the program is gone. */
async function takeSeat(dir) {
  const seats = join(dir, 'users');
  await mkdir(seats, { recursive: true });
  await giveToFolderOwner(seats);
  const mine = join(seats, String(process.pid));
  await writeFile(mine, String(await processIdentity(process.pid)));
  return {
    leave: () => rm(mine, { force: true }),
    async isTaken() {
      for (const name of await readdir(seats)) {
        if ((await lockHolder(join(seats, name))) !== null) return true;
        await rm(join(seats, name), { force: true });
      }
      return false;
    },
  };
}

async function runServer({ dir, cluster, user, home, settings }) {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const facts = await connectionFacts(dir);
    const running = await findRunning(cluster);
    if (running) {
      return { ...urls({ ...facts, port: running.port }), pid: running.pid };
    }
    if ((await listenProblem(facts.port)) !== null) {
      facts.port = await freePort();
      await keepConnectionFacts(dir, facts);
    }
    const server = await spawnServer({ dir, cluster, user, home, port: facts.port, settings });
    const connection = urls(facts);
    const failure = await untilReady(server, connection.adminUrl);
    if (failure === null) return { ...connection, pid: server.child.pid };
    // Another program took the port, or is starting this very database: look again.
    if (
      /lock file .* already exists|still in use|could not bind|Address already in use/.test(failure)
    ) {
      await sleep(500);
      continue;
    }
    throw new Unable(startRefusal(dir, failure));
  }
  throw new Unable(`The database in ${dir} does not start: see ${join(dir, 'postgres.log')}.`);
}

function startRefusal(dir, failure) {
  if (/No space left on device/.test(failure)) {
    return `The disk that holds ${dir} is full: free some space and start again.`;
  }
  const fatal = failure.match(/(?:FATAL|PANIC): {2}(.*)/)?.[1] ?? failure.trim().split('\n').at(-1);
  return `The database in ${dir} does not start (${fatal}): see ${join(dir, 'postgres.log')}.`;
}

const address = (name, password, port, database) =>
  `postgresql://${name}:${password}@127.0.0.1:${port}/${database}`;

const urls = ({ port, password, adminPassword }) => ({
  url: address('stet', password, port, 'stet'),
  adminUrl: address('postgres', adminPassword, port, 'postgres'),
});

/**
 * The server that runs on this cluster already, once it is ready.
 *
 * @returns {Promise<{pid: number, port: number} | null>}
 */
async function findRunning(cluster) {
  const deadline = Date.now() + STOP_LIMIT_MS;
  for (;;) {
    const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch((error) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return null;
    const [pidLine, , , portLine, , , , state = ''] = text.split('\n');
    const pid = Number(pidLine);
    // A dead server's file is cleared by the next server itself, with checks of its own.
    if (!isRunning(pid)) return null;
    if (!(await isPostgres(pid))) {
      // The machine was reset and its number went to another program, at which Postgres would balk.
      await rm(join(cluster, 'postmaster.pid'), { force: true });
      return null;
    }
    if (state.trim() === 'ready') return { pid, port: Number(portLine) };
    if (Date.now() > deadline) {
      throw new Unable(
        `The database in ${cluster} has been busy starting or stopping for long: see process ${pid}.`,
      );
    }
    await sleep(200);
  }
}

async function isPostgres(pid) {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null || command.includes('postgres');
}

async function spawnServer({ dir, cluster, user, home, port, settings }) {
  const logFile = join(dir, 'postgres.log');
  const before = await stat(logFile).catch(() => null);
  if (before && before.size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
  const log = await open(logFile, 'a', 0o600);
  await giveToFolderOwner(logFile);
  const offset = (await log.stat()).size;
  const options = Object.entries({ ...SETTINGS, ...settings, port: String(port) });
  const child = spawn(
    join(home, 'bin', 'postgres'),
    ['-D', cluster, ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...identityOf(user),
      cwd: cluster,
      env: plainEnvironment(),
      // A group of its own: Ctrl-C is for us, and we stop the database last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  );
  child.unref();
  const failed = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
  });
  await log.close();
  const said = async () => {
    const text = await readFile(logFile, 'utf8').catch(() => '');
    return Buffer.from(text).subarray(offset).toString();
  };
  return { child, failed, said };
}

/**
 * Waits until the server answers.
 *
 * @returns {Promise<string | null>} what it said when it ended instead
 */
async function untilReady({ child, failed, said }, adminUrl) {
  const { default: pg } = await import('pg');
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve(true));
  });
  const spawnFailure = await Promise.race([failed, sleep(20, null)]);
  if (spawnFailure !== null) return spawnFailure;
  for (;;) {
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5000 });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return null;
    } catch (error) {
      if (error.code === '28P01') {
        child.kill('SIGINT');
        return 'FATAL:  the password in postgres.json is not that of this database';
      }
    }
    if ((await Promise.race([ended, sleep(30, false)])) === true) return said();
  }
}

/** The desk's own role and database: the server never connects as a superuser. */
async function ensureDatabase({ url, adminUrl }) {
  const { default: pg } = await import('pg');
  const password = decodeURIComponent(new URL(url).password);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*) FROM pg_roles WHERE rolname = 'stet')::int AS role,
              (SELECT count(*) FROM pg_database WHERE datname = 'stet')::int AS database`,
    );
    if (rows[0].role === 0) {
      await client.query(`CREATE ROLE stet LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    if (rows[0].database === 0) await client.query('CREATE DATABASE stet OWNER stet');
  } catch (error) {
    // Two programs at once: the other one made it.
    if (error.code !== '42710' && error.code !== '42P04' && error.code !== '23505') throw error;
  } finally {
    await client.end();
  }
}

/** Lets running statements end with an error, writes everything to disk, and stops. */
async function stopServer({ cluster, user, home, pid }) {
  if (!isRunning(pid)) return;
  const seconds = String(STOP_LIMIT_MS / 1000);
  await runAs(join(home, 'bin', 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-t', seconds], {
    user,
    cwd: cluster,
  });
}

/**
 * Stops whatever server runs on a data directory that its owner left behind.
 *
 * @param {string} dir
 */
export async function stopAbandoned(dir) {
  const cluster = await realpath(join(dir, 'postgres')).catch(() => null);
  if (cluster === null) return;
  const user = await postgresUser(cluster);
  const running = await findRunning(cluster);
  if (running)
    await stopServer({ cluster, user, home: await postgresHome(user), pid: running.pid });
}
