import { BOLD_LINE, type Draft, LONGEST_SUBHEAD, NUMBER, readLine } from './block-line';
import { endsSentence, findLines, isForcedBreak, type Line, wrapWidth } from './copy-lines';
import { isBreadcrumb, isTeaserLine } from './page-furniture';
import { BLOCK_KINDS, type BlockKind } from './vocabulary';

/**
 * A piece of the copy as a subeditor sees it. `start` and `end` are UTF-16 offsets into the copy as received, without
 * surrounding white space and without the Markdown marker. An excluded block is left out of coverage.
 */
export type Block = { kind: BlockKind; start: number; end: number; excluded: boolean };

const RULE = /^(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/u;
const UNDERLINE = /^(?:={3,}|-{3,})$/u;
const EMPHASIS = /^([*_])(?=[^\s*_])([^*_]+)(?<=\S)\1$/su;
const STANDFIRST = /^(?:standfirst|strapline|dek|sell|summary)\s?:/iu;
export const BYLINE =
  /^(?:By|BY)\s+\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*){1,3}(?:$|\s?[,|]|\s+(?:and|in|for|at|&)\s)[^.!?]*$/u;
export const DATE_LINE =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:\d{1,2}\s+\p{L}+,?\s+\d{4}|\p{L}+\s+\d{1,2},?\s+\d{4}|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4})(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d.{0,12})?$/iu;

const LONGEST_HEADLINE = 150;
const LONGEST_STANDFIRST = 300;

/**
 * The blocks of plain text or Markdown, in order and without overlap; what stands outside them is white space and
 * Markdown markers. What is not plain by its marker, its wording or its place is body.
 */
export function findBlocks(copy: string): Block[] {
  const lines = findLines(copy);
  const drafts = draftBlocks(copy, lines, wrapWidth(copy, lines));
  nameHeadline(copy, drafts);
  nameStandfirst(copy, drafts);
  return drafts.map(({ kind, start, end, excluded }) => ({ kind, start, end, excluded }));
}

function draftBlocks(copy: string, lines: readonly Line[], width: number | null): Draft[] {
  const drafts: Draft[] = [];
  // The block that the next line may go on with, and the line it ends in.
  let open: { draft: Draft; line: Line; lines: number } | null = null;
  let furnitureAbove = false;
  for (const [at, line] of lines.entries()) {
    if (line.start === line.end) {
      open = null;
      furnitureAbove = false;
      continue;
    }
    const words = copy.slice(line.start, line.end);
    if (open?.lines === 1 && UNDERLINE.test(words) && isUnderlined(copy, open.draft)) {
      open.draft.kind = 'SUBHEAD';
      open.draft.marked = words.startsWith('=') ? 'TITLE' : 'HEADING';
      open = null;
      continue;
    }
    if (RULE.test(words)) {
      open = null;
      continue;
    }
    const previous: Draft | undefined = drafts.at(-1);
    const mayStart =
      open === null ||
      open.draft.kind !== 'BODY' ||
      /[:;]$/.test(copy.slice(open.line.start, open.line.end)) ||
      endsSentence(copy.slice(open.line.start, open.line.end));
    const draft = readLine(copy, line, words, {
      mayStart,
      alone: open === null && isBlank(lines[at + 1]),
      numberFits: (n) =>
        (previous?.marked === 'NUMBER' && previous.kind === 'LIST_ITEM') ||
        nextNumberIs(copy, lines, at, n + 1),
    });
    if (draft === null) {
      open = null;
      continue;
    }
    if (
      isBreadcrumb(words, nextWords(copy, lines, at)) ||
      (furnitureAbove && isTeaserLine(words))
    ) {
      draft.kind = 'FURNITURE';
      draft.excluded = true;
    }
    if (draft.kind === 'FURNITURE') furnitureAbove = true;
    if (open && goesOn(copy, open, line, draft, width)) {
      open.draft.end = draft.end;
      open = { draft: open.draft, line, lines: open.lines + 1 };
      continue;
    }
    drafts.push(draft);
    open = { draft, line, lines: 1 };
  }
  return drafts;
}

/** Whether this line goes on with the open block: wrapped text, or the indented rest of a list item. */
function goesOn(
  copy: string,
  open: { draft: Draft; line: Line },
  line: Line,
  draft: Draft,
  width: number | null,
): boolean {
  const { kind, marked } = open.draft;
  if (kind === 'QUOTE') {
    return draft.kind === 'QUOTE' && wraps(copy, open.line, line, width);
  }
  if (draft.kind !== 'BODY' || (marked !== 'NONE' && marked !== 'NUMBER')) return false;
  if (kind === 'LIST_ITEM') {
    return line.indent > open.line.indent || wraps(copy, open.line, line, width);
  }
  return (
    (kind === 'BODY' || kind === 'CAPTION') &&
    line.indent <= open.line.indent &&
    wraps(copy, open.line, line, width)
  );
}

const wraps = (copy: string, above: Line, below: Line, width: number | null): boolean =>
  width !== null && isForcedBreak(copy, above, below, width);

const isBlank = (line: Line | undefined): boolean => line === undefined || line.start === line.end;

const isUnderlined = (copy: string, { kind, start, end }: Draft): boolean =>
  kind === 'BODY' && end - start <= LONGEST_SUBHEAD && !endsSentence(copy.slice(start, end));

function nextWords(copy: string, lines: readonly Line[], at: number): string {
  for (const line of lines.slice(at + 1, at + 4)) {
    if (!isBlank(line)) return copy.slice(line.start, line.end);
  }
  return '';
}

/** Whether a line starting with this number follows soon: one numbered line by itself may be a date or a figure. */
function nextNumberIs(copy: string, lines: readonly Line[], at: number, n: number): boolean {
  return lines
    .slice(at + 1, at + 10)
    .some((line) => Number(NUMBER.exec(copy.slice(line.start, line.end))?.[1]) === n);
}

function nameHeadline(copy: string, drafts: Draft[]): void {
  const titled = drafts.find((draft) => draft.marked === 'TITLE');
  if (titled) {
    titled.kind = 'HEADLINE';
    return;
  }
  const at = drafts.findIndex(
    (draft) => !draft.excluded && !isTopMatter(copy.slice(draft.start, draft.end)),
  );
  const first = drafts[at];
  if (first === undefined || at > 4) return;
  const words = copy.slice(first.start, first.end);
  if (first.kind === 'SUBHEAD' || (first.kind === 'BODY' && isHeadline(words, drafts[at + 1]))) {
    first.kind = 'HEADLINE';
  }
}

function isHeadline(words: string, next: Draft | undefined): boolean {
  if (words.length > LONGEST_HEADLINE || /[:;,]$/.test(words)) return false;
  if (!endsSentence(words)) return true;
  // "Who sent the drones?" over a longer paragraph
  return (
    /[?!]["'”’»]*$/.test(words) && next !== undefined && next.end - next.start > words.length * 1.5
  );
}

const isTopMatter = (words: string): boolean =>
  words.length <= 80 && (DATE_LINE.test(words) || BYLINE.test(words));

function nameStandfirst(copy: string, drafts: Draft[]): void {
  const at = drafts.findIndex((draft) => draft.kind === 'HEADLINE');
  const draft = at < 0 ? undefined : drafts[at + 1];
  if (draft?.kind !== 'BODY') return;
  const words = copy.slice(draft.start, draft.end);
  if (isTopMatter(words)) return;
  const next = drafts[at + 2];
  const below = next === undefined ? '' : copy.slice(next.start, next.end);
  const emphasised = EMPHASIS.exec(words) ?? BOLD_LINE.exec(words);
  const clearly =
    STANDFIRST.test(words) ||
    (words.length <= LONGEST_STANDFIRST &&
      next?.kind === 'BODY' &&
      (emphasised !== null || BYLINE.test(below) || (isUnstopped(words) && endsSentence(below))));
  if (!clearly) return;
  draft.kind = 'STANDFIRST';
  if (emphasised) {
    const marker = emphasised[1]?.length ?? 0;
    draft.start += marker;
    draft.end -= marker;
  }
}

/** A line too long for a name or a place, without the stop of a sentence. */
const isUnstopped = (words: string): boolean =>
  words.length >= 40 &&
  words.split(/\s+/).length >= 7 &&
  !endsSentence(words) &&
  !/[:;,]$/.test(words);

/** Blocks as stored beside a version. Throws when the stored value is damaged: it was written by `findBlocks`. */
export function parseBlocks(json: unknown): Block[] {
  if (!Array.isArray(json)) throw new Error('Stored blocks are not a list.');
  let from = 0;
  return json.map((stored: unknown, at) => {
    const block = parseBlock(stored);
    if (block === null) throw new Error(`Stored block ${at} is damaged.`);
    if (block.start < from) throw new Error(`Stored block ${at} overlaps the one before it.`);
    from = block.end;
    return block;
  });
}

function parseBlock(stored: unknown): Block | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { kind, start, end, excluded }: Partial<Record<keyof Block, unknown>> = stored;
  const known = BLOCK_KINDS.find((candidate) => candidate === kind);
  return known !== undefined &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    typeof start === 'number' &&
    typeof end === 'number' &&
    start >= 0 &&
    start < end &&
    typeof excluded === 'boolean'
    ? { kind: known, start, end, excluded }
    : null;
}

const PARAGRAPHS: ReadonlySet<BlockKind> = new Set(['BODY', 'LIST_ITEM', 'QUOTE']);

const LABELS: Readonly<Record<BlockKind, string>> = {
  HEADLINE: 'Headline',
  STANDFIRST: 'Standfirst',
  SUBHEAD: 'Subhead',
  BODY: '¶',
  LIST_ITEM: '¶',
  QUOTE: '¶',
  CAPTION: 'Caption',
  TABLE_ROW: 'Table row',
  FURNITURE: 'Page furniture',
};

/**
 * Where each block stands, as people say it: "Headline", "¶ 3", "Caption 2". Paragraphs, list items and quotes are
 * counted together; other kinds are numbered only when there are several, page furniture never.
 */
export function blockLabels(blocks: readonly Block[]): string[] {
  const totals = new Map<string, number>();
  for (const { kind } of blocks) totals.set(LABELS[kind], (totals.get(LABELS[kind]) ?? 0) + 1);
  const counts = new Map<string, number>();
  return blocks.map(({ kind }) => {
    const label = LABELS[kind];
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    const isOneOfSeveral = kind !== 'FURNITURE' && (totals.get(label) ?? 0) > 1;
    return PARAGRAPHS.has(kind) || isOneOfSeveral ? `${label} ${count}` : label;
  });
}

/**
 * Where this offset stands, as people say it. Between two blocks it is the next one, after the last the last, and
 * "Text" when there are none. For many offsets, ask `blockLabels` once and `blockIndexAt` for each.
 */
export const blockLabel = (blocks: readonly Block[], offset: number): string =>
  blockLabels(blocks)[blockIndexAt(blocks, offset)] ?? 'Text';

/** The block this offset stands in, the next one when it stands between two, else the last; -1 without blocks. */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return Math.min(low, blocks.length - 1);
}
