import { COPY_LIMIT_BYTES } from '@/lib/domain/copy-rules';
import type { Proposal } from '@/lib/domain/intake-proposal';
import { Refusal } from '@/lib/errors';
import { decodeText } from '@/lib/intake/decode-text';
import { readDocx } from '@/lib/intake/docx';
import type { FetchedPage } from '@/lib/intake/fetch-url';
import { readHtml } from '@/lib/intake/html';
import { readPdf } from '@/lib/intake/pdf';
import { readPlainText } from '@/lib/intake/plain-text';

/**
 * A file as a proposal. Its first bytes decide what it is; its name only tells Markdown from plain text, which look
 * alike.
 * @throws Refusal `invalid` with a sentence that says what the file is instead and what to do
 */
export function readFile(bytes: Uint8Array, name: string | null): Promise<Proposal> {
  return readBytes(bytes, {
    name: name === null ? null : shortName(name),
    url: null,
    charset: null,
  });
}

/** A fetched page as a proposal: a web page, or a file at the end of the link. */
export async function readPage(page: FetchedPage): Promise<Proposal> {
  const given = { name: null, url: page.url, charset: page.charset };
  return { ...(await readBytes(page.bytes, given)), url: page.url };
}

type Given = { name: string | null; url: string | null; charset: string | null };

async function readBytes(bytes: Uint8Array, given: Given): Promise<Proposal> {
  if (bytes.length === 0) throw refused('This file is empty. Choose another.');
  if (bytes.length >= COPY_LIMIT_BYTES)
    throw refused(
      `This file is ${Math.ceil(bytes.length / 100_000) / 10} MB in size. It must stay under 10 MB: leave out its pictures, or paste the words.`,
    );
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  if (head.includes('%PDF-')) return readPdf(bytes, given.name);
  // An archive or an older Office file: what reads Word documents says which one it is.
  if (head.startsWith('PK\u0003\u0004') || head.startsWith('\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'))
    return readDocx(bytes, given.name);
  const other = SIGNATURES.find(([begins]) => begins.some((one) => beginsWith(head, one)))?.[1];
  if (other !== undefined) throw refused(`${other} Choose the text, or paste its words.`);
  if (isHtml(head, given)) return readHtml(bytes, given);
  return readText(bytes, given);
}

const PICTURE = 'This is a picture, not text.';
const SOUND = 'This is a sound recording, not text.';
const ARCHIVE = 'This is an archive. Unpack it first.';
const PROGRAM = 'This is a program, not text.';

/** The first bytes of what people choose by mistake, read as Latin-1; `.` at the start stands for any four. */
const SIGNATURES: readonly (readonly [readonly string[], string])[] = [
  [['\u0089PNG'], 'This is a picture (PNG), not text.'],
  [['\u00ff\u00d8\u00ff'], 'This is a picture (JPEG), not text.'],
  [['GIF8'], 'This is a picture (GIF), not text.'],
  [['II*\u0000', 'MM\u0000*', '.ftyphei', '.ftypmif1', '.ftypavif', 'BM6'], PICTURE],
  [['.ftyp', '\u001aE\u00df\u00a3'], 'This is a video or sound recording, not text.'],
  [['ID3', '\u00ff\u00fb', '\u00ff\u00f3', '\u00ff\u00f2', 'OggS', 'fLaC'], SOUND],
  [['RIFF'], 'This is a picture or a recording (RIFF), not text.'],
  [
    [
      '\u001f\u008b',
      '7z\u00bc\u00af',
      'Rar!',
      'BZh',
      '\u00fd7zXZ',
      'PK\u0005\u0006',
      'PK\u0007\u0008',
    ],
    ARCHIVE,
  ],
  [['MZ\u0090', '\u007fELF', '\u00ca\u00fe\u00ba\u00be', '\u00cf\u00fa\u00ed\u00fe'], PROGRAM],
  [['SQLite format 3'], 'This is a database, not text.'],
  [['bplist0'], 'This is a file of macOS that is no plain text.'],
  [['{\\rtf'], 'This is a rich text file (.rtf). Save it as .docx or plain text first.'],
];

const beginsWith = (head: string, signature: string): boolean =>
  signature.startsWith('.') ? head.startsWith(signature.slice(1), 4) : head.startsWith(signature);

const isHtml = (head: string, { url }: Given): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|title|meta)[\s>]/i.test(
    head,
  ) ||
  (url !== null && /<(?:html|head|body|p|div)[\s>]/i.test(head));

function readText(bytes: Uint8Array, { name, url, charset }: Given): Proposal {
  const decoded = decodeText(bytes, charset);
  if (decoded === null)
    throw refused(
      'This file is not text. Save it as plain text (UTF-8), .docx or PDF, and choose it again.',
    );
  // UTF-16 pages are known only now.
  if (/^\s*<(?:!doctype\s+html|html)[\s>]/i.test(decoded.text))
    return readHtml(new TextEncoder().encode(decoded.text), { name, url, charset: 'utf-8' });
  if (/^\s*<\?xml/i.test(decoded.text))
    throw refused(
      'This is XML, made for programs. Save the text as .docx or plain text, or paste it.',
    );
  if (name !== null && /\.(?:csv|tsv)$/i.test(name))
    throw refused(
      'This is a table (CSV), not the copy of a story. Bring in the story first; a list of claims is added to it there.',
    );
  const notices = decoded.notice === null ? [] : [decoded.notice];
  const kind = name !== null && /\.(?:md|markdown)$/i.test(name) ? 'MARKDOWN' : 'TEXT';
  return readPlainText(decoded.text, kind, { name, url, notices });
}

/** As a name to show: no path, no control characters, not longer than a line. */
function shortName(name: string): string | null {
  const plain = (name.split(/[\\/]/).at(-1) ?? '')
    .replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim();
  return plain === '' ? null : plain.slice(0, 200).toWellFormed();
}

const refused = (sentence: string): Refusal =>
  new Refusal('invalid', sentence, { fields: { file: [sentence] } });
