import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffRow, diffVersions } from './version-diff';

const kinds = (rows: readonly DiffRow[]) => rows.map((row) => row.kind);

/** "It sank {on Monday→on Tuesday}." */
const marked = (row: DiffRow | undefined) =>
  row?.pieces
    .map(({ kind, text }) =>
      kind === 'SAME' ? text : kind === 'DELETED' ? `[-${text}]` : `[+${text}]`,
    )
    .join('');

describe('two versions side by side', () => {
  it('show nothing changed where nothing is', () => {
    const copy = 'Ferry sinks\n\nThe ferry sank on Monday.\n\nNobody was hurt.';
    expect(kinds(diffVersions({ copy }, { copy }))).toEqual(['SAME', 'SAME', 'SAME']);
  });

  it('show changed words as words', () => {
    const [row] = diffVersions(
      { copy: 'The crew saved 12 of 15 passengers before dawn.' },
      { copy: 'The crew saved 12 out of 16 passengers before dawn.' },
    );
    expect(row?.kind).toBe('CHANGED');
    expect(marked(row)).toBe('The crew saved 12 [+out ]of [-15 ][+16 ]passengers before dawn.');
  });

  it('show a paragraph that came and one that went where they stand and stood', () => {
    const rows = diffVersions(
      { copy: 'The ferry sank.\n\nIts owner has filed for bankruptcy.\n\nNobody was hurt.' },
      { copy: 'The ferry sank.\n\nNobody was hurt.\n\nDivers go down at noon tomorrow.' },
    );
    expect(kinds(rows)).toEqual(['SAME', 'REMOVED', 'SAME', 'ADDED']);
  });

  it('show a moved paragraph as moved, and what changed in it', () => {
    const rows = diffVersions(
      {
        copy: 'Divers go down at noon on Friday, the coast guard said.\n\nThe ferry sank in calm sea off the northern pier.\n\nIts owner has filed for bankruptcy in the district court.',
      },
      {
        copy: 'The ferry sank in calm sea off the northern pier.\n\nIts owner has filed for bankruptcy in the district court.\n\nDivers go down at noon on Sunday, the coast guard said.',
      },
    );
    expect(kinds(rows)).toEqual(['SAME', 'SAME', 'MOVED']);
    expect(marked(rows[2])).toContain('[-Friday][+Sunday]');
  });

  it('do not compare white space, but do compare quote marks', () => {
    const [spaces] = diffVersions({ copy: 'He paid 5\u00a0euros.' }, { copy: 'He paid 5 euros.' });
    expect(spaces?.kind).toBe('SAME');
    const [quotes] = diffVersions({ copy: 'He said “no”.' }, { copy: 'He said "no".' });
    expect(quotes?.kind).toBe('CHANGED');
  });

  it('cope with nothing at all', () => {
    expect(diffVersions({ copy: '' }, { copy: '' })).toEqual([]);
    expect(kinds(diffVersions({ copy: 'Now.' }, { copy: '' }))).toEqual(['REMOVED']);
    expect(kinds(diffVersions({ copy: '' }, { copy: 'Now.' }))).toEqual(['ADDED']);
  });

  const word = fc.constantFrom(
    'the',
    'ferry',
    'sank',
    '12',
    '15',
    'of',
    '“',
    ',',
    'Київ',
    '🚢',
    'يوم',
  );
  const copies = fc
    .array(fc.array(word, { minLength: 1, maxLength: 12 }), { maxLength: 8 })
    .map((paragraphs) => paragraphs.map((words) => words.join(' ')).join('\n\n'));

  it('hold every character of both copies', () => {
    fc.assert(
      fc.property(copies, copies, (before, after) => {
        const rows = diffVersions({ copy: before }, { copy: after });
        for (const { from, to, pieces } of rows) {
          const right = pieces.filter((piece) => piece.kind !== 'DELETED');
          expect(right.map((piece) => piece.text).join('')).toBe(
            to === null ? '' : after.slice(to.start, to.end),
          );
          const left = pieces.filter((piece) => piece.kind !== 'INSERTED');
          expect(
            left.map(({ from: at }) => before.slice(at?.start ?? 0, at?.end ?? 0)).join(''),
          ).toBe(from === null ? '' : before.slice(from.start, from.end));
          for (const { text, from: there, to: here } of pieces) {
            if (here !== null) expect(after.slice(here.start, here.end)).toBe(text);
            else expect(before.slice(there?.start ?? 0, there?.end ?? 0)).toBe(text);
          }
        }
        const oldBlocks = rows.flatMap(({ from }) => (from === null ? [] : [from.block]));
        expect(new Set(oldBlocks).size).toBe(oldBlocks.length);
        const nowBlocks = rows.flatMap(({ to }) => (to === null ? [] : [to.block]));
        expect(nowBlocks).toEqual([...nowBlocks.keys()]);
      }),
    );
  });
});
