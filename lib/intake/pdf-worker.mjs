/**
 * Reads the text of one PDF in a thread of its own, so that a hostile file ends the thread and nothing else. Started by
 * pdf.ts from the tree as it is, never bundled. Takes one message, `{bytes, mostPages, mostCharacters}`, and posts one
 * answer: `{ok: true, pages, info, pageCount}` or `{ok: false, why}`.
 */
import { parentPort } from 'node:worker_threads';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
// pdf.js finds this one by itself, but only once a file is there: a thread that stands by should have read it before.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';

parentPort?.once('message', async (job) => {
  try {
    parentPort?.postMessage(await readText(job));
  } catch (fault) {
    parentPort?.postMessage({ ok: false, why: whyOf(fault) });
  }
});

/** @param {{ bytes: Uint8Array, mostPages: number, mostCharacters: number }} job */
async function readText({ bytes, mostPages, mostCharacters }) {
  const pdf = await getDocument({
    data: bytes,
    useWorkerFetch: false,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
  if (pdf.numPages > mostPages) return { ok: false, why: 'pages', pageCount: pdf.numPages };
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const pages = [];
  let left = mostCharacters;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, bottom, , top] = page.view;
    const runs = [];
    // Streamed, so that a page without end is left in the middle.
    const reader = page.streamTextContent({ includeMarkedContent: false }).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      for (const { str, transform, width, hasEOL } of value.items) {
        left -= str.length + 1;
        if (left < 0) return { ok: false, why: 'characters' };
        if (str === '' && !hasEOL) continue;
        const [a, b, c, d, x, y] = transform;
        runs.push({
          text: str,
          x,
          y,
          width,
          size: Math.hypot(c, d),
          isTurned: Math.abs(b) > Math.abs(a),
        });
      }
    }
    pages.push({ runs, top, bottom });
    page.cleanup();
  }
  return { ok: true, pages, pageCount: pdf.numPages, info: plainInfo(info) };
}

function plainInfo(info) {
  const word = (value) => (typeof value === 'string' && value.length < 500 ? value : null);
  return { title: word(info.Title), author: word(info.Author), language: word(info.Language) };
}

function whyOf(fault) {
  const name = fault instanceof Error ? fault.name : '';
  if (name === 'PasswordException') return 'password';
  return 'damaged';
}
