/**
 * Spreadsheet programs take a cell that begins like a formula for one, whoever wrote it (CWE-1236; OWASP, "CSV
 * Injection"). Words under check come from outside, so a text cell that could be taken for a formula is told apart.
 */

// = + - @, their full-width and small forms, and the control characters that some programs skip or split at.
const FORMULA_LEAD = '=+\\-@＝＋－＠﹢﹣﹦﹫\\t\\r\\n\\0';

// What a program may trim or strip before it looks: spaces, invisible characters, control characters, quote marks.
const SKIPPED = '[\\p{Z}\\p{Cf}\\p{Cc}"\'`‘’‚‛“”„‟«»‹›＂＇]*';

const DANGEROUS = new RegExp(`^${SKIPPED}[${FORMULA_LEAD}]`, 'u');

// "-5", "+1,200.50", "-5%", "-5 %": a figure with its sign, which no program can make anything else of.
const PLAIN_NUMBER = /^[+-]?\d{1,20}(?:[.,]\d{1,20})*(?:\u00a0?%| %)?$/u;

/** Whether a spreadsheet program could take this text for a formula. */
export const looksLikeFormula = (text: string): boolean =>
  DANGEROUS.test(text) && !PLAIN_NUMBER.test(text);

/** The text for a CSV cell: with an apostrophe before it where it could be taken for a formula. */
export const guardCell = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** The text that `guardCell` was given: every guarded text leads back to exactly one. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell;
