import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Proposal, ProposedBlock, ProposedFact } from '@/lib/domain/intake-proposal';
import { Refusal } from '@/lib/errors';
import {
  findParagraphs,
  type PdfPage,
  type PdfText,
  TooManyLines,
} from '@/lib/intake/pdf-paragraphs';
import { refuseUnkeepable } from '@/lib/intake/plain-text';

/** How far a PDF may go; tests lower it. */
export type PdfLimits = {
  pages: number;
  characters: number;
  milliseconds: number;
  /** Of the thread's own heap. */
  heapMegabytes: number;
  /** How much the whole process may grow meanwhile: what a thread holds outside its heap counts here. */
  growthMegabytes: number;
};

export const PDF_LIMITS: PdfLimits = {
  pages: 300,
  characters: 2_500_000,
  milliseconds: 20_000,
  heapMegabytes: 192,
  growthMegabytes: 500,
};

type Answer =
  | {
      ok: true;
      pages: PdfPage[];
      pageCount: number;
      info: { title: string | null; author: string | null; language: string | null };
    }
  | { ok: false; why: 'pages' | 'characters' | 'password' | 'damaged'; pageCount?: number };

/**
 * A PDF as copy: its lines put together to paragraphs, its running heads set aside. The file is read in a thread that is
 * ended when it takes too long or too much memory.
 * @throws Refusal `invalid` with a sentence: encrypted, damaged, a scan, too long
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string | null,
  limits: PdfLimits = PDF_LIMITS,
): Promise<Proposal> {
  const answer = await inTurn(() => readInThread(bytes, limits));
  if (!answer.ok) throw refused(whyNot(answer, limits));
  const text = paragraphsOf(answer.pages);
  const story = text.paragraphs.filter(({ excluded }) => !excluded);
  if (!story.some(({ words }) => /\p{L}/u.test(words)))
    throw refused(
      'This PDF holds pictures of pages and no text: it is a scan. Run it through text recognition first, or paste the words.',
    );
  const copy = text.paragraphs.map(({ words }) => words).join('\n\n');
  refuseUnkeepable(copy);
  let at = 0;
  const blocks = text.paragraphs.map(({ words, kind, excluded, why }): ProposedBlock => {
    const block = { kind, start: at, end: at + words.length, excluded, why };
    at = block.end + 2;
    return block;
  });
  const headline = text.paragraphs.find(({ kind }) => kind === 'HEADLINE');
  const { info } = answer;
  return {
    kind: 'PDF',
    name,
    url: null,
    copy,
    blocks,
    headline:
      headline === undefined
        ? fact(usableTitle(info.title), 'the file’s own title')
        : { value: headline.words.slice(0, 500), from: 'the largest words on the first page' },
    byline: fact(info.author, 'the file’s own data (author)'),
    publisher: null,
    publishedAt: null,
    updatedAt: null,
    language: languageOf(info.language),
    annotations: [],
    notices: noticesOf(text, answer.pageCount),
  };
}

function paragraphsOf(pages: readonly PdfPage[]): PdfText {
  try {
    return findParagraphs(pages);
  } catch (fault) {
    if (!(fault instanceof TooManyLines)) throw fault;
    throw refused(
      `Page ${fault.page} of this PDF has more lines than a page can hold. Save the story as a file of its own, or paste its words.`,
    );
  }
}

function noticesOf({ joined, emptyPages, turned }: PdfText, pages: number): string[] {
  return [
    'A PDF holds lines and no paragraphs; they were put together here. Compare them with the file, above all columns, captions and tables.',
    ...(emptyPages.length > 0 && emptyPages.length < pages
      ? [
          `${emptyPages.length === 1 ? 'Page' : 'Pages'} ${emptyPages.slice(0, 12).join(', ')}${emptyPages.length > 12 ? ' and more' : ''} ${emptyPages.length === 1 ? 'holds' : 'hold'} no text: a picture, a scan or nothing.`,
        ]
      : []),
    ...(joined.length > 0
      ? [
          `${joined.length === 1 ? 'One word was' : `${joined.length} words were`} put together where a line ended in a hyphen: ${[...new Set(joined)].slice(0, 8).join(', ')}${new Set(joined).size > 8 ? ' and more' : ''}.`,
        ]
      : []),
    ...(turned > 0 ? ['Words that stand across a page were left out.'] : []),
  ];
}

/** What a word processor writes there is no headline. */
const usableTitle = (title: string | null): string | null =>
  title === null ||
  /\.(?:docx?|indd|pdf|odt|rtf|qxd)$|^(?:microsoft word|untitled|document\d*)/i.test(title)
    ? null
    : title;

function fact(value: string | null, from: string): ProposedFact | null {
  const line = (value ?? '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .toWellFormed()
    .trim();
  return line === '' ? null : { value: line, from };
}

const languageOf = (code: string | null): ProposedFact | null =>
  code !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code)
    ? { value: code, from: 'the file’s own data (language)' }
    : null;

function whyNot(answer: Extract<Answer, { ok: false }>, limits: PdfLimits): string {
  switch (answer.why) {
    case 'password':
      return 'This PDF is locked with a password. Save it without one, or paste the words of the story.';
    case 'damaged':
      return 'This PDF is damaged and cannot be read. Ask for the file again, or paste the words of the story.';
    case 'pages':
      return `This PDF has ${answer.pageCount ?? 'too many'} pages; at most ${limits.pages} are read. Save the pages of the story as a file of their own.`;
    case 'characters':
      return 'This PDF holds more text than one story can. Save the pages of the story as a file of their own.';
  }
}

const TOO_LONG =
  'This PDF took too long to read, so reading was stopped. Save it again as a PDF from the program it was made in, or paste the words.';
const TOO_MUCH =
  'This PDF took too much memory to read, so reading was stopped. Save it again as a PDF from the program it was made in, or paste the words.';

/** The worker as a file of the tree: it is no part of the bundle, and not traced into it. */
const workerPath = (): string =>
  join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'intake', 'pdf-worker.mjs');

/** A thread that has read nothing yet; null while there is none. Each reads one file and ends. */
let standby: { worker: Worker; tooOld: NodeJS.Timeout } | null = null;
const STANDBY_MILLISECONDS = 5 * 60 * 1_000;

function startThread({ heapMegabytes }: PdfLimits): Worker {
  const worker = new Worker(/* turbopackIgnore: true */ workerPath(), {
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: 32,
      stackSizeMb: 4,
    },
    // Neither the loaders of our own process nor its secrets.
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  return worker;
}

function takeThread(limits: PdfLimits): Worker {
  if (standby === null || limits !== PDF_LIMITS) return startThread(limits);
  const { worker, tooOld } = standby;
  standby = null;
  clearTimeout(tooOld);
  worker.removeAllListeners('error');
  worker.removeAllListeners('exit');
  worker.ref();
  return worker;
}

/** Whoever brings in one PDF often brings in another, and starting takes longer than reading a short file. */
function standBy(): void {
  if (standby !== null) return;
  const worker = startThread(PDF_LIMITS);
  const forget = (): void => {
    if (standby?.worker !== worker) return;
    clearTimeout(standby.tooOld);
    standby = null;
  };
  const tooOld = setTimeout(() => {
    forget();
    worker.terminate().catch(() => undefined);
  }, STANDBY_MILLISECONDS);
  tooOld.unref();
  worker.unref();
  worker.once('error', forget);
  worker.once('exit', forget);
  standby = { worker, tooOld };
}

function readInThread(bytes: Uint8Array, limits: PdfLimits): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const worker = takeThread(limits);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growthMegabytes * 1_000_000)
        end(() => reject(refused(TOO_MUCH)));
    }, 50);
    const late = setTimeout(() => end(() => reject(refused(TOO_LONG))), limits.milliseconds);
    let isOver = false;
    function end(settle: () => void): void {
      if (isOver) return;
      isOver = true;
      clearInterval(watch);
      clearTimeout(late);
      // Settle after the thread is gone, so that the next in turn finds its memory free.
      worker.terminate().then(settle, settle);
      if (limits === PDF_LIMITS) standBy();
    }
    worker.once('message', (answer: Answer) => end(() => resolve(answer)));
    worker.once('error', (fault: Error & { code?: string }) =>
      end(() =>
        fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? reject(refused(TOO_MUCH))
          : fault instanceof RangeError
            ? reject(refused(whyNot({ ok: false, why: 'damaged' }, limits)))
            : reject(fault),
      ),
    );
    worker.once('exit', () => end(() => reject(refused(TOO_MUCH))));
    const copy = new Uint8Array(bytes);
    const job = { bytes: copy, mostPages: limits.pages, mostCharacters: limits.characters };
    worker.postMessage(job, [copy.buffer]);
  });
}

/** Two at a time: more hostile files than that wait for their end. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running--;
    else next();
  }
}

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { copy: [sentence] } });
