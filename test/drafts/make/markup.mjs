/**
 * The little language the drafts are written in: `[[kind argument|words]]`, which may stand inside one another.
 *   c1            a comment on the words, by its key         fn, en       a footnote, an endnote at this point
 *   a URL         a link                                     +MH, -MH     inserted, deleted by that editor
 *   b, i          bold, italics                              mf, mt       moved from here, moved to here
 *   hid           hidden                                     fld CODE     result of a field
 *   sdt, ph       a content control, its placeholder         box          a text box
 *   br tab nbh shy sym pic page math                         what is no letter
 * @typedef {{ kind: string, argument: string, children: (string | Piece)[] }} Piece
 */

/** @param {string} text @returns {(string | Piece)[]} */
export function parse(text) {
  const root = [];
  const stack = [root];
  for (const token of text.split(/(\[\[[^|\]]*\|?|\]\])/)) {
    if (token === '') continue;
    if (token === ']]') {
      stack.pop();
      continue;
    }
    if (!token.startsWith('[[')) {
      stack.at(-1).push(token);
      continue;
    }
    const [, kind, argument] = /^\[\[(\S+?)(?:\s+([^|]*))?\|?$/s.exec(token) ?? [];
    const piece = { kind, argument: argument ?? '', children: [] };
    stack.at(-1).push(piece);
    stack.push(piece.children);
  }
  if (stack.length !== 1) throw new Error(`Brackets do not pair in: ${text}`);
  return root;
}

export const EDITORS = {
  MH: 'Mara Hollis',
  JO: 'Jonas Oduya',
  IK: 'Ірина Коваль',
  LS: 'ليلى سالم',
  DB: 'דנה ברק',
  PW: 'Piotr Wilk',
};

export const escapeXml = (text) => text.replace(/[&<>"]/g, (found) => `&#${found.charCodeAt(0)};`);
