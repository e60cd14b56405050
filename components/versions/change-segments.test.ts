import { describe, expect, it } from 'vitest';
import { diffVersions } from '@/lib/domain/version-diff';
import { changeSegments, claimSegments } from './change-segments';

const OLD = 'Night raid\n\nIn Odesa 12 of 15 drones were shot down. Nobody was hurt.';
const NEW = 'Night raid\n\nIn Odesa 12 out of 16 drones were shot down.';
const rows = diffVersions({ copy: OLD }, { copy: NEW });

const at = (copy: string, words: string) => ({
  start: copy.indexOf(words),
  end: copy.indexOf(words) + words.length,
});
const was = (words: string) => ({ ...at(OLD, words), exact: words, number: 1 });
const is = (words: string) => ({ ...at(NEW, words), exact: words });

const changed = {
  id: 'a',
  kind: 'changed' as const,
  candidates: [],
  from: was('12 of 15 drones'),
  to: is('12 out of 16 drones'),
};
const lost = { ...changed, id: 'b', kind: 'lost' as const, from: was('Nobody was hurt'), to: null };

describe('a comparison with the claims in it', () => {
  it('loses no letter, and draws each claim over its own words', () => {
    const segments = changeSegments(rows, [changed, lost], 1).flat();
    const words = (id: string, skip: string) =>
      segments
        .filter(({ claims, kind }) => claims.includes(id) && kind !== skip)
        .map(({ text }) => text)
        .join('');
    expect(words('a', 'DELETED')).toBe('12 out of 16 drones');
    expect(words('a', 'INSERTED')).toBe('12 of 15 drones');
    expect(words('b', 'INSERTED')).toBe('Nobody was hurt');
    const copy = segments.filter(({ kind }) => kind !== 'DELETED').map(({ text }) => text);
    expect(copy.join('').replace(/\s/g, '')).toBe(NEW.replace(/\s/g, ''));
  });

  it('does not draw what stands, nor the old place in another version', () => {
    const kept = { ...changed, kind: 'kept' as const };
    const older = { ...lost, from: { ...lost.from, number: 0 } };
    for (const { claims } of changeSegments(rows, [kept, older], 1).flat())
      expect(claims).toEqual([]);
  });

  it('shows the places to choose from', () => {
    const ambiguous = {
      ...lost,
      kind: 'ambiguous' as const,
      candidates: [{ ...is('Night raid'), block: '' }],
    };
    const [headline] = changeSegments(rows, [ambiguous], 1);
    expect(headline?.find(({ isCandidate }) => isCandidate)?.text).toBe('Night raid');
  });
});

describe('the words of one claim', () => {
  it('are struck and written in word by word', () => {
    const segments = claimSegments(rows, changed, 1);
    expect(segments.map(({ kind }) => kind)).toContain('SAME');
    const now = segments.filter(({ kind }) => kind !== 'DELETED').map(({ text }) => text);
    expect(now.join('')).toBe('12 out of 16 drones');
  });

  it('are all struck when they are gone, and as they stand when they are the same', () => {
    expect(claimSegments(rows, lost, 1)).toEqual([{ kind: 'DELETED', text: 'Nobody was hurt' }]);
    const same = { from: was('In Odesa'), to: is('In Odesa') };
    expect(claimSegments(rows, same, 1)).toEqual([{ kind: 'SAME', text: 'In Odesa' }]);
  });

  it('are set side by side when an older version had them', () => {
    const older = { ...changed, from: { ...changed.from, number: 0 } };
    expect(claimSegments(rows, older, 1).map(({ kind }) => kind)).toEqual(['DELETED', 'INSERTED']);
  });
});
