import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sayWaiting, setUpLock } from './dependencies.mjs';
import { fingerprint } from './fingerprint.mjs';
import { withLock } from './process-lock.mjs';
import { ROOT } from './project.mjs';
import { runNode } from './run-program.mjs';
import { Unable } from './unable.mjs';

const STAMP = join(ROOT, 'prisma', 'generated', '.made-from');

/**
 * Writes prisma/generated where the schema or Prisma changed.
 *
 * @returns {Promise<string>} how it went
 * @throws {Unable} when the schema is not right
 */
export async function generatePrismaClient() {
  const source = await fingerprint(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  const isCurrent = () =>
    readFile(STAMP, 'utf8').then(
      (kept) => kept === source,
      () => false,
    );
  if (await isCurrent()) return 'up to date';
  return withLock(setUpLock('client'), sayWaiting, async () => {
    if (await isCurrent()) return 'up to date';
    const { code, output } = await runNode(
      ['node_modules/prisma/build/index.js', 'generate', '--no-hints'],
      {
        env: {
          // The command looks for a native engine that it then does not use, and would fetch it.
          PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
          PRISMA_HIDE_UPDATE_MESSAGE: '1',
          CHECKPOINT_DISABLE: '1',
        },
      },
    );
    if (code !== 0) throw new Unable(`The Prisma client could not be made.\n${output.trim()}`);
    await writeFile(STAMP, source);
    return 'made';
  });
}
