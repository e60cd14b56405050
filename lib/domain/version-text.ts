import { type Block, findBlocks } from './blocks';

/** The text of a version as re-anchoring and comparing take it; without blocks they are found in the copy. */
export type VersionText = { copy: string; blocks?: readonly Block[] };

export const blocksOf = ({ copy, blocks }: VersionText): readonly Block[] =>
  blocks ?? findBlocks(copy);
