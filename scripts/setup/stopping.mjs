/** Being told to stop, by Ctrl-C or by whoever runs us. */

const controller = new AbortController();

/** Aborted once, and for good. */
export const stopping = controller.signal;

/** Thrown where work was broken off because of it. */
export class Stopped extends Error {
  name = 'Stopped';
}

export function stop() {
  controller.abort();
}

/** From now on a signal is a wish to end in order, not the end. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
}

/** @throws {Stopped} */
export function throwIfStopping() {
  if (stopping.aborted) throw new Stopped();
}
