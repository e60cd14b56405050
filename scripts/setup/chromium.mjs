/** A Chromium for the browser tests: found, or installed. */
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runNode, runProgram } from './run-program.mjs';
import { Unable } from './unable.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MINUTES = 60_000;

/**
 * @returns {Promise<string>} path of a Chromium that runs
 * @throws {Unable} when none is there and none could be installed
 */
export async function chromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (await runs(named)) return named;
    throw new Unable(`PLAYWRIGHT_CHROMIUM is ${named}, which does not run.`);
  }
  return (
    (await playwrightsOwn()) ??
    (await onPath()) ??
    (await installByPlaywright()) ??
    (await installBySystem()) ??
    refuse()
  );
}

function refuse() {
  throw new Unable(
    'The browser tests need Chromium, and it could not be installed: install chromium or google-chrome ' +
      'by hand, or set PLAYWRIGHT_CHROMIUM to the path of one.',
  );
}

async function playwrightsOwn() {
  const { chromium: browser } = await import('@playwright/test');
  const path = browser.executablePath();
  return (await runs(path)) ? path : null;
}

async function onPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of NAMES) {
      if (await runs(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

async function installByPlaywright() {
  await runNode(['node_modules/@playwright/test/cli.js', 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    timeoutMs: 5 * MINUTES,
  });
  return playwrightsOwn();
}

async function installBySystem() {
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const args of [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium'],
  ]) {
    const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args];
    await runProgram(command, rest, { timeoutMs: 10 * MINUTES });
  }
  return onPath();
}

/** A file may be there and yet lack a library: only one that tells its version counts. */
async function runs(path) {
  try {
    await access(path, constants.X_OK);
  } catch {
    return false;
  }
  const { code } = await runProgram(path, ['--version'], { timeoutMs: MINUTES });
  return code === 0;
}
