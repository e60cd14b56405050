import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '@/lib/intake/docx';
import { writeDocx } from '@/lib/outlet/docx';
import { AT, AUTHOR, draftBytes, ofKind } from '@/test/drafts/drafts';
import { documentXml, wordFile } from '@/test/drafts/hostile';

/** A document of these paragraphs' XML, and what one suggestion makes of it. */
async function suggest(original: Uint8Array, before: string, after: string) {
  const was = await readDocx(original, null);
  const start = was.copy.indexOf(before);
  if (start < 0) throw new Error(`“${before}” does not stand in ${JSON.stringify(was.copy)}.`);
  const suggestion = { start, end: start + before.length, before, after, reason: null };
  const { bytes, leftOut } = await writeDocx({
    original,
    copy: was.copy,
    suggestions: [{ ...suggestion, author: AUTHOR, at: AT }],
    comments: [],
  });
  const is = await readDocx(bytes, null);
  expect(is.copy).toBe(was.copy);
  const { 'word/document.xml': main } = unzipSync(bytes);
  const xml = Buffer.from(main as Uint8Array).toString('utf8');
  const ours = ofKind(is, 'CHANGE').filter(({ author }) => author === AUTHOR);
  return { was, is, xml, ours, leftOut, why: leftOut[0]?.why ?? null };
}

const run = (words: string, properties = '') =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`;
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
const document = (...blocks: string[]) => wordFile(documentXml(blocks.join('')));
const by = (name: string, inner: string, tag = 'del') =>
  `<w:${tag} w:id="1" w:author="${name}" w:date="2026-01-01T00:00:00Z">${inner}</w:${tag}>`;
const struck = (words: string) => `<w:r><w:delText xml:space="preserve">${words}</w:delText></w:r>`;

/** The document without its tags, as it reads with every change of ours accepted. */
const accepted = (xml: string): string =>
  xml
    .replace(/<w:del [^>]*>.*?<\/w:del>/gs, '')
    .replace(/<w:p[ >]/g, '¶<w:p ')
    .replace(/<[^>]*>/g, '')
    .replace(/^\s+/, '');

describe('a suggestion in the document', () => {
  it('strikes and writes only what differs, in the words’ own format', async () => {
    const file = document(paragraph(run('It was '), run('12 of 15 ships', '<w:b/>'), run('.')));
    const { xml, ours } = await suggest(file, '12 of 15 ships', '12 out of 16 ships');
    expect(ours).toMatchObject([{ before: 'of 15', after: 'out of 16' }]);
    expect(xml).toContain('<w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">of 15</w:delText>');
    expect(xml).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">out of 16</w:t>');
    expect(xml).toMatch(
      /<w:del w:id="\d+" w:author="Cleo Marsh \(desk\)" w:date="2026-04-01T12:00:00Z">/,
    );
  });

  it('goes over runs, links and fields, and leaves footnotes where they are', async () => {
    const file = draftBytes('word-court-list.docx');
    const words = 'calls it the largest sum since 2011.';
    const { is, was, ours, why } = await suggest(file, words, 'says it is large.');
    expect(why).toBeNull();
    expect(ours.map(({ after }) => after).join('')).toContain('says it is large.');
    expect(ofKind(is, 'FOOTNOTE')).toHaveLength(ofKind(was, 'FOOTNOTE').length);
    expect(ofKind(is, 'LINK')).toEqual(ofKind(was, 'LINK'));
  });

  it('inserts at the start, in the middle and at the end of a paragraph', async () => {
    const file = document(paragraph(run('Two ships sank.')));
    for (const [before, after] of [
      ['Two', 'At least Two'],
      ['ships', 'ships of war'],
      ['sank.', 'sank. Nobody died.'],
    ] as const) {
      const { xml, why } = await suggest(file, before, after);
      expect(why).toBeNull();
      expect(accepted(xml)).toBe(`¶${'Two ships sank.'.replace(before, after)}`);
    }
  });

  it('joins two paragraphs by striking the mark of the first', async () => {
    const file = document(paragraph(run('One.')), '<w:p/>', paragraph(run('Two.')));
    const { ours, xml, why } = await suggest(file, 'One.\n\nTwo.', 'One. Two.');
    expect(why).toBeNull();
    expect(ours).toMatchObject([{ before: '\n\n', after: ' ' }]);
    expect(accepted(xml)).toContain('One. ');
    expect(xml.match(/<w:rPr><w:del [^>]*\/><\/w:rPr>/g)).toHaveLength(2);
  });

  it('breaks a paragraph in two with an inserted mark', async () => {
    const file = document(
      '<w:p><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>One. Two. Three.</w:t></w:r></w:p>',
    );
    const { ours, xml, why } = await suggest(file, 'One. Two.', 'One.\n\nTwo.');
    expect(why).toBeNull();
    expect(ours).toHaveLength(1);
    expect(accepted(xml)).toBe('¶One.¶Two. Three.');
    expect(xml.match(/<w:jc w:val="both"\/>/g)).toHaveLength(2);
  });

  it('puts a new paragraph before or after another', async () => {
    const file = document(paragraph(run('Old words.')));
    const first = await suggest(file, 'Old', 'New ones.\n\nOld');
    expect(accepted(first.xml)).toBe('¶New ones.¶Old words.');
    const last = await suggest(file, 'words.', 'words.\n\nNew ones.');
    expect(accepted(last.xml)).toBe('¶Old words.¶New ones.');
  });

  it('changes words on both sides of a break one by one', async () => {
    const file = document(paragraph(run('It sank in May.')), paragraph(run('Two died.')));
    const { xml, ours } = await suggest(file, 'in May.\n\nTwo', 'in June.\n\nThree');
    expect(ours).toHaveLength(2);
    expect(accepted(xml)).toBe('¶It sank in June.¶Three died.');
  });

  it('is not written where the draft has it already', async () => {
    const file = draftBytes('word-court-list.docx');
    const { is, was } = await suggest(file, 'certainly ', '');
    expect(is.annotations).toEqual(was.annotations);
  });

  it('passes over words that somebody else has struck', async () => {
    const file = document(
      paragraph(run('Some '), by('A. Other', struck('nine ')), run('ships sank.')),
    );
    const { ours, why } = await suggest(file, 'Some nine ships', 'Eight ships');
    expect(why).toBeNull();
    expect(ours).toMatchObject([{ before: 'Some ', after: 'Eight' }]);
  });

  it.each<[string, Uint8Array, string, string, RegExp]>([
    [
      'words that are struck already',
      document(paragraph(run('Some '), by('A. Other', struck('nine ')), run('ships.'))),
      'nine',
      'ten',
      /already struck/,
    ],
    [
      'words with an insertion in their middle',
      document(paragraph(run('Some '), by('A. Other', run('nine '), 'ins'), run('ships.'))),
      'Some ships',
      'No boats',
      /inserted words in the middle/,
    ],
    [
      'words across cells',
      document(
        `<w:tbl><w:tr><w:tc>${paragraph(run('State'))}</w:tc><w:tc>${paragraph(run('62'))}</w:tc></w:tr></w:tbl>`,
      ),
      'State | 62',
      'Church | 5',
      /cells of a table/,
    ],
    [
      'paragraphs with a table between them',
      document(
        paragraph(run('One.')),
        '<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>',
        paragraph(run('Two.')),
      ),
      'One.\n\nTwo.',
      'Both.',
      /do not follow one another/,
    ],
    [
      'a text box that Word keeps twice',
      draftBytes('word-controls-and-fields.docx'),
      '9 nurses',
      '8 nurses',
      /drawing|text box/,
    ],
    [
      'a field that Word fills in',
      document(
        `<w:p><w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>${run('Title here')}</w:sdtContent></w:sdt></w:p>`,
      ),
      'Title',
      'Headline',
      /fills in by itself/,
    ],
  ])('becomes a comment: %s', async (_, file, before, after, sentence) => {
    const { is, was, ours, why } = await suggest(file, before, after);
    expect(why).toMatch(sentence);
    expect(ours).toEqual([]);
    const comments = ofKind(is, 'COMMENT').filter(({ author }) => author === AUTHOR);
    expect(comments).toMatchObject([{ text: expect.stringContaining(`“${after}”`) }]);
    expect(is.copy).toBe(was.copy);
  });

  it('refuses words that do not stand there, and a copy of another file', async () => {
    const original = document(paragraph(run('Two ships sank.')));
    const { copy } = await readDocx(original, null);
    const wrong = {
      start: 0,
      end: 3,
      before: 'Six',
      after: 'Ten',
      reason: null,
      author: 'A',
      at: AT,
    };
    const { leftOut } = await writeDocx({ original, copy, suggestions: [wrong], comments: [] });
    expect(leftOut).toMatchObject([{ kind: 'suggestion', index: 0 }]);
    await expect(
      writeDocx({ original, copy: 'Two ships float.', suggestions: [], comments: [] }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  it('leaves the file alone when there is nothing to write', async () => {
    const original = draftBytes('word-long-read.docx');
    const { copy } = await readDocx(original, null);
    const { bytes } = await writeDocx({ original, copy, suggestions: [], comments: [] });
    expect(Buffer.from(bytes).equals(original)).toBe(true);
  });

  it('keeps white space that Word does not show from coming back at a cut', async () => {
    const original = wordFile(documentXml('<w:p><w:r><w:t>  Two ships sank  </w:t></w:r></w:p>'));
    const { xml } = await suggest(original, 'ships', 'boats');
    expect(accepted(xml)).toBe('¶Two boats sank');
  });
});
