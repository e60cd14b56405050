import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkwardCopy } from '../../test/awkward-copy';
import {
  COPY_LIMIT_BYTES,
  COPY_LIMIT_CHARACTERS,
  copyProblem,
  copySizeProblem,
} from './copy-rules';

describe('what may be brought in', () => {
  it.each([
    ['a sentence', 'The council meets on Monday.'],
    ['a single sign', '…'],
    ['no-break spaces and CRLF', 'Kyiv,\u00a03\u202fMay\r\n\r\nThe sirens went off.\r\n'],
    ['tabs and emoji', '\tFire crews 👩‍🚒 came at once 🇺🇦'],
    ['Arabic', 'قال المتحدث ذلك'],
    ['30,000 words', 'twelve drones flew over '.repeat(7_500)],
    ['exactly the limit', 'a'.repeat(COPY_LIMIT_CHARACTERS)],
    ['the limit in three-byte letters', '首'.repeat(COPY_LIMIT_CHARACTERS)],
  ])('takes %s', (_, copy) => {
    expect(copyProblem(copy)).toBeNull();
  });

  it.each([
    ['nothing', '', 'There is no copy yet.'],
    ['blank space', ' \u00a0\r\n\t', 'only blank space'],
    ['invisible characters', '\u200b\ufeff\u2060', 'only blank space'],
    [
      'one character too many',
      'a'.repeat(COPY_LIMIT_CHARACTERS + 1),
      '2,000,001 characters (2.1 MB)',
    ],
    ['ten megabytes', 'a'.repeat(COPY_LIMIT_BYTES), '10,000,000 characters (10 MB)'],
    ['NUL', 'one\ntwo\nthr\u0000ee', 'Line 3 has a NUL character (U+0000)'],
    ['a page break', 'one\r\ntwo\u000c', 'Line 2 has a form feed (page break) (U+000C)'],
    [
      'another control character',
      'one\rtwo\rthree\u0001',
      'Line 3 has a control character (U+0001)',
    ],
    ['a non-character', '\uffff', 'Line 1 has a control character (U+FFFF)'],
    ['a lone high half', 'one\n\ud83d two', 'Line 2 has half of a character'],
    ['a lone low half', '👍\n\n\ude00', 'Line 3 has half of a character'],
    ['halves the wrong way round', '\ude00\ud83d', 'Line 1 has half of a character'],
  ])('refuses %s and says where', (_, copy, words) => {
    expect(copyProblem(copy)).toContain(words);
  });

  it('says the size found and the limit', () => {
    const problem = copyProblem('a'.repeat(2_400_000));
    expect(problem).toContain('2,400,000 characters (2.4 MB)');
    expect(problem).toContain('2,000,000 characters');
  });

  it('refuses a file by its size before it is read', () => {
    expect(copySizeProblem(COPY_LIMIT_BYTES - 1)).toBeNull();
    expect(copySizeProblem(COPY_LIMIT_BYTES)).toContain('10 MB in size');
    expect(copySizeProblem(10 * 1024 * 1024)).toContain('10.5 MB in size');
  });

  it('takes any well-formed copy that shows something', () => {
    fc.assert(
      fc.property(awkwardCopy, (copy) => {
        fc.pre(/[\p{L}\p{N}]/u.test(copy));
        // The only characters of the sample alphabet that may be refused are control characters.
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is excluded
        fc.pre(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(copy));
        expect(copyProblem(copy)).toBeNull();
      }),
    );
  });
});
