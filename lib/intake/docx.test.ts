import { describe, expect, it } from 'vitest';
import type { Proposal } from '@/lib/domain/intake-proposal';
import { readDocx } from '@/lib/intake/docx';
import { DRAFTS, draftBytes, ofKind } from '@/test/drafts/drafts';
import { documentXml, wordFile } from '@/test/drafts/hostile';

const read = (name: string): Promise<Proposal> => readDocx(draftBytes(name), name);
const readBody = (inner: string): Promise<Proposal> => readDocx(wordFile(documentXml(inner)), null);
const kindsOf = ({ copy, blocks }: Proposal) =>
  blocks.map(({ kind, start, end }) => [kind, copy.slice(start, end)]);
const changesOf = (proposal: Proposal) =>
  ofKind(proposal, 'CHANGE').map(({ before, after, author }) => [before, after, author]);

describe('a draft as LibreOffice or Word saved it', () => {
  it.each(DRAFTS)(
    '%s: every annotation stands on words, and every block on its own',
    async (name) => {
      const { copy, blocks, annotations } = await read(name);
      for (const { start, end } of annotations) expect(copy.slice(start, end)).not.toBe('');
      for (const annotation of annotations) {
        if (annotation.kind !== 'CHANGE') continue;
        expect(annotation.before).toBe(copy.slice(annotation.start, annotation.end));
        expect(annotation.after).not.toBe(annotation.before);
      }
      expect(copy).toBe(blocks.map(({ start, end }) => copy.slice(start, end)).join('\n\n'));
      for (const { start, end } of blocks)
        expect(copy.slice(start, end)).toBe(copy.slice(start, end).trim());
      expect(copy.isWellFormed()).toBe(true);
    },
  );

  it('reads kinds from styles, and facts from where they stand', async () => {
    const proposal = await read('office-ferry-terminal.docx');
    expect(kindsOf(proposal).map(([kind]) => kind)).toEqual([
      'HEADLINE',
      'STANDFIRST',
      'BODY',
      'BODY',
      'BODY',
      'SUBHEAD',
      'BODY',
      'QUOTE',
      'LIST_ITEM',
      'LIST_ITEM',
      'CAPTION',
    ]);
    expect(proposal).toMatchObject({
      kind: 'DOCX',
      name: 'office-ferry-terminal.docx',
      headline: { value: 'Ferry terminal opens a year late' },
      byline: { value: 'Nell Ashgrove', from: 'the line that names the writer' },
      language: { value: 'en-GB' },
    });
  });

  it('reads an unstyled draft by its wording: a headline, a short line in bold', async () => {
    expect(kindsOf(await read('word-no-comments.docx')).slice(0, 3)).toEqual([
      ['HEADLINE', 'Bakery wins back its oven'],
      ['BODY', 'The oven of 1911 stood in a museum in Fernley for 26 years.'],
      ['SUBHEAD', 'A loan without a date'],
    ]);
  });

  it('keeps soft breaks, tabs, no-break hyphens, double spaces and emoji to the character', async () => {
    const { copy } = await read('office-bridge-tolls.docx');
    expect(copy).toContain('Line one of the notice\nline two of it\tand a tab.');
    expect(copy).toContain('12\u201114 per cent');
    expect(copy).toContain('9,000 names 🙂.  It closes');
  });

  it('takes language and words from right-to-left drafts in reading order', async () => {
    const { language, copy, annotations } = await read('word-arabic-harbour.docx');
    expect(language?.value).toBe('ar-EG');
    const [comment] = annotations;
    expect(copy.slice(comment?.start, comment?.end)).toBe('١٨٠٠ طن');
  });

  it('shows results of fields, words of controls and formulas, and no codes, hints or hidden words', async () => {
    const proposal = await read('word-controls-and-fields.docx');
    const { copy, notices } = proposal;
    expect(copy).toContain('It had 14 beds and served 5,100 people in a year; see page 3.');
    expect(copy).toContain('Dr Hanne Ruud, gave two reasons');
    expect(copy).toContain('A sign reads → “Exit”. Doses were given as x=2y per day.');
    expect(copy).not.toMatch(/DOCPROPERTY|HYPERLINK|Click here|off the record|Marram Post/);
    expect(copy.match(/In figures/g)).toHaveLength(1);
    expect(ofKind(proposal, 'LINK').map(({ url }) => url)).toEqual([
      'https://clinic.example/report',
      'https://clinic.example/map',
      'mailto:press@clinic.example',
    ]);
    expect(notices).toEqual([
      'The file holds 1 picture; it was left out.',
      'The headers and footers of its pages were left out.',
      'Some words are hidden in the file; they were left out.',
    ]);
    expect(proposal.blocks[1]).toMatchObject({ kind: 'FURNITURE', excluded: true });
  });

  it('reads rows of tables as blocks, tables inside cells after their row, and frames as text', async () => {
    expect(kindsOf(await read('word-nested-tables.docx')).slice(1, 7)).toEqual([
      ['BODY', 'This paragraph stands in a frame of one cell, as a template would have it.'],
      ['BODY', 'So does this second one.'],
      ['TABLE_ROW', 'Payer | Share'],
      ['TABLE_ROW', 'State | 62 per cent\nof the first part'],
      ['TABLE_ROW', 'County | 31 per cent'],
      ['TABLE_ROW', 'of this in cash | 20 per cent'],
    ]);
  });

  it('keeps threads of comments, with what is done', async () => {
    const { annotations, copy } = await read('word-court-list.docx');
    const thread = annotations.slice(0, 3);
    expect(thread).toMatchObject([
      { kind: 'COMMENT', author: 'Mara Hollis', answers: null, isResolved: false },
      { kind: 'COMMENT', author: 'Jonas Oduya', text: 'Then 23 it is.', answers: 0 },
      { kind: 'COMMENT', author: 'Mara Hollis', text: 'Stet.', answers: 0 },
    ]);
    for (const { start, end } of thread) expect(copy.slice(start, end)).toBe('23 deposits');
    const marks = await read('word-paragraph-marks.docx');
    expect(ofKind(marks, 'COMMENT').map(({ isResolved }) => isResolved)).toEqual([false, true]);
  });

  it('takes the word before a footnote along, and the links of its text', async () => {
    const proposal = await read('office-ferry-terminal.docx');
    expect(ofKind(proposal, 'FOOTNOTE')).toMatchObject([
      {
        text: 'Accounts of the Port of Callow for 2025, page 18. See https://port.callow.example/accounts-2025.',
        links: ['https://port.callow.example/accounts-2025'],
      },
    ]);
    const [note] = ofKind(await read('word-nested-changes.docx'), 'FOOTNOTE');
    expect(note?.links).toEqual(['https://bahn.example/auskunft']);
  });
});

describe('tracked changes', () => {
  it('leave the words before them in the copy; what one person struck and wrote is one change', async () => {
    const proposal = await read('word-moved-text.docx');
    expect(proposal.copy).toContain('One stall has been let since 1958.');
    expect(changesOf(proposal)).toEqual([
      ['The council voted on Tuesday.', '', 'Mara Hollis'],
      ['£52', '£54', 'Mara Hollis'],
      ['week. ', 'week. The council voted on Tuesday.', 'Mara Hollis'],
      ['let ', '', 'Jonas Oduya'],
      ['since', 'rented since', 'Mara Hollis'],
    ]);
  });

  it('of paragraph marks join and part blocks', async () => {
    const proposal = await read('word-paragraph-marks.docx');
    expect(proposal.copy).toContain('The seller could not be reached on three telephone numbers.');
    expect(changesOf(proposal)).toEqual([
      ['\n\n', '', 'Mara Hollis'],
      ['A whole paragraph that the editor took out.\n\n', '', 'Jonas Oduya'],
      ['£22,000.', '£22,000. Neither has a key.', 'Mara Hollis'],
      ['The', 'A new paragraph stands here, between two old ones.\n\nThe', 'Jonas Oduya'],
      ['reached', 'reached\n\n', 'Mara Hollis'],
    ]);
  });

  it('of table rows, and inside one another', async () => {
    expect(changesOf(await read('word-nested-tables.docx'))).toEqual([
      ['Church', 'Parish | 2 per cent\n\nChurch', 'Mara Hollis'],
      ['Church | 5 per cent\n\n', '', 'Jonas Oduya'],
    ]);
    expect(changesOf(await read('word-nested-changes.docx'))).toContainEqual([
      'fährt ',
      'fährt seit Montag ',
      'Mara Hollis',
    ]);
  });
});

describe('odd documents', () => {
  const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;

  it('a field that never ends swallows nothing', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>';
    const { copy } = await readBody(`<w:p>${begin}${run('One.')}</w:p><w:p>${run('Two.')}</w:p>`);
    expect(copy).toBe('One.\n\nTwo.');
  });

  it('white space that does not ask to be kept is not', async () => {
    const { copy } = await readBody(
      '<w:p><w:r><w:t> One </w:t></w:r><w:r><w:t xml:space="preserve"> two\nthree </w:t></w:r></w:p>',
    );
    expect(copy).toBe('One two three');
  });

  it('links that could run something are left out', async () => {
    const field = '<w:fldSimple w:instr=" HYPERLINK &quot;javascript:alert(1)&quot; ">';
    const proposal = await readBody(`<w:p>${field}${run('Here')}</w:fldSimple></w:p>`);
    expect(proposal).toMatchObject({ copy: 'Here', annotations: [] });
  });

  it('styles that build on themselves come to an end', async () => {
    const styles = new TextEncoder().encode(
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="heading 2"/><w:basedOn w:val="a"/></w:style></w:styles>',
    );
    const relations = new TextEncoder().encode(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/styles" Target="styles.xml"/></Relationships>',
    );
    const document = documentXml(
      `<w:p>${run('It sank in May, the port said.')}</w:p><w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>${run('Why')}</w:p>`,
    );
    const bytes = wordFile(document, {
      'word/styles.xml': styles,
      'word/_rels/document.xml.rels': relations,
    });
    expect(kindsOf(await readDocx(bytes, null)).at(-1)).toEqual(['SUBHEAD', 'Why']);
  });
});
