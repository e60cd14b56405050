/**
 * What reading 1,000 words costs beside what the library below it costs alone, in one process and one run: what counts
 * is the ratio. By hand: node bench/intake.mjs
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { strToU8, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PDFDocument from 'pdfkit';
import { tsImport } from 'tsx/esm/api';

const WORDS = 1_000;
const SENTENCE =
  'The city council voted on Tuesday to close the old bridge to all traffic after divers found a crack in one of its four piers.';

/** Paragraphs of about 48 words, 1,000 words in all. */
const PARAGRAPHS = Array.from(
  { length: Math.round(WORDS / (SENTENCE.split(' ').length * 2)) },
  (_, at) => `${SENTENCE} On day ${at + 1} it was said again: ${SENTENCE.toLowerCase()}`,
);

/**
 * @param {{ rounds?: number }} [options]
 * @returns {Promise<{ name: string, milliseconds: number, bare: string, bareMilliseconds: number, ratio: number }[]>}
 *   medians; `bare` names the library that was measured alone
 */
export async function measureIntake({ rounds = 15 } = {}) {
  const { readHtml } = await tsImport('../lib/intake/html.ts', import.meta.url);
  const { readDocx } = await tsImport('../lib/intake/docx.ts', import.meta.url);
  const { PDF_LIMITS, readPdf } = await tsImport('../lib/intake/pdf.ts', import.meta.url);
  const html = Buffer.from(page());
  const docx = wordFile();
  const pdf = await pdfFile();
  const given = { name: null, url: 'https://paper.example/bridge', charset: null };
  const cases = [
    {
      name: `HTML, ${WORDS} words`,
      run: async () => readHtml(html, given),
      bare: 'linkedom and Readability',
      runBare: async () => new Readability(parseHTML(html.toString()).document).parse(),
      rest: 0,
    },
    {
      name: `Word, ${WORDS} words`,
      run: () => readDocx(docx, 'bridge.docx'),
      bare: 'mammoth',
      runBare: () => mammoth.convertToHtml({ buffer: Buffer.from(docx) }),
      rest: 0,
    },
    {
      name: `PDF, ${WORDS} words, in a thread started for it`,
      run: () => readPdf(pdf, 'bridge.pdf', { ...PDF_LIMITS }),
      bare: 'pdf.js text in this thread',
      runBare: () => bareText(pdf),
      rest: 0,
    },
    {
      name: `PDF, ${WORDS} words, in a thread that stood by`,
      run: () => readPdf(pdf, 'bridge.pdf'),
      bare: 'pdf.js text in this thread',
      runBare: () => bareText(pdf),
      // The next thread starts while a person looks at the preview.
      rest: 3_000,
    },
  ];
  const rows = [];
  for (const { name, run, bare, runBare, rest } of cases) {
    // In turn, so that whatever else the machine does falls on both.
    const own = [];
    const alone = [];
    for (let round = 0; round < (rest === 0 ? rounds : 5) + 2; round++) {
      if (rest > 0) await sleep(rest);
      const [ours, theirs] = [await timed(run), await timed(runBare)];
      // The first two only warm up.
      if (round < 2) continue;
      own.push(ours);
      alone.push(theirs);
    }
    const [milliseconds, bareMilliseconds] = [median(own), median(alone)];
    rows.push({
      name,
      milliseconds,
      bare,
      bareMilliseconds,
      ratio: milliseconds / bareMilliseconds,
    });
  }
  return rows;
}

async function timed(run) {
  const from = performance.now();
  await run();
  return performance.now() - from;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function page() {
  const body = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n');
  const menu = Array.from({ length: 60 }, (_, at) => `<li><a href="/${at}">Section ${at}</a></li>`);
  return `<!doctype html><html lang="en"><head><title>Council closes bridge</title><meta property="og:title" content="Council closes bridge"></head><body><nav><ul>${menu.join('')}</ul></nav><main><article><h1>Council closes bridge</h1>${body}</article></main><footer><p>The Paper</p></footer></body></html>`;
}

function wordFile() {
  const office = 'http://schemas.openxmlformats.org';
  const body = PARAGRAPHS.map((words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`).join('');
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
  });
}

function pdfFile() {
  const doc = new PDFDocument({ size: 'A4', margin: 72 });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.fontSize(11);
    for (const words of PARAGRAPHS) doc.text(words).moveDown();
    doc.end();
  });
}

async function bareText(bytes) {
  const pdf = await getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  for (let number = 1; number <= pdf.numPages; number++)
    await (await pdf.getPage(number)).getTextContent();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const { name, milliseconds, bare, bareMilliseconds, ratio } of await measureIntake())
    process.stdout.write(
      `${name}: ${milliseconds.toFixed(1)} ms; ${bare} alone ${bareMilliseconds.toFixed(1)} ms; × ${ratio.toFixed(2)}\n`,
    );
