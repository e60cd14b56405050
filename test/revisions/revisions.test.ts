import { describe, expect, it } from 'vitest';
import { generateCases } from './generate';
import { FIGURES } from './hand-figures';
import { LAYOUT } from './hand-layout';
import { TRAPS } from './hand-traps';
import { TYPOGRAPHY } from './hand-typography';
import { WORDS } from './hand-words';
import { CLINIC, ORCHARD_HE, RAILWAY_RU } from './held-out-vocabulary';
import { type Judgement, judge } from './judge';
import { plainJudgement } from './plain-matcher';
import type { RevisionCase } from './revision-case';
import { HARBOUR, MARKET_AR, MINE_UK } from './vocabulary';

/** The least share of untouched claims whose verdicts must stand. */
const LEAST_KEPT = 0.98;

const CORPORA = [
  { name: 'written by hand', cases: [...FIGURES, ...WORDS, ...LAYOUT, ...TYPOGRAPHY, ...TRAPS] },
  {
    name: 'generated',
    cases: [
      ...generateCases(HARBOUR, 1, 9),
      ...generateCases(MINE_UK, 2, 4),
      ...generateCases(MARKET_AR, 3, 4),
    ],
  },
  {
    name: 'generated and held out while the rules were written',
    cases: [
      ...generateCases(CLINIC, 101, 9),
      ...generateCases(RAILWAY_RU, 102, 4),
      ...generateCases(ORCHARD_HE, 103, 4),
    ],
  },
];

type Judged = { revision: RevisionCase; judgement: Judgement; plain: string; told: string };

function judged(cases: readonly RevisionCase[]): Judged[] {
  return cases.map((revision) => {
    const { judgement, result } = judge(revision);
    const told = `${revision.kind}: ${judgement}, ${result.state}, ${result.reason}\n${revision.before}\n=>\n${revision.after}`;
    return { revision, judgement, plain: plainJudgement(revision), told };
  });
}

const told = (all: readonly Judged[], judgement: Judgement): string[] =>
  all.filter((each) => each.judgement === judgement).map((each) => each.told);

/** A line for each kind, ours beside the plain matcher's. */
function printFigures(name: string, all: readonly Judged[]): void {
  const lines = [
    `\n${name}: ${all.length} revisions`,
    row('kind', 'cases', 'right', 'plain matcher right'),
  ];
  const kinds = [...new Set(all.map(({ revision }) => revision.kind))];
  for (const kind of kinds) {
    const some = all.filter(({ revision }) => revision.kind === kind);
    const right = some.filter(({ judgement }) => judgement === 'RIGHT').length;
    const plain = some.filter((each) => each.plain === 'RIGHT').length;
    lines.push(row(kind, some.length, right, plain));
  }
  const count = (key: 'judgement' | 'plain', value: string) =>
    all.filter((each) => each[key] === value).length;
  lines.push(
    row('', '', 'Stet', 'plain matcher'),
    row('verdicts kept on changed words', '', count('judgement', 'KEPT'), count('plain', 'KEPT')),
    row('silent guesses', '', count('judgement', 'GUESSED'), count('plain', 'GUESSED')),
    row(
      `untouched claims lost, of ${all.filter(({ revision }) => revision.must === 'KEEP').length}`,
      '',
      count('judgement', 'DROPPED'),
      count('plain', 'DROPPED'),
    ),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}

const row = (...cells: readonly [string, ...(string | number)[]]): string =>
  cells
    .map((cell, at) => (at === 0 ? String(cell).padEnd(48) : String(cell).padStart(20)))
    .join('');

describe('revisions', () => {
  it('are at least 400, and each has its claim', () => {
    const all = CORPORA.flatMap(({ cases }) => cases);
    expect(all.length).toBeGreaterThanOrEqual(400);
    expect(
      new Set(all.map(({ before, after }) => `${before}\n=>\n${after}`)).size,
    ).toBeGreaterThanOrEqual(400);
  });

  describe.each(CORPORA)('$name', ({ name, cases }) => {
    const all = judged(cases);
    printFigures(name, all);

    it('keep no verdict on words that changed decisively', () => {
      expect(told(all, 'KEPT')).toEqual([]);
    });

    it('never choose between equal candidates', () => {
      expect(told(all, 'GUESSED')).toEqual([]);
    });

    it('show a person the words where they are', () => {
      expect(told(all, 'MISPLACED')).toEqual([]);
    });

    it('keep the verdicts on untouched claims', () => {
      const untouched = all.filter(({ revision }) => revision.must === 'KEEP');
      const kept = untouched.filter(({ judgement }) => judgement === 'RIGHT');
      expect(
        kept.length / untouched.length,
        told(all, 'DROPPED').join('\n\n'),
      ).toBeGreaterThanOrEqual(LEAST_KEPT);
    });
  });
});
