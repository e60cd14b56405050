/** The other side of `in-worker.ts`: one question, one answer, and the thread ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { carryVersion } from '../domain/carry-version';
import { diffVersions } from '../domain/version-diff';
import type { Question } from './in-worker';

function answer(question: Question): unknown {
  switch (question.ask) {
    case 'CARRY':
      return carryVersion(question.version);
    case 'DIFF':
      return diffVersions(question.before, question.after);
  }
}

parentPort?.postMessage(answer(workerData as Question));
