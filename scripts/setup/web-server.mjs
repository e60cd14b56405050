import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ROOT } from './project.mjs';
import { throwIfStopping } from './stopping.mjs';
import { Unable } from './unable.mjs';

/** Enough for tens of people and the largest exports; Node alone would let the heap grow to gigabytes. */
const HEAP_LIMIT_MB = 768;
const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 10_000;

/**
 * Starts Next and waits until it answers.
 *
 * @param {object} options
 * @param {'start' | 'dev'} [options.command]
 * @param {string} options.host address to listen on
 * @param {number} options.port
 * @param {Record<string, string>} options.env laid over ours
 * @param {number} [options.output] open file for what it writes; ours where there is none
 * @returns {Promise<{address: string, ended: Promise<number>, stop: () => Promise<void>}>}
 *   `ended` settles with its exit code
 * @throws {Unable} when it ends or stays silent instead
 */
export async function startWebServer({ command = 'start', host, port, env, output }) {
  const isLimited = command === 'dev' || /max-old-space-size/.test(process.env.NODE_OPTIONS ?? '');
  const child = spawn(
    process.execPath,
    [
      ...(isLimited ? [] : [`--max-old-space-size=${HEAP_LIMIT_MB}`]),
      '--import',
      pathToFileURL(join(ROOT, 'scripts/setup/end-with-parent.mjs')).href,
      'node_modules/next/dist/bin/next',
      command,
      '--port',
      String(port),
      '--hostname',
      host,
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: command === 'dev' ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        ...env,
      },
      stdio: ['ignore', output ?? 'pipe', output ?? 'inherit', 'ipc'],
    },
  );
  if (child.stdout) passOnWithoutBanner(child.stdout);
  const ended = once(child, 'exit').then(([code]) => code ?? 1);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    if ((await Promise.race([ended, sleep(STOP_LIMIT_MS, 'late')])) === 'late')
      child.kill('SIGKILL');
    await ended;
  };
  const address = `http://${reachableName(host)}:${port}`;
  try {
    await untilReady(address, ended);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, ended, stop };
}

/** Next's own greeting names addresses that are not ours to promise; the rest is passed on as it is. */
function passOnWithoutBanner(stream) {
  stream.on('data', (chunk) => {
    const lines = chunk.toString().split('\n');
    const kept = lines.filter(
      (line) => !/^(▲ |- (Local|Network|Environments): |✓ )/.test(line.trim()),
    );
    if (kept.some((line) => line.trim() !== '')) process.stdout.write(kept.join('\n'));
  });
}

/** An address to ask at, for one to listen on. */
function reachableName(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

async function untilReady(address, ended) {
  const deadline = Date.now() + READY_LIMIT_MS;
  let answer = 'no answer';
  while (Date.now() < deadline) {
    throwIfStopping();
    const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    );
    await response?.body?.cancel();
    // 503: up, but not yet with its database. Without that page, any answer will do.
    if (response && response.status !== 503) return;
    if (response) answer = `${response.status}`;
    if ((await Promise.race([ended, sleep(50, null)])) !== null) {
      throw new Unable('The web server ended while it was starting.');
    }
  }
  throw new Unable(`The web server was not ready after ${READY_LIMIT_MS / 1000} s (${answer}).`);
}
