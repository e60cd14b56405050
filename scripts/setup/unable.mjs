import { Stopped } from './stopping.mjs';

/**
 * Something outside the program stands in the way, and the message says what to do about it. It is
 * printed as it is, with no stack; every other error is a fault of ours and keeps its stack.
 */
export class Unable extends Error {
  name = 'Unable';
}

/**
 * Runs the main function of a script: an Unable becomes one line and exit code 1.
 *
 * @param {() => Promise<number | void>} main answers the exit code; nothing means 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (error instanceof Stopped) {
      process.exitCode = 1;
      return;
    }
    const told = error instanceof Unable ? error.message : error.stack;
    process.stderr.write(`${told}\n`);
    process.exitCode = 1;
  }
}
