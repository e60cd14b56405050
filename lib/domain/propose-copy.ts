import { BYLINE, DATE_LINE, findBlocks } from './blocks';
import { endsSentence } from './copy-lines';
import type { ProposedBlock, ProposedFact } from './intake-proposal';
import { isBreadcrumb, whyFurniture } from './page-furniture';
import type { BlockKind } from './vocabulary';

export type ProposedCopy = {
  blocks: ProposedBlock[];
  headline: ProposedFact | null;
  byline: ProposedFact | null;
  notices: string[];
};

const WHY_KIND: Partial<Record<BlockKind, string>> = {
  HEADLINE: 'The first line that is neither a date nor a name.',
  STANDFIRST: 'Stands between the headline and the story.',
  CAPTION: 'Begins as captions do.',
};

/**
 * Plain text or Markdown as it is proposed: the blocks of `findBlocks`, and beyond them what a page or a mail left in the
 * copy, set aside with the reason. More is set aside here than where nobody looks on: a person sees it and puts it back.
 */
export function proposeCopy(copy: string): ProposedCopy {
  const blocks: ProposedBlock[] = findBlocks(copy).map((block, at, all) => {
    const words = copy.slice(block.start, block.end);
    const next = all[at + 1];
    const below = next === undefined ? '' : copy.slice(next.start, next.end);
    return {
      ...block,
      why:
        block.kind === 'FURNITURE'
          ? (whyFurniture(words) ??
            (isBreadcrumb(words, below)
              ? 'The way to the page, as its menu shows it.'
              : 'Stands under a heading that leads to other stories.'))
          : (WHY_KIND[block.kind] ?? null),
    };
  });
  const notices = [...setPageDateAside(copy, blocks)];
  setLinkLinesAside(copy, blocks);
  setTailAside(copy, blocks);
  const headline = blocks.find((block) => block.kind === 'HEADLINE');
  const byline = blocks
    .slice(0, 6)
    .map((block) => copy.slice(block.start, block.end))
    .find((words) => words.length <= 120 && BYLINE.test(words));
  return {
    blocks,
    headline:
      headline === undefined
        ? null
        : { value: copy.slice(headline.start, headline.end), from: 'the first line of the copy' },
    byline:
      byline === undefined ? null : { value: nameOf(byline), from: 'the line under the headline' },
    notices,
  };
}

/** The name in "By Ada Quill | City desk". */
export const nameOf = (byline: string): string =>
  byline
    .replace(/^by\s+/i, '')
    .replace(/\s?[|,].*$/su, '')
    .trim();

/** Makes this block page furniture. */
export function setAside(block: ProposedBlock, why: string): void {
  block.kind = 'FURNITURE';
  block.excluded = true;
  block.why = why;
}

/** A date above the headline is the page's: often the day it was copied, and not the day of the story. */
function setPageDateAside(copy: string, blocks: ProposedBlock[]): string[] {
  const headline = blocks.findIndex((block) => block.kind === 'HEADLINE');
  const notices: string[] = [];
  for (const block of blocks.slice(0, Math.max(0, headline))) {
    const words = copy.slice(block.start, block.end);
    if (block.kind !== 'BODY' || words.length > 80 || !DATE_LINE.test(words)) continue;
    setAside(block, 'A date above the headline: the page’s own, and not always the story’s.');
    notices.push(
      `A date stands above the headline (${words}). It may be the day the page was copied, so it is not taken for the story’s.`,
    );
  }
  return notices;
}

const SHORTEST_LINK_LINE = 50;
const LONGEST_LINK_LINE = 150;
const FEWEST_LINK_WORDS = 9;

/**
 * The headline of another story, left where the page had a link to it: longer than a subhead, without a stop, alone
 * between two finished paragraphs, in a copy whose paragraphs are otherwise finished.
 */
function setLinkLinesAside(copy: string, blocks: ProposedBlock[]): void {
  const words = blocks.map(({ start, end }) => copy.slice(start, end));
  const isParagraph = (at: number): boolean =>
    blocks[at]?.kind === 'BODY' && endsSentence(words[at] ?? '');
  const body = blocks.filter(({ kind }) => kind === 'BODY').length;
  const finished = blocks.filter((_, at) => isParagraph(at)).length;
  if (finished < 4 || finished / body < 0.75) return;
  for (const [at, block] of blocks.entries()) {
    const line = words[at] ?? '';
    if (
      block.kind === 'BODY' &&
      isParagraph(at - 1) &&
      isParagraph(at + 1) &&
      line.length >= SHORTEST_LINK_LINE &&
      line.length <= LONGEST_LINK_LINE &&
      line.split(/\s+/).length >= FEWEST_LINK_WORDS &&
      !/[:;,]$/.test(line) &&
      !endsSentence(line) &&
      !line.includes('\n')
    )
      setAside(
        block,
        'Reads like the headline of another story: it stands alone between two paragraphs, without a full stop.',
      );
  }
}

const END_OF_STORY: readonly RegExp[] = [
  /\bcontributed (?:to this (?:report|story|article)|reporting)\b[^.]{0,60}\.?$/iu,
  /^(?:additional |with )?reporting by \p{Lu}.{0,160}$/iu,
  /^\(?(?:reporting|writing) by .{1,120}; editing by .{1,120}$/iu,
];
const STILL_STORY = /^(?:correction|clarification|editor[’']s note|update|updated|note)\b/iu;

/** What stands under the line that closes a story is the page's: boxes, series, other stories. */
function setTailAside(copy: string, blocks: ProposedBlock[]): void {
  const last = blocks.findLastIndex(({ kind, start, end }) => {
    const words = copy.slice(start, end);
    return kind === 'BODY' && words.length <= 300 && END_OF_STORY.some((line) => line.test(words));
  });
  if (last < blocks.length / 2) return;
  for (const block of blocks.slice(last + 1)) {
    if (block.excluded || STILL_STORY.test(copy.slice(block.start, block.end))) continue;
    setAside(block, 'Stands below the line that closes the story.');
  }
}
