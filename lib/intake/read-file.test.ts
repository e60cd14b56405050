import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkableCopy, coverageOf } from '@/lib/domain/coverage';
import { Refusal } from '@/lib/errors';
import { readFile } from '@/lib/intake/read-file';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  new Uint8Array(Buffer.from(text, encoding));

async function refusal(file: Uint8Array, name: string | null = 'story.docx'): Promise<string> {
  try {
    await readFile(file, name);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

const COPY =
  'Council closes bridge\n\nThe city council voted on Tuesday to close it – “at once”.\n';
const OLE = 'd0cf11e0a1b11ae1';
const ole = (stream: string) =>
  new Uint8Array(
    Buffer.concat([Buffer.from(OLE, 'hex'), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]),
  );

/** Each a file that a person might choose, and a part of the sentence they read. */
const REFUSED: readonly (readonly [string, Uint8Array, string, string?])[] = [
  ['nothing', new Uint8Array(), 'empty'],
  ['only blanks', bytes(' \n\t\n'), 'blank'],
  ['too large', new Uint8Array(10_000_000).fill(97), '10 MB in size'],
  ['too many characters', bytes('word '.repeat(500_000)), 'The limit is 2,000,000 characters'],
  ['a PNG under a Word name', bytes('\u0089PNG\r\n\u001a\n', 'latin1'), 'a picture (PNG)'],
  [
    'a JPEG',
    bytes('\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF', 'latin1'),
    'a picture (JPEG)',
    'story.txt',
  ],
  ['a GIF', bytes('GIF89a'), 'a picture (GIF)'],
  ['a WebP', bytes('RIFF\u0001\u0000\u0000\u0000WEBP', 'latin1'), 'a picture or a recording'],
  ['a HEIC', bytes('\u0000\u0000\u0000\u0018ftypheic', 'latin1'), 'a picture'],
  ['a film', bytes('\u0000\u0000\u0000\u0018ftypmp42', 'latin1'), 'a video or sound'],
  ['an MP3', bytes('ID3\u0003\u0000', 'latin1'), 'a sound recording'],
  ['a gzip', bytes('\u001f\u008b\u0008\u0000', 'latin1'), 'an archive'],
  ['a 7z', bytes('7z\u00bc\u00af\u0027\u001c', 'latin1'), 'an archive'],
  ['a program for Windows', bytes('MZ\u0090\u0000', 'latin1'), 'a program', 'story.pdf'],
  ['a program for Linux', bytes('\u007fELF\u0002', 'latin1'), 'a program'],
  ['a database', bytes('SQLite format 3\u0000'), 'a database'],
  ['a rich text file', bytes('{\\rtf1\\ansi The bridge}'), '.rtf'],
  ['an old Word file', ole('WordDocument'), 'old Word file (.doc)'],
  ['a locked Word file', ole('EncryptedPackage'), 'locked with a password'],
  ['a spreadsheet', office('xl/workbook.xml', 'spreadsheetml.sheet'), 'a spreadsheet'],
  ['a slide deck', office('ppt/presentation.xml', 'presentationml.presentation'), 'a slide deck'],
  ['a ZIP of text', zipSync({ 'story.txt': strToU8(COPY) }), 'ZIP archive'],
  [
    'an OpenDocument',
    zipSync({
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
      'content.xml': strToU8('<x/>'),
    }),
    'OpenDocument',
  ],
  [
    'half an archive',
    zipSync({ 'word/document.xml': strToU8(COPY.repeat(50)) }).subarray(0, 90),
    '',
  ],
  ['half a PDF', bytes('%PDF-1.7\n1 0 obj\n<<'), 'damaged', 'story.txt'],
  [
    'noise',
    Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7919 + 13) % 251),
    'not text',
    'story.txt',
  ],
  ['control characters', bytes('The bridge\u0001\u0002 closed'), 'control character', 'story.txt'],
  ['XML', bytes('<?xml version="1.0"?><rss><item/></rss>'), 'XML', 'story.xml'],
  ['a table', bytes('quote,type\na,numeric\n'), 'a table (CSV)', 'claims.csv'],
];

function office(part: string, type: string): Uint8Array {
  const main = `application/vnd.openxmlformats-officedocument.${type}.main+xml`;
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${part}" ContentType="${main}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${part}"/></Relationships>`,
    ),
    [part]: strToU8('<?xml version="1.0"?><root/>'),
  });
}

describe('files that are no copy', () => {
  it.each(REFUSED.map(([what, file, sentence, name]) => ({ what, file, sentence, name })))(
    '$what',
    async ({ file, sentence, name }) => {
      const said = await refusal(file, name);
      expect(said).toContain(sentence);
      expect(said).toMatch(/\.$/);
    },
  );

  it('there are at least 25 of them', () => {
    process.stdout.write(`refused uploads: ${REFUSED.length} files\n`);
    expect(REFUSED.length).toBeGreaterThanOrEqual(25);
  });
});

describe('the first bytes decide, not the name', () => {
  it.each<[string, Uint8Array, string | null, string]>([
    [
      'a web page called .txt',
      bytes(
        `<!doctype html><body><article><h1>Council closes bridge</h1>${`<p>${COPY}</p>`.repeat(20)}</article>`,
      ),
      'story.txt',
      'HTML',
    ],
    ['text called .pdf', bytes(COPY), 'story.pdf', 'TEXT'],
    ['text called .docx', bytes(COPY), 'story.docx', 'TEXT'],
    ['Markdown', bytes(`# ${COPY}`), 'story.md', 'MARKDOWN'],
    ['text without a name', bytes(COPY), null, 'TEXT'],
  ])('%s', async (_, file, name, kind) => {
    expect((await readFile(file, name)).kind).toBe(kind);
  });

  it.each([
    ['UTF-8', bytes(COPY), 0],
    ['UTF-8 with a mark', bytes(`\ufeff${COPY}`), 0],
    ['UTF-16 with a mark', bytes(`\ufeff${COPY}`, 'utf16le'), 0],
    [
      'UTF-16 of the other end',
      new Uint8Array(Buffer.from(`\ufeff${COPY}`, 'utf16le').swap16()),
      0,
    ],
    ['UTF-16 without a mark', bytes(COPY, 'utf16le'), 1],
    ['Windows-1252', windows1252(COPY), 1],
  ])('%s is read to the character, and said where it was guessed', async (_, file, notices) => {
    const proposal = await readFile(file, 'story.txt');
    expect(proposal.copy).toBe(COPY);
    expect(proposal.notices).toHaveLength(notices);
    expect(proposal.headline?.value).toBe('Council closes bridge');
  });

  it('a name is shown without its path and without what could harm a page', async () => {
    const { name } = await readFile(bytes(COPY), '../../etc/C:\\desk\\sto\u0000ry\u202e.txt');
    expect(name).toBe('story\u202e.txt');
  });
});

function windows1252(text: string): Uint8Array {
  const odd: Record<string, number> = { '–': 0x96, '“': 0x93, '”': 0x94 };
  return Uint8Array.from([...text], (character) => odd[character] ?? character.charCodeAt(0));
}

/** Texts kept beside the project, not in it: whoever has them, tests with them. */
const ARTICLES = new URL('../../../shared/articles/', import.meta.url);
const isThere = existsSync(new URL('golden.json', ARTICLES));
type Golden = { claims: { id: string; article: string; start: number; end: number }[] };

if (isThere)
  describe('articles of the real world', () => {
    const golden = JSON.parse(readFileSync(new URL('golden.json', ARTICLES), 'utf8')) as Golden;
    it.each([
      ['desk-a.txt', 5],
      ['desk-b.txt', 10],
      ['desk-c.txt', 7],
    ])('%s comes in with headline, body and furniture told apart', async (article, fewest) => {
      const file = new Uint8Array(readFileSync(new URL(article, ARTICLES)));
      const { copy, blocks, headline } = await readFile(file, article);
      expect(copy === Buffer.from(file).toString('utf8'), 'kept to the character').toBe(true);
      const headlines = blocks.filter(({ kind }) => kind === 'HEADLINE');
      expect(headlines.map(({ start, end }) => copy.slice(start, end))).toEqual([headline?.value]);
      const furniture = blocks.filter(({ excluded }) => excluded);
      expect(furniture.length).toBeGreaterThanOrEqual(fewest);
      for (const { kind, why } of furniture)
        expect([kind, typeof why]).toEqual(['FURNITURE', 'string']);

      const claims = golden.claims.filter((claim) => claim.article === article);
      expect(claims.length).toBeGreaterThan(10);
      for (const claim of claims)
        expect(
          furniture.filter((block) => block.start < claim.end && claim.start < block.end),
          claim.id,
        ).toEqual([]);

      const { sentences } = coverageOf(checkableCopy(copy, blocks), [], []);
      for (const sentence of sentences)
        expect(
          furniture.some((block) => block.start < sentence.end && sentence.start < block.end),
        ).toBe(false);
    });
  });
else
  describe('articles of the real world', () => {
    it('skipped: no ../shared', () => undefined);
  });
