import { expect, it } from 'vitest';
import { checkableVersion, keptVersion } from '@/lib/coverage/kept-copy';
import { findBlocks } from '@/lib/domain/blocks';

const version = (id: string, text: string) => ({
  id,
  text,
  blocks: findBlocks(text),
  language: 'en',
});

it('a version is read once, in each language', () => {
  const read = checkableVersion(version('a', 'Odesa has 15 piers.'));
  expect(checkableVersion(version('a', 'Odesa has 15 piers.'))).toBe(read);
  expect(keptVersion({ id: 'a', language: 'en' })).toBe(read);
  expect(keptVersion({ id: 'a', language: 'uk' })).toBeNull();
});

it('what was not asked for longest is let go; the last one stays, however long', () => {
  const isKept = (id: string) => keptVersion({ id, language: 'en' }) !== null;
  checkableVersion(version('old', 'Old.'));
  checkableVersion(version('used', 'Used.'));
  expect(isKept('used') && isKept('old') && isKept('used')).toBe(true);
  checkableVersion(version('new', 'New.'), 10);
  expect(['old', 'used', 'new'].map(isKept)).toEqual([false, true, true]);
  checkableVersion(version('long', 'Much longer than ten.'), 10);
  expect(['used', 'new', 'long'].map(isKept)).toEqual([false, false, true]);
});
