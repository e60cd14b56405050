/** The most characters a cell may hold; a file with more is damaged to Excel. */
const CELL_LIMIT = 32_767;
const CUT = ' … [cut: the CSV has it whole]';

const NEEDS_ESCAPE = /[&<>]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

// What XML 1.0 cannot hold (section 2.2), and the carriage return, which a parser would turn into a line feed.
const UNFIT = /(?![\t\n])[\p{Cc}\ufffe\uffff]|_x[0-9a-f]{4}_/giu;

/**
 * Text of a cell as XML. What XML cannot hold is written `_x0007_`, as SpreadsheetML does (ECMA-376, part 1,
 * 22.9.2.19), so that nothing is lost; half a surrogate pair becomes U+FFFD. Longer than a cell: cut, and it says so.
 */
export function xmlText(text: string): string {
  const fitting = text.length > CELL_LIMIT ? `${cut(text)}${CUT}` : text;
  const formed = fitting.toWellFormed();
  return formed
    .replace(UNFIT, (found) =>
      found.length > 1
        ? `_x005F${found}`
        : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(NEEDS_ESCAPE, (found) => ENTITIES[found] ?? found);
}

const cut = (text: string): string => text.slice(0, CELL_LIMIT - CUT.length);

/** Text of an attribute or of a part that knows no escape for control characters: they are left out. */
export const xmlAttribute = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, '')
    .replace(NEEDS_ESCAPE, (found) => ENTITIES[found] ?? found)
    .replaceAll('"', '&quot;');

const names: string[] = [];

/** 0 → "A", 25 → "Z", 26 → "AA". */
export function columnName(index: number): string {
  const known = names[index];
  if (known !== undefined) return known;
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  names[index] = name;
  return name;
}
