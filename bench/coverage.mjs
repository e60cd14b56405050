/**
 * Coverage of a long story beside what cutting the same text into sentences and words costs with the runtime alone.
 * Run under tsx, since the core is TypeScript: `npx tsx bench/coverage.mjs` prints the row.
 */
import { fileURLToPath } from 'node:url';
import { findBlocks } from '../lib/domain/blocks.ts';
import { checkableCopy, coverageOf, unlookedPlaces } from '../lib/domain/coverage.ts';

const PARAGRAPHS = [
  'The harbour board said on Wednesday that 18 of the 24 ferries had sailed. “Nobody was turned away,” said Ana Ruiz, who has run it since 2019. The wind had fallen by noon.',
  'In Odesa, fares rose by 7.5 percent in March, the third rise in four years. A spokesman for the Ministry of Transport put the cost at $1.2 million. Passengers were not asked.',
  'Tomasz Lenart, 61, sold his boat last October. He had bought it for €4,300 from a cousin in Gdynia, and it leaked. “I would not do it again,” he said, and laughed.',
  'It rained all night. The lamps along the quay went out one after another, and the last tram stood empty at the stop.',
  'The council votes on 4 May 2026 whether to close the bridge, which carries 12,000 cars a day. Its engineers, from Hart & Sons, found three cracks in pier 7.',
];

/** `words` and `claims` are what the text really has. */
export const SIZE = { words: 30_000, claims: 1_000 };

const copyOf = (words) => {
  const paragraphs = ['Harbour board counts its ferries'];
  for (let have = 0, at = 0; have < words; at++) {
    const paragraph = PARAGRAPHS[at % PARAGRAPHS.length];
    paragraphs.push(paragraph);
    have += paragraph.split(/\s+/).length;
  }
  return paragraphs.join('\n\n');
};

/** Claims spread over the text: every so many sentences, from its first thing to its last. */
function claimsIn({ sentences }, claims) {
  const withThings = sentences.filter(({ things }) => things.length > 0);
  return Array.from({ length: claims }, (_, at) => {
    const { things } = withThings[Math.floor((at * withThings.length) / claims)];
    return { start: things[0].start, end: Math.max(...things.map(({ end }) => end)) };
  });
}

function segments(copy, blocks) {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  const words = new Intl.Segmenter('en', { granularity: 'word' });
  let n = 0;
  for (const { start, end } of blocks) {
    const text = copy.slice(start, end);
    for (const _ of sentences.segment(text)) n++;
    for (const { isWordLike } of words.segment(text)) if (isWordLike) n++;
  }
  return n;
}

/** The median of so many runs, in milliseconds, after one to warm up. */
function median(work, runs) {
  work();
  const times = Array.from({ length: runs }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)];
}

/**
 * One row: `firstMs` reads the text for the first time and covers it; `againMs` covers it after a claim is marked,
 * when what there is to check is still kept with the version; `floorMs` is the bare segmentation. All medians.
 */
export function measureCoverage({ words, claims } = SIZE, runs = 7) {
  const copy = copyOf(words);
  const blocks = findBlocks(copy);
  const checkable = checkableCopy(copy, blocks, 'en');
  const ranges = claimsIn(checkable, claims);
  const coverage = coverageOf(checkable, ranges);
  const firstMs = median(() => coverageOf(checkableCopy(copy, blocks, 'en'), ranges), runs);
  const againMs = median(() => coverageOf(checkable, ranges), runs);
  const floorMs = median(() => segments(copy, blocks), runs);
  return {
    what: 'coverage',
    words: copy.split(/\s+/).length,
    sentences: coverage.counted,
    things: checkable.sentences.reduce((sum, { things }) => sum + things.length, 0),
    claims,
    percent: coverage.percent,
    left: unlookedPlaces(coverage).length,
    firstMs,
    againMs,
    floorMs,
    ratio: firstMs / floorMs,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.stdout.write(`${JSON.stringify(measureCoverage(), null, 2)}\n`);
