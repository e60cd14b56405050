import { describe, expect, it } from 'vitest';
import { type Caret, caretRange, type Walk, walk } from './desk-caret';

const copy = '# Raid\n\nAround 40 drones came. Most came down.';
const blocks = [
  { start: 2, end: 6 },
  { start: 8, end: copy.length },
];
const sentences = [
  { start: 2, end: 6 },
  { start: 8, end: copy.indexOf(' Most') },
  { start: copy.indexOf('Most'), end: copy.length },
];

const go = (...steps: (Walk | `+${Walk}`)[]): string => {
  let caret: Caret | null = null;
  for (const step of steps) {
    const isExtending = step.startsWith('+');
    caret =
      walk({ copy, blocks, sentences }, caret, step.replace('+', '') as Walk, isExtending) ?? caret;
  }
  if (caret === null) return '';
  const { start, end } = caretRange(caret);
  return copy.slice(start, end);
};

describe('walking the copy by keyboard', () => {
  it.each<[string, (Walk | `+${Walk}`)[]]>([
    ['Raid', ['next-word']],
    ['Around', ['next-word', 'next-word']],
    ['40 drones', ['next-word', 'next-word', 'next-word', '+next-word']],
    ['Around 40', ['next-word', 'next-word', 'next-word', '+last-word']],
    ['Raid', ['next-word', 'next-word', 'last-word']],
    ['Around 40 drones came.', ['next-word', 'next-word', 'next-sentence']],
    ['Most came down.', ['next-sentence', 'next-sentence', 'next-sentence', 'next-sentence']],
    [
      'Around 40 drones came. Most came down.',
      ['next-sentence', 'next-sentence', '+next-sentence'],
    ],
  ])('comes to “%s”', (words, steps) => {
    expect(go(...steps)).toBe(words);
  });
});
