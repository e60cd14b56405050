import { xmlAttribute } from '@/lib/outlet/xlsx-text';

/** The looks of a cell, by their place in `cellXfs` below. */
export const STYLE = {
  plain: 0,
  text: 1,
  quoted: 2,
  head: 3,
  time: 4,
  number: 5,
  title: 6,
  label: 7,
  strong: 8,
  alarm: 9,
  line: 10,
  figure: 11,
} as const;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE_RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const xf = (more: string, alignment: string) =>
  `<xf xfId="0" ${more} applyAlignment="1"><alignment ${alignment}/></xf>`;
const TOP = 'vertical="top"';
const WRAP = 'vertical="top" wrapText="1"';

/** Fonts: 0 text, 1 bold, 2 title, 3 grey, 4 bold red. Borders: 0 none, 1 a rule below. */
export const STYLES_XML = [
  HEAD,
  `<styleSheet xmlns="${MAIN}">`,
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>',
  '<fonts count="5">',
  '<font><sz val="9"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="9"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="16"/><name val="Arial"/><family val="2"/></font>',
  '<font><sz val="9"/><color rgb="FF66625A"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FFA5281C"/><name val="Arial"/><family val="2"/></font>',
  '</fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>',
  '<border><left/><right/><top/><bottom style="thin"><color rgb="FF1D1B18"/></bottom><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="12">',
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0"', WRAP),
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0" quotePrefix="1"', WRAP),
  xf('numFmtId="0" fontId="1" fillId="0" borderId="1" applyFont="1" applyBorder="1"', WRAP),
  xf(
    'numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"',
    `${WRAP} horizontal="left"`,
  ),
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0"', `${TOP} horizontal="right"`),
  xf('numFmtId="0" fontId="2" fillId="0" borderId="0" applyFont="1"', TOP),
  xf('numFmtId="0" fontId="3" fillId="0" borderId="0" applyFont="1"', WRAP),
  xf('numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"', WRAP),
  xf('numFmtId="0" fontId="4" fillId="0" borderId="0" applyFont="1"', TOP),
  xf('numFmtId="0" fontId="0" fillId="0" borderId="1" applyBorder="1"', WRAP),
  xf('numFmtId="0" fontId="0" fillId="0" borderId="0"', `${TOP} horizontal="left"`),
  '</cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('');

const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const contentTypesXml = (sheets: number): string =>
  [
    HEAD,
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    `<Override PartName="/xl/workbook.xml" ContentType="${PARTS}.sheet.main+xml"/>`,
    ...numbers(sheets).map(
      (n) =>
        `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${PARTS}.worksheet+xml"/>`,
    ),
    `<Override PartName="/xl/styles.xml" ContentType="${PARTS}.styles+xml"/>`,
    '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
    '</Types>',
  ].join('');

export const PACKAGE_RELS = [
  HEAD,
  `<Relationships xmlns="${RELS}">`,
  `<Relationship Id="rId1" Type="${OFFICE_RELS}/officeDocument" Target="xl/workbook.xml"/>`,
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>',
  '</Relationships>',
].join('');

export const coreXml = (title: string, creator: string, at: Date): string =>
  [
    HEAD,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xmlAttribute(title)}</dc:title><dc:creator>${xmlAttribute(creator)}</dc:creator>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString().slice(0, 19)}Z</dcterms:created>`,
    '</cp:coreProperties>',
  ].join('');

export const workbookRels = (sheets: number): string =>
  [
    HEAD,
    `<Relationships xmlns="${RELS}">`,
    ...numbers(sheets).map(
      (n) =>
        `<Relationship Id="rId${n}" Type="${OFFICE_RELS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
    ),
    `<Relationship Id="rId${sheets + 1}" Type="${OFFICE_RELS}/styles" Target="styles.xml"/>`,
    '</Relationships>',
  ].join('');

/** `ranges`: the filtered range of each sheet, "$A$1:$F$20"; null: it has no table. */
export function workbookXml(
  tabs: readonly string[],
  ranges: readonly (string | null | undefined)[],
): string {
  const names = tabs.flatMap((tab, at) => {
    const range = ranges[at];
    if (range == null) return [];
    const sheet = `'${xmlAttribute(tab).replaceAll("'", "''")}'`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${at}" hidden="1">${sheet}!${range}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${sheet}!$1:$1</definedName>`,
    ];
  });
  return [
    HEAD,
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELS}">`,
    '<bookViews><workbookView activeTab="0"/></bookViews>',
    `<sheets>${tabs.map((tab, at) => `<sheet name="${xmlAttribute(tab)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
