import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sayWaiting, setUpLock } from './dependencies.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './process-lock.mjs';
import { ROOT } from './project.mjs';
import { runNode } from './run-program.mjs';
import { Unable } from './unable.mjs';

const SOURCES = [
  'app',
  'components',
  'lib',
  'prisma',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

const isSource = (path) => !/\.test\.tsx?$/.test(path) && !path.startsWith('prisma/generated');

/**
 * Builds the application where its sources changed since the last time.
 *
 * @param {{distDir?: string, env?: Record<string, string>}} [options]
 * @returns {Promise<string>} how it went
 * @throws {Unable} with what Next says about the sources
 */
export async function buildForProduction({ distDir = '.next', env = {} } = {}) {
  const stampFile = join(ROOT, distDir, 'built-from');
  const source = await fingerprint(SOURCES, isSource);
  const isCurrent = async () => {
    const kept = await readFile(stampFile, 'utf8').catch(() => null);
    const built = await readFile(join(ROOT, distDir, 'BUILD_ID'), 'utf8').catch(() => null);
    return kept === source && built !== null;
  };
  if (await isCurrent()) return 'up to date';
  return withLock(setUpLock(`build${distDir.replaceAll('/', '-')}`), sayWaiting, async () => {
    if (await isCurrent()) return 'up to date';
    await rm(stampFile, { force: true });
    const { code, output } = await runNode(['node_modules/next/dist/bin/next', 'build'], {
      env: { ...env, NEXT_DIST_DIR: distDir, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    });
    if (code !== 0) throw new Unable(`The application could not be built.\n${output.trim()}`);
    await writeFile(stampFile, source);
    return 'built';
  });
}
