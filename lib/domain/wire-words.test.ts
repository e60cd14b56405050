import { describe, expect, it } from 'vitest';
import * as vocabulary from './vocabulary';
import { fromWire, toWire } from './wire-words';

const LISTS: [string, readonly string[]][] = Object.entries(vocabulary).filter(
  ([name]) => name !== 'MOVES',
);

describe('how the vocabulary travels', () => {
  it('covers every list of the vocabulary', () => {
    expect(LISTS.length).toBeGreaterThan(20);
  });

  it.each(LISTS)('%s goes out and comes back, each word as itself', (_name, list) => {
    expect(new Set(list.map(toWire)).size).toBe(list.length);
    for (const word of list) {
      expect(toWire(word)).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
      expect(fromWire(list, toWire(word))).toBe(word);
    }
  });

  it.each(['', 'SIGNED_OFF', 'signed_off', 'Signed-Off', 'signed-off ', '__proto__', 'toString'])(
    '“%s” is nobody’s word',
    (wire) => {
      expect(fromWire(vocabulary.CLAIM_STATES, wire)).toBeNull();
    },
  );

  it('is spelt for the types as for the program', () => {
    const wire: 'verified-after-change' = toWire('VERIFIED_AFTER_CHANGE');
    expect(wire).toBe('verified-after-change');
  });
});
