/** The two servers under load, started alike: the desk and the bare floor. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../scripts/setup/ports.mjs';
import { ROOT } from '../scripts/setup/project.mjs';
import { runNode } from '../scripts/setup/run-program.mjs';

const HEAP_LIMIT_MB = 768;
const NEXT = join(ROOT, 'node_modules/next/dist/bin/next');

/**
 * Starts `next start` over a built app and waits until `path` answers.
 *
 * @param {{ folder: string, path: string, env: Record<string, string> }} app
 * @returns {Promise<{ url: string, pid: number, stop: () => Promise<void> }>}
 */
export async function startServer({ folder, path, env }) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_LIMIT_MB}`,
      NEXT,
      'start',
      '--port',
      String(port),
      '--hostname',
      '127.0.0.1',
    ],
    {
      cwd: folder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        NEXTAUTH_URL: url,
        ...env,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const stop = async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGTERM');
    await Promise.race([once(child, 'exit'), sleep(5_000)]);
    if (child.exitCode === null) child.kill('SIGKILL');
  };
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(url + path).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return { url, pid: child.pid, stop };
    await sleep(100);
  }
  await stop();
  throw new Error(`${folder} did not answer on ${url}${path}.`);
}

/** Writes the desk's own statements where the floor reads them. */
export async function writeStatements({ due, id }, file) {
  const args = ['--import', 'tsx', 'bench/desk-statements.ts', due, id, file];
  const { code, output } = await runNode(args);
  if (code !== 0) throw new Error(`The statements could not be read.\n${output}`);
}

/** The table of bench/measure-copy.mjs. */
export async function measureCopy() {
  const { code } = await runNode(['--import', 'tsx', 'bench/measure-copy.mjs'], { show: true });
  if (code !== 0) throw new Error('The work on the copy could not be measured.');
}

/** `next build` of the floor. */
export async function buildFloor(folder) {
  const child = spawn(process.execPath, [NEXT, 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The floor does not build.');
}
