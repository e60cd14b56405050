/** The other side of `reanchor-in-worker.ts`: one question, one answer, and the thread ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { reanchor } from '../domain/reanchor';

parentPort?.postMessage(reanchor(workerData));
