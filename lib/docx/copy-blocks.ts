import { BREAK, type Line } from '@/lib/docx/copy-line';
import { findBlocks } from '@/lib/domain/blocks';
import { endsSentence } from '@/lib/domain/copy-lines';
import type { ProposedBlock } from '@/lib/domain/intake-proposal';
import type { BlockKind } from '@/lib/domain/vocabulary';

const LONGEST_CROSSHEAD = 120;

/**
 * The blocks of the copy: by the paragraph's style where it has one that tells, else by its wording and its place, as
 * for plain text.
 */
export function copyBlocks(copy: string, lines: readonly Line[]): ProposedBlock[] {
  const plain = plainKinds(copy, lines);
  const drafts = lines.map((line): ProposedBlock => {
    const { start, length } = line;
    const place = { start, end: start + length };
    if (line.kind.kind !== 'BODY' || line.kind.why !== null) return { ...place, ...line.kind };
    const found = plain.get(start);
    if (found !== undefined) return { ...place, ...found };
    const words = copy.slice(place.start, place.end);
    return line.isBold && words.length <= LONGEST_CROSSHEAD && !endsSentence(words)
      ? { ...place, kind: 'SUBHEAD', excluded: false, why: 'A short line in bold.' }
      : { ...place, kind: 'BODY', excluded: false, why: null };
  });
  return nameHeadline(drafts);
}

type Plain = { kind: BlockKind; excluded: boolean; why: string };

const PLAIN_REASONS: Partial<Record<BlockKind, string>> = {
  HEADLINE: 'The first line, set apart from the text.',
  STANDFIRST: 'The line under the headline.',
  CAPTION: 'It begins like a caption.',
  FURNITURE: 'It reads like page furniture, not like the story.',
};

/** What the wording tells, for lines that are one block of plain text. */
function plainKinds(copy: string, lines: readonly Line[]): Map<number, Plain> {
  const styled = new Set(lines.map(({ kind }) => kind.kind));
  const starts = new Set(lines.map(({ start }) => start));
  return new Map(
    findBlocks(copy).flatMap(({ kind, start, end, excluded }) => {
      const why = PLAIN_REASONS[kind];
      const isWhole = end === copy.length || copy.startsWith(BREAK, end);
      const isTaken =
        (kind === 'HEADLINE' || kind === 'STANDFIRST') &&
        (styled.has(kind) || (kind === 'STANDFIRST' && styled.has('SUBHEAD')));
      return why === undefined || isTaken || !isWhole || !starts.has(start)
        ? []
        : [[start, { kind, excluded, why }] as const];
    }),
  );
}

/** One headline: the first so styled; without one, a heading that opens the document. */
function nameHeadline(blocks: readonly ProposedBlock[]): ProposedBlock[] {
  const first = blocks.findIndex(({ kind }) => kind === 'HEADLINE');
  const opening = blocks.findIndex(({ excluded }) => !excluded);
  const styledFirst = blocks.findIndex(({ kind, why }) => kind === 'HEADLINE' && isStyle(why));
  const headline =
    styledFirst >= 0
      ? styledFirst
      : blocks[opening]?.kind === 'SUBHEAD' && isStyle(blocks[opening]?.why ?? null)
        ? opening
        : first;
  return blocks.map((block, at) => {
    if (at === headline) return { ...block, kind: 'HEADLINE' };
    if (block.kind !== 'HEADLINE') return block;
    return isStyle(block.why)
      ? { ...block, kind: 'SUBHEAD' }
      : { ...block, kind: 'BODY', why: null };
  });
}

const isStyle = (why: string | null): boolean => why?.startsWith('In the style') ?? false;
