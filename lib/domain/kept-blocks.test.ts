import { describe, expect, it } from 'vitest';
import { findBlocks } from './blocks';
import { keptBlocks } from './kept-blocks';

const OLD = 'Night raid\n\nSubscribe to our letter today.\n\nNobody was hurt.';

describe('blocks of a new text', () => {
  const found = findBlocks(OLD);
  const before = {
    copy: OLD,
    blocks: found.map((block, at) => (at === 1 ? { ...block, excluded: true } : block)),
  };

  it('of the same words stay what a person said they are', () => {
    const copy = `${OLD.replace('Nobody', 'One person')}\n\nMore.`;
    const kept = keptBlocks(findBlocks(copy), copy, before);
    expect(kept.map(({ excluded }) => excluded)).toEqual([false, true, false, false]);
  });

  it('of other words are what they are found to be', () => {
    const copy = OLD.replace('letter today', 'paper today');
    expect(keptBlocks(findBlocks(copy), copy, before)[1]?.excluded).toBe(false);
  });

  it('of words that were said to be two things are what they are found to be', () => {
    const copy = 'Ad\n\nAd\n\nWords that stand.';
    const blocks = findBlocks(copy);
    const twice = { copy, blocks: blocks.map((block, at) => ({ ...block, excluded: at === 0 })) };
    expect(keptBlocks(blocks, copy, twice)).toEqual(blocks);
  });
});
