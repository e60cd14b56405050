import { Refusal } from '@/lib/errors';

export const DAMAGED =
  'This Word file is damaged. Open it in Word, save it again and bring that in.';
export const HOSTILE =
  'This file was not made by a word processor and could do harm, so it was not opened.';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const EMPTY_ZIP = [0x50, 0x4b, 0x05, 0x06];

/**
 * Refuses, by its first bytes, a file that cannot be a Word document, in a sentence that says what it is instead.
 * Older Word files and encrypted ones are both OLE compound files; the names of their streams tell them apart.
 */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (bytes.length === 0) throw unreadable('This file is empty. Choose another.');
  if (beginsWith(bytes, ZIP)) return;
  if (beginsWith(bytes, EMPTY_ZIP)) throw unreadable('This is an empty archive, not a document.');
  if (beginsWith(bytes, OLE)) {
    const named = (name: string) => Buffer.from(bytes).includes(Buffer.from(name, 'utf16le'));
    if (named('EncryptedPackage'))
      throw unreadable(
        'This Word file is locked with a password. Open it in Word, take the password off, save it and bring it in again.',
      );
    throw unreadable(
      named('WordDocument')
        ? 'This is an old Word file (.doc). Open it in Word or LibreOffice, save it as .docx and bring that in.'
        : 'This is an older Office file, not a Word document. Save it as .docx and bring that in.',
    );
  }
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.startsWith('{\\rtf'))
    throw unreadable('This is a rich text file (.rtf). Save it as .docx and bring that in.');
  if (head.startsWith('%PDF-')) throw unreadable('This is a PDF under the name of a Word file.');
  if (/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)/i.test(head))
    throw unreadable('This is a web page or an XML file, not a Word document. Save it as .docx.');
  throw unreadable('This is not a Word document. Choose a file that Word saved as .docx.');
}

const WORD_MAIN = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml',
  'application/vnd.ms-word.document.macroEnabled.main+xml',
  'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
];

/** Refuses an archive that holds something else than a Word document. `mainType`: content type of its main part. */
export function refuseOtherArchives(names: ReadonlySet<string>, mainType: string | null): void {
  if (mainType !== null && WORD_MAIN.includes(mainType)) return;
  if (mainType?.includes('spreadsheetml') === true)
    throw unreadable('This is a spreadsheet, not a Word document. Copy its words into a document.');
  if (mainType?.includes('presentationml') === true)
    throw unreadable('This is a slide deck, not a Word document. Copy its words into a document.');
  if (names.has('mimetype') && names.has('content.xml'))
    throw unreadable('This is an OpenDocument file. Save it as .docx and bring that in.');
  if (names.has('[content_types].xml'))
    throw unreadable('This Office file holds no Word document. Choose a file saved as .docx.');
  throw unreadable(
    'This is a ZIP archive, not a Word document. Take the document out of it first.',
  );
}

/** For whatever is wrong with the file itself. */
export const unreadable = (sentence: string): Refusal => new Refusal('invalid', sentence);

const beginsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);
