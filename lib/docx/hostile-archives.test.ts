import { execFileSync } from 'node:child_process';
import { strToU8, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '@/lib/errors';
import { readDocx } from '@/lib/intake/docx';
import { documentXml, HOSTILE_FILES, wordFile } from '@/test/drafts/hostile';

type Outcome = { name: string; outcome: string; ms: number; grownMb: number };

/** Far above what refusing takes, and far below what unpacking one of them would. */
const CEILING = { heapMb: 400, grownMb: 200, ms: 20_000, minutes: 4 };

describe('archives made to hurt', () => {
  let outcomes: Map<string, Outcome>;

  beforeAll(() => {
    const printed = execFileSync(
      process.execPath,
      [
        '--import',
        'tsx',
        `--max-old-space-size=${CEILING.heapMb}`,
        'test/drafts/refuse-hostile.ts',
      ],
      { encoding: 'utf8', timeout: CEILING.minutes * 60_000 },
    );
    const lines = printed.trim().split('\n');
    outcomes = new Map(
      lines.map((line) => {
        const outcome: Outcome = JSON.parse(line);
        return [outcome.name, outcome];
      }),
    );
  }, CEILING.minutes * 60_000);

  it('are more than sixteen', () => {
    expect(Object.keys(HOSTILE_FILES).length).toBeGreaterThan(16);
  });

  it.each(Object.keys(HOSTILE_FILES))('%s: refused in a sentence', (name) => {
    const outcome = outcomes.get(name);
    expect(outcome?.outcome).toMatch(/^This (?:file|Word file|document) (?:was|is) .*\.$/);
    expect(outcome?.ms).toBeLessThan(CEILING.ms);
    expect(outcome?.grownMb).toBeLessThan(CEILING.grownMb);
  });
});

const refusalOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readDocx(bytes, 'draft.docx');
  } catch (error) {
    if (error instanceof Refusal) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'It was read.';
};

/** A compound file is a file system; its streams have their names in UTF-16. */
const compoundFile = (stream: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(stream, 'utf16le'),
      Buffer.alloc(600),
    ]),
  );

const otherOffice = (type: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="application/vnd.openxmlformats-officedocument.${type}.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="main.xml"/></Relationships>',
    ),
    'main.xml': strToU8('<x/>'),
  });

describe('files that are no Word document', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['an encrypted one', compoundFile('EncryptedPackage'), /locked with a password/],
    ['an old .doc', compoundFile('WordDocument'), /old Word file \(\.doc\)/],
    ['an old .xls', compoundFile('Workbook'), /older Office file/],
    ['rich text', strToU8('{\\rtf1\\ansi Hello}'), /rich text file/],
    ['a PDF', strToU8('%PDF-1.7 …'), /PDF/],
    ['a web page', strToU8('<!DOCTYPE html><p>Hello'), /web page/],
    ['plain text', strToU8('Hello, this is the story.'), /not a Word document/],
    ['nothing', new Uint8Array(), /empty/],
    ['an archive of pictures', zipSync({ 'a.png': new Uint8Array(9) }), /ZIP archive/],
    [
      'OpenDocument',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }),
      /OpenDocument/,
    ],
    ['a spreadsheet', otherOffice('spreadsheetml.sheet'), /spreadsheet/],
    ['slides', otherOffice('presentationml.presentation'), /slide deck/],
    ['a document of nothing', wordFile(documentXml('<w:p/>')), /no words/],
    ['a document of half an element', wordFile('<w:document'), /damaged/],
  ])('%s', async (_, bytes, sentence) => {
    const refusal = await refusalOf(bytes);
    expect(refusal).toMatch(/^invalid: .*\.$/);
    expect(refusal).toMatch(sentence);
  });
});
