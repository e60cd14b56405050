/**
 * What may be brought in as a story's copy. The stored text is kept to the character, so anything that the database
 * or an export could not keep is refused here, with the place, rather than dropped on the way.
 */

/** The longest copy, in UTF-16 code units (the unit of every offset); about 330,000 English words. */
export const COPY_LIMIT_CHARACTERS = 2_000_000;

/** The largest copy, in bytes of UTF-8. */
export const COPY_LIMIT_BYTES = 10_000_000;

/** Why this text cannot be a story's copy, as a sentence for the person who brought it in; null when it can. */
export function copyProblem(copy: string): string | null {
  if (copy.length > COPY_LIMIT_CHARACTERS) {
    return (
      `The copy has ${grouped(copy.length)} characters (${megabytes(utf8Length(copy))}). ` +
      `The limit is ${grouped(COPY_LIMIT_CHARACTERS)} characters. Bring it in as two or more stories.`
    );
  }
  const bytes = utf8Length(copy);
  if (bytes >= COPY_LIMIT_BYTES) return copySizeProblem(bytes);
  const broken = UNKEEPABLE.exec(copy);
  if (broken !== null) return unkeepableProblem(copy, broken.index);
  if (!copy.isWellFormed()) {
    return (
      `Line ${lineOf(copy, loneSurrogate(copy))} has half of a character (an emoji or a rare letter cut in two). ` +
      'Copy the text again from where it comes, or delete that character.'
    );
  }
  if (!VISIBLE.test(copy)) {
    return copy === ''
      ? 'There is no copy yet. Paste the text of the story or choose a file.'
      : 'The copy has only blank space. Paste the text of the story or choose a file.';
  }
  return null;
}

/**
 * Why a file or request of this size (bytes) cannot be brought in; null when it can. For refusing before the bytes
 * are read into a string.
 */
export function copySizeProblem(bytes: number): string | null {
  if (bytes < COPY_LIMIT_BYTES) return null;
  return (
    `The copy is ${megabytes(bytes)} in size. It must stay under ${megabytes(COPY_LIMIT_BYTES)} ` +
    `and ${grouped(COPY_LIMIT_CHARACTERS)} characters. Bring it in as two or more stories.`
  );
}

/** NUL, which Postgres cannot store, and what XML 1.0 (section 2.2), and with it XLSX, cannot carry. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const UNKEEPABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const CONTROL_NAMES: Readonly<Record<number, string>> = {
  0: 'a NUL character',
  8: 'a backspace character',
  11: 'a vertical tab',
  12: 'a form feed (page break)',
  26: 'a substitute character',
  27: 'an escape character',
};

function unkeepableProblem(copy: string, offset: number): string {
  const code = copy.charCodeAt(offset);
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = CONTROL_NAMES[code];
  return (
    `Line ${lineOf(copy, offset)} has ${name === undefined ? `a control character (${hex})` : `${name} (${hex})`}, ` +
    'which cannot be kept or exported. Delete it, or save the text as plain UTF-8 and bring it in again.'
  );
}

function loneSurrogate(copy: string): number {
  for (let offset = 0; offset < copy.length; offset++) {
    const code = copy.charCodeAt(offset);
    if (code < 0xd800 || code > 0xdfff) continue;
    const next = copy.charCodeAt(offset + 1);
    if (code > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return offset;
    offset++;
  }
  return copy.length;
}

/** Counted from 1, as editors do; CRLF, LF and CR each end a line. */
function lineOf(copy: string, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) {
    const code = copy.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && copy.charCodeAt(at + 1) !== 0x0a)) line++;
  }
  return line;
}

function utf8Length(copy: string): number {
  let bytes = copy.length;
  for (let at = 0; at < copy.length; at++) {
    const code = copy.charCodeAt(at);
    // Each half of a surrogate pair is two of the pair's four bytes.
    if (code >= 0xd800 && code <= 0xdfff) bytes += 1;
    else if (code > 0x7ff) bytes += 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** Rounded up, so that what is over the limit never reads as equal to it. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / 100_000) / 10} MB`;
