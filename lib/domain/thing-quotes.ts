import type { Block } from './blocks';
import type { Sentence } from './sentences';
import type { TextRange } from './text-anchor';

/**
 * Quoted words with their marks, cut at the edges of sentences: for each sentence the quotes in it, disjoint and in
 * order. A quote that goes on over paragraphs opens anew in each, as newspapers set it, and closes in the last. A
 * mark that never closes counts to the end of its sentence. Blocks that are a quotation as a whole need no marks.
 */
export function findQuotes(
  copy: string,
  blocks: readonly Block[],
  sentences: readonly Sentence[],
): TextRange[][] {
  const ranges: TextRange[] = [];
  const carry: { open: Open | null } = { open: null };
  let at = 0;
  for (const [index, block] of blocks.entries()) {
    const own: Sentence[] = [];
    for (let next = sentences[at]; next?.block === index; next = sentences[++at]) own.push(next);
    if (block.excluded) continue;
    const found = quotesOf(copy, block, own, carry);
    if (block.kind === 'QUOTE' && found.length === 0) ranges.push(...own);
    else ranges.push(...found);
  }
  return cutBySentence(copy, ranges, sentences);
}

type Open = { start: number; closes: string; mark: string };

const MARKS = /''|["“”„«»‘’‚'‹›「」『』]/gu;
/** What closes each opening mark. »German« and „Polish” marks included. */
const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  // Two straight single marks, as agencies send them.
  "''": "''",
  '‘': '’',
  '‚': '‘’',
  "'": "'",
  '‹': '›',
  '「': '」',
  '『': '』',
};
const LETTER = /[\p{L}\p{N}\p{M}]/u;
const BEFORE_OPENING = /[\s\u00a0([{\-\u2010-\u2015/“”„«"‘*_>:;,]/u;
const SINGLE_QUOTE_LIMIT = 400;

function quotesOf(
  copy: string,
  block: Block,
  sentences: readonly Sentence[],
  carry: { open: Open | null },
): TextRange[] {
  const text = copy.slice(block.start, block.end);
  const found: TextRange[] = [];
  let open: Open | null = null;
  const carried = carry.open;
  carry.open = null;
  for (const { index: at, 0: mark } of text.matchAll(MARKS)) {
    if (open !== null) {
      if (!isClosing(open, mark) || !mayClose(text, at, mark)) continue;
      found.push({ start: block.start + open.start, end: block.start + at + mark.length });
      open = null;
      continue;
    }
    if (mark === '”' && carried !== null && found.length === 0) {
      // The paragraph of a running quote that was not opened anew.
      found.push({ start: block.start, end: block.start + at + 1 });
      continue;
    }
    const closes = CLOSERS[mark];
    if (closes !== undefined && mayOpen(text, at, mark)) open = { start: at, closes, mark };
  }
  if (open === null) return found;
  const start = block.start + open.start;
  if (goesOnBelow(copy, block, open.mark)) {
    carry.open = open;
    found.push({ start, end: block.end });
  } else {
    const sentence = sentences.find((each) => each.end > start);
    if (sentence !== undefined) found.push({ start, end: sentence.end });
  }
  return found;
}

/** Two single marks close what two opened, one what one did. */
const isClosing = ({ mark: opening, closes }: Open, mark: string): boolean =>
  mark === "''" || opening === "''" ? mark === opening : closes.includes(mark);

function mayOpen(text: string, at: number, mark: string): boolean {
  const before = text[at - 1];
  const after = text[at + mark.length];
  if (after === undefined || (/\s/u.test(after) && mark !== '«')) return false;
  if (before !== undefined && !BEFORE_OPENING.test(before))
    return mark === '“' || mark === '«' || mark === '„';
  if (mark === "'") return LETTER.test(after) && closesSoon(text, at, /'(?![\p{L}\p{N}])/u);
  if (mark === '‘') return closesSoon(text, at, /’(?![\p{L}\p{N}])/u);
  return true;
}

/** An apostrophe is no closing mark: it stands before a letter or, as in the ’90s, before a figure. */
const mayClose = (text: string, at: number, mark: string): boolean =>
  (mark !== '’' && mark !== "'" && mark !== '‘') || !LETTER.test(text[at + 1] ?? ' ');

const closesSoon = (text: string, at: number, closing: RegExp): boolean =>
  closing.test(text.slice(at + 2, at + SINGLE_QUOTE_LIMIT));

/** Whether the paragraph below begins with the mark again. */
const goesOnBelow = (copy: string, block: Block, mark: string): boolean =>
  copy
    .slice(block.end, block.end + 40)
    .trimStart()
    .replace(/^[>\s]+/u, '')
    .startsWith(mark);

function cutBySentence(
  copy: string,
  ranges: readonly TextRange[],
  sentences: readonly Sentence[],
): TextRange[][] {
  const result: TextRange[][] = sentences.map(() => []);
  let from = 0;
  for (const { start, end } of ranges) {
    while ((sentences[from]?.end ?? Number.POSITIVE_INFINITY) <= start) from++;
    for (let at = from; at < sentences.length; at++) {
      const sentence = sentences[at];
      if (sentence === undefined || sentence.start >= end) break;
      const part = { start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) };
      if (/[\p{L}\p{N}]/u.test(copy.slice(part.start, part.end))) result[at]?.push(part);
    }
  }
  return result;
}
