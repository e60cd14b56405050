import { Worker } from 'node:worker_threads';
import { type CarriedVersion, carryVersion, type VersionToCarry } from '@/lib/domain/carry-version';
import type { ClaimAnchor, Reanchored } from '@/lib/domain/reanchor';
import { type DiffRow, diffVersions } from '@/lib/domain/version-diff';
import type { VersionText } from '@/lib/domain/version-text';

/** What the thread may be asked. */
export type Question =
  | { ask: 'CARRY'; version: VersionToCarry }
  | { ask: 'DIFF'; before: VersionText; after: VersionText };

/** UTF-16 units of both copies together up to which starting a thread takes longer than the work (some 2,000 words). */
const SHORT = 25_000;

const isShort = (before: VersionText, after: VersionText): boolean =>
  before.copy.length + after.copy.length <= SHORT;

/** As `carryVersion`; long copy is done in a thread of its own, so that the desk goes on answering. */
export async function carryVersionInWorker(version: VersionToCarry): Promise<CarriedVersion> {
  return isShort(version.before, version.after)
    ? carryVersion(version)
    : inThread<CarriedVersion>({ ask: 'CARRY', version });
}

/** As `reanchor`, likewise. */
export async function reanchorInWorker(question: {
  before: VersionText;
  after: VersionText;
  language: string;
  anchors: readonly ClaimAnchor[];
}): Promise<Reanchored[]> {
  return (await carryVersionInWorker({ ...question, ranges: [], changes: [] })).anchors;
}

/** As `diffVersions`, likewise. */
export async function diffVersionsInWorker(
  before: VersionText,
  after: VersionText,
): Promise<DiffRow[]> {
  return isShort(before, after)
    ? diffVersions(before, after)
    : inThread<DiffRow[]>({ ask: 'DIFF', before, after });
}

/** Rejects with what was thrown in the thread. */
function inThread<Answer>(question: Question): Promise<Answer> {
  const worker =
    process.env['NEXT_RUNTIME'] === undefined
      ? new Worker(
          /* turbopackIgnore: true */ new URL('./typescript-worker.mjs', import.meta.url),
          {
            workerData: question,
          },
        )
      : // Written out here, in one expression: that is how the bundler knows to make a bundle of the worker.
        new Worker(new URL('./version-worker.ts', import.meta.url), { workerData: question });
  return new Promise<Answer>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    // Without an answer; after one this changes nothing.
    worker.once('exit', (code) => reject(new Error(`The thread for versions ended with ${code}.`)));
  });
}
