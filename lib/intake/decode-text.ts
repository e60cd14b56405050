/** Bytes as text, and what a person should know of how they were read. */
export type DecodedText = { text: string; notice: string | null };

/**
 * The text of these bytes. A byte order mark decides, then `declared` (what the server or the page names), then whether
 * they are UTF-8; what is none of these is read as Windows-1252, and that is said. Null: this is no text.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText | null {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return decoded(bytes, marked, false);
  const guessed = looksLikeUtf16(bytes);
  if (guessed !== null) return decoded(bytes, guessed, true);
  if (bytes.includes(0)) return null;
  const utf8 = strictly(bytes, 'utf-8');
  if (utf8 !== null) return { text: utf8, notice: null };
  if (declared !== null && !/^utf-?8$/i.test(declared)) {
    const text = isWindows1252(declared) ? windows1252(bytes) : strictly(bytes, declared);
    if (text !== null) return { text, notice: null };
  }
  const text = windows1252(bytes);
  // What is mostly control characters was never written by a person.
  if (controls(text) > text.length / 100) return null;
  return {
    text,
    notice:
      'The text is not UTF-8; it was read as Windows-1252. Look at accents, dashes and quotation marks before you bring it in.',
  };
}

function decoded(bytes: Uint8Array, encoding: string, isGuess: boolean): DecodedText | null {
  const text = strictly(bytes, encoding);
  if (text === null) return null;
  return {
    text,
    notice: isGuess ? 'The text carries no mark of its encoding; it was read as UTF-16.' : null,
  };
}

function byteOrderMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 of Western text has a zero in nearly every other byte. */
function looksLikeUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 400);
  if (sample.length < 4 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) if (byte === 0) at % 2 === 0 ? even++ : odd++;
  const half = sample.length / 2;
  if (odd > half * 0.7 && even === 0) return 'utf-16le';
  if (even > half * 0.7 && odd === 0) return 'utf-16be';
  return null;
}

/** Null: not in this encoding, or no encoding of this name. The byte order mark is not part of the text. */
function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The names that the WHATWG's Encoding Standard gives this set. */
const isWindows1252 = (name: string): boolean =>
  /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-1|iso_8859-1|latin-?1|l1|us-ascii|ascii)$/i.test(
    name,
  );

/** 0x80 to 0x9F of Windows-1252 (WHATWG Encoding, index-windows-1252). */
const HIGH_CONTROLS =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

/** Node 20 reads this set as ISO 8859-1, without its quotation marks and dashes. */
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (found) => HIGH_CONTROLS[found.charCodeAt(0) - 0x80] ?? found);

function controls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code < 0x20 && code !== 9 && code !== 10 && code !== 13) || code === 0x7f) count++;
    else if (code >= 0x80 && code < 0xa0) count++;
  }
  return count;
}
