import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugOf } from './story-slug';

describe('a slug out of a headline', () => {
  it.each([
    ['Two cities, one night', 'two-cities-one-night'],
    ['  Night raid  ', 'night-raid'],
    ['Kremlin drones, 3–4 May 2023', 'kremlin-drones-3-4-may-2023'],
    ['Don’t say it’s over', 'dont-say-its-over'],
    ["The minister's ferry", 'the-ministers-ferry'],
    ['Über die Brücke, à Paris', 'uber-die-brucke-a-paris'],
    ['¿Qué pasó?', 'que-paso'],
    ['Дрони над Києвом: 18 of 24', '18-of-24'],
    ['--- a --- b ---', 'a-b'],
    ['A'.repeat(70), 'a'.repeat(60)],
  ])('%s → %s', (headline, slug) => {
    expect(slugOf(headline)).toBe(slug);
  });

  it.each(['', '   ', 'Дрони над Києвом', '🙂', '“…”'])('nothing is left of “%s”', (headline) => {
    expect(slugOf(headline)).toBeNull();
  });

  it('is cut at a word', () => {
    const slug = slugOf(`${'word '.repeat(11)}overlong`);
    expect(slug).toBe('word-'.repeat(11).slice(0, -1));
  });

  it('is always letters, digits and single hyphens, sixty at most', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (headline) => {
        const slug = slugOf(headline);
        if (slug === null) return;
        expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(60);
        expect(slugOf(slug)).toBe(slug);
      }),
    );
  });
});
