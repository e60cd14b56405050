import { Worker } from 'node:worker_threads';
import { type ClaimAnchor, type Reanchored, reanchor } from '@/lib/domain/reanchor';
import type { VersionText } from '@/lib/domain/version-text';

type Question = {
  before: VersionText;
  after: VersionText;
  language: string;
  anchors: readonly ClaimAnchor[];
};

/** UTF-16 units of both copies together up to which starting a thread takes longer than the work (about 2,000 words). */
const SHORT = 25_000;

/** As `reanchor`; long copy is done in a worker thread, so that the desk goes on answering. */
export async function reanchorInWorker(question: Question): Promise<Reanchored[]> {
  const { before, after } = question;
  return before.copy.length + after.copy.length <= SHORT ? reanchor(question) : inThread(question);
}

function inThread(question: Question): Promise<Reanchored[]> {
  // Written out here, in one expression: that is how the bundler knows to make a bundle of the worker.
  const worker = new Worker(new URL('./reanchor-worker.ts', import.meta.url), {
    workerData: question,
    ...(import.meta.url.endsWith('.ts') ? { execArgv: ['--import', 'tsx'] } : {}),
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The re-anchoring thread ended with ${code}.`)));
  });
}
