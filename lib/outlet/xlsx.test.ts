import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Cell, Column } from '@/lib/domain/sheet-columns';
import { tableSheet, type Workbook, xlsxChunks } from '@/lib/outlet/xlsx';
import { columnName, xmlText } from '@/lib/outlet/xlsx-text';

const AT = new Date('2023-05-04T11:47:00Z');

const columns: Column<readonly Cell[]>[] = ['Ref', 'Words', 'Value', 'At'].map((head, at) => ({
  key: head,
  head,
  width: 12,
  cell: (row) => row[at] ?? null,
}));

async function* inBatches<Row>(...batches: Row[][]) {
  yield* batches;
}

async function partsOf(rows: (readonly Cell[])[], more: Partial<Workbook> = {}) {
  const book: Workbook = {
    title: 'Night raid',
    creator: 'Idris Vale',
    at: AT,
    zone: 'Europe/London',
    header: { left: 'Raid & rescue', right: 'night-raid, version 3' },
    footer: { left: 'Text 9f2c' },
    sheets: [
      {
        kind: 'page',
        tab: 'Front page',
        widths: [20],
        rows: [[{ cell: 'Verified-claims sheet', style: 'title' }], []],
      },
      tableSheet('A Verified', columns, inBatches(rows)),
    ],
    ...more,
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsxChunks(book)) chunks.push(chunk);
  const files = unzipSync(Buffer.concat(chunks));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const table = async (...rows: (readonly Cell[])[]) =>
  (await partsOf(rows))['xl/worksheets/sheet2.xml'] ?? '';

/** Elements in the order they open; fails where the XML is not well formed. */
function elementsOf(xml: string): string[] {
  const opened: string[] = [];
  const seen: string[] = [];
  for (const [, close, name = '', empty] of xml.matchAll(
    /<(\/?)([a-zA-Z:]+)(?:\s[^<>]*?)?(\/?)>/g,
  )) {
    if (close) expect(opened.pop()).toBe(name);
    else {
      seen.push(name);
      if (!empty) opened.push(name);
    }
  }
  expect(opened).toEqual([]);
  expect(xml.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot);)/);
  return seen;
}

it('has every part of a workbook, each well formed, and each named in the list of types', async () => {
  const parts = await partsOf([['C-001', 'words', 18, { at: AT, zone: null }]]);
  expect(Object.keys(parts)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/core.xml',
    'xl/styles.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
    'xl/worksheets/sheet2.xml',
    'xl/workbook.xml',
  ]);
  for (const [name, xml] of Object.entries(parts)) {
    elementsOf(xml);
    if (!name.endsWith('.rels') && name !== '[Content_Types].xml')
      expect(parts['[Content_Types].xml']).toContain(`PartName="/${name}"`);
  }
});

it('has the elements of a sheet in the order of the schema (ECMA-376, part 1, 18.3.1.99)', async () => {
  const order = [
    'sheetPr',
    'sheetViews',
    'sheetFormatPr',
    'cols',
    'sheetData',
    'autoFilter',
    'pageMargins',
    'pageSetup',
    'headerFooter',
  ];
  const elements = elementsOf(await table(['C-001']));
  expect(elements.filter((name) => order.includes(name))).toEqual(order);
});

it('freezes the head, filters all rows, and prints the head on every page, one page wide', async () => {
  const parts = await partsOf([['C-001'], ['C-002']]);
  const sheet = parts['xl/worksheets/sheet2.xml'];
  expect(sheet).toContain(
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
  );
  expect(sheet).toContain('<autoFilter ref="A1:D3"/>');
  expect(sheet).toContain('orientation="landscape" fitToWidth="1" fitToHeight="0"');
  const book = parts['xl/workbook.xml'];
  expect(book).toContain(`localSheetId="1" hidden="1">'A Verified'!$A$1:$D$3<`);
  expect(book).toContain(
    `<definedName name="_xlnm.Print_Titles" localSheetId="1">'A Verified'!$1:$1<`,
  );
});

it('names story, version and page at the edge of every printed page', async () => {
  const sheet = await table();
  expect(sheet).toContain(
    '&amp;LRaid &amp;&amp; rescue&amp;CA Verified&amp;Rnight-raid, version 3',
  );
  expect(sheet).toContain('&amp;LText 9f2c&amp;RPage &amp;P of &amp;N');
});

it('writes numbers as numbers and times as dates by the clock of their zone', async () => {
  const sheet = await table(['C-001', null, -5, { at: AT, zone: null }]);
  expect(sheet).toContain('<c r="C2" s="5"><v>-5</v></c>');
  // 4 May 2023, 12:47 in London, in days since 30 December 1899.
  const serial = (Date.UTC(2023, 4, 4, 12, 47) - Date.UTC(1899, 11, 30)) / 86_400_000;
  const written = Number(/<c r="D2" s="4"><v>([\d.]+)<\/v>/.exec(sheet)?.[1]);
  expect(written).toBeCloseTo(serial, 8);
});

it('writes words as inline text: no cell is a formula, whatever it begins with', async () => {
  const sheet = await table(['=1+1', '@SUM(A1)', '-5%', { at: AT, zone: null }]);
  expect(elementsOf(sheet)).not.toContain('f');
  expect(sheet).toContain(
    '<c r="A2" s="2" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>',
  );
  expect(sheet).toContain('<c r="C2" s="1" t="inlineStr">');
});

it('gives the quote prefix, which keeps edited text text, to the style of guarded cells alone', async () => {
  const styles = (await partsOf([]))['xl/styles.xml'] ?? '';
  const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf .*?(?:\/>|<\/xf>)/g) ?? [];
  expect(formats.map((format) => format.includes('quotePrefix'))).toEqual(
    formats.map((_, at) => at === 2),
  );
  expect(styles).toContain(`<cellXfs count="${formats.length}">`);
});

describe('text', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['bell \u0007 and return \r', 'bell _x0007_ and return _x000D_'],
    ['line\nbreak\tand tab', 'line\nbreak\tand tab'],
    ['half \ud83d a pair', 'half \ufffd a pair'],
    ['not a character \uffff', 'not a character _xFFFF_'],
    ['a literal _x0041_', 'a literal _x005F_x0041_'],
    ['whole 🙂 pair', 'whole 🙂 pair'],
  ])('%j is written %j', (text, xml) => {
    expect(xmlText(text)).toBe(xml);
  });

  it('is cut where a cell ends, and says so', () => {
    const cut = xmlText('x'.repeat(40_000));
    expect(cut).toHaveLength(32_767);
    expect(cut.endsWith('[cut: the CSV has it whole]')).toBe(true);
  });
});

it('counts columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});

it('asks for a batch only when the one before has left', async () => {
  const events: string[] = [];
  async function* batches() {
    for (const at of [1, 2, 3]) {
      events.push(`read ${at}`);
      // Random words do not compress, so that each batch fills a block of the archive.
      yield Array.from({ length: 3_000 }, () => [crypto.randomUUID(), crypto.randomUUID()]);
    }
  }
  const sheets = [tableSheet('Words', columns, batches())];
  const book = { title: '', creator: '', at: AT, zone: 'UTC', sheets };
  const chunks = xlsxChunks({ ...book, header: { left: '', right: '' }, footer: { left: '' } });
  for await (const _chunk of chunks) events.push('left');
  const second = events.indexOf('read 2');
  expect(events.slice(events.indexOf('read 1'), second)).toContain('left');
  expect(events.slice(second, events.indexOf('read 3'))).toContain('left');
});
