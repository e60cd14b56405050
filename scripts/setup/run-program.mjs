import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';
import { Stopped, stopping } from './stopping.mjs';

/**
 * Runs a program to its end, or until we are told to stop.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env] laid over ours; undefined takes a name away
 * @param {boolean} [options.show] whether it prints for itself
 * @param {number} [options.timeoutMs]
 * @returns {Promise<{code: number, output: string}>} code 1 where it was killed or not found;
 *   output is '' where it was shown
 * @throws {Stopped}
 */
export function runProgram(command, args, { env = {}, show = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const add = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    const end = () => child.kill('SIGTERM');
    // Not spawn's own timeout, which keeps us waiting for a program that could not be started.
    const timer = timeoutMs && setTimeout(end, timeoutMs);
    stopping.addEventListener('abort', end);
    const conclude = (result) => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', end);
      if (stopping.aborted) reject(new Stopped());
      else resolve(result);
    };
    child.once('error', (error) => conclude({ code: 1, output: error.message }));
    child.once('close', (code) => conclude({ code: code ?? 1, output }));
  });
}

/** Runs a script with the Node that runs us. */
export const runNode = (args, options) => runProgram(process.execPath, args, options);
