/** A draft as flat OpenDocument text, for LibreOffice to make a DOCX of. */
import { EDITORS, escapeXml, parse } from './markup.mjs';

const STYLES = {
  title: 'Title',
  sub: 'Subtitle',
  h: 'Heading_20_1',
  p: 'Text_20_body',
  quote: 'Quotations',
  caption: 'Caption',
};

const NAMESPACES = {
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
  loext: 'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0',
};

/** @param {import('./stories.mjs').Story} story */
export function fodt(story) {
  const state = { changes: [], notes: 0, story };
  const body = story.blocks.map((block) => blockXml(block, state)).join('\n');
  const [language, country] = (story.language ?? 'en-GB').split('-');
  const script = story.rtl ? 'complex' : 'latin';
  const lang =
    script === 'complex'
      ? `style:language-complex="${language}" style:country-complex="${country ?? 'none'}"`
      : `fo:language="${language}" fo:country="${country ?? 'none'}"`;
  const mode = story.rtl ? 'rl-tb' : 'lr-tb';
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${Object.entries(NAMESPACES)
    .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
    .join(' ')} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>${escapeXml(story.title ?? '')}</dc:title><meta:initial-creator>${escapeXml(story.author ?? '')}</meta:initial-creator><dc:creator>${escapeXml(story.author ?? '')}</dc:creator></office:meta>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties style:writing-mode="${mode}"/><style:text-properties ${lang}/></style:default-style>
<style:style style:name="Standard" style:family="paragraph" style:class="text"/>
<style:style style:name="Text_20_body" style:display-name="Text body" style:family="paragraph" style:parent-style-name="Standard" style:class="text"/>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1" style:class="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"><style:text-properties fo:font-size="24pt"/></style:style>
<style:style style:name="Subtitle" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="Quotations" style:family="paragraph" style:parent-style-name="Standard" style:class="html"/>
<style:style style:name="Caption" style:display-name="Caption" style:family="paragraph" style:parent-style-name="Standard" style:class="extra"/>
<text:list-style style:name="Dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:space-before="0.6cm"/></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
<style:style style:name="I" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
</office:automatic-styles>
<office:body><office:text>
${state.changes.length > 0 ? `<text:tracked-changes text:track-changes="false">${state.changes.join('')}</text:tracked-changes>` : ''}
${body}
</office:text></office:body></office:document>`;
}

function blockXml([kind, words], state) {
  if (kind === 'table') return tableXml(words, state);
  if (kind === 'li')
    return `<text:list text:style-name="Dots"><text:list-item><text:p text:style-name="Text_20_body">${inline(words, state)}</text:p></text:list-item></text:list>`;
  if (kind === 'h')
    return `<text:h text:style-name="Heading_20_1" text:outline-level="1">${inline(words, state)}</text:h>`;
  return `<text:p text:style-name="${STYLES[kind]}">${inline(words, state)}</text:p>`;
}

const tableXml = (rows, state) =>
  `<table:table><table:table-column table:number-columns-repeated="${rows[0].length}"/>${rows
    .map(
      (row) =>
        `<table:table-row>${row
          .map(
            (cell) =>
              `<table:table-cell office:value-type="string"><text:p text:style-name="Standard">${inline(cell, state)}</text:p></table:table-cell>`,
          )
          .join('')}</table:table-row>`,
    )
    .join('')}</table:table>`;

const inline = (words, state) => pieces(parse(words), state);

const pieces = (list, state) =>
  list
    .map((piece) => (typeof piece === 'string' ? letters(piece) : pieceXml(piece, state)))
    .join('');

function pieceXml({ kind, argument, children }, state) {
  const inner = () => pieces(children, state);
  if (/^c\d/.test(kind)) return commentXml(kind.slice(1), inner(), state);
  if (/^[+-]/.test(kind)) return changeXml(kind, inner(), state);
  switch (kind) {
    case 'fn':
    case 'en': {
      const kindName = kind === 'fn' ? 'footnote' : 'endnote';
      const style = kind === 'fn' ? 'Footnote' : 'Endnote';
      state.notes++;
      return `<text:note text:id="n${state.notes}" text:note-class="${kindName}"><text:note-citation>${state.notes}</text:note-citation><text:note-body><text:p text:style-name="${style}">${inner()}</text:p></text:note-body></text:note>`;
    }
    case 'a':
      return `<text:a xlink:type="simple" xlink:href="${escapeXml(argument)}">${inner()}</text:a>`;
    case 'b':
      return `<text:span text:style-name="B">${inner()}</text:span>`;
    case 'i':
      return `<text:span text:style-name="I">${inner()}</text:span>`;
    case 'br':
      return '<text:line-break/>';
    case 'tab':
      return '<text:tab/>';
    case 'nbh':
      return '\u2011';
    case 'shy':
      return '\u00ad';
    default:
      throw new Error(`LibreOffice's drafts have no ${kind}.`);
  }
}

function commentXml(key, inner, state) {
  const { by, at, text, replies = [], done = false } = state.story.comments[key];
  const note = (name, who, when, words, parent) =>
    `<office:annotation office:name="${name}" loext:resolved="${done}"${parent ? ` loext:parent-name="${parent}"` : ''}><dc:creator>${escapeXml(who)}</dc:creator><dc:date>${when}</dc:date>${words
      .split('\n')
      .map((line) => `<text:p>${escapeXml(line)}</text:p>`)
      .join('')}</office:annotation>`;
  const name = `a${key}`;
  const answers = replies
    .map((reply, n) => note(`${name}r${n}`, EDITORS[reply.by], reply.at, reply.text, name))
    .join('');
  return `${note(name, EDITORS[by], at, text, null)}${inner}<office:annotation-end office:name="${name}"/>${answers}`;
}

function changeXml(kind, inner, state) {
  const id = `ct${state.changes.length + 1}`;
  const info = `<office:change-info><dc:creator>${escapeXml(EDITORS[kind.slice(1)])}</dc:creator><dc:date>2026-03-0${1 + (state.changes.length % 9)}T10:1${state.changes.length % 10}:00</dc:date></office:change-info>`;
  const region = (what) =>
    state.changes.push(
      `<text:changed-region xml:id="${id}" text:id="${id}">${what}</text:changed-region>`,
    );
  if (kind.startsWith('-')) {
    region(`<text:deletion>${info}<text:p>${inner}</text:p></text:deletion>`);
    return `<text:change text:change-id="${id}"/>`;
  }
  region(`<text:insertion>${info}</text:insertion>`);
  return `<text:change-start text:change-id="${id}"/>${inner}<text:change-end text:change-id="${id}"/>`;
}

/** Several spaces in a row would be one in OpenDocument. */
const letters = (text) =>
  escapeXml(text).replace(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`);
