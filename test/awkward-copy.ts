import fc from 'fast-check';

/** Copy as newsrooms paste it: scripts, emoji of several parts, accents apart, no-break spaces, every line end. */
const WORDS = [
  'Kyiv',
  'drones',
  'the',
  'said',
  'U.S.',
  'a.m.',
  'Gen.',
  'No.',
  '2.5',
  '12,000',
  '18',
  'don’t',
  '“Morning',
  'Joe,”',
  '"straight"',
  '—',
  '…',
  '...',
  'Київ',
  'сказав,',
  'Москва.',
  'القاهرة',
  'قال',
  'שלום',
  '首都。',
  '👩‍🚒',
  '🇺🇦',
  '👍🏽',
  'cafe\u0301',
  'naïve',
  'Turkish\u2011made',
  'soft\u00adhyphen',
  'end.',
  'really?',
  'lying.”',
  '*bold*',
  '[…]',
];
const SPACES = [' ', ' ', ' ', ' ', '\u00a0', '\u202f', '  ', '\t'];
const BREAKS = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\n\u00a0\n', '\n    ', '\n\n\n', '\r'];
const MARKERS = [
  '',
  '',
  '',
  '',
  '# ',
  '## ',
  '- ',
  '• ',
  '1. ',
  '2. ',
  '> ',
  'Photo: ',
  '| ',
  '---\n',
];

const line = fc
  .tuple(
    fc.constantFrom(...MARKERS),
    fc.array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SPACES)), { maxLength: 14 }),
  )
  .map(([marker, words]) => marker + words.flat().join(''));

/** Well-formed copy of up to some dozens of lines, built of awkward words, with some of anything else. */
export const awkwardCopy: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 6, arbitrary: line },
        { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
      ),
      fc.constantFrom(...BREAKS),
    ),
    { maxLength: 16 },
  )
  .map((lines) => lines.flat().join(''));
