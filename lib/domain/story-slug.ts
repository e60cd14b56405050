/**
 * A slug out of a headline: "Two cities, one night" → "two-cities-one-night". At most 60 characters, cut at a word.
 * Letters that cannot be written in a–z are dropped; null: nothing is left.
 */
export function slugOf(headline: string): string | null {
  const words = headline
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, 60) : `${slug}-${word}`;
    if (longer.length > 60) break;
    slug = longer;
  }
  return slug === '' ? null : slug;
}
