/**
 * Re-anchoring 1,000 claims of a 30,000-word story in its next version, as the desk does it: a thread is started, reads
 * both copies, compares them, places every claim, and ends. Beside it what the library `diff` takes for the bare word
 * diff of the same texts, on this thread.
 *
 * node bench/reanchor.mjs, or `measureReanchor()` from the bench.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { diffWords } from 'diff';
import { build } from 'esbuild';
import { longStory } from './long-story.mjs';

const WORKER = fileURLToPath(new URL('../lib/anchoring/version-worker.ts', import.meta.url));
const ROUNDS = 5;
const TARGET_MS = 2_000;

/**
 * A row for each question the thread is asked: `ms` is the median, `most` the longest of the rounds, `blockedMs` the
 * longest that this thread, where requests are answered, was held up meanwhile; `floorMs` the bare diff.
 *
 * @param {{ words?: number, claims?: number }} [size]
 */
export async function measureReanchor({ words = 30_000, claims = 1_000 } = {}) {
  const { before, after, anchors } = longStory({ words, claims });
  const texts = { before: { copy: before }, after: { copy: after } };
  const start = performance.now();
  diffWords(before, after);
  const floorMs = performance.now() - start;
  const dir = await mkdtemp(join(tmpdir(), 'stet-bench-'));
  try {
    const file = join(dir, 'version-worker.mjs');
    await build({
      entryPoints: [WORKER],
      outfile: file,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    const size = `${words.toLocaleString('en')} words`;
    const version = { ...texts, language: 'en', anchors, ranges: [], changes: [] };
    const questions = [
      {
        title: `re-anchor ${claims.toLocaleString('en')} claims, ${size}`,
        question: { ask: 'CARRY', version },
        target: TARGET_MS,
      },
      {
        title: `compare two versions, ${size}`,
        question: { ask: 'DIFF', ...texts },
        target: TARGET_MS,
      },
    ];
    const rows = [];
    for (const { title, question, target } of questions) {
      const runs = [];
      for (let round = 0; round < ROUNDS; round++) runs.push(await ask(file, question));
      const times = runs.map(({ ms }) => ms).sort((a, b) => a - b);
      const ms = times[Math.floor(times.length / 2)];
      rows.push({
        title,
        ms,
        most: times.at(-1),
        blockedMs: Math.max(...runs.map(({ blockedMs }) => blockedMs)),
        floorMs,
        ratio: ms / floorMs,
        target: `< ${target / 1000} s`,
        isMet: ms < target,
      });
    }
    return rows;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** One thread, one answer: from before it starts until the answer is here. */
async function ask(file, question) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const worker = new Worker(pathToFileURL(file), { workerData: question });
  await new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const ms = performance.now() - start;
  delay.disable();
  await worker.terminate();
  return { ms, blockedMs: delay.max / 1e6 };
}

/** @param {Awaited<ReturnType<typeof measureReanchor>>} rows */
export function reanchorTable(rows) {
  const n = (value) => Math.round(value).toLocaleString('en');
  return [
    '| operation | median ms | longest ms | desk held up, ms | bare diffWords, ms | ratio | target |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.title} | ${n(row.ms)} | ${n(row.most)} | ${n(row.blockedMs)} | ${n(row.floorMs)} | ${row.ratio.toFixed(2)} | ${row.target}${row.isMet ? '' : ' missed'} |`,
    ),
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${reanchorTable(await measureReanchor())}\n`);
}
