import { createServer } from 'node:http';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { readPdf } from '@/lib/intake/pdf';

const LEAD =
  'The city council voted on Tuesday evening to close the old bridge to all traffic, three officials said, after divers found a crack in one of its four piers.';
const SECOND =
  'It had carried 12,000 cars a day until the flood of last spring, the traffic office counted, and nobody has said how long the repairs are going to take.';
const THIRD = 'Repairs may take until the end of next year, the mayor said.';

/** @param {(doc: PDFKit.PDFDocument) => void} write */
function pdf(write, options = {}) {
  const doc = new PDFDocument({ size: 'A4', margin: 72, ...options });
  const chunks = [];
  doc.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve) => {
    doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    write(doc);
    doc.end();
  });
}

const read = (bytes, limits) => readPdf(bytes, 'story.pdf', limits);

const shown = ({ copy, blocks }) =>
  blocks.map(({ kind, start, end }) => [kind, copy.slice(start, end)]);

describe('a PDF of a story', () => {
  it('comes as paragraphs, with running heads and page numbers set aside once', async () => {
    const bytes = await pdf((doc) => {
      for (let page = 1; page <= 3; page++) {
        if (page > 1) doc.addPage();
        doc.fontSize(8).text(`The Paper, 4 March 2025, page ${page}`, 72, 30, { lineBreak: false });
        doc.fontSize(8).text(`${page}`, 290, 790, { lineBreak: false });
        doc.fontSize(11);
        if (page === 1) doc.fontSize(24).text('Council closes old bridge', 72, 80).fontSize(11);
        doc.text(LEAD, 72, 130).moveDown();
        doc.fontSize(14).text('What the divers saw').fontSize(11).moveDown(0.5);
        doc.text(SECOND).moveDown().text(THIRD);
      }
    });
    const proposal = await read(bytes);
    expect(shown(proposal)).toEqual([
      ['HEADLINE', 'Council closes old bridge'],
      ...[1, 2, 3].flatMap(() => [
        ['BODY', LEAD],
        ['SUBHEAD', 'What the divers saw'],
        ['BODY', SECOND],
        ['BODY', THIRD],
      ]),
      ['FURNITURE', 'The Paper, 4 March 2025, page 1'],
      ['FURNITURE', '1'],
    ]);
    expect(proposal.headline?.from).toBe('the largest words on the first page');
    expect(proposal.blocks.filter(({ excluded }) => excluded).map(({ why }) => why)).toEqual([
      'Stands at the head or foot of 3 pages.',
      'The number of the page.',
    ]);
  });

  it('undoes hyphens at line ends, and keeps those that belong to the word', async () => {
    const lines = [
      'The council spoke of a well-known weakness of the bridge, and of traf-',
      'fic that nobody had counted. The engineers called it self-',
      'evident. Its re-sign',
      'was long fore-',
      'seen. A spokes-',
      'woman for the well-',
      'known firm said so between 2019-',
      '2024, with Mayor Jean-',
      'Paul Roux, on the subject of traffic in the middle of the town itself.',
    ];
    const { copy, notices } = await read(
      await pdf((doc) => {
        for (const [at, line] of lines.entries())
          doc.fontSize(11).text(line, 72, 100 + at * 13, { lineBreak: false });
      }),
    );
    for (const part of [
      'traffic that',
      'self-evident',
      'foreseen',
      'spokeswoman',
      'well-known firm',
      '2019-2024',
      'Jean-Paul',
    ])
      expect(copy).toContain(part);
    expect(notices.join(' ')).toContain(
      '2 words were put together where a line ended in a hyphen: foreseen, spokeswoman.',
    );
  });

  it('parts paragraphs that are only indented, and joins one that runs over the page', async () => {
    const { copy } = await read(
      await pdf((doc) => {
        doc.fontSize(11);
        const lines = [
          [72, 'The city council voted on Tuesday evening to close the old bridge to all'],
          [72, 'traffic, three officials said, after divers found a crack in one of its four'],
          [72, 'piers.'],
          [90, 'It had carried 12,000 cars a day until the flood of last spring, and nobody'],
          [72, 'has said how long the repairs are going to take, or who is going to pay for'],
        ];
        for (const [at, [x, line]] of lines.entries())
          doc.text(line, x, 700 + at * 13, { lineBreak: false });
        doc.addPage().fontSize(11).text('them in the end.', 72, 72, { lineBreak: false });
      }),
    );
    expect(copy.split('\n\n')).toEqual([
      expect.stringMatching(/^The city .* piers\.$/),
      expect.stringMatching(/^It had .* pay for them in the end\.$/),
    ]);
  });

  it('proposes what the file says of itself, and no name a word processor gave it', async () => {
    const made = (Title) =>
      pdf((doc) => doc.fontSize(11).text(LEAD), {
        info: { Title, Author: 'Ada Quill' },
        lang: 'en-GB',
      });
    const proposal = await read(await made('Bridge: the whole story'));
    expect(proposal.headline).toEqual({
      value: 'Bridge: the whole story',
      from: 'the file’s own title',
    });
    expect(proposal.byline?.value).toBe('Ada Quill');
    expect(proposal.language?.value).toBe('en-GB');
    expect((await read(await made('Microsoft Word - bridge.docx'))).headline).toBe(null);
  });
});

/** A PDF from its objects, numbered from 1; the first is the catalogue. */
function raw(objects, { prev } = {}) {
  const parts = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')];
  const offsets = [];
  let at = parts[0].length;
  const push = (part) => {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part, 'latin1');
    parts.push(bytes);
    at += bytes.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(at);
    push(`${index + 1} 0 obj\n`);
    push(object);
    push('\nendobj\n');
  }
  const xref = at;
  push(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) push(`${String(offset).padStart(10, '0')} 00000 n \n`);
  push(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${prev === undefined ? '' : `/Prev ${prev === 'self' ? xref : prev}`} >>\nstartxref\n${xref}\n%%EOF\n`,
  );
  return new Uint8Array(Buffer.concat(parts));
}

function stream(data, extra = '', packed = false) {
  const bytes = packed ? deflateSync(data) : Buffer.from(data, 'latin1');
  return Buffer.concat([
    Buffer.from(
      `<< /Length ${bytes.length} ${packed ? '/Filter /FlateDecode' : ''} ${extra} >>\nstream\n`,
    ),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>';
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const HELLO = 'BT /F1 12 Tf 72 700 Td (The council closed the bridge on Tuesday.) Tj ET';
const onePage = (content, { catalog = CATALOG, font = FONT, more = [] } = {}) =>
  raw([catalog, PAGES, PAGE, content, font, ...more]);

const QUICK = {
  pages: 300,
  characters: 200_000,
  milliseconds: 8_000,
  heapMegabytes: 96,
  growthMegabytes: 250,
};

/** What each of the crafted files may end in: one of these sentences, or these words. */
const CRAFTED = {
  'a password': [
    () => pdf((doc) => doc.text(LEAD), { userPassword: 'secret', pdfVersion: '1.7' }),
    /locked with a password/,
  ],
  'a scan': [() => pdf((doc) => doc.rect(72, 72, 300, 300).fill('#ccc')), /it is a scan/],
  'half a file': [
    async () => {
      const whole = await pdf((doc) => doc.fontSize(11).text(LEAD.repeat(20)));
      return whole.subarray(0, Math.floor(whole.length / 3));
    },
    /damaged|scan/,
  ],
  'only its first line': [async () => new TextEncoder().encode('%PDF-1.7\n'), /damaged/],
  'noise after its first line': [
    async () =>
      new Uint8Array(Buffer.from(`%PDF-1.7\n${'\u0001\u00ff<<>>[obj'.repeat(5_000)}`, 'latin1')),
    /damaged/,
  ],
  'a page tree that holds itself': [
    async () => raw([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>']),
    /damaged|scan/,
  ],
  'two thousand million pages by its own count': [
    async () =>
      raw([
        CATALOG,
        '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>',
        PAGE,
        stream(HELLO),
        FONT,
      ]),
    /^The council closed|at most 300|damaged/,
  ],
  'more pages than are read': [
    () =>
      pdf(
        (doc) => {
          for (let page = 0; page < 301; page++) doc.addPage().text('A line.');
        },
        { autoFirstPage: false },
      ),
    /has 301 pages; at most 300/,
  ],
  'a packed page of nothing, 150 MB unpacked': [
    async () => onePage(stream(Buffer.alloc(150_000_000, ' '), '', true)),
    /scan|too much memory|too long|damaged/,
  ],
  'a packed page of words without end': [
    async () =>
      onePage(
        stream(
          Buffer.from(`BT /F1 12 Tf ${'72 700 Td (word ) Tj '.repeat(2_000_000)}ET`),
          '',
          true,
        ),
      ),
    /more text than one story|too much memory|too long/,
  ],
  'brackets in brackets without end': [
    async () => onePage(stream(`${'['.repeat(500_000)}${HELLO}`)),
    /damaged|scan|too long|too much/,
  ],
  'a table of places that leads back to itself': [
    async () => raw([CATALOG, PAGES, PAGE, stream(HELLO), FONT], { prev: 'self' }),
    /^The council closed the bridge on Tuesday\.$/,
  ],
  'a length that asks for itself': [
    async () => onePage(`<< /Length 4 0 R >>\nstream\n${HELLO}\nendstream`),
    /^The council closed|damaged|scan/,
  ],
  'a drawing that draws itself': [
    async () =>
      onePage(stream(`${HELLO} /X1 Do`), {
        more: [
          stream(
            '/X1 Do /X1 Do',
            '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >>',
          ),
        ],
      }),
    /^The council closed|damaged|too long|too much/,
  ],
  'scripts, launches and links that open by themselves': [
    async () =>
      onePage(stream(HELLO), {
        catalog:
          '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("http://127.0.0.1/"\\)) >> /AA << /WC << /S /Launch /F (calc.exe) >> >> >>',
      }),
    /^The council closed the bridge on Tuesday\.$/,
  ],
  'a font that names four thousand million characters': [
    async () =>
      onePage(stream(HELLO), {
        font: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>',
        more: [
          stream(
            '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange 1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap end',
          ),
        ],
      }),
    /./,
  ],
};

const outcome = async (bytes) => {
  try {
    return (await read(bytes, QUICK)).copy;
  } catch (error) {
    if (error?.name !== 'Refusal') throw error;
    return error.message;
  }
};

describe('hostile PDFs', () => {
  it.each(Object.entries(CRAFTED))('%s', { timeout: 60_000 }, async (_, [make, sentence]) => {
    expect(await outcome(await make())).toMatch(sentence);
  });

  it('there are at least 14 of them', () => {
    process.stdout.write(`hostile PDFs: ${Object.keys(CRAFTED).length} files\n`);
    expect(Object.keys(CRAFTED).length).toBeGreaterThanOrEqual(14);
  });

  it('one that takes too long is stopped, and others are answered meanwhile', {
    timeout: 60_000,
  }, async () => {
    const server = createServer((_, response) => response.end('ok'));
    await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));
    const address = `http://127.0.0.1:${server.address().port}/`;
    const bytes = onePage(
      stream(Buffer.from(`BT /F1 12 Tf ${'72 700 Td (w) Tj '.repeat(3_000_000)}ET`), '', true),
    );
    let isOver = false;
    let answered = 0;
    let slowest = 0;
    const over = () => {
      isOver = true;
    };
    const reading = read(bytes, {
      ...QUICK,
      characters: 100_000_000,
      heapMegabytes: 400,
      growthMegabytes: 2_000,
      milliseconds: 1_500,
    }).then(
      () => over() ?? 'read',
      (error) => over() ?? error.message,
    );
    while (!isOver) {
      const from = performance.now();
      expect(await (await fetch(address)).text()).toBe('ok');
      slowest = Math.max(slowest, performance.now() - from);
      answered++;
    }
    expect(await reading).toContain('took too long');
    process.stdout.write(
      `answered ${answered} times meanwhile, the slowest in ${Math.round(slowest)} ms\n`,
    );
    expect(answered).toBeGreaterThan(5);
    server.closeAllConnections();
    server.close();
  });
});
