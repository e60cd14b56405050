/**
 * A line of the copy: `start` and `end` stand inside its white space (no-break spaces too), so a blank line has
 * `start === end`; `indent` is the white space before it, in UTF-16 code units.
 */
export type Line = { start: number; end: number; indent: number };

/** LF, CRLF, CR and the two Unicode separators each end a line. */
export function findLines(copy: string): Line[] {
  const lines: Line[] = [];
  const breaks = /\r\n|[\n\r\u2028\u2029]/g;
  let from = 0;
  for (const found of copy.matchAll(breaks)) {
    lines.push(trimmedLine(copy, from, found.index));
    from = found.index + found[0].length;
  }
  lines.push(trimmedLine(copy, from, copy.length));
  return lines;
}

function trimmedLine(copy: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isSpace(copy.charCodeAt(start))) start++;
  while (end > start && isSpace(copy.charCodeAt(end - 1))) end--;
  return { start, end, indent: start - from };
}

/** White space as JavaScript's `\s` has it: no-break, narrow no-break and ideographic spaces and the BOM included. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));

/** Whether these words end as a sentence does, quotes and brackets after the stop included. */
export const endsSentence = (words: string): boolean =>
  /[.!?…。！？؟।]["'”’»“‘)\]*_]*$/u.test(words.slice(-40));

/** A text wrapped by hand or by mail at more than this is taken to have a paragraph a line instead. */
const WIDEST_WRAP = 130;
const NARROWEST_WRAP = 40;

/**
 * The width (UTF-16 code units) at which this text's lines were wrapped, or null when a line break ends a paragraph.
 * Wrapped text has lines of like length, breaks where the next word would not have fitted, and breaks inside
 * sentences; all three are asked for.
 */
export function wrapWidth(copy: string, lines: readonly Line[]): number | null {
  const pairs: [Line, Line][] = [];
  for (let at = 1; at < lines.length; at++) {
    const above = lines[at - 1];
    const below = lines[at];
    if (above && below && length(above) > 0 && length(below) > 0) pairs.push([above, below]);
  }
  if (pairs.length === 0) return null;
  const widths = pairs.map(([above]) => length(above)).sort((a, b) => a - b);
  const width = widths[Math.floor((widths.length - 1) * 0.9)] ?? 0;
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  const long = lines.filter((line) => length(line) > WIDEST_WRAP).length;
  if (long * 10 > lines.length) return null;
  let forced = 0;
  let open = 0;
  let running = 0;
  for (const [above, below] of pairs) {
    if (isForcedBreak(copy, above, below, width)) forced++;
    if (!endsSentence(copy.slice(above.start, above.end))) open++;
    if (!/^["'“‘«([]*\p{Lu}/u.test(copy.slice(below.start, below.start + 4))) running++;
  }
  const share = (count: number) => count / pairs.length;
  return share(forced) >= 0.5 && share(open) >= 0.5 && share(running) >= 0.3 ? width : null;
}

/** Whether the next line's first word would not have fitted on this one, with an editor's raggedness allowed. */
export function isForcedBreak(copy: string, above: Line, below: Line, width: number): boolean {
  const next = copy.slice(below.start, Math.min(below.end, below.start + width));
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  return length(above) + 1 + word > width * 0.85;
}

const length = (line: Line): number => line.end - line.start;
