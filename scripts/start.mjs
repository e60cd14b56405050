/**
 * `npm start`: from a fresh checkout to a desk in use. Every step is done only where it is due, so a
 * second start takes seconds. Until the dependencies are in, this file and what it imports at its
 * top use nothing but Node.
 */
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataDirPath, keptSecret, prepareDataDir } from './setup/data-dir.mjs';
import { checkNode, installDependencies } from './setup/dependencies.mjs';
import { listenProblem } from './setup/ports.mjs';
import { takeLock } from './setup/process-lock.mjs';
import { say, step } from './setup/step.mjs';
import { runMain, Unable } from './setup/unable.mjs';

const DEMO_ACCOUNTS = ['editor', 'checker', 'second', 'reporter', 'lawyer', 'viewer', 'admin'];
const DEMO_PASSWORD = 'stet-demo';

/** A server that ends by itself is started again, but not one that cannot live. */
const STARTS_A_MINUTE = 3;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stopping.abort());
}

await runMain(async () => {
  const version = checkNode();
  const port = portFromEnvironment();
  const dir = dataDirPath();
  await prepareDataDir(dir);
  const lock = await takeLock(join(dir, 'stet.lock'));
  if ('holder' in lock) {
    throw new Unable(
      `Stet is already running on ${dir} (process ${lock.holder}): stop it first, or set STET_DATA_DIR and PORT to start another desk.`,
    );
  }
  try {
    await refusePort(port);
    await step('Node', async () => version);
    await step('Dependencies', () => installDependencies());
    if (!stopping.signal.aborted) await runDesk({ dir, port });
  } finally {
    await lock.release();
  }
});

function portFromEnvironment() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Unable(`PORT is ${process.env.PORT}, which is no port number.`);
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

async function runDesk({ dir, port }) {
  const { generatePrismaClient } = await import('./setup/prisma-client.mjs');
  const { openDatabase } = await import('./setup/database.mjs');
  await step('Prisma client', generatePrismaClient);
  let database;
  await step('Database', async () => {
    database = await openDatabase(dir);
    return database.describe;
  });
  try {
    const accounts = await prepareDatabase(database);
    const env = await serverEnvironment({ dir, port, database });
    const { buildForProduction } = await import('./setup/production-build.mjs');
    if (stopping.signal.aborted) return;
    await step('Application', () => buildForProduction({ env }));
    await serve({ database, accounts, env, port });
  } finally {
    await database.release();
  }
}

/** Migrations, and the demo desk where it is wanted. */
async function prepareDatabase(database) {
  const { applyMigrations } = await import('./setup/migrations.mjs');
  const { deskAccounts, seedDemoDesk, wantsDemo } = await import('./setup/database.mjs');
  const demoWanted = wantsDemo(database.embedded);
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

async function serverEnvironment({ dir, port, database }) {
  return {
    DATABASE_URL: database.url,
    STET_DATA_DIR: dir,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || (await keptSecret(dir, 'session-secret')),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://${publicName(process.env.HOST)}:${port}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY:
      process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || (await keptSecret(dir, 'actions-key')),
  };
}

/** What people type into the browser for a host to listen on. */
function publicName(host) {
  if (!host || ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** Keeps the web server and the database up until it is told to stop. */
async function serve({ database, accounts, env, port }) {
  const { startWebServer } = await import('./setup/web-server.mjs');
  // The demo accounts' password is published: as long as they exist, this machine only.
  const host = process.env.HOST || (accounts.demo ? '127.0.0.1' : '0.0.0.0');
  const watching = watchDatabase(database);
  const told = once(stopping.signal, 'abort').then(() => 'told');
  const starts = [];
  while (!stopping.signal.aborted) {
    const now = Date.now();
    starts.push(now);
    if (starts.filter((time) => time > now - 60_000).length > STARTS_A_MINUTE) {
      throw new Unable('The web server keeps ending by itself: see what it wrote above.');
    }
    const server = await startWebServer({ host, port, env });
    if (starts.length === 1) announce({ address: env.NEXTAUTH_URL, host, accounts });
    const end = await Promise.race([server.ended, told, watching]);
    await server.stop();
    if (end !== 'told' && !stopping.signal.aborted) {
      say(`The web server ended by itself (${end}); starting it again.`);
    }
  }
  say('Stopped.');
}

/** Starts the database again when it ended by itself. Settles only by failing. */
async function watchDatabase(database) {
  const parent = process.ppid;
  for (;;) {
    await sleep(1000, undefined, { ref: false });
    // npm was killed outright: nobody is left to tell us to stop.
    if (process.env.npm_lifecycle_event && process.ppid !== parent) stopping.abort();
    if (stopping.signal.aborted) return 'told';
    if (database.isUp()) continue;
    say('The database ended by itself; starting it again.');
    await database.revive();
  }
}

function announce({ address, host, accounts }) {
  const lines = ['', `Stet is ready at ${address}`];
  if (accounts.demo) {
    lines.push('', `Demo accounts, all with the password ${DEMO_PASSWORD}:`);
    for (const name of DEMO_ACCOUNTS) lines.push(`  ${name}@stet.example`);
    if (!['127.0.0.1', '::1', 'localhost'].includes(host)) {
      lines.push(
        '',
        `They can be used by everybody who reaches ${host}: disable them in Settings.`,
      );
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
