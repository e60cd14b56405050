import { stopping, throwIfStopping } from './stopping.mjs';

/** Prints a line to standard output. */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Prints one line a step: what it is at once, how it went when it is done.
 *
 * @param {string} name
 * @param {() => Promise<string>} work answers how it went, in a few words
 * @throws {Stopped} when we are told to stop
 */
export async function step(name, work) {
  throwIfStopping();
  const began = Date.now();
  process.stdout.write(name.padEnd(15));
  try {
    const outcome = await work();
    const seconds = Math.round((Date.now() - began) / 1000);
    say(seconds >= 2 ? `${outcome} (${seconds} s)` : outcome);
  } catch (error) {
    say(stopping.aborted ? 'broken off' : 'failed');
    throw error;
  }
}
