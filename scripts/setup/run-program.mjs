import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {Record<string, string | undefined>} [options.env] laid over ours; undefined takes a name away
 * @param {boolean} [options.show] whether it prints for itself
 * @param {number} [options.timeoutMs]
 * @param {AbortSignal} [options.signal] ends it
 * @returns {Promise<{code: number, output: string}>} code 1 where it was killed or not found;
 *   output is '' where it was shown
 */
export function runProgram(command, args, { env = {}, show = false, timeoutMs, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      ...(signal ? { signal } : {}),
      ...(timeoutMs ? { timeout: timeoutMs } : {}),
    });
    let output = '';
    const add = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs a script with the Node that runs us. */
export const runNode = (args, options) => runProgram(process.execPath, args, options);
