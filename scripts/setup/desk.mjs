/** The desk from a fresh checkout to a server that answers, and until it is told to stop. */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirPath, keptSecret, prepareDataDir } from './data-dir.mjs';
import { installDependencies } from './dependencies.mjs';
import { listenProblem } from './ports.mjs';
import { takeLock } from './process-lock.mjs';
import { say, step } from './step.mjs';
import { Stopped, stop, stopOnSignals, stopping } from './stopping.mjs';
import { Unable } from './unable.mjs';

const DEMO_ACCOUNTS = ['editor', 'checker', 'second', 'reporter', 'lawyer', 'viewer', 'admin'];
const DEMO_PASSWORD = 'stet-demo';

/** A server that ends by itself is started again, but not one that cannot live. */
const STARTS_A_MINUTE = 3;

/**
 * Does every step that is due, then serves. Until the dependencies are in, nothing here uses more
 * than Node: what does is imported later.
 *
 * @param {'start' | 'dev'} command built once and fast, or rebuilt as the sources change
 * @throws {Unable}
 */
export async function runDesk(command) {
  stopOnSignals();
  const port = chosenPort();
  const dir = dataDirPath();
  const demoWanted = wantsDemo();
  await prepareDataDir(dir);
  const lock = await takeLock(join(dir, 'stet.lock'));
  if ('holder' in lock) {
    throw new Unable(
      `Stet is already running on ${dir} (process ${lock.holder}): ` +
        'stop it first, or start another desk by setting STET_DATA_DIR and PORT.',
    );
  }
  try {
    await refusePort(port);
    await step('Node', async () => process.versions.node);
    await step('Dependencies', () => installDependencies());
    await withDatabase(dir, (database) =>
      prepareAndServe({ command, dir, port, database, demoWanted }),
    );
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    await lock.release();
  }
  say('Stopped.');
}

function chosenPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Unable(`PORT is ${process.env.PORT}, which is no port number.`);
}

/** Whether an empty database gets the demo desk: our own does, somebody's does not, unless they say. */
function wantsDemo() {
  const said = process.env.STET_DEMO || (process.env.DATABASE_URL ? '0' : '1');
  if (said === '0' || said === '1') return said === '1';
  throw new Unable(`STET_DEMO is ${said}: it can be 1 for the demo desk or 0 for none.`);
}

async function refusePort(port) {
  for (const host of process.env.HOST ? [process.env.HOST] : ['127.0.0.1', '0.0.0.0']) {
    switch (await listenProblem(port, host)) {
      case null:
        break;
      case 'EADDRINUSE':
        throw new Unable(
          `Port ${port} is in use: stop the program that has it, or choose another with PORT=${port + 1} npm start.`,
        );
      case 'EACCES':
        throw new Unable(
          `Port ${port} is not for ordinary users: choose one above 1023 with PORT.`,
        );
      default:
        throw new Unable(`HOST is ${host}, which is no address of this machine.`);
    }
  }
}

async function withDatabase(dir, work) {
  const { generatePrismaClient } = await import('./prisma-client.mjs');
  const { openDatabase } = await import('./database.mjs');
  await step('Prisma client', generatePrismaClient);
  let database;
  await step('Database', async () => {
    database = await openDatabase(dir);
    return database.describe;
  });
  try {
    await work(database);
  } finally {
    await database.release();
  }
}

async function prepareAndServe({ command, dir, port, database, demoWanted }) {
  const { buildForProduction } = await import('./production-build.mjs');
  const accounts = await prepareDatabase(database, demoWanted);
  const env = {
    DATABASE_URL: database.url,
    STET_DATA_DIR: dir,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || (await keptSecret(dir, 'session-secret')),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://${publicName(process.env.HOST)}:${port}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || (await keptSecret(dir, 'actions-key')),
  };
  if (command === 'start') await step('Application', () => buildForProduction({ env }));
  await serve({ command, database, accounts, env, port });
}

/**
 * Migrations, and the demo desk where it is wanted.
 *
 * @returns {Promise<{anybody: boolean, demo: boolean}>} who is on the desk then
 */
async function prepareDatabase(database, demoWanted) {
  const { applyMigrations } = await import('./migrations.mjs');
  const { deskAccounts, seedDemoDesk } = await import('./database.mjs');
  await step('Migrations', async () => {
    const applied = await applyMigrations(database.url);
    return applied.length === 0 ? 'none due' : `${applied.length} applied`;
  });
  const before = await deskAccounts(database.url);
  if (before.anybody || !demoWanted) return before;
  await step('Demo desk', async () => {
    await seedDemoDesk(database.url);
    return 'set up';
  });
  return deskAccounts(database.url);
}

/** What people type into the browser for a host to listen on. */
function publicName(host) {
  if (!host || ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Keeps the web server and the database up until it is told to stop. */
async function serve({ command, database, accounts, env, port }) {
  const { startWebServer } = await import('./web-server.mjs');
  // The demo accounts' password is published: as long as they exist, this machine only.
  const isPrivate = accounts.demo || command === 'dev';
  const host = process.env.HOST || (isPrivate ? '127.0.0.1' : '0.0.0.0');
  const told = stopping.aborted ? 'told' : once(stopping, 'abort').then(() => 'told');
  const watching = watch(database);
  const starts = [];
  while (!stopping.aborted) {
    const now = Date.now();
    starts.push(now);
    if (starts.filter((time) => time > now - 60_000).length > STARTS_A_MINUTE) {
      throw new Unable('The web server keeps ending by itself: see what it wrote above.');
    }
    const server = await startWebServer({ command, host, port, env });
    try {
      if (starts.length === 1) announce({ address: env.NEXTAUTH_URL, host, accounts });
      const end = await Promise.race([server.ended, told, watching]);
      if (end !== 'told' && !stopping.aborted) {
        say(`The web server ended by itself (${end}); starting it again.`);
      }
    } finally {
      await server.stop();
    }
  }
}

/** Starts the database again when it ended by itself. */
async function watch(database) {
  const parent = process.ppid;
  while (!stopping.aborted) {
    await sleep(1000, undefined, { ref: false });
    // npm was killed outright: nobody is left to tell us to stop.
    if (process.env.npm_lifecycle_event && process.ppid !== parent) stop();
    if (stopping.aborted || database.isUp()) continue;
    say('The database ended by itself; starting it again.');
    await database.revive();
  }
  return 'told';
}

function announce({ address, host, accounts }) {
  const lines = ['', `Stet is ready at ${address}`];
  if (accounts.demo) {
    lines.push('', `Demo accounts, all with the password ${DEMO_PASSWORD}:`);
    for (const name of DEMO_ACCOUNTS) lines.push(`  ${name}@stet.example`);
    if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
      lines.push('', `Everybody who reaches ${host} can use them: disable them in Settings.`);
    }
  } else if (!accounts.anybody) {
    lines.push(
      '',
      'Nobody can sign in yet. Add the first account:',
      '  npm run stet -- user add --email you@newsroom.example --name "Your name" --role admin',
    );
  }
  say(`${lines.join('\n')}\n`);
}
