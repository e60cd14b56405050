import { describe, expect, it } from 'vitest';
import { deskRuns, type Leaf, type Run } from './desk-pieces';

const copy = 'The council counted 18 of 24 drones. Nobody was hurt.\r\nIt rained.';
const blocks = [{ kind: 'BODY' as const, start: 0, end: copy.length, excluded: false }];
const at = (words: string) => ({
  start: copy.indexOf(words),
  end: copy.indexOf(words) + words.length,
});

const leaves = (runs: readonly Run[]): Leaf[] =>
  runs.flatMap((run) => ('text' in run ? [run] : leaves(run.within)));

const draw = (marks: { id: string; start: number; end: number }[], unlooked: string[] = []) =>
  deskRuns(
    copy,
    blocks,
    marks,
    unlooked.map((words) => ({ ...at(words), state: 'UNLOOKED' as const })),
  )[0] ?? [];

describe('deskRuns', () => {
  it('keeps every character, each piece saying where it starts', () => {
    const pieces = leaves(draw([{ id: 'a', ...at('18 of 24 drones') }], ['Nobody was hurt.']));
    expect(pieces.map(({ text }) => text).join('')).toBe(copy);
    for (const { start, text } of pieces) expect(copy.slice(start, start + text.length)).toBe(text);
  });

  it('puts a shorter claim’s line inside the longer one’s, which runs through', () => {
    const runs = draw([
      { id: 'long', ...at('The council counted 18 of 24 drones') },
      { id: 'short', ...at('18 of 24') },
    ]);
    const [first] = runs;
    expect(first && 'claimId' in first && first.claimId).toBe('long');
    const inner = first && 'within' in first ? first.within : [];
    expect(inner.map((run) => ('claimId' in run ? run.claimId : run.text))).toEqual([
      'The council counted ',
      'short',
      ' drones',
    ]);
  });

  it('tells sentences nobody has looked at', () => {
    const unlooked = leaves(draw([], ['Nobody was hurt.'])).filter(
      ({ sentence }) => sentence?.state === 'UNLOOKED',
    );
    expect(unlooked.map(({ text }) => text)).toEqual(['Nobody was hurt.']);
  });

  it('starts a new piece after CR LF, which a browser counts as one character', () => {
    expect(leaves(draw([])).map(({ start }) => start)).toContain(copy.indexOf('It rained.'));
  });
});
