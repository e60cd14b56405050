import { endsSentence } from '@/lib/domain/copy-lines';
import type { BlockKind } from '@/lib/domain/vocabulary';

/** A run of text on a page, in the order of the file. Points; y grows upwards. */
export type PdfRun = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isTurned: boolean;
};
export type PdfPage = { runs: readonly PdfRun[]; top: number; bottom: number };

export type PdfParagraph = {
  kind: BlockKind;
  words: string;
  excluded: boolean;
  why: string | null;
};

export type PdfText = {
  /** In reading order; what stands at the head or foot of the pages comes last, once each. */
  paragraphs: PdfParagraph[];
  /** Words put together where a line ended in a hyphen and the file does not show them otherwise. */
  joined: string[];
  /** Numbers of the pages without a letter on them. */
  emptyPages: number[];
  /** Lines that stand across the page. */
  turned: number;
};

type Line = { words: string; x: number; right: number; y: number; size: number; page: number };

/** More than any printed page has, and every line is held against those of its page. */
const MOST_LINES_A_PAGE = 1_500;

/** A page that holds more lines than anybody could read on it. */
export class TooManyLines extends Error {
  override name = 'TooManyLines';
  readonly page: number;

  constructor(page: number) {
    super(`Page ${page} has more than ${MOST_LINES_A_PAGE} lines.`);
    this.page = page;
  }
}

/** The paragraphs that a PDF's lines make up: a PDF holds no paragraphs, only words at places. */
export function findParagraphs(pages: readonly PdfPage[]): PdfText {
  const emptyPages: number[] = [];
  let turned = 0;
  const all = pages.flatMap((page, at) => {
    turned += page.runs.filter(({ isTurned, text }) => isTurned && text.trim() !== '').length;
    const lines = linesOf(page, at);
    if (!lines.some(({ words }) => /\p{L}/u.test(words))) emptyPages.push(at + 1);
    return lines;
  });
  const furniture = runningLines(all, pages);
  const lines = all.filter((line) => !furniture.has(line));
  const size = usualSize(lines);
  const leading = usualLeading(lines, size);
  const hyphens = hyphenJudge(all);
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    const own = byPage.get(line.page);
    if (own === undefined) byPage.set(line.page, [line]);
    else own.push(line);
  }
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    if (group && above && goesOn(above, line, leading, byPage.get(above.page) ?? []))
      group.push(line);
    else groups.push([line]);
  }
  const paragraphs = groups.map((group) => paragraphOf(group, size, hyphens.judge));
  nameHeadline(paragraphs, groups, size);
  return {
    paragraphs: [...paragraphs, ...asFurniture(furniture)],
    joined: hyphens.joined,
    emptyPages,
    turned,
  };
}

/** Runs of one height, left to right, as a line; a gap wider than a letter is a space. */
function linesOf(page: PdfPage, at: number): Line[] {
  const lines: Line[] = [];
  let open: Line | null = null;
  // Kept beside the line: looking at its last character over and over would take quadratic time.
  let endsInSpace = false;
  for (const run of page.runs) {
    if (run.isTurned || run.text === '') continue;
    const text = run.text.replace(/[\p{Cc}\u00ad]/gu, (found) =>
      found === '\u00ad' ? found : ' ',
    );
    const size: number = run.size || open?.size || 0;
    const isSameLine: boolean =
      open !== null &&
      Math.abs(open.y - run.y) <= Math.max(open.size, size) * 0.35 &&
      run.x >= open.right - size;
    if (open !== null && isSameLine) {
      const gap = run.x - open.right;
      const needsSpace = gap > size * 0.15 && !endsInSpace && !/^\s/.test(text);
      open.words += needsSpace ? ` ${text}` : text;
      open.right = Math.max(open.right, run.x + run.width);
      if (text.trim() !== '') open.size = Math.max(open.size, size);
    } else if (text.trim() !== '') {
      open = { words: text, x: run.x, right: run.x + run.width, y: run.y, size, page: at };
      lines.push(open);
      if (lines.length > MOST_LINES_A_PAGE) throw new TooManyLines(at + 1);
    }
    endsInSpace = /\s$/.test(text.slice(-1));
  }
  for (const line of lines) line.words = line.words.replace(/[ \t\n\r]+/g, ' ').trim();
  return lines.filter(({ words }) => words !== '');
}

const PAGE_NUMBER =
  /^(?:page\s+|p\.\s*|[-–—]\s*)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–—])?$/iu;
const MARGIN = 0.12;

/** Lines at the head and the foot of pages that repeat from page to page, and page numbers. */
function runningLines(lines: readonly Line[], pages: readonly PdfPage[]): Map<Line, string> {
  const atEdge = lines.filter(({ page, y }) => {
    const { top = 0, bottom = 0 } = pages[page] ?? {};
    const height = top - bottom;
    return y > top - height * MARGIN || y < bottom + height * MARGIN;
  });
  const onPages = new Map<string, Set<number>>();
  const key = (line: Line): string => line.words.replace(/\d+/g, '#').toLowerCase();
  for (const line of atEdge) {
    const seen = onPages.get(key(line)) ?? new Set();
    onPages.set(key(line), seen.add(line.page));
  }
  const running = new Map<Line, string>();
  for (const line of atEdge) {
    const count = onPages.get(key(line))?.size ?? 0;
    if (PAGE_NUMBER.test(line.words)) running.set(line, 'The number of the page.');
    else if (count >= 2 && count >= pages.length / 3)
      running.set(line, `Stands at the head or foot of ${count} pages.`);
  }
  return running;
}

/** Each text once, in the order it first stands. */
function asFurniture(furniture: ReadonlyMap<Line, string>): PdfParagraph[] {
  const seen = new Set<string>();
  const paragraphs: PdfParagraph[] = [];
  for (const [{ words }, why] of furniture) {
    const key = words.replace(/\d+/g, '#').toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    paragraphs.push({ kind: 'FURNITURE', words, excluded: true, why });
  }
  return paragraphs;
}

/** The size that most letters have. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, words } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + words.length);
  }
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 10;
}

/** The distance of lines inside paragraphs: the middle one between lines of the usual size. */
function usualLeading(lines: readonly Line[], size: number): number {
  const gaps: number[] = [];
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1];
    if (above === undefined || above.page !== line.page || Math.abs(line.size - size) > 1) continue;
    const gap = above.y - line.y;
    if (gap > size * 0.8 && gap < size * 2.5) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  // Below the middle: a page of short paragraphs has as many gaps between as inside them.
  return gaps[Math.floor(gaps.length * 0.3)] ?? size * 1.2;
}

const BULLET = /^[•‣◦▪●–*]\s+\S/u;
const NUMBERED = /^\d{1,2}[.)]\s+\S/u;

/** Whether this line goes on with the paragraph above it; `lines` are those of the page above. */
function goesOn(above: Line, line: Line, leading: number, lines: readonly Line[]): boolean {
  if (Math.abs(above.size - line.size) > above.size * 0.1) return false;
  if (BULLET.test(line.words)) return false;
  const ends = endsSentence(above.words);
  if (NUMBERED.test(line.words) && ends) return false;
  const gap = above.y - line.y;
  const isNext = above.page === line.page && gap > 0;
  // A new page or column: only an unfinished sentence goes on there.
  if (!isNext) return !ends && /^[\p{Ll}\p{N}“"'(]/u.test(line.words) && reachesEdge(above, lines);
  const own = Math.max(leading, line.size * 1.15);
  if (gap > own * 1.3) return false;
  const isIndented = line.x > above.x + line.size * 0.8;
  if (isIndented && ends) return false;
  return !(ends && !reachesEdge(above, lines));
}

/** Whether a line runs as far right as its page's other lines do: one that does not was ended on purpose. */
function reachesEdge(line: Line, lines: readonly Line[]): boolean {
  let edge = 0;
  let first = line.x;
  for (const other of lines) {
    if (Math.abs(other.size - line.size) > 1) continue;
    // Its own column only.
    if (other.x > line.right || other.right < line.x) continue;
    edge = Math.max(edge, other.right);
    first = Math.min(first, other.x);
  }
  return line.right > edge - (edge - first) * 0.2;
}

function paragraphOf(
  group: readonly Line[],
  size: number,
  judge: (above: string, below: string) => Joint,
): PdfParagraph {
  const parts: string[] = [];
  for (const [at, line] of group.entries()) {
    const above = group[at - 1];
    if (above !== undefined) {
      const joint = judge(above.words, line.words);
      if (joint === 'undo') parts.push(parts.pop()?.slice(0, -1) ?? '');
      else if (joint === 'space') parts.push(' ');
    }
    parts.push(line.words);
  }
  const words = parts.join('');
  const own = group[0]?.size ?? size;
  const isItem = BULLET.test(words);
  if (own > size * 1.15 && words.length <= 200)
    return { kind: 'SUBHEAD', words, excluded: false, why: 'Set larger than the text.' };
  if (isItem)
    return { kind: 'LIST_ITEM', words: words.replace(/^\S\s+/, ''), excluded: false, why: null };
  return {
    kind: 'BODY',
    words,
    excluded: false,
    why: own < size * 0.88 ? 'Set smaller than the text: a note, a caption or small print.' : null,
  };
}

/** The largest words of the first page, when nothing but a line or two stands above them. */
function nameHeadline(
  paragraphs: readonly PdfParagraph[],
  groups: readonly (readonly Line[])[],
  size: number,
): void {
  const first = groups
    .map((group, at) => ({ at, size: group[0]?.size ?? 0, page: group[0]?.page ?? 0 }))
    .filter((group) => group.page === 0 && group.size > size * 1.15 && group.at < 6)
    .sort((a, b) => b.size - a.size || a.at - b.at)[0];
  const headline = first === undefined ? undefined : paragraphs[first.at];
  if (headline === undefined || headline.kind !== 'SUBHEAD') return;
  headline.kind = 'HEADLINE';
  headline.why = 'The largest words on the first page.';
}

/** Parts of compounds that are written with a hyphen wherever the line ends. */
const KEEPS_HYPHEN =
  /(?:^|[^\p{L}])(?:self|well|ex|non|half|anti|all|so|mid|pre|post|semi|multi|co|re|e|long|short|high|low|then|vice|cross|air|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/iu;

/** What stands between two lines of a paragraph: a space, nothing, or nothing in place of the hyphen. */
type Joint = 'space' | 'none' | 'undo';

const LONGEST_HALF = 60;

/**
 * Says how lines are joined. A hyphen at a line's end is taken out only where the word goes on in small letters; which of
 * "re-sign" and "resign" was meant is looked up in the rest of the file, then in the parts that always keep theirs.
 */
function hyphenJudge(lines: readonly Line[]): {
  judge: (above: string, below: string) => Joint;
  joined: string[];
} {
  const known = new Set<string>();
  for (const { words } of lines) {
    // A line's last word may be half of one.
    const whole = words.slice(0, words.lastIndexOf(' ') + 1);
    for (const [word] of whole.matchAll(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu))
      known.add(word.toLowerCase());
  }
  const joined: string[] = [];
  return {
    joined,
    judge(above, below) {
      const tail = above.slice(-LONGEST_HALF);
      const half = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u.exec(tail);
      const rest = /^\p{Ll}[\p{L}\p{M}]{0,60}/u.exec(below)?.[0];
      if (half === null) return /[-\u2010]$/.test(tail) ? 'none' : 'space';
      const [, start = '', hyphen] = half;
      if (hyphen === '\u00ad') return 'undo';
      if (rest === undefined) return 'none';
      if (known.has(`${start}-${rest}`.toLowerCase())) return 'none';
      if (known.has(`${start}${rest}`.toLowerCase())) return 'undo';
      if (KEEPS_HYPHEN.test(tail.slice(0, -1))) return 'none';
      joined.push(`${start}${rest}`);
      return 'undo';
    },
  };
}
