import type { Block } from './blocks';

/**
 * The blocks found in a new text, with what a person said of them in the text before: a block of the very same words
 * keeps its kind and whether it is set aside. Words that stand in several blocks there keep what all of those had.
 */
export function keptBlocks(
  blocks: readonly Block[],
  copy: string,
  before: { copy: string; blocks: readonly Block[] },
): Block[] {
  const known = new Map<string, Pick<Block, 'kind' | 'excluded'> | null>();
  for (const { kind, excluded, start, end } of before.blocks) {
    const words = before.copy.slice(start, end);
    const was = known.get(words);
    const isSame = was?.kind === kind && was.excluded === excluded;
    known.set(words, was === undefined || isSame ? { kind, excluded } : null);
  }
  return blocks.map((block) => ({ ...block, ...known.get(copy.slice(block.start, block.end)) }));
}
