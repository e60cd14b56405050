/** A draft as a DOCX written the way Word writes: runs cut by editing sessions, marks of the spell checker, threads. */
import { strToU8, zipSync } from 'fflate';
import { EDITORS, escapeXml, parse } from './markup.mjs';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const ROOT = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'mc:Ignorable="w14 w15"',
].join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PARTS = {
  styles: [`${TYPES}.styles+xml`, `${RELATIONS}/styles`],
  settings: [`${TYPES}.settings+xml`, `${RELATIONS}/settings`],
  numbering: [`${TYPES}.numbering+xml`, `${RELATIONS}/numbering`],
  footnotes: [`${TYPES}.footnotes+xml`, `${RELATIONS}/footnotes`],
  endnotes: [`${TYPES}.endnotes+xml`, `${RELATIONS}/endnotes`],
  comments: [`${TYPES}.comments+xml`, `${RELATIONS}/comments`],
  commentsExtended: [
    `${TYPES}.commentsExtended+xml`,
    'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
  ],
  people: [`${TYPES}.people+xml`, 'http://schemas.microsoft.com/office/2011/relationships/people'],
  header1: [`${TYPES}.header+xml`, `${RELATIONS}/header`],
};
const STYLE_IDS = {
  title: 'Title',
  sub: 'Subtitle',
  h: 'Heading1',
  p: null,
  quote: 'Quote',
  caption: 'Caption',
  li: 'ListParagraph',
  toc: 'TOC1',
};
/** One transparent dot. */
const PNG = Uint8Array.from(
  atob(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  ),
  (letter) => letter.charCodeAt(0),
);

/** @param {import('./stories.mjs').Story} story @returns {Uint8Array} the file */
export function docx(story) {
  const state = {
    story,
    seed: [...story.name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) >>> 0,
    id: 100,
    comments: [],
    footnotes: [],
    endnotes: [],
    links: [],
    noteLinks: [],
    wrap: null,
  };
  const body = story.blocks.map((block) => blockXml(block, state)).join('');
  const header = story.header ? `<w:headerReference w:type="default" r:id="rIdH"/>` : '';
  const main = `${HEAD}<w:document ${ROOT}><w:body>${body}<w:sectPr w:rsidR="00A11C3E">${header}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`;
  const parts = {
    styles: styles(story),
    settings: `<w:settings ${ROOT}><w:zoom w:percent="100"/><w:proofState w:spelling="clean"/></w:settings>`,
    numbering: `<w:numbering ${ROOT}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...(state.footnotes.length > 0 && { footnotes: notes('footnote', state.footnotes) }),
    ...(state.endnotes.length > 0 && { endnotes: notes('endnote', state.endnotes) }),
    ...(state.comments.length > 0 && commentParts(state)),
    ...(story.header && {
      header1: `<w:hdr ${ROOT}><w:p><w:r><w:t>${escapeXml(story.header)}</w:t></w:r></w:p></w:hdr>`,
    }),
  };
  const files = {
    '[Content_Types].xml': contentTypes(Object.keys(parts), story),
    '_rels/.rels': relations([
      ['rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'],
      [
        'rId2',
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'word/document.xml': main,
    'word/_rels/document.xml.rels': relations([
      ...Object.keys(parts).map((name, at) => [
        name === 'header1' ? 'rIdH' : `rId${at + 1}`,
        PARTS[name][1],
        `${name}.xml`,
      ]),
      ...state.links.map((url, at) => [`rIdL${at}`, `${RELATIONS}/hyperlink`, url, true]),
      ...(story.picture ? [['rIdP', `${RELATIONS}/image`, 'media/image1.png']] : []),
    ]),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, HEAD + xml]),
    ),
    ...(state.noteLinks.length > 0 && {
      'word/_rels/footnotes.xml.rels': relations(
        state.noteLinks.map((url, at) => [`rIdN${at}`, `${RELATIONS}/hyperlink`, url, true]),
      ),
    }),
    'docProps/core.xml': `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(story.title ?? '')}</dc:title><dc:creator>${escapeXml(story.author ?? '')}</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2026-02-11T08:02:00Z</dcterms:created></cp:coreProperties>`,
  };
  const bytes = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [name, encoded(text, name, story)]),
  );
  if (story.picture) bytes['word/media/image1.png'] = [PNG, { level: 0 }];
  return zipSync(bytes, { mtime: new Date(2026, 1, 11, 8, 2), level: 6 });
}

/** Word writes UTF-8; other programs may write UTF-16. */
function encoded(text, name, { utf16, defaultNamespace }) {
  const said =
    defaultNamespace && name === 'word/document.xml'
      ? text
          .replaceAll('<w:', '<x:')
          .replaceAll('</w:', '</x:')
          .replace(/ w:/g, ' x:')
          .replace('xmlns:w=', 'xmlns:x=')
      : text;
  if (!utf16 || name !== 'word/document.xml') return strToU8(said);
  const words = `\ufeff${said.replace('UTF-8', 'UTF-16')}`;
  const bytes = new Uint8Array(words.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < words.length; at++) view.setUint16(at * 2, words.charCodeAt(at), true);
  return bytes;
}

function blockXml([kind, words, options = {}], state) {
  switch (kind) {
    case 'table':
      return tableXml(words, state, options);
    case 'raw':
      return words;
    case 'control':
      return `<w:sdt><w:sdtPr><w:id w:val="${state.id++}"/></w:sdtPr><w:sdtContent>${paragraph('p', words, state, options)}</w:sdtContent></w:sdt>`;
    default:
      return paragraph(kind, words, state, options);
  }
}

function paragraph(kind, words, state, { mark, sdtStart } = {}) {
  const style = STYLE_IDS[kind];
  const numbering =
    kind === 'li' ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '';
  const bidi = state.story.rtl ? '<w:bidi/>' : '';
  const markXml = mark ? `<w:rPr>${revision(mark, '', state, true)}</w:rPr>` : '';
  const properties = `${style ? `<w:pStyle w:val="${style}"/>` : ''}${numbering}${bidi}${markXml}`;
  return `<w:p w14:paraId="${hex(state)}" w14:textId="77777777" w:rsidR="00${hex(state).slice(2)}" w:rsidRDefault="00A11C3E">${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${sdtStart ?? ''}${pieces(parse(words), state, '')}</w:p>`;
}

const tableXml = (rows, state, { rowMarks = {} }) =>
  `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${rows[0].map(() => '<w:gridCol w:w="2000"/>').join('')}</w:tblGrid>${rows
    .map(
      (row, at) =>
        `<w:tr>${rowMarks[at] ? `<w:trPr>${revision(rowMarks[at], '', state, true)}</w:trPr>` : ''}${row
          .map(
            (cell) =>
              `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>${[cell]
                .flat()
                .map((part) =>
                  Array.isArray(part)
                    ? ''
                    : part.startsWith('<w:tbl>')
                      ? part
                      : paragraph('p', part, state),
                )
                .join('')}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

const pieces = (list, state, format) =>
  list
    .map((piece) =>
      typeof piece === 'string' ? runs(piece, state, format) : pieceXml(piece, state, format),
    )
    .join('');

/** Words as Word keeps them after an afternoon of editing: cut anywhere, also inside words. */
function runs(text, state, format) {
  const out = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + 3 + (random(state) % 29));
    if (/[\udc00-\udfff]/.test(text[end] ?? '')) end++;
    out.push(
      run(
        `<w:${textName(state)} xml:space="preserve">${escapeXml(text.slice(at, end))}</w:${textName(state)}>`,
        state,
        format,
      ),
    );
    if (random(state) % 5 === 0)
      out.push('<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>');
    at = end;
  }
  return out.join('');
}

const textName = (state) => (state.wrap === 'del' || state.wrap === 'mf' ? 'delText' : 't');

function run(inner, state, format = '') {
  const rtl = state.story.rtl ? '<w:rtl/>' : '';
  const rsid = random(state) % 3 === 0 ? ` w:rsidRPr="00${hex(state).slice(2)}"` : '';
  return `<w:r${rsid}>${format || rtl ? `<w:rPr>${format}${rtl}</w:rPr>` : ''}${inner}</w:r>`;
}

function pieceXml({ kind, argument, children }, state, format) {
  const inner = (more = '') => pieces(children, state, format + more);
  if (/^c\d/.test(kind)) return commentXml(kind.slice(1), inner, state);
  if (/^[+-]/.test(kind)) {
    const was = state.wrap;
    state.wrap = kind.startsWith('-') ? 'del' : was;
    const xml = revision(kind, inner(), state);
    state.wrap = was;
    return xml;
  }
  switch (kind) {
    case 'mf':
    case 'mt': {
      const name = kind === 'mf' ? 'moveFrom' : 'moveTo';
      const id = state.id++;
      const was = state.wrap;
      state.wrap = kind === 'mf' ? null : was;
      const xml = `<w:${name}RangeStart w:id="${id}" w:author="${EDITORS.MH}" w:date="2026-02-20T10:00:00Z" w:name="move1"/><w:${name} w:id="${state.id++}" w:author="${EDITORS.MH}" w:date="2026-02-20T10:00:00Z">${inner()}</w:${name}><w:${name}RangeEnd w:id="${id}"/>`;
      state.wrap = was;
      return xml;
    }
    case 'fn':
    case 'en':
      return noteXml(kind, children, state);
    case 'a': {
      const at = state.links.push(escapeXml(argument)) - 1;
      return `<w:hyperlink r:id="rIdL${at}" w:history="1">${inner('<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
    }
    case 'fld':
      return [
        run('<w:fldChar w:fldCharType="begin"/>', state),
        ...cut(` ${argument} `).map((part) =>
          run(`<w:instrText xml:space="preserve">${escapeXml(part)}</w:instrText>`, state),
        ),
        run('<w:fldChar w:fldCharType="separate"/>', state),
        inner(),
        run('<w:fldChar w:fldCharType="end"/>', state),
      ].join('');
    case 'simple':
      return `<w:fldSimple w:instr=" ${escapeXml(argument)} ">${inner()}</w:fldSimple>`;
    case 'b':
      return inner('<w:b/><w:bCs/>');
    case 'i':
      return inner('<w:i/><w:iCs/>');
    case 'hid':
      return inner('<w:vanish/>');
    case 'sdt':
      return `<w:sdt><w:sdtPr><w:alias w:val="${escapeXml(argument)}"/><w:id w:val="${state.id++}"/></w:sdtPr><w:sdtContent>${inner()}</w:sdtContent></w:sdt>`;
    case 'ph':
      return `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${inner('<w:rStyle w:val="PlaceholderText"/>')}</w:sdtContent></w:sdt>`;
    case 'tag':
      return `<w:smartTag w:uri="urn:schemas-example" w:element="place">${inner()}</w:smartTag>`;
    case 'mark':
      return `<w:bookmarkStart w:id="${state.id}" w:name="b${state.id}"/>${inner()}<w:bookmarkEnd w:id="${state.id++}"/>`;
    case 'box': {
      const box = `<w:txbxContent>${paragraph('p', plain(children), state)}</w:txbxContent>`;
      return run(
        `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="900000" cy="300000"/><wp:docPr id="${state.id++}" name="Box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:80pt;height:30pt"><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`,
        state,
      );
    }
    case 'pic':
      return run(
        `<w:drawing><wp:inline><wp:extent cx="95250" cy="95250"/><wp:docPr id="${state.id++}" name="Picture" descr="A dot&#10;of nothing"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="image1.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="95250" cy="95250"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`,
        state,
      );
    case 'math':
      return `<m:oMath><m:r><m:t>${escapeXml(argument)}</m:t></m:r></m:oMath>`;
    case 'br':
      return run('<w:br/>', state, format);
    case 'page':
      return run('<w:lastRenderedPageBreak/><w:br w:type="page"/>', state);
    case 'tab':
      return run('<w:tab/>', state, format);
    case 'nbh':
      return run('<w:noBreakHyphen/>', state, format);
    case 'shy':
      return run('<w:softHyphen/>', state, format);
    case 'sym':
      return run(`<w:sym w:font="Segoe UI Symbol" w:char="${argument}"/>`, state, format);
    default:
      throw new Error(`Word's drafts have no ${kind}.`);
  }
}

const plain = (children) =>
  children.map((child) => (typeof child === 'string' ? child : '')).join('');
const cut = (text) => [text.slice(0, 4), text.slice(4)];

function revision(kind, inner, state, isMark = false) {
  const [sign, editor] = [kind[0], kind.slice(1)];
  const name = sign === '-' ? 'del' : 'ins';
  const attributes = `w:id="${state.id++}" w:author="${escapeXml(EDITORS[editor])}" w:date="2026-02-1${state.id % 9}T11:0${state.id % 10}:00Z"`;
  return isMark ? `<w:${name} ${attributes}/>` : `<w:${name} ${attributes}>${inner}</w:${name}>`;
}

function noteXml(kind, children, state) {
  const list = kind === 'fn' ? state.footnotes : state.endnotes;
  const name = kind === 'fn' ? 'footnote' : 'endnote';
  const id = list.length + 1;
  const links = state.links;
  // A link in a note belongs to the notes' own relationships.
  state.links = state.noteLinks;
  const xml = pieces(children, state, '').replaceAll('rIdL', 'rIdN');
  state.links = links;
  list.push(
    `<w:${name} w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${name}Ref/></w:r>${run('<w:t xml:space="preserve"> </w:t>', state)}${xml}</w:p></w:${name}>`,
  );
  return run(`<w:${name}Reference w:id="${id}"/>`, state, '<w:vertAlign w:val="superscript"/>');
}

const notes = (name, list) =>
  `<w:${name}s ${ROOT}><w:${name} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${name}><w:${name} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:${name}>${list.join('')}</w:${name}s>`;

function commentXml(key, inner, state) {
  const { replies = [], point = false, ...first } = state.story.comments[key];
  const ids = [first, ...replies].map((comment, at) => {
    const id = state.comments.length;
    state.comments.push({ ...comment, id, paraId: hex(state), parent: null });
    if (at > 0) state.comments[id].parent = state.comments[id - at].paraId;
    return id;
  });
  const references = (id) =>
    run(`<w:commentReference w:id="${id}"/>`, state, '<w:rStyle w:val="CommentReference"/>');
  const words = inner();
  if (point) return words + ids.map(references).join('');
  return (
    ids.map((id) => `<w:commentRangeStart w:id="${id}"/>`).join('') +
    words +
    ids.map((id) => `<w:commentRangeEnd w:id="${id}"/>${references(id)}`).join('')
  );
}

function commentParts({ comments, story }) {
  const authors = [...new Set(comments.map(({ by }) => EDITORS[by]))];
  return {
    comments: `<w:comments ${ROOT}>${comments
      .map(({ id, by, at, text, paraId }) => {
        const lines = text.split('\n');
        return `<w:comment w:id="${id}" w:author="${escapeXml(EDITORS[by])}" w:date="${at}Z" w:initials="${by}">${lines
          .map(
            (line, n) =>
              `<w:p w14:paraId="${n === lines.length - 1 ? paraId : `1${paraId.slice(1)}`}" w14:textId="77777777"><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${n === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''}<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`,
          )
          .join('')}</w:comment>`;
      })
      .join('')}</w:comments>`,
    ...(!story.oldComments && {
      commentsExtended: `<w15:commentsEx ${ROOT}>${comments
        .map(
          ({ paraId, parent, done }) =>
            `<w15:commentEx w15:paraId="${paraId}"${parent ? ` w15:paraIdParent="${parent}"` : ''} w15:done="${done ? 1 : 0}"/>`,
        )
        .join('')}</w15:commentsEx>`,
      people: `<w15:people ${ROOT}>${authors
        .map(
          (author) =>
            `<w15:person w15:author="${escapeXml(author)}"><w15:presenceInfo w15:providerId="None" w15:userId="${escapeXml(author)}"/></w15:person>`,
        )
        .join('')}</w15:people>`,
    }),
  };
}

function styles({ language = 'en-GB', rtl, localIds }) {
  const id = (name) => (localIds ? `Vorlage${name}` : name);
  const style = (type, styleId, name, more = '', attributes = '') =>
    `<w:style w:type="${type}" w:styleId="${styleId}"${attributes}><w:name w:val="${name}"/>${more}</w:style>`;
  return `<w:styles ${ROOT}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/><w:lang w:val="${rtl ? 'en-US' : language}" w:eastAsia="en-US" w:bidi="${rtl ? language : 'ar-SA'}"/></w:rPr></w:rPrDefault></w:docDefaults>${[
    style('paragraph', id('Normal'), 'Normal', '', ' w:default="1"'),
    style('paragraph', 'Title', 'Title', '<w:rPr><w:sz w:val="56"/></w:rPr>'),
    style('paragraph', 'Subtitle', 'Subtitle'),
    style('paragraph', 'Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
    style('paragraph', 'Quote', 'Quote'),
    style('paragraph', 'Caption', 'caption'),
    style('paragraph', 'ListParagraph', 'List Paragraph'),
    style('paragraph', 'TOC1', 'toc 1'),
    style('paragraph', 'FootnoteText', 'footnote text'),
    style('paragraph', 'CommentText', 'annotation text'),
    style(
      'character',
      'CommentReference',
      'annotation reference',
      '<w:rPr><w:sz w:val="16"/></w:rPr>',
    ),
    style('character', 'Hyperlink', 'Hyperlink', '<w:rPr><w:u w:val="single"/></w:rPr>'),
    style('character', 'PlaceholderText', 'Placeholder Text'),
  ].join('')}</w:styles>`;
}

const contentTypes = (names, { picture, macros }) =>
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${picture ? '<Default Extension="png" ContentType="image/png"/>' : ''}<Override PartName="/word/document.xml" ContentType="${macros ? 'application/vnd.ms-word.document.macroEnabled' : `${TYPES}.document`}.main+xml"/>${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="${PARTS[name][0]}"/>`).join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const relations = (list) =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

/** The same figures each time: the drafts do not change when they are made again. */
function random(state) {
  state.seed = (Math.imul(state.seed, 1_103_515_245) + 12_345) >>> 0;
  return state.seed >>> 8;
}

const hex = (state) => (random(state) & 0x7ffffff).toString(16).toUpperCase().padStart(8, '0');
