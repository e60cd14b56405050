/** Prints a line to standard output. */
export const say = (line) => process.stdout.write(`${line}\n`);

/**
 * Prints one line a step: what it is at once, how it went when it is done.
 *
 * @param {string} name
 * @param {() => Promise<string>} work answers how it went, in a few words
 */
export async function step(name, work) {
  const began = Date.now();
  process.stdout.write(name.padEnd(15));
  try {
    const outcome = await work();
    const seconds = Math.round((Date.now() - began) / 1000);
    say(seconds >= 2 ? `${outcome} (${seconds} s)` : outcome);
  } catch (error) {
    say('failed');
    throw error;
  }
}
