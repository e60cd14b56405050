import { describe, expect, test } from 'vitest';
import { readCopyFile } from '@/lib/stories/copy-file';

const file = (bytes: BlobPart, name = 'draft.txt') => new File([bytes], name);

describe('a file of copy', () => {
  test.each([
    ['line ends of another system', 'One line.\r\nAnother.\r'],
    ['no-break spaces', '5\u00a0% of\u202f24'],
    ['a byte order mark', '\ufeffHeadline'],
    ['other scripts', 'Князь сказав: «ні» 👍🏽'],
  ])('is read to the character: %s', async (_, words) => {
    expect(await readCopyFile(file(words))).toEqual({ text: words, problem: null });
  });

  test.each([
    ['Latin-1', new Uint8Array([0x63, 0x61, 0x66, 0xe9])],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00])],
    ['a zip archive, such as a Word file', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x80, 0xff])],
  ])('that is not UTF-8 is refused with what to do: %s', async (_, bytes) => {
    const { text, problem } = await readCopyFile(file(bytes, 'old draft.doc'));
    expect(text).toBeNull();
    expect(problem).toMatch(/^old draft\.doc is not plain text in UTF-8\. Save it as/);
  });

  test('is refused for its size before it is read', async () => {
    const huge = Object.assign(file('x'), {
      arrayBuffer: () => Promise.reject(new Error('it was read')),
    });
    Object.defineProperty(huge, 'size', { value: 10_000_001 });
    expect((await readCopyFile(huge)).problem).toMatch(/MB in size/);
  });
});
