/**
 * Prints what work on the copy costs beside the bare cost of the library or runtime under it: reading files, finding
 * claims again in a new version, coverage. Run under tsx, since the core is TypeScript.
 */
import { measureCoverage } from './coverage.mjs';
import { measureIntake } from './intake.mjs';
import { measureReanchor } from './reanchor.mjs';

const rows = [];
for (const { name, milliseconds, bare, bareMilliseconds, ratio } of await measureIntake())
  rows.push([`read ${name}`, milliseconds, `${bare} alone`, bareMilliseconds, ratio, '']);
for (const { title, ms, floorMs, ratio, blockedMs, target, isMet } of await measureReanchor())
  rows.push([
    `${title} (main thread held up ${blockedMs.toFixed(0)} ms at most)`,
    ms,
    'diffWords of both texts',
    floorMs,
    ratio,
    `${target} ${isMet ? 'held' : 'missed'}`,
  ]);
const { words, claims, firstMs, againMs, floorMs, ratio } = measureCoverage();
const size = `${words.toLocaleString('en')} words, ${claims.toLocaleString('en')} claims`;
rows.push([`coverage, ${size}, first time`, firstMs, 'Intl.Segmenter', floorMs, ratio, '']);
rows.push([`coverage, ${size}, again`, againMs, 'Intl.Segmenter', floorMs, againMs / floorMs, '']);

const cells = rows.map(([what, ms, bare, bareMs, times, target]) =>
  [what, ms.toFixed(1), bare, bareMs.toFixed(1), times.toFixed(2), target].join(' | '),
);
const table = [
  'work on the copy | ms | bare | ms | ratio | target',
  '---|---|---|---|---|---',
  ...cells,
];
process.stdout.write(`\n${table.map((line) => `| ${line} |`).join('\n')}\n`);
