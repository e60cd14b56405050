/** What it costs to read a Word draft, beside the library that turns one into HTML and keeps nothing else of it. */
import { performance } from 'node:perf_hooks';
import mammoth from 'mammoth';
import { docx } from '../test/drafts/make/word.mjs';

const ROUNDS = 40;

/**
 * A draft of 1,000 words in runs as Word cuts them, with comments, footnotes, a link and tracked changes: read by the
 * intake (words, blocks, all annotations, the archive and its XML judged first) and by mammoth.
 * @returns {Promise<{ name: string, title: string, oursMs: number, bareMs: number, ratio: number, target: string }>}
 *   medians in milliseconds; `ratio` is ours to the library's
 */
export async function measureDocx() {
  const { register } = await import('tsx/esm/api');
  const unregister = register();
  try {
    const { readDocx } = await import('../lib/intake/docx.ts');
    const bytes = docx(draft());
    const oursMs = await median(() => readDocx(bytes, 'draft.docx'));
    const bareMs = await median(() => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }));
    return {
      name: 'docx',
      title: 'intake of a DOCX, 1,000 words',
      oursMs,
      bareMs,
      ratio: oursMs / bareMs,
      target: 'at most the time of mammoth alone',
    };
  } finally {
    await unregister();
  }
}

async function median(work) {
  for (let round = 0; round < 5; round++) await work();
  const times = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
}

function draft() {
  const sentence =
    'The harbour master counted [[c1|forty ships]] in the roads that night, [[-MH|nine]][[+MH|ten]] of them without lights, and wrote it in the log.[[fn|Log of the port, page 9.]] ';
  const plain =
    'Nobody on the quay remembers a winter in which so many boats came in at once and so few went out again before the ice broke in the river above the town. ';
  const comments = { 1: { by: 'MH', at: '2026-02-12T14:40:00', text: 'Counted by whom?' } };
  const paragraph = sentence + plain.repeat(3);
  return {
    name: 'thousand-words',
    title: 'Forty ships',
    author: 'Nell Ashgrove',
    comments,
    blocks: [['title', 'Forty ships'], ...Array.from({ length: 9 }, () => ['p', paragraph])],
  };
}
