import type { DiffRow } from './version-diff';

/** In how many places two texts differ: each run of struck or written words, and each paragraph that moved. */
export function changedPlaces(rows: readonly DiffRow[]): number {
  let places = 0;
  for (const { kind, pieces } of rows) {
    let isRunning = false;
    for (const piece of pieces) {
      if (piece.kind !== 'SAME' && !isRunning) places += 1;
      isRunning = piece.kind !== 'SAME';
    }
    if (kind === 'MOVED') places += 1;
  }
  return places;
}
