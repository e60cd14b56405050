import { strToU8, type Zippable, zipSync } from 'fflate';

/** For tests: archives that would hurt whoever unpacks or parses them. Each is made when it is asked for. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAIN = 'word/document.xml';
const PARTS = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
};

export const documentXml = (inner: string, prolog = ''): string =>
  `${prolog}<w:document xmlns:w="${W}"><w:body>${inner}</w:body></w:document>`;
const HELLO = '<w:p><w:r><w:t>Hello</w:t></w:r></w:p>';

/** A document with this main part, and with these members more. */
export function wordFile(main: string | Uint8Array = documentXml(HELLO), more: Zippable = {}) {
  const parts = Object.entries(PARTS).map(([name, xml]) => [name, strToU8(xml)] as const);
  const document = typeof main === 'string' ? strToU8(main) : main;
  return zipSync({ ...Object.fromEntries(parts), [MAIN]: document, ...more });
}

const MB = 1024 * 1024;

/** Overwrites what the archive says of a member: `at` is an offset into its entry of the central directory. */
function patch(
  bytes: Uint8Array,
  name: string,
  change: (view: DataView, entry: number, local: number) => void,
): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const wanted = Buffer.from(name);
  for (let at = 0; at < bytes.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (!Buffer.from(bytes.subarray(at + 46, at + 46 + wanted.length)).equals(wanted)) continue;
    change(view, at, view.getUint32(at + 42, true));
    return bytes;
  }
  throw new Error(`There is no member ${name}.`);
}

/** The same archive with a member under another name of the same length, in both its headers. */
function renamed(from: string, to: string): Uint8Array {
  const bytes = wordFile(undefined, { [from]: strToU8('<x/>') });
  return Uint8Array.from(
    Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1'),
  );
}

const BILLION_LAUGHS = `<!DOCTYPE w [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((letter, at) => `<!ENTITY ${letter} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
  .join('')}]>`;

function utf16(text: string): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return new Uint8Array(bytes);
}

export const HOSTILE_FILES: Readonly<Record<string, () => Uint8Array>> = {
  'a text of 200 MB of nothing': () => wordFile(new Uint8Array(200 * MB)),
  'a picture that is a bomb': () =>
    wordFile(undefined, { 'word/media/image1.png': new Uint8Array(60 * MB) }),
  'many small bombs that are large together': () =>
    wordFile(
      undefined,
      Object.fromEntries(
        Array.from({ length: 230 }, (_, at) => [`word/media/${at}.bin`, new Uint8Array(MB - 1)]),
      ),
    ),
  'a member that unpacks to more than it says': () =>
    patch(wordFile(documentXml(HELLO + ' '.repeat(900_000))), MAIN, (view, entry, local) => {
      view.setUint32(entry + 24, 5_000, true);
      view.setUint32(local + 22, 5_000, true);
    }),
  'two members over the same bytes': () => {
    const inner = Buffer.concat([localHeader('word/b.bin', 5), Buffer.from('inner')]);
    const bytes = wordFile(undefined, {
      'word/a.bin': [new Uint8Array(inner), { level: 0 }],
      'word/b.bin': [strToU8('inner'), { level: 0 }],
    });
    const inside = Buffer.from(bytes).indexOf(inner);
    return patch(bytes, 'word/b.bin', (view, entry) => view.setUint32(entry + 42, inside, true));
  },
  'five thousand members': () =>
    wordFile(
      undefined,
      Object.fromEntries(
        Array.from({ length: 5_000 }, (_, at) => [`word/${at}.bin`, strToU8('x')]),
      ),
    ),
  'a name that climbs out of the folder': () =>
    renamed('word/aa/bb/evil.xml', 'word/../../evil.xml'),
  'an absolute name': () => renamed('xetc/passwd.xml', '/etc/passwd.xml'),
  'a name on another drive': () => renamed('cx/windows.xml', 'c:/windows.xml'),
  'a name with backslashes': () => renamed('a1b1evil.xml', '..\\\\evil.xml'),
  'two members of one name': () =>
    wordFile(undefined, { 'word/Document.xml': strToU8(documentXml('')) }),
  'a member with two names': () =>
    patch(wordFile(undefined, { 'word/a.xml': strToU8('<a/>') }), 'word/a.xml', (view, _, local) =>
      view.setUint8(local + 35, 'z'.charCodeAt(0)),
    ),
  'a member under a password': () =>
    patch(wordFile(), MAIN, (view, entry, local) => {
      view.setUint16(entry + 8, 1, true);
      view.setUint16(local + 6, 1, true);
    }),
  'an archive inside the archive': () => wordFile(undefined, { 'word/inner.zip': wordFile() }),
  'entities that multiply': () => wordFile(documentXml('<w:p>&j;</w:p>', BILLION_LAUGHS)),
  'an entity that reads a file, in the styles': () =>
    wordFile(undefined, {
      'word/styles.xml': strToU8(
        '<?xml version="1.0"?><!DOCTYPE s SYSTEM "file:///etc/passwd"><s/>',
      ),
    }),
  'a document type hidden in UTF-16': () =>
    wordFile(utf16(documentXml('<w:p/>', '<!DOCTYPE w [<!ENTITY a "b">]>'))),
  'XML in another character set': () =>
    wordFile(documentXml('', '<?xml version="1.0" encoding="UTF-7"?>')),
  'fifty thousand elements inside one another': () =>
    wordFile(documentXml('<w:p>'.repeat(50_000) + '</w:p>'.repeat(50_000))),
  'more elements than any story has': () => wordFile(documentXml(manyElements())),
  'an element with a million attributes': () =>
    wordFile(
      documentXml(`<w:p ${Array.from({ length: 300_000 }, (_, at) => `a${at}=""`).join(' ')}/>`),
    ),
  'a text that was tampered with': () =>
    patch(wordFile(), MAIN, (view, entry) => view.setUint32(entry + 16, 0xdead, true)),
  'an archive that breaks off': () => wordFile().subarray(0, 700),
  'a way of packing that nobody uses': () =>
    patch(wordFile(), MAIN, (view, entry) => view.setUint16(entry + 10, 99, true)),
};

/** Half a million elements and some, with noise between them, so that it is not refused for packing too well. */
function manyElements(): string {
  let seed = 1;
  const parts: string[] = [];
  for (let at = 0; at < 520_000; at++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    parts.push(`<w:p/>${seed.toString(36)}`);
  }
  return parts.join('');
}

function localHeader(name: string, size: number): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(size, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name)]);
}
