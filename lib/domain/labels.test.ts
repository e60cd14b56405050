import { expect, test } from 'vitest';
import * as labels from './labels';
import { CLAIM_STATUSES, MOVES } from './vocabulary';
import { toWire } from './wire-words';

const { optionsOf, ...lists } = labels;

test.each(Object.entries(lists))('%s are words people read, each its own', (_name, list) => {
  const words = Object.values(list);
  for (const word of words) {
    expect(word).not.toMatch(/[_!]|\b(?!PDF\b)[A-Z]{2,}\b/);
    expect(word.trim()).toBe(word);
  }
  expect(new Set(words).size).toBe(words.length);
});

test('options for a select stand in the order of the vocabulary, as forms send them', () => {
  const options = optionsOf(CLAIM_STATUSES, labels.STATUS_LABELS);
  expect(options.map(({ value }) => value)).toEqual(CLAIM_STATUSES.map(toWire));
  expect(options[3]).toEqual({ value: 'ready', label: 'Second read' });
});

test('every move is named by a verb that fits on a button', () => {
  for (const move of MOVES) expect(labels.MOVE_LABELS[move].length).toBeLessThanOrEqual(20);
});
